"""Which quotations of a text are in no source word for word, punctuation and the writing of numbers aside."""

import re
from collections.abc import Iterator
from datetime import date

from drafting.grounding.evidence import Evidence
from drafting.grounding.spelling import bare, has_cjk, levelled
from drafting.grounding.unsupported import Unsupported

_QUOTE = re.compile(r"「(?P<a>[^「」]{3,600})」|『(?P<b>[^『』]{3,600})』")
_LEFT_OUT = re.compile(r"…+|⋯+|\.{3,}")
_SPOKEN = re.compile(r"(?:表示|指出|強調|說|說道|致詞|回應|提到|認為|寫道|所言|稱)(?:[：:，,]|\s)*[「『]$")
_SHORTEST = 6
_SHORTEST_SPOKEN = 3  # what somebody is made to say is looked at however short it is
_SHORTEST_TILE = 3
_MOST_TILES = 4


def quotes_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands within each pair of quotation marks, without the marks."""
    return (match.span("a") if match["a"] else match.span("b") for match in _QUOTE.finditer(text))


def missing_quotes(text: str, evidence: Evidence, near: date | None) -> Iterator[Unsupported]:
    """Chinese quotations of six signs or more, of three if somebody said them; names in Latin script are looked at word by word elsewhere.

    What somebody said must stand in one source as quoted. A name in 「」 may be put together from up to four pieces
    that the sources hold: 「城市與地方政府聯合會亞太分會」 and 「第7屆大會」.
    """
    for match in _QUOTE.finditer(text):
        inside = match["a"] or match["b"]
        start, end = match.span("a") if match["a"] else match.span("b")
        spoken = inside[-1] in "。！？" or _SPOKEN.search(text, max(0, start - 12), start)
        if len(bare(inside)) < (_SHORTEST_SPOKEN if spoken else _SHORTEST) or not has_cjk(inside):
            continue
        pieces = [levelled(piece, near) for piece in _LEFT_OUT.split(inside)]
        most = 1 if spoken else _MOST_TILES
        sources = tuple(levelled(source, near) for source in evidence.texts)
        if not all(_is_tiled(piece, sources, most) for piece in pieces if piece):
            yield Unsupported(text=inside, kind="quote", start=start, end=end)


def _is_tiled(piece: str, sources: tuple[str, ...], most: int) -> bool:
    for _ in range(most):
        length = _longest_prefix(piece, sources)
        if length == len(piece):
            return True
        if length < _SHORTEST_TILE:
            return False
        piece = piece[length:]
    return False


def _longest_prefix(piece: str, sources: tuple[str, ...]) -> int:
    low, high = 0, len(piece)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if any(piece[:middle] in source for source in sources) else (low, middle - 1)
        )
    cut = piece[:low].rfind("⟦")
    return cut if cut > piece[:low].rfind("⟧") else low  # never half a number
