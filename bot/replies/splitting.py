"""Long answers in pieces that Telegram takes, cut where a reader would pause (pure)."""

LONGEST = 4096
"""UTF-16 units in one message, as Telegram counts."""


def split(text: str, longest: int = LONGEST) -> list[str]:
    """Pieces of at most ``longest`` units; cut between paragraphs, else between lines, else anywhere."""
    pieces: list[str] = []
    rest = text.strip()
    while length(rest) > longest:
        cut = _cut(rest, longest)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest else pieces


def length(text: str) -> int:
    """UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, longest: int) -> int:
    end = _fitting(text, longest)
    for border in ("\n\n", "\n", "。"):
        found = text.rfind(border, 1, end)
        if found > 0:
            return found + len(border) if border == "。" else found
    return end


def _fitting(text: str, longest: int) -> int:
    units = 0
    for index, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > longest:
            return index
    return len(text)
