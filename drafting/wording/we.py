"""我們 in what happened: the office, its people, or nothing, where it is sure that the travellers are meant.

Left as it is: quotations, every 我們 of a message in which somebody else spoke before its last one, a 我們 that may be all of
mankind, the country or the conference, what is told of another time, and one of which nothing tells whom it means. TRM-4
asks about those. The gate does not see these changes: what hosts often say of themselves is no sign.
"""

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from drafting.grounding.speech import REACH, others_speak, others_spoke
from drafting.material import Kind, Material, Medium
from drafting.trip import Trip
from drafting.wording.office import own_office
from drafting.wording.own_unit import own_unit
from drafting.wording.shielded import around_quotes

_WE = re.compile("我們")
_ALL_OF_US = re.compile("國|人類|全球|世界|亞洲|亞太|會員|城市|各國|地球|大家|所有|都是(?:人|一家)")
_TO_US = re.compile(
    "貴[府市局部校會方單]|誠摯|敬邀|惠請|您|簡介|官網|網站|轉貼"
)  # a letter that the traveller pasted: 我們 is who wrote it
_OPEN = re.compile(
    "(?:^|[，。；：、（])(?:[早上中下午晚當日天後來接著然隨]{1,3}|這時|此時|會後|結束後|抵達後)?$"
)
_BEGINS = re.compile("^(?:[早上中下午晚當日天後來接著然隨]{1,3}|會後|結束後|抵達後)?$")
_ADVERBS = "(?:先|就|又|也|再|還|便|接著|隨後|後來|隨即|一起|一同|直接|沿路|一路|特地|順道|繼續)*"
_CAR = "乘|電車|公車|巴士|小巴|計程車|高鐵|飛機|捷運|纜車|地鐵|接駁車|火車|新幹線|遊覽車"
_PLACE = "[^，。的]{0,14}(?:館|站|廠|港|公園|局|署|市府|中心|設施)(?=[，。]|$)"
_WENT = re.compile(
    f"{_ADVERBS}(?:(?:前往|參[觀訪]|拜會)(?={_PLACE})|(?:搭|轉搭|轉乘)(?:{_CAR})(?=[到去回至前，。])|入住(?=[^，。的]{{0,12}}(?:飯店|旅館|酒店))|回飯店)"
)
_DID = re.compile(f"{_ADVERBS}(?:坐(?=第\\d+[桌排])|交換(?=了?名片)|合[影照](?=[，。留]|$))")
_ANOTHER_TIME = re.compile(
    "每(?:個?(?:月|年|禮拜|星期)|[年週天次日季]|一)|多年|年來|[\\d一二三四五六七八九十]年(?![\\d度底])|通常|一向|向來|平常|都會"
    "|去年|前年|當年|當初|當時|那時|以前|從前|過去|曾|歷年|[災震戰]後|[災難][民區]|避難|逃|上[班學課]|通勤|各[校地社縣市國級]|全國|志工|訪臺|來臺"
)  # what somebody did at another time, or does every month, may be the hosts' own, told without saying that they told it
_RECEIVED = re.compile("(?<![不沒未])(?<!沒有人)(?:接待|迎接|款待)$")
_PARTY_OF = re.compile("^一行(?=[，。\\d到前抵搭由從共坐走入])")
_HERE = re.compile("^(?:$|[，。；]|的是)")
_GREETED = re.compile("[與跟和向對]$")
_GREETING = re.compile("^(?:合[影照]|揮手|打招呼|握手|道別)")
_ASKED = re.compile("代表[^，。]{0,8}向$")
_FOR_PAPERS = re.compile("^索取")
_CONCERNED = re.compile("^最有關")
_SEATS = re.compile("(?:大會|主辦單位|秘書處)[把將]$")
_SEATED = re.compile("^[^，。]{0,12}排(?:在|到)[^，。]{0,6}[桌排席]")
_ONLY = re.compile("(?:臺灣|我國|臺中)(?:來|參加|出席)的[^，。]{0,4}只有$")
_ASKED_TO_SUPPORT = re.compile(
    "(?:^|[，。；])[也並再另又]?(?:拜託|請託?|洽請|爭取)(?:[她他]們?|對方|主席|會長)[^，。；]*支持$"
)
_ELECTED = re.compile("改選|連任|席次|選舉|投票|入會|申請|申辦")
_PARTY = re.compile("^這[種樣]的?(?=訪問?團|代表團|參訪團|考察團)")
_ABROAD = re.compile("參考|借鏡|學習|此行|本次想|想看|想了解|返國|回國")
_THEIRS = re.compile(
    "主辦|承辦|大會|秘書處|旅行社|廠商|公司|業者|窗口|聯絡人|飯店|航空|協會|組織|基金會|聯盟|簡章|議程|[館園站校院廠會官]方|成立|創立|致力"
)
_SPEAKER = re.compile(r"(?:[長員者師任授席方士生]|代表|小姐|志工)\s+我們")  # 「館長 我們搭電車上山」
_OFFICE_BEFORE = re.compile("(?<=交代|指示|任務|重點)(?P<what>[^，。：]{0,4})[：:]")


