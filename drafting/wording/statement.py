"""One thing that a traveller said, in written register, with the material it stands in."""

from typing import NamedTuple

from drafting.material import Ref


class Statement(NamedTuple):
    """``item`` marks a point of a list, ``head`` a headline for what follows, ``lead`` a sentence ending in a colon."""

    text: str
    sources: tuple[Ref, ...]
    item: bool = False
    head: bool = False

    @property
    def lead(self) -> bool:
        """Whether a list should follow."""
        return self.text.endswith("：")
