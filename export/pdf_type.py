"""The text of a PDF page, and which of its lines are set in smaller type than the body of the document."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pypdf import PageObject

_SMALLER = 0.93


class TypedPage:
    """The text of one page as pypdf gives it, with the size of type of each sign that it could be told of."""

    def __init__(self, page: PageObject) -> None:
        self._pieces: list[tuple[str, float]] = []
        self.text: str = page.extract_text(visitor_text=self._take)
        if "".join(text for text, _ in self._pieces).strip() != self.text.strip():
            self._pieces = []

    def _take(self, text: str, _matrix: Any, place: Sequence[float], _font: Any, size: float) -> None:
        self._pieces.append((text, abs(size * (place[3] or 1.0))))

    @property
    def sizes(self) -> Counter[float]:
        """How many signs are set in each size."""
        found: Counter[float] = Counter()
        for text, size in self._pieces:
            found[round(size, 1)] += len(text.strip())
        return found

    def smaller_than(self, body: float) -> tuple[int, ...]:
        """The numbers of the lines whose signs are all smaller than this."""
        lines: list[list[float]] = [[]]
        whole = "".join(text for text, _ in self._pieces)
        skip = len(whole) - len(whole.lstrip()) - (len(self.text) - len(self.text.lstrip()))
        for text, size in self._pieces:
            for sign in text:
                if skip > 0:
                    skip -= 1
                elif sign == "\n":
                    lines.append([])
                elif not sign.isspace():
                    lines[-1].append(size)
        return tuple(n for n, sizes in enumerate(lines) if sizes and max(sizes) < body * _SMALLER)


def smaller_lines(pages: Sequence[TypedPage]) -> tuple[tuple[int, ...], ...]:
    """For each page the lines in smaller type than most of the document is set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        sizes += page.sizes
    body = max(sizes, key=lambda size: sizes[size]) if sizes else 0.0
    return tuple(page.smaller_than(body) for page in pages)
