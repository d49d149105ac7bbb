"""Lines of a vCard, as telephones attach them to contacts (pure)."""

import re

_LONGEST = 200


def of_card(card: str, field: str) -> str:
    """The value of a field (ORG, TITLE …) of a vCard, its parts in a row; "" if it has none."""
    unfolded = re.sub(r"\r?\n[ \t]", "", card[:20_000])
    found = re.search(
        rf"^(?:item\d+\.)?{field}(?:;[^:\r\n]*)?:(?P<value>[^\r\n]*)", unfolded, re.IGNORECASE | re.MULTILINE
    )
    if not found:
        return ""
    parts = re.split(r"(?<!\\);", found["value"])
    return " ".join(p.strip() for part in parts if (p := re.sub(r"\\(.)", r"\1", part)).strip())[:_LONGEST]
