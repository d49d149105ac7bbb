"""An office in its parts: 「臺中市政府秘書處國際事務科約聘人員」 is agency, unit and title."""

import re

from drafting.gather.personal_names import apart, ends_in_title, is_name, is_title

_WORD = r"[^\s、，,／/（(]"
_AGENCY_ENDS = "局|(?<!辦事)(?<!業務)處(?!理)|部(?!門)|院|署|委員會|公所|大學|學校|高中|國中|國小|博物館|美術館|圖書館|中心|基金會|公司|政府|代表會|議會"
AGENCY = re.compile(rf"{_WORD}{{0,40}}(?:{_AGENCY_ENDS})")
_UNIT = re.compile(rf"{_WORD}{{1,14}}?(?:科|組|課|室|股|隊|系|所|司(?!機|法|令)|團隊|分局|工程處)")
_LONGEST_TITLE = 16


def office(token: str) -> dict[str, str]:
    """The parts of Traveller that one word without spaces names; {} if it is no office."""
    parts: dict[str, str] = {}
    name, rest = apart(token)
    if name:
        parts["name"] = name
    if (match := AGENCY.match(rest)) and not is_title(rest):
        parts["agency"] = match.group(0)
        rest = _head_of(parts["agency"], rest[match.end() :])
    if (match := _UNIT.match(rest)) and (len(match.group(0)) < len(rest) or not _is_office_title(rest)):
        parts["unit"] = match.group(0)
        rest = _head_of(parts["unit"], rest[match.end() :])
    if not name and rest != token:  # 「環保局廢管科李小華科長」: the name between the unit and the title
        name, rest = apart(rest)
        parts |= {"name": name} if name else {}
    if rest and _is_office_title(rest):
        parts["title"] = rest
    elif rest and rest != token and not name and is_name(rest):
        parts["name"] = rest
    return parts if set(parts) - {"name"} else {}


def _head_of(office: str, rest: str) -> str:
    """「運輸管理科」 and 「長」: who heads an office is called by its last character."""
    return office[-1] + rest if rest.startswith("長") else rest


def _is_office_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and ends_in_title(text)
