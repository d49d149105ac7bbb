"""One script for both: text with each traditional character that has a simplified form in that form, place by place."""

from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text in the one script that names are compared in: 臺中市政府, 台中市政府 and its simplified writing are one.

    As long as the text itself, so that places stay.
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    lines = files("drafting.grounding").joinpath("one_script.txt").read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    table = {ord(pairs[i]): pairs[i + 1] for i in range(0, len(pairs), 2)}
    return table | dict.fromkeys((0xFF0E, 0x2027, 0x2022, 0x30FB), "·")
