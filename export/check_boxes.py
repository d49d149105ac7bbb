"""Finds the check boxes in a text: Word takes them from the Latin face at one place and from the Chinese one at another."""

import re
from collections.abc import Iterator
from typing import Final

BOX_FACE: Final = "Segoe UI Symbol"  # every Windows has it; 標楷體 lacks the ticked box
_BOXES = re.compile("([□☐☑])")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order, none of them empty; each with whether it is a box."""
    for number, piece in enumerate(_BOXES.split(text)):
        if piece:
            yield piece, number % 2 == 1
