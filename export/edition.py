"""The editions of a report: as it is filed, for inside with every source named, and for the public."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

from drafting.material import Ref

Edition = Literal["filed", "internal", "public"]
EDITIONS: Final[tuple[Edition, ...]] = get_args(Edition)
"""``filed`` is what is handed in; ``internal`` adds references and the list of material; ``public`` masks and leaves out."""


def cited(refs: Sequence[Ref]) -> str:
    """[N12, P3], or "" without references."""
    return f"[{', '.join(dict.fromkeys(refs))}]" if refs else ""
