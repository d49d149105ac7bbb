"""Who travelled: names with agency, unit and title, however the line puts them."""

import re
from collections.abc import Iterator, Sequence

from drafting.gather.offices import office
from drafting.gather.personal_names import apart, is_name
from drafting.trip import Traveller

__all__ = ["is_name", "travellers_in"]

_SPLIT = re.compile(r"[。／/，,、;；|｜\t（()）\s:：\[\]【】「」-]+")
_CLAUSE = re.compile(r"[，,。；;\n]")
_LONGEST_LINE = 4000
_LATIN_PARTS = re.compile(r"\s*[/,，]\s*")
_LATIN_NAME = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z.'’-]*){1,3}")
_LATIN_AGENCY = re.compile(
    r"\b(?:Bureau|Department|Office|Ministry|Agency|Government|Council|Authority|Administration|Commission|Division|Section|City|County|"
    r"University|Institute|Center|Centre)\b"
)
_OFFICES = 3
_AND = "和|與|跟|及|還有|以及|由|偕同?|另"
_JOINED = re.compile("[和與跟及暨]")
_ROLES = "團長|副團長|團員|領隊|帶隊官?|隨員|隨行人員|隨行|成員|姓名|出國人員|人員"
_SAYING = "我是|我叫|本人|分別[為是]|包括|包含|一行[二三四五六兩\\d]{1,2}人|我們的?|有"
_SERVING = "服務於|服務機關[為是]?|任職於?|任職|現任|職稱[為是]?|單位[為是]?|職務[為是]?|擔任"
_BEFORE = re.compile(
    rf"^(?:\d{{1,2}}[.\uff0e])?(?:{_AND})?(?:{_SAYING})?(?:{_ROLES}[為是]?)?(?:{_AND})?(?:{_SERVING})?"
)
_BEHIND = re.compile(
    r"(?:(?:共|計|等)?[二三四五六七八兩\d]{1,2}[個位]?人|一起去?|一同前往|前往|同行|帶隊|率隊|率團|去|的){1,2}$|(?:跟|和|與|及)我$"
)
_SHARED = re.compile(r"^(?:兩|二|三|四|五|我們|大家)?[個位]?人?(?:都|均|皆)(?:是|在|為|服務於)?")


def travellers_in(lines: Sequence[str], *, bare: bool = False) -> list[Traveller]:
    """The travellers that these lines name; a missing agency or unit is taken from the person before.

    Reading ends with the first line that names nobody. A name without office counts in a clause of nothing but people
    of whom somebody has one (「藍渡川科長、晏聽雨」), or, if ``bare``, in a line that holds nothing but names.
    """
    found: list[Traveller] = []
    for line in lines:
        people = _people(line[:_LONGEST_LINE], bare=bare)
        if not people and found:
            break
        for person in people:
            if all(person.name != known.name for known in found):
                found.append(_completed(person, found[-1] if found else None))
    return found


def _completed(person: Traveller, before: Traveller | None) -> Traveller:
    if before is None:
        return person
    if person.unit.startswith("同"):
        return person.model_copy(update={"agency": before.agency, "unit": before.unit})
    if not person.agency:
        return person.model_copy(update={"agency": before.agency, "unit": person.unit or before.unit})
    return person


def _people(line: str, *, bare: bool) -> list[Traveller]:
    if bare and (person := _latin(line)):
        return [person]
    people, clean = _read(line)
    if not clean or not (bare or _offices(people)):
        named = {
            person["name"]
            for clause in _CLAUSE.split(line)
            for there, alone in (_read(clause),)
            if alone and _offices(there)
            for person in there
        }
        people = [person for person in people if len(person) > 1 or person["name"] in named]
    return [Traveller(**person) for person in people]


def _latin(line: str) -> Traveller | None:
    """「Ruotian Bei, Water Resources Bureau, engineer」: name, then agency, unit and title as far as they are said."""
    name, *offices = (part.strip() for part in _LATIN_PARTS.split(line.strip(" .")))
    if not _LATIN_NAME.fullmatch(name) or _LATIN_AGENCY.search(name) or len(offices) > _OFFICES:
        return None
    agencies = [office for office in offices if _LATIN_AGENCY.search(office)]
    if len(offices) == _OFFICES and not agencies:  # in the order that is asked for
        agency, unit, title = offices
        return Traveller(name=name, agency=agency, unit=unit, title=title)
    others = [office for office in offices if office not in agencies]
    return Traveller(
        name=name,
        agency=agencies[0] if agencies else "",
        unit=agencies[1] if len(agencies) > 1 else (others[0] if len(others) > 1 else ""),
        title=others[-1] if others else "",
    )


def _offices(people: Sequence[dict[str, str]]) -> bool:
    """Whether somebody is named with an office: who stands beside them travels too."""
    return any(len(person) > 1 for person in people)


def _read(line: str) -> tuple[list[dict[str, str]], bool]:
    """The people of a line, and whether it holds nothing but people and their offices."""
    people: list[dict[str, str]] = []
    waiting: dict[str, str] = {}
    strange = False
    for token in _tokens(line):
        if is_name(token):
            people.append({"name": token, **waiting})
            waiting = {}
            continue
        shared = _SHARED.match(token)
        parts = office(token[shared.end() :] if shared else token)
        strange = strange or not parts
        if shared:
            people = [{**parts, **person} for person in people]
        elif set(parts) == {"agency"} and people and parts["agency"].endswith("政府"):
            people = [_under(parts["agency"], person) for person in people]
        elif parts.get("name"):
            people.append({**waiting, **parts})
            waiting = {}
        elif parts and people and not any(key in people[-1] for key in parts):
            people[-1].update(parts)
        elif parts:
            waiting.update(parts)
    return people, not strange and not waiting


def _tokens(line: str) -> Iterator[str]:
    for raw in (t for t in _SPLIT.split(line.strip("。 　")) if t):
        token = raw if is_name(raw) else _stripped(raw)
        several = [_stripped(part) for part in _JOINED.split(token)]
        if len(several) > 1 and all(is_name(part) or apart(part)[0] for part in several):
            yield from several
        elif token:
            yield token


def _stripped(token: str) -> str:
    """「和團員李小華科長一起去」 → 「李小華科長」."""
    return _BEHIND.sub("", _BEFORE.sub("", token))


def _under(government: str, person: dict[str, str]) -> dict[str, str]:
    """「交通局」 said beside 「臺中市政府」 is 「臺中市政府交通局」."""
    agency = person.get("agency", "")
    return {**person, "agency": agency if agency.startswith(government) else government + agency}
