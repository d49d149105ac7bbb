"""One script for both: text with each traditional character that has a simplified form in that form, place by place."""

from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text in the one script that names are compared in: 臺中市政府, 台中市政府 and its simplified writing are one.

    As long as the text itself, so that places stay.
    """
    return text.translate(_table())


def words_of(name: str) -> frozenset[str]:
    """The words of a list that lies beside this file, in the one script."""
    return frozenset(plain(" ".join(lines_of(name))).split())


@cache
def _table() -> dict[int, str]:
    pairs = "".join(lines_of("one_script.txt"))
    table = {ord(pairs[i]): pairs[i + 1] for i in range(0, len(pairs), 2)}
    return table | dict.fromkeys((0xFF0E, 0x2027, 0x2022, 0x30FB), "·")


def lines_of(name: str) -> list[str]:
    """The lines of a list that lies beside this file, without those that begin with #."""
    lines = files("drafting.grounding").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
