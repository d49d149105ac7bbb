"""我們 in what happened: the office, its people, or nothing, where it is sure that the travellers are meant.

Left as it is: quotations, what others say (``speech``), a 我們 that may be all of mankind, the country or the conference, and
one of which nothing tells whom it means. TRM-4 asks about those.
"""

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from drafting.grounding.speech import REACH, others_speak
from drafting.material import Kind, Material, Medium
from drafting.trip import Trip
from drafting.wording.office import own_office
from drafting.wording.shielded import around_quotes

_WE = re.compile("我們")
_ALL_OF_US = re.compile("人類|全球|世界|亞洲|亞太|會員|城市|各國|地球|大家|所有|都是(?:人|一家)")
_TO_US = re.compile(
    "貴[府市局部校會方單]|誠摯|敬邀|惠請|您|簡介|官網|網站|轉貼"
)  # a letter that the traveller pasted: 我們 is who wrote it
_OPEN = re.compile(
    "(?:^|[，。；：、（])(?:[早上中下午晚當日天後來接著然隨]{1,3}|這時|此時|會後|結束後|抵達後)?$"
)
_BEGINS = re.compile("^(?:[早上中下午晚當日天後來接著然隨]{1,3}|會後|結束後|抵達後)?$")
_ADVERBS = "(?:先|就|又|也|再|還|便|接著|隨後|後來|隨即|才|都|只|一起|一同|直接|沿路|一路|特地|順道|繼續)*"
_WENT = re.compile(
    f"{_ADVERBS}(?:前往|跑去|跑到|走[到進訪去]|去[看參聽拜了找]|來到|抵達|到(?=[\u4e00-\u9fff]{2})(?!底|處|時|目前|現在|期|今|明年|去年|最後|後來|位)|搭|轉[搭乘往]|出發|參[觀訪加]|拜[會訪]|出席|入住|報到|觀摩|體驗|離開|返[回抵]|回(?:飯店|臺|國))"
)
_DID = re.compile(
    f"{_ADVERBS}(?:坐|跟[著在]|排(?:隊|到|在)|請教|追問|詢問|遇[到見]|碰到|巧遇|交換|合[影照]|拍照|致贈|逛|上[台臺]|發言|提問|[擺設]攤|帶[去了]|看[了到完過]|聽[了到完取]|問[了到]|分頭|領到|拿到"
    "|收到(?=邀請|名片|紀念|禮|手冊)|[與和](?=[^，。]{1,20}(?:確認|討論|交換|合[影照]|座談|見面|會面|約)))"
)
_HABIT = re.compile(
    r"^[^。]{0,30}?(?:每(?:個?(?:月|年|禮拜|星期)|[年週天次季]|一)|多年|年來|[\d一二三四五六七八九十]年(?![\d度底])|通常|一向|向來|平常|都會)"
)  # what somebody does every month may be the hosts' own way, told without saying that they told it
_RECEIVED = re.compile("(?:接待|歡迎|迎接|招待|款待|陪同?|帶領?|引導|導引|接送|載|(?<=特地|專程|親自)等)$")
_SOMEBODY = re.compile(
    "[長員者方們她他人席處會士師]|小姐|先生|代表|志工|台下|主任|教授|(?:Mr|Ms|Dr|Mrs|Prof)\\."
)
_ADDRESSED = re.compile("(?:告訴|提醒|問|感謝|謝謝|邀請|邀|教)$")
_TOGETHER = re.compile("^(?:交換|合[影照]|揮手|打招呼|握手|聊|談|座談|致意|道別|同行|同桌|一起|一同)")
_BESIDE = re.compile("[與跟和向對]$")
_ASKED_OR_LIKE = re.compile(
    "^(?:索取|要(?:了)?(?:電子檔|資料|名片|教材|簡報|檔案)|最?有關|不同|一樣|相同|類似|差不多)"
)
_SEATED = re.compile("^[^，。]{0,12}(?:排|安排|分)(?:在|到)")
_ONLY = re.compile("(?:臺灣|我國|國內|臺中|觀察員)[^。]*(?:只有|僅有|就是|只剩|除了)$")
_ASKED_TO_SUPPORT = re.compile("(?:^|[，。；])[也並再另又]?(?:拜託|請託?|洽請|爭取)[^，。；]*支持$")
_ELECTED = re.compile("改選|連任|席次|選舉|投票|入會|申請|申辦")
_PARTY = re.compile("^(?:這[種樣]的?|這個|這樣的|的)?(?=(?:訪問?團|代表團|參訪團|考察團))")
_OURS = re.compile("^的?(?=攤位|展位|簡報|海報|影片|桌牌|座位|名冊|邀請卡|投影片|摺頁|展區)")
_OF_OURS = re.compile(
    "副?(?:市長|縣長)|(?=臺灣|國內|臺[中北南])|(?:副?[局處部署院館校所科課股]長|秘書長|主任秘書|長官)"
)
_THIS = re.compile("^這一?(?P<what>[桌組場團隊班車])")
_COUNTED = re.compile("^(?P<n>[兩二三四五六七八九十]|\\d{1,2}) ?個?人?(?=[，。一都先就又也坐搭去到參])")
_INTRODUCED = re.compile(
    "(?:的使命|成立|創立|致力|提供|擁有|總部|是一[個家]|是由|是非營利)"
)  # from a body's own page
_COUNTRY = re.compile("^國家(?!級|公園)")


