"""Lines that name a field and give its value: 「主辦機關 秘書處」, 「報告日期就押107年6月12日」."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.gather.lines import lines_of
from drafting.material import Material, Medium, Ref

_ABROAD = ("出國", "出差", "出訪", "考察", "參訪", "訪問", "公差", "進修", "研習", "實習", "參展", "赴陸")

LABELS: dict[str, tuple[str, ...]] = {
    "report_name": (
        "出國計畫名稱", "計畫名稱", "計劃名稱", "出國計畫", "報告提要名稱", "報告名稱", "報告題目", "出國案名", "案名", "案子", "題目",
    ),
    "host_agency": ("出國計畫主辦機關", "計畫主辦機關", "主辦機關", "主辦單位", "主辦"),
    "category": ("出國類別", "報告類別", "類別", "性質"),
    "contact": ("聯絡人員", "聯絡人", "聯絡窗口", "連絡人", "承辦人員", "承辦人", "業務聯絡人"),
    "contact_phone": ("聯絡電話", "連絡電話", "公務電話", "電話"),
    "period": (*(f"{w}{n}" for w in _ABROAD for n in ("期間", "日期", "時間", "期程")), "起訖日期", "起迄日期", "期程", "期間", "日期", "Dates", "Date"),
    "regions": (
        *(f"{w}{n}" for w in _ABROAD for n in ("地區", "地點", "國家")), "派赴國家", "派赴地區", "前往國家", "前往地區", "前往地點",
        "前往城市", "目的地", "地區", "國家", "地點",
    ),
    "report_date": (
        "報告繳交日期", "報告提交日期", "報告提出日期", "報告繳交", "報告日期", "報告日", "填報日期", "繳交日期", "提交日期",
    ),
    "travellers": (
        "出國人員名單", "出國人員", "出差人員", "參訪人員", "考察人員", "出訪人員", "參加人員", "出國的", "這次去的人", "這次去的", "去的人",
        "同行人員", "同行", "團員名單", "團員", "團長", "領隊", "人員名單", "人員", "成員",
    ),
    "has_attachments": ("是否含附件", "有無附件", "含附件", "附件"),
    "classification": ("密等及解密條件或保密期限", "密等及解密條件", "機密等級", "密等"),
}  # fmt: skip
"""What people write before a value; the keys are fields of Trip or parts of them."""

_LOOSE = {
    "題目", "案子", "Dates", "Date", "主辦單位", "主辦", "性質", "期間", "日期", "地區", "國家", "地點", "目的地", "同行", "人員", "成員", "團員", "團長",
    "領隊", "電話", "承辦人", "附件", "期程", "出國計畫", *(f"{w}{n}" for w in _ABROAD[3:] for n in ("時間", "地點")),
}  # fmt: skip
# Words that a note about a visit may begin with as well: they count in a message that names another field too,
# or fill a blank that nothing else fills.

BESIDES = {"同行人員", "同行", "團員名單", "團員"}
"""Labels of people who come on top of those named before."""

_KEY_OF = {word: key for key, words in LABELS.items() for word in words}
_BEFORE = r"(?:所以|這次|本次|本案|那|另外|還有|計畫|我們|的){0,4}"
_LINK = r"\s{0,4}(?:[:：]|即為|就是|就用|擬訂為|暫定為?|訂為|定為|屬於|會有|如下|是|為|就|留|填|寫|押|由|自)?\s{0,4}[:：]?\s{0,4}"
_WORDS = "|".join(sorted(_KEY_OF, key=len, reverse=True))
_PATTERN = re.compile(rf"{_BEFORE}(?P<label>{_WORDS}){_LINK}(?P<value>.*)", re.DOTALL)
_SPACED = re.compile(r"^[\u4e00-\u9fff](?:[ \u3000]{1,6}[\u4e00-\u9fff]){1,5}[ \u3000]{0,6}(?=[:：])")
_CLAUSES = re.compile(r"[，,；;。]\s{0,9}|　{1,9}(?=[\u4e00-\u9fff]{2,8}[:：])")
_OFFICIAL_PAPER = re.compile(r"出國(?:計畫|人員|期間|地區)|派員出國|派赴國|奉派|奉准出國")
_MOST_LINES = 400


class Labelled(NamedTuple):
    """``value`` runs to the end of the line; ``rest`` holds the lines below it in the same message."""

    key: str
    label: str
    value: str
    rest: tuple[str, ...]
    ref: Ref
    loose: bool


def labelled(material: Sequence[Material]) -> Iterator[Labelled]:
    """Every labelled value in notes and transcripts, and in papers about the trip itself, in the order said."""
    for piece in material:
        if piece.medium not in (Medium.NOTE, Medium.VOICE, Medium.PAPER):
            continue
        if piece.medium is Medium.PAPER and not _OFFICIAL_PAPER.search(piece.text):
            continue
        lines = [line.text for line in lines_of(piece.text)[:_MOST_LINES]]
        found = [
            Labelled(
                key, label, value, tuple(lines[index + 1 : index + 61]), piece.ref, loose=label in _LOOSE
            )
            for index, line in enumerate(lines)
            for key, label, value in _values(line)
        ]
        several = len({f.key for f in found}) > 1
        yield from (f._replace(loose=f.loose and not several) for f in found)


def names_field(line: str) -> bool:
    """Whether a line begins with a label that is hardly anything else: not only 「地點」 or 「日期」."""
    hit = _value(line)
    return hit is not None and hit[1] not in _LOOSE


def _values(line: str) -> list[tuple[str, str, str]]:
    """The fields that one line names: the whole line if it begins with a label and names no second one."""
    line = _SPACED.sub(lambda m: re.sub(r"\s", "", m.group(0)), line)
    found = [hit for clause in _CLAUSES.split(line) if clause and (hit := _value(clause))]
    whole = _value(line)
    return [whole] if whole and len({hit[0] for hit in found}) <= 1 else found


def _value(text: str) -> tuple[str, str, str] | None:
    match = _PATTERN.match(text.lstrip("「『【〔★※ 　").rstrip("】〕 　"))
    if not match:
        return None
    key, value = _KEY_OF[match["label"]], match["value"].strip()
    return (key, match["label"], value) if value or key == "travellers" else None