def tells_of_us(piece: Material, trip: Trip) -> bool:
    """Whether 我們 in this message may be the travellers: typed or spoken by one of them, about what happened."""
    return (
        piece.own
        and piece.kind in (Kind.FACT, Kind.QUOTE)
        and piece.medium in (Medium.NOTE, Medium.VOICE)
        and "我們" in piece.text
        and not _TO_US.search(piece.text)
        and not _SPEAKER.search(piece.text)
        and not others_spoke(_up_to_the_last(piece, trip), _people(trip))
    )


def ours(text: str, piece: Material, trip: Trip) -> str:
    """A sentence of such a message with who is meant by 我們."""
    if "我們" not in text:
        return text
    early = _early(piece, trip) and not _THEIRS.search(piece.text)
    return around_quotes(
        own_unit(text) if early else text,
        lambda t: _named(t, _people(trip), own_office(trip), early=early and bool(_ABROAD.search(t))),
    )


def _people(trip: Trip) -> list[str]:
    return [t.name for t in trip.travellers if t.name]


def _up_to_the_last(piece: Material, trip: Trip) -> str:
    """「科長交代三件：」 before the trip leads to what is to be done; later such a mark leads to what somebody said."""
    words = piece.text[: piece.text.rfind("我們")]
    return _OFFICE_BEFORE.sub(r"\g<what>，", words) if _early(piece, trip) else words


def _named(text: str, people: Sequence[str], office: str, *, early: bool) -> str:
    if _ANOTHER_TIME.search(text) and not early:
        return text
    done, rest = "", text
    while match := _WE.search(rest):
        before, after = done + rest[: match.start()], rest[match.end() :]
        meant = None
        if not others_speak("" if early else before, after, people):
            meant = _meant(before, after, text, office, early=early)
        if meant is None:
            done, rest = before + "我們", after
        else:
            before, word, rest = meant
            done = before + word
    return done + rest


def _meant(before: str, after: str, text: str, office: str, *, early: bool) -> tuple[str, str, str] | None:
    """What stands before, instead of, and after this 我們; None where it stays."""
    near = before[-REACH:]
    staff = office if office == "本團" else f"{office}人員"
    begins = bool(_OPEN.search(near))
    if _ALL_OF_US.match(after):
        return None
    if begins and _PARTY_OF.match(after):
        return before, "", after
    if begins and _WENT.match(after):
        return before, "" if _BEGINS.match(before) else staff, after
    if begins and _DID.match(after):
        return before, staff, after
    if (_RECEIVED.search(near) and "臺" not in near and _HERE.match(after)) or (
        _GREETED.search(near) and _GREETING.match(after)
    ):
        return before, staff, after
    if after.startswith("這桌"):
        return before, "本", after[1:]
    if after.startswith("臺灣"):
        return before, "", after
    if not begins and (party := _PARTY.match(after)):
        return before, "", after[party.end() :]
    return (before, office, after) if early or _is_the_office(near, after, text) else None


def _is_the_office(near: str, after: str, text: str) -> bool:
    return bool(
        (_GREETED.search(near) and _CONCERNED.match(after))
        or (_ASKED.search(near) and _FOR_PAPERS.match(after))
        or (_SEATS.search(near) and _SEATED.match(after))
        or _ONLY.search(near)
        or (_ASKED_TO_SUPPORT.search(near) and _ELECTED.search(text))
    )


def _early(piece: Material, trip: Trip) -> bool:
    """Whether it was typed before the trip began: no host had spoken yet."""
    try:
        zone = ZoneInfo(piece.zone)
    except (KeyError, ValueError):
        return False
    return trip.period is not None and piece.said_at.astimezone(zone).date() < trip.period.start