def tells_of_us(piece: Material) -> bool:
    """Whether 我們 in this message may be the travellers: typed or spoken by one of them, about what happened."""
    return (
        piece.own
        and piece.kind in (Kind.FACT, Kind.QUOTE)
        and piece.medium in (Medium.NOTE, Medium.VOICE)
        and "我們" in piece.text
        and not _TO_US.search(piece.text)
    )


def ours(text: str, told: str, piece: Material, trip: Trip) -> str:
    """The sentence with who is meant by 我們. ``told`` is what the same message said before it."""
    if "我們" not in text:
        return text
    people = [t.name for t in trip.travellers if t.name]
    return around_quotes(text, lambda t: _named(t, told, people, own_office(trip), early=_early(piece, trip)))


def _named(text: str, told: str, people: Sequence[str], office: str, *, early: bool) -> str:
    heard = others_speak(_heard(told, early=early), "", people)
    done, rest = "", text
    while match := _WE.search(rest):
        before, after = done + rest[: match.start()], rest[match.end() :]
        meant = None
        if not others_speak(_heard(before, early=early), after, people):
            meant = _meant(before, after, text, office, loose=not heard, early=early and not heard)
        if meant is None:
            done, rest = before + "我們", after
        else:
            before, word, rest = meant
            done = before + word
    return done + rest


def _heard(words: str, *, early: bool) -> str:
    """「科長交代三件：」 before the trip leads to what is to be done; later such a mark leads to what somebody said."""
    near = words[-REACH:]
    return near.replace("：", "，") if early else near


def _meant(
    before: str, after: str, text: str, office: str, *, loose: bool, early: bool
) -> tuple[str, str, str] | None:
    """What stands before, instead of, and after this 我們; None where it stays.

    ``loose``: nobody else spoke earlier in the message, so that weaker signs do too.
    """
    near = before[-REACH:]
    staff = office if office == "本團" else f"{office}人員"
    begins = bool(_OPEN.search(near))
    if _ALL_OF_US.match(after):
        return None
    if _COUNTRY.match(after):
        return before, "我國", after.removeprefix("國家")
    if party := _PARTY.match(after):
        return before, "", after[party.end() :]
    if after.startswith("一行"):
        return before, "" if begins else office, after
    if begins and not _HABIT.match(after):
        if _WENT.match(after):
            return before, "" if _BEGINS.match(before) else staff, after
        if _DID.match(after):
            return before, staff, after
    if _RECEIVED.search(near) or (_ADDRESSED.search(near) and _SOMEBODY.search(near)):
        return before, staff, after
    if _BESIDE.search(near) and _TOGETHER.match(after):
        return before, staff, after
    if not loose:
        return None
    if this := _THIS.match(after):
        return before, f"本{this['what']}", after[this.end() :]
    if begins and (counted := _COUNTED.match(after)):
        return before, f"{counted['n']}人", after[counted.end() :]
    if own := _OF_OURS.match(after):
        return before, _title_of(own[0], office), after
    if own := _OURS.match(after):
        return before, office, after[own.end() :]
    sure = (
        (early and not _INTRODUCED.match(after))
        or (_BESIDE.search(near) and _ASKED_OR_LIKE.match(after))
        or (before.endswith(("把", "將")) and _SEATED.match(after))
        or _ONLY.search(near)
        or (_ASKED_TO_SUPPORT.search(near) and _ELECTED.search(text))
    )
    return (before, office, after) if sure else None


def _title_of(title: str, office: str) -> str:
    """What goes before a title or a place of ours: 本市 before 市長, 本府 before 局長, nothing before 臺灣."""
    if title.endswith(("市長", "縣長")):
        return f"本{title[-2]}"
    return office if title else ""


def _early(piece: Material, trip: Trip) -> bool:
    """Whether it was typed before the trip began: no host had spoken yet."""
    try:
        zone = ZoneInfo(piece.zone)
    except (KeyError, ValueError):
        return False
    return trip.period is not None and piece.said_at.astimezone(zone).date() < trip.period.start
