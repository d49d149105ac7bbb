"""How days are written: 107年4月9日, 2018/4/10, 4/10－12, 四月十日; and how they are written by us."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from drafting.numerals import NARROW, han_value

_N = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_RELATIVE = {"前年": -2, "去年": -1, "本年": 0, "今年": 0, "當年": 0, "同年": 0, "明年": 1, "後年": 2}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MON = "|".join(f"{m}|{m[:3]}" for m in _MONTHS.split("|")) + "|Sept"
_DATE = re.compile(
    rf"""
    (?<![\d.])(?:(?P<roc>民\s?國)\s?)?(?<!\d)
      (?P<y1>\d{{1,4}}|[一二三四五六七八九〇零○]{{4}}|(?<=民國)[一二三四五六七八九十百零〇]{{1,5}}|[一二]百[一二三四五六七八九十零〇]{{0,4}})
      \s?年\s?(?P<m1>{_N})\s?月(?:份)?\s?(?:(?P<d1>{_N})\s?[日號])?
  | (?P<rel>前年|去年|本年|今年|當年|同年|明年|後年)(?:度|的)?\s?(?P<m2>{_N})\s?(?:月(?:份)?\s?(?:(?P<d2>{_N})\s?[日號])?|/(?P<d2s>\d{{1,2}})(?!\d))
  | (?<![\d./A-Za-z-])(?:民\s?國\s?)?(?P<y3>(?:19|20)\d\d|\d{{2,3}})(?P<sep>[/.-])(?P<m3>\d{{1,2}})(?P=sep)(?P<d3>\d{{1,2}})(?!\d|(?P=sep)\d)
  | (?<![\d./A-Za-z-])(?P<y4>(?:19|20)\d\d)/(?P<m4>\d{{1,2}})(?![\d/.])
  | (?<![\d.個])(?P<m5>{_N})\s?月(?:份)?\s?(?:(?P<d5>{_N})\s?[日號])?
  | (?<![\d./A-Za-z-])(?<!\d:)(?<!占)(?<!佔)(?<!約)(?<!近)(?<!逾)(?<!超過)(?P<m6>\d{{1,2}})/(?P<d6>\d{{1,2}})(?![\d/%]|\.\d|\s?(?:的(?!\s?(?:行程|會議|活動|議程|課|晚|早|下午|上午))|分|強|弱|以上|以下|席|決|票|股|人口|會員))
  | (?<![A-Za-z\d])(?P<d7>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—~]\s?(?P<d7b>\d{{1,2}})(?:st|nd|rd|th)?)?\s(?P<m7>{_MON})\.?(?:,?\s(?P<y7>(?:19|20)\d\d))?(?![A-Za-z\d])
  | (?<![A-Za-z])(?P<m8>{_MON})\.?\s(?P<d8>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—~]\s?(?P<d8b>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,?\s(?P<y8>(?:19|20)\d\d))?(?![A-Za-z\d:])
  | (?<![\d.第共期約滿逾近月個])(?P<d9>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?)\s?[日號](?!\s?(?:館|線|公路|出口|登機|門|樓|廳|桌|車|房|室|機|令|函|內|間|後|份|遊|本|圓|元))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_HOLD_ONE = re.compile(r"\d\s?[年月日號/]|[一二三四五六七八九十廿〇零○]\s?[年月日號]|\d[.-]\d{1,2}[.-]\d")
_MAY_BE_ENGLISH = re.compile(rf"(?:{_MON})", re.IGNORECASE)
"""A date holds a match of one of these, near its beginning; looking for them costs a tenth of looking for all kinds."""
_BEFORE_SIGN = 16  # characters of a date that may stand before such a match: 民國一百零七年
_LONGEST_DATE = 40
_WEEKDAY = r"(?:\s?[(（](?:星期|週|周|禮拜)?[一二三四五六日天][)）])?"
_UNTIL = re.compile(rf"{_WEEKDAY}\s*起?\s*(?:至|到|-|–|—|─|~|～|〜|to\b)\s*")
_AND = re.compile(rf"{_WEEKDAY}\s*(?:、|,|及|和|與)\s*")
_BARE_DAY = re.compile(r"(?P<day>\d{1,2})(?!\s?(?:[\d/:.%月年點時分個人位]|,\d))(?:\s?[日號])?")
_BARE_DAY_ZH = re.compile(rf"(?P<day>{_N})\s?[日號](?!內|間)")


