"""What may be asked about sounds and pictures: an ear for voice messages, an eye for photos."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from drafting.frozen import Frozen
from drafting.material import Material
from drafting.trip import Trip


def nobody_counts(_tokens: int) -> None:
    """For whoever has no budget."""


class Sense(Protocol):
    """Which model is asked, and where; ``off_premises`` says that the agency must have agreed to it."""

    @property
    def model(self) -> str: ...

    @property
    def base_url(self) -> str: ...

    @property
    def off_premises(self) -> bool: ...


class Ear(Sense, Protocol):
    """Hears what is said. Raises Classified, WriterUnavailable or WriterRefused; never returns an empty text."""

    async def hear(
        self, sound: bytes, name: str, trip: Trip, spend: Callable[[int], None] = nobody_counts
    ) -> str:
        """The words in a sound file; ``name`` ends as its format demands. ``spend`` hears the tokens billed, if told."""
        ...


class Seen(Frozen):
    """What a model saw in a photo: a caption to choose or not, and what a person has to decide about."""

    caption: str
    faces: bool = False  # of people who did not come to be in a report
    badges: bool = False  # name badges, with names that can be read
    papers: bool = False  # documents, screens, passports


class Eye(Sense, Protocol):
    """Looks at a photo. Raises Classified, WriterUnavailable or WriterRefused."""

    async def look(
        self, picture: bytes, photo: Material, trip: Trip, spend: Callable[[int], None] = nobody_counts
    ) -> Seen:
        """What is to be seen; ``picture`` is a JPEG. ``spend`` hears the tokens of each answer, refused ones too."""
        ...


class Senses(NamedTuple):
    """Those that somebody configured."""

    ear: Ear | None = None
    eye: Eye | None = None


NOTHING = Senses()
"""Where nobody configured any."""
