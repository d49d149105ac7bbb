"""What a message says when a field was asked for: the value to keep, or that it speaks of something else (pure)."""

import re
from collections.abc import Mapping
from datetime import date

from drafting.errors import ValueUnclear
from drafting.gather.contacts import contact_in
from drafting.gather.corrections import checked
from drafting.gather.personal_names import is_name
from drafting.gather.places import regions_in
from drafting.trip import Category, Classification

_LONGEST = {"travellers": 400, "itinerary": 4000, "report_name": 90}
_LONGEST_OTHER = 40
_PLAN = re.compile(r"出席|參加|考察|參訪|訪問|拜會|會議|論壇|計畫|研習|進修|交流|比賽|參展|演出|洽|赴|前往")
_NO_NAME = re.compile(
    r"[。！？!?\n，,]|^\d{1,2}\s?[/月.]\s?\d{1,2}|\d{1,2}[:：]\d{2}|[我他她們了嗎吧]|^(?:今|昨|明|剛)"
)
"""A sentence, a row of the itinerary or something that happened today is no name of a plan."""
_OFFICE = re.compile(r"(?:局|處|部|署|院|會|府|所|科|室|中心|大學|學校|國中|國小|高中|分署|大隊|館)$")
_NO = re.compile(r"^(?:不是|不|否|無|没|沒|普通|一般|免|no\b|none)", re.IGNORECASE)
_YES = re.compile(r"^(?:是|有|含|對|yes\b)", re.IGNORECASE)
_DESTINATIONS = {
    "mainland": r"^(?:是|去|赴)?(?:中國)?大陸",
    "hk_macau": "港澳|香港|澳門",
    "foreign": "一般|國外|外國",
}
_PHONE = re.compile(r"\d{3,4}-?\d{3,4}|分機|\d{7,}")
_SKIP = re.compile(
    r"(?:先)?(?:略過|跳過|略|跳)(?:吧|了)?|(?:還|目前)?(?:不知道|不清楚|不確定|沒有|沒定|未定|還沒(?:有|定|確定)?)|無|"
    r"skip(?: (?:it|this))?|pass|no|none|not (?:yet|sure)|no idea|(?:i )?don'?t know(?: yet)?|n/a"
)
_LATER = re.compile(
    r"(?:其他)?(?:之後|等等|等一下|晚點|晚一點|改天|回去|回國)(?:再)?(?:說|補|填|問)(?:吧|啦)?|先不要(?:問)?|(?:先)?到這裡(?:就好)?|別問了|不要再?問了?|"
    r"later|not now|stop(?: asking)?|enough"
)
_SAID = re.compile(r"^(?:是|就是|叫做?|由|為)\s*")


def answer(key: str, text: str, near: date, *, surely: bool = False) -> str | None:
    """The value in a message, as ``set`` takes it; None for a message that is no answer.

    ``surely`` says that the message was meant as the answer (a reply to the question, or the field was chosen by
    hand); then what cannot be read raises ValueUnclear, with an example of how to write it.
    """
    said = text.strip().rstrip("。")
    value = _value(key, said, near)
    if value is not None and (surely or len(said) <= _LONGEST.get(key, _LONGEST_OTHER)):
        return value
    if not surely:
        return None
    checked(key, said, near)  # raises what is to be told
    return said


def leaves(said: str) -> str:
    """What a message asks for: "skip" to leave this question out, "later" to be asked no more, "" for neither.

    What a word such as 「沒有」 answers (「含附件」) is to be looked for first.
    """
    plain = said.strip().strip("。.!！~～ ").lower()
    if _SKIP.fullmatch(plain):
        return "skip"
    return "later" if _LATER.fullmatch(plain) else ""


def besides(said: str) -> Mapping[str, str]:
    """The contact and the telephone number that one short answer names together: 「04-22289111 分機 66001，找王小明」."""
    if len(said) > _LONGEST_OTHER or not _PHONE.search(said):
        return {}
    found = contact_in(said, person=True)
    return {key: found[key] for key in ("contact_person", "contact_phone") if key in found}


def _value(key: str, said: str, near: date) -> str | None:
    match key:
        case "classification":
            level = next((c for c in reversed(Classification) if c.value in said), None)
            return (level.value if level else None) if not _NO.match(said) else "none"
        case "destination":
            return next((kind for kind, words in _DESTINATIONS.items() if re.search(words, said)), None)
        case "regions":
            return "、".join(regions_in(said)) or None
        case "report_name":
            plain = said.strip("「」")
            return plain if len(plain) > 5 and _PLAN.search(plain) and not _NO_NAME.search(plain) else None
        case "host_agency":
            plain = _SAID.sub("", said)
            return plain if _OFFICE.search(plain) and re.fullmatch(r"[\u4e00-\u9fffA-Za-z]+", plain) else None
        case "contact_person":
            plain = _SAID.sub("", said)
            return plain if is_name(plain) else besides(said).get("contact_person")
        case "contact_phone":
            if (both := besides(said)) and "contact_person" in both:
                return both["contact_phone"]
            return said if _PHONE.search(said) else None
        case "has_attachments":
            return "否" if _NO.match(said) else ("是" if _YES.match(said) else None)
        case "categories":
            found = [c.value for c in Category if c.value in said]
            return "、".join(found) or None
        case _:
            return said if _reads(key, said, near) else None


def _reads(key: str, said: str, near: date) -> bool:
    try:
        return any(bool(value) for value in checked(key, said, near).values())
    except ValueUnclear:
        return False
