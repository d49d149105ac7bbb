"""What the gate reports."""

from typing import Literal

from drafting.frozen import Frozen

Kind = Literal["number", "date", "person", "organisation", "place", "quote"]


class Unsupported(Frozen):
    """One piece of a text that no source holds; ``start`` and ``end`` are its place in the text."""

    text: str
    kind: Kind
    start: int
    end: int
