"""Whom to call about a report: a name or title, and a telephone number with its extension."""

import re
from collections.abc import Mapping
from typing import Any

from drafting.gather.personal_names import apart, is_name
from drafting.numerals import NARROW

_PHONE = re.compile(
    r"(?<!\d)(?P<number>(?:\+886[-\s]?\d{1,3}|\(?0\d{1,3}\)?)[-\s]?\d{3,4}[-\s]?\d{3,4})(?!\d)"
    r"(?:[\s,，]{0,3}(?:分機|轉|#|＃|ext\.?)[\s:：]{0,3}(?P<extension>\d{2,6}))?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[\u4e00-\u9fff]{1,4}(?:長|員|師|士|任)(?=就好|即可|$|[\s，,])")
_BETWEEN = re.compile(r"[\s，,、（()）:：]|電話|分機|手機|\d")
_SAID = re.compile(r"^.*(?:的|是|填|找|姓名)")


def contact_in(value: str, *, person: bool) -> Mapping[str, Any]:
    """contact_phone, and of a person contact_person or else contact_title (who has it is known later)."""
    found: dict[str, Any] = {}
    if match := _PHONE.search(value.translate(NARROW)):
        extension = f"分機{match['extension']}" if match["extension"] else ""
        found["contact_phone"] = match["number"].replace(" ", "") + extension
    if not person:
        return found
    words = [word for word in _BETWEEN.split(value) if word]
    bare = [w for word in words for w in (word, _SAID.sub("", word[:20])) if is_name(w)]
    beside = [name for word in words if (name := apart(_SAID.sub("", word[:40]))[0])]
    if name := next(iter((*bare, *beside)), ""):
        found["contact_person"] = name
    elif title := _TITLE.match(value):
        found["contact_title"] = title.group(0)
    return found