class Found(NamedTuple):
    """A day, a run of days or a month in a text.

    ``first`` to ``last`` are the days meant, both included; they are equal for one day, and the ends of the month for
    a month. Both are None if the year (or month) is neither written nor to be had from ``near``. ``last_month`` and
    ``last_day`` are None unless a run of days is written.
    """

    start: int
    end: int
    text: str
    first: date | None = None
    last: date | None = None
    year_given: bool = False
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None

    @property
    def is_range(self) -> bool:
        """Whether a run of days is written (4/10－12)."""
        return self.last_day is not None


class _Piece(NamedTuple):
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_day: int | None = None


def roc(day: date) -> str:
    """107年4月9日; years before 1912 are written as 西元."""
    if day.year < 1912:
        return f"西元{day.year}年{day.month}月{day.day}日"
    return f"{day.year - 1911}年{day.month}月{day.day}日"


def roc_range(start: date, end: date) -> str:
    """107年4月9日至107年4月14日; one day is written once."""
    return roc(start) if start == end else f"{roc(start)}至{roc(end)}"


def weekday_zh(day: date) -> str:
    """星期一 to 星期日."""
    return "星期" + "一二三四五六日"[day.weekday()]


def find_dates(text: str, near: date | None = None) -> list[Found]:
    """Every day, run of days and month, in order. A day without year gets the year that brings it closest to ``near``.

    Days joined by 、 are one run only if they follow each other; else each is found alone.
    """
    narrow = text.translate(NARROW)
    return list(_walk(text, narrow, near))


def _walk(text: str, narrow: str, near: date | None) -> Iterator[Found]:
    at = 0
    english = bool(_MAY_BE_ENGLISH.search(narrow))
    while match := _next(narrow, at, english=english):
        at = match.end()
        piece = _piece(match, near)
        if piece is None:
            at = match.start() + 1
            continue
        second = _second(narrow, piece, near)
        found = _found(text, match.start(), piece, second, near)
        if found is None:
            continue
        yield found
        at = max(found.end, match.start() + 1)
        while alone := _next_alone(narrow, at, piece):
            found = _found(text, alone[0], alone[1], None, near)
            if found is None:
                break
            yield found
            at = found.end


def _next(narrow: str, at: int, *, english: bool) -> re.Match[str] | None:
    if english:
        return _DATE.search(narrow, at)
    sign = _MAY_HOLD_ONE.search(narrow, at)
    while sign:
        until = min(len(narrow), sign.end() + _LONGEST_DATE)
        if match := _DATE.search(narrow, max(at, sign.start() - _BEFORE_SIGN), until):
            if until == len(narrow):
                return match
            if whole := _DATE.match(narrow, match.start()):  # what is looked at may end within a date
                return whole
        sign = _MAY_HOLD_ONE.search(narrow, sign.start() + 1)
    return None


def _piece(match: re.Match[str], near: date | None) -> _Piece | None:
    kind = next(k for k in ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "d9") if match[k])
    number = kind[1]
    names = match.groupdict()
    month = _number(names.get(f"m{number}"))
    day = _number(names.get(f"d{number}") or (names["d2s"] if number == "2" else None))
    year = _year(names, number, near)
    if number == "9" and near is None:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= _longest(year, month):
        return None
    if number in "13" and year is None:
        return None
    if number == "1" and day is None and len(str(names["y1"])) == 1 and not names["roc"]:
        return None  # 3年6月 is a length of time
    end_day = _number(names.get(f"d{number}b")) if number in "78" else None
    return _Piece(end=match.end(), year=year, month=month, day=day, end_day=end_day)


def _year(names: dict[str, str | None], number: str, near: date | None) -> int | None:
    if number == "2":
        return near.year + _RELATIVE[str(names["rel"])] if near else None
    written = names.get(f"y{number}")
    if not written:
        return None
    value = han_value(written)
    if value is None:
        return None
    year = int(value)
    if 1800 <= year <= 2200:
        return year
    if number == "3" and not 80 <= year < 200:
        return None
    if year > 289 or year == 0:  # 民國 289 is 2200, the last year that is read
        return None
    if (
        year < 60
        and not names["roc"]
        and near
        and abs(2000 + year - near.year) < abs(1911 + year - near.year)
    ):
        return 2000 + year
    return 1911 + year


