"""Keeps quotations out of reach while the words around them are changed: what stands in 「」 stays as it was said."""

import re
from collections.abc import Callable

_QUOTED = re.compile(r"「([^「」]+)」")
_FIRST, _LAST = 0xE000, 0xF8FF  # private use: no keyboard types these
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")


def around_quotes(text: str, change: Callable[[str], str]) -> str:
    """``change`` applied to the text with one sign in place of each quoted passage, which is put back afterwards."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        if len(kept) > _LAST - _FIRST:
            return match[0]
        kept.append(match[1])
        return f"「{chr(_FIRST + len(kept) - 1)}」"

    hidden = _QUOTED.sub(hide, _PRIVATE.sub("", text))
    return _PRIVATE.sub(lambda m: kept[ord(m[0]) - _FIRST], change(hidden))
