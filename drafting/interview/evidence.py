"""Which questions a message answers without having been asked: names, numbers, resolutions and the like in its words."""

import re

from drafting.dates import find_dates
from drafting.gather.personal_names import apart
from drafting.interview.asks import Ask
from drafting.material import Kind, Material, Medium
from drafting.numerals import find_numbers

_OFFICE = re.compile(
    r"(?:市長|縣長|首長|秘書長|主席|主任|代表|執行長|局長|處長|科長|課長|會長|理事長?|董事長|部長|次長|大使|議長|議員|教授|館長|校長|署長|院長|總監|經理|"
    r"參事|領事|委員|專員|工程師|設計師|研究員|導覽員)"
)
_LATIN_PERSON = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof|Mayor|Hon)\b\.?\s+[A-Z]|[A-Z][a-z]+\s+[A-Z][a-z]+")
_PRESENT = re.compile(r"出席|與會|接待|會見|拜會|主持|致詞|簡報|陪同|合影|參加的有|一起|見到|碰到|介紹")
_TITLED = re.compile(r"[\u4e00-\u9fff]{2,12}")
_WORDS: dict[Ask, re.Pattern[str]] = {
    Ask.OUTCOME: re.compile(r"決議|通過|結論|共識|宣言|選出|當選|決定|議決|簽署|達成|宣布|投票|得票|核定|同意"),
    Ask.MEANING: re.compile(r"本市|我們市|咱們市|我市|臺中|台中|借鏡|可以學|值得學|啟示|參考|適用|回去可以|對我們"),
    Ask.METHOD: re.compile(r"做法|作法|方式|流程|制度|機制|透過|採用|委託|由.{1,12}負責|先.{1,20}再|利用|結合|分成|分為"),
    Ask.COST: re.compile(r"經費|預算|費用|補助|人力|成本|收費|元|歐元|美元|日圓|編列"),
    Ask.AGREED: re.compile(r"同意|談成|談妥|達成|約定|簽|承諾|願意|答應|合作|共識|確認"),
    Ask.NEXT: re.compile(r"後續|下一步|下次|預計|將於|回國後|會再|再聯絡|窗口|期限|月底|下個月|明年|提供給"),
    Ask.INQUIRIES: re.compile(r"洽詢|詢問|來問|買家|業者|訂單|名片|媒合|有興趣|參觀者|民眾問"),
    Ask.RESULT: re.compile(r"名次|第[一二三四五六七八九十\d]+名|冠軍|亞軍|季軍|金牌|銀牌|銅牌|晉級|淘汰|得分|比數|分數|合格|[測驗試].{0,4}通過|成績|數據"),
    Ask.AUDIENCE: re.compile(r"觀眾|滿座|掌聲|安可|場次|入場|座無虛席|人次|反應|爆滿"),
    Ask.LEARNED: re.compile(r"學到|了解到|瞭解到|學會|認識到|原來|老師說|講者|課程內容|重點是|教我們|練習"),
    Ask.STANDARD: re.compile(r"標準|規範|ISO|EN\s?\d|CNS|ASTM|項目|檢測項"),
}  # fmt: skip
_COUNTED = re.compile(r"[\u4e00-\u9fff%％℃a-zA-Z]")
_EVERYDAY = frozenset(("時", "點", "分", "分鐘", "小時", "日", "月", "年", "號", "樓", "杯", "頓", "餐"))


def answers(piece: Material) -> frozenset[Ask]:
    """The questions that this piece answers; asides and what is private answer none."""
    if (piece.label or piece.kind) in (Kind.ASIDE, Kind.PRIVATE):
        return frozenset()
    if piece.medium is Medium.CONTACT:
        return frozenset((Ask.WHO,))
    found = {ask for ask, words in _WORDS.items() if words.search(piece.text)}
    if _names_people(piece.text):
        found.add(Ask.WHO)
    if _tells_figures(piece.text):
        found.add(Ask.FIGURES)
    if (piece.label or piece.kind) in (Kind.IMPRESSION, Kind.SUGGESTION):
        found.add(Ask.MEANING)
    return frozenset(found)


def _names_people(text: str) -> bool:
    """A person with an office, a foreign name, or an office of which it is said that it was there."""
    if _LATIN_PERSON.search(text):
        return True
    if not _OFFICE.search(text):
        return False
    named = any(apart(token)[0] for token in _TITLED.findall(text))
    return named or bool(_PRESENT.search(text))


def _tells_figures(text: str) -> bool:
    """A counted amount; the clock, the calendar and coffee do not count."""
    days = [(found.start, found.end) for found in find_dates(text)]
    return any(
        number.unit not in _EVERYDAY
        and not number.ordinal
        and bool(number.unit or _COUNTED.match(text, number.end))
        and not any(start <= number.start < end for start, end in days)
        and (number.value > 1)
        for number in find_numbers(text)
    )
