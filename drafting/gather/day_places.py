"""Where a day leads and what is done there: 「臺北—曼谷—伊斯蘭馬巴德 搭機，曼谷轉機」 in its two parts."""

import re

_ROUTE = re.compile(r"\s{0,9}(?:—|–|－|-|→|->|⇒|➜|~|～|至|=>|>)\s{0,9}")
_ARROW = re.compile(r"—|–|－|→|->|⇒|➜|=>")
_DONE = re.compile(
    r"^[去赴飛]|參加|出席|拜會|拜訪|參訪|訪問|考察|參觀|搭機|轉機|搭乘|飛|出發|啟程|去程|集合|移動|返|回|賦歸|會議|大會|研習|比賽|開幕|閉幕|抵達|前往|"
    r"交流|座談|展|報到|自由|整理|洽|簽|練習|彩排|演出|佈|布展|課|晚宴|上午|下午"
)
_SPACED_ARROW = re.compile(r"\s{1,9}(—|–|－|→|->|⇒|➜|=>|-)\s{1,9}")
_CELLS = re.compile(r"\t|｜|\||：(?=\S)|:\s")


def place_and_activity(rest: str) -> tuple[str, str]:
    """(place, activity); the place is "" where the line begins with what is done."""
    rest = _SPACED_ARROW.sub(r"\1", rest)
    parts = [c.strip() for c in _CELLS.split(rest, maxsplit=2) if c.strip()]
    if (
        len(parts) > 1
        and not _ARROW.search(parts[0])
        and (_ARROW.search(parts[-1]) or not is_place(parts[0]))
    ):
        if is_place(parts[-1]):
            return route(parts[-1]), " ".join(parts[:-1])
    elif len(parts) == 1:
        parts = parts[0].split(None, 1)
    if len(parts) == 1 and "，" in rest:
        parts = rest.split("，", 1)
    if parts and is_place(parts[0].strip(" ,，")):
        return route(parts[0].strip(" ,，")), " ".join(parts[1:]).strip()
    return "", rest


def is_place(text: str) -> bool:
    """Whether the text is a place or a route, not something done."""
    legs = [leg for leg in _ROUTE.split(text) if leg]
    return bool(legs) and all(
        1 < len(leg) <= 12 and not re.search(r"\d", leg) and (len(legs) > 1 or not _DONE.search(leg))
        for leg in legs
    )


def is_done(text: str) -> bool:
    """Whether the text says what is done."""
    return bool(_DONE.search(text))


def route(text: str) -> str:
    """A route with the dashes of an official table: 臺北—東京."""
    return "—".join(leg for leg in _ROUTE.split(text) if leg)