def _second(narrow: str, first: _Piece, near: date | None) -> _Piece | None:
    if first.day is None:
        return None
    if first.end_day:
        return _Piece(end=first.end, year=first.year, month=first.month, day=first.end_day)
    if until := _UNTIL.match(narrow, first.end):
        return _until(narrow, until.end(), first, near)
    if (also := _AND.match(narrow, first.end)) and (bare := _BARE_DAY.match(narrow, also.end())):
        day = int(bare["day"])
        if day == first.day + 1 and day <= _longest(first.year, first.month):
            return _Piece(end=bare.end(), year=first.year, month=first.month, day=day)
    return None


def _until(narrow: str, at: int, first: _Piece, near: date | None) -> _Piece | None:
    if (match := _DATE.match(narrow[at : at + _LONGEST_DATE])) and not match[
        "d9"
    ]:  # cut: what stands before is no part
        piece = _piece(match, near)
        if piece is None or piece.day is None:
            return None
        later = (piece.month or 0, piece.day) >= (first.month or 0, first.day or 0)
        year = piece.year or (first.year + (not later) if first.year else None)
        return piece._replace(year=year, end=at + piece.end)
    bare = _BARE_DAY_ZH.match(narrow, at) or _BARE_DAY.match(narrow, at)
    day = _number(bare["day"]) if bare else None
    if bare and day and (first.day or 0) < day <= _longest(first.year, first.month):
        return _Piece(end=bare.end(), year=first.year, month=first.month, day=day)
    return None


def _next_alone(narrow: str, at: int, first: _Piece) -> tuple[int, _Piece] | None:
    also = _AND.match(narrow, at)
    bare = _BARE_DAY_ZH.match(narrow, also.end()) if also and first.day and first.month else None
    day = _number(bare["day"]) if bare else None
    if also and bare and day and 1 <= day <= _longest(first.year, first.month):
        return also.end(), _Piece(end=bare.end(), year=first.year, month=first.month, day=day)
    return None


def _found(text: str, start: int, piece: _Piece, second: _Piece | None, near: date | None) -> Found | None:
    month = piece.month if piece.month is not None or near is None else _near_month(piece.day or 1, near)
    if month is None:
        return None
    year = piece.year if piece.year is not None else _near_year(month, piece.day, near)
    if second and second.month is None:
        second = second._replace(month=month)
    end = second.end if second else piece.end
    first = last = None
    if year is not None:
        first = _date(year, month, piece.day or 1)
        last = first if piece.day else _month_end(year, month)
        if second and first:
            last_year = second.year or year + ((second.month or 0, second.day or 0) < (month, piece.day or 0))
            last = _date(last_year, second.month or month, second.day or 1)
            if last is None or last < first:
                second, last, end = None, first, piece.end
        if first is None:
            return None
    return Found(
        start=start,
        end=end,
        text=text[start:end],
        first=first,
        last=last,
        year_given=piece.year is not None,
        month=month,
        day=piece.day,
        last_month=second.month if second else None,
        last_day=second.day if second else None,
    )


def _near_year(month: int, day: int | None, near: date | None) -> int | None:
    if near is None:
        return None
    days = [
        (abs((d - near).days), y)
        for y in range(near.year - 1, near.year + 2)
        if (d := _date(y, month, day or 15))
    ]
    return min(days)[1] if days else None


def _near_month(day: int, near: date) -> int | None:
    around = (near.replace(day=1) - timedelta(days=1), near, near.replace(day=28) + timedelta(days=4))
    days = [(abs((d - near).days), d.month) for a in around if (d := _date(a.year, a.month, day))]
    return min(days)[1] if days else None


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdigit():
        return int(text)
    named = next((i for i, m in enumerate(_MONTHS.split("|"), 1) if text[:3].lower() == m[:3].lower()), None)
    if named:
        return named
    value = han_value(text.replace("廿", "二十"))
    return int(value) if value is not None else None


def _longest(year: int | None, month: int | None) -> int:
    if month is None:
        return 31
    return (
        _month_end(year, month).day if year else (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
    )


def _month_end(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
