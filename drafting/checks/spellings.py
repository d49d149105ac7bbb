"""How near two spellings are to each other."""

from collections.abc import Sequence

_NUMERALS = frozenset("0123456789零〇一二兩三四五六七八九十百千甲乙丙丁東西南北中上下前後男女")


def is_near(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names (folded words) are one name misspelled.

    One name's words must all stand in the other, at least one exactly and at least one with a slip of a letter or
    two. Plurals, s for z, and names that only leave words out are not misspellings.
    """
    short, long = sorted((list(a), list(b)), key=len)
    left = list(long)
    exact = [w for w in short if w in left and not left.remove(w)]  # type: ignore[func-returns-value]
    slips = [w for w in short if w not in exact]
    if not slips or not any(len(w) >= 4 for w in exact) or len(long) - len(short) > 1:
        return False
    shortest = 3 if sum(len(w) >= 4 for w in exact) > 1 else 4
    for word in slips:
        match = next((other for other in left if _is_misspelled(word, other, shortest)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def is_slip(a: str, b: str) -> bool:
    """Whether two long Chinese names differ in one sign, and that sign does not count or tell a direction."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        odd, same = a[start] + b[start], a[start + 1 :] == b[start + 1 :]
    else:
        short, long = sorted((a, b), key=len)
        odd, same = long[start], short[start:] == long[start + 1 :]
        same = same and 0 < start < len(long) - 1
    return same and not set(odd) & _NUMERALS and not odd.isascii()


def _is_misspelled(a: str, b: str, shortest: int) -> bool:
    if (
        min(len(a), len(b)) < shortest
        or a.rstrip("s") == b.rstrip("s")
        or a.replace("z", "s") == b.replace("z", "s")
    ):
        return False
    if a.isdigit() or b.isdigit():
        return False
    return _distance(a, b) <= max(1, min(len(a), len(b)) // 4)


def _distance(a: str, b: str) -> int:
    if abs(len(a) - len(b)) > 3:
        return 99
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]
