"""What became of a piece of material that was handed over."""

from typing import Literal, NamedTuple

from drafting.material import Ref


class Kept(NamedTuple):
    """``changed``: an edit or the bytes of a file arrived; ``same``: nothing that was not known, or dropped before."""

    ref: Ref
    state: Literal["new", "changed", "same"]
