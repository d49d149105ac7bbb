"""What is asked of a writer, whether it is our own rules or a model: the prose of one slot, from its material."""

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from drafting.errors import DraftingError
from drafting.form import Form, Length, Role
from drafting.frozen import Frozen
from drafting.material import Material, Ref
from drafting.model_book import Book
from drafting.report import ListBlock, Paragraph, Sentence
from drafting.review import Usage
from drafting.trip import Trip


class Slot(Frozen):
    """One piece of prose to write: a whole part, or one activity within the 過程.

    ``material`` is what was routed here, in order; ``also`` are those of it that the traveller put in by hand, which may
    be used elsewhere too, and in 心得 and 建議 count as own opinions. ``wished`` says that a person wants it to be written otherwise. ``share`` is how many sentences of the abstract are about it, mostly a
    fraction. When the slot is the abstract, ``so_far`` holds the body's sentences, and ``drafted`` what the writers of
    the body gave for it.
    """

    key: str
    role: Role
    title: str
    guidance: str = ""
    material: tuple[Ref, ...] = ()
    also: tuple[Ref, ...] = ()
    wished: bool = False
    share: float = 0.0
    so_far: tuple[Sentence, ...] = ()
    drafted: tuple[Sentence, ...] = ()
    length: Length | None = None

    def pieces(self, trip: Trip) -> tuple[Material, ...]:
        """The routed material itself, in order."""
        known = {m.ref: m for m in trip.material}
        return tuple(known[ref] for ref in self.material if ref in known)


class Headed(Frozen):
    """A headed piece within a slot (one 心得 or 建議): its headline, and what stands below it."""

    title: str
    blocks: tuple[Paragraph | ListBlock, ...]


class Prose(Frozen):
    """What a writer gives back: blocks, or headed pieces, or both; and what it cost. ``for_abstract`` is what the abstract
    shall say of it, if the writer was asked for that.
    """

    blocks: tuple[Paragraph | ListBlock, ...] = ()
    headed: tuple[Headed, ...] = ()
    for_abstract: tuple[Sentence, ...] = ()
    usage: Usage = Usage()


class Writer(Protocol):
    """Fills slots. Raises WriterUnavailable or WriterRefused; never returns a sentence without a source but links."""

    @property
    def name(self) -> str:
        """Offline or openai, as the command line calls it."""
        ...

    @property
    def model(self) -> str:
        """The model's id, or "" if none wrote."""
        ...

    @property
    def place(self) -> str:
        """Where the model ran, as the operator named it, or ""."""
        ...

    @property
    def prompts(self) -> dict[str, str]:
        """Digest of each prompt template used, by name."""
        ...

    async def write(self, slot: Slot, trip: Trip, form: Form) -> Prose:
        """Write the prose of one slot."""
        ...


@runtime_checkable
class AsksAModel(Protocol):
    """A writer whose requests leave this program, and may leave the agency."""

    @property
    def base_url(self) -> str:
        """Where its server is."""
        ...

    @property
    def off_premises(self) -> bool:
        """Whether that is outside of the agency: then it needs consent, and sees stand-ins for people."""
        ...

    def with_book(self, book: Book) -> Writer:
        """The same writer for one draft, whose requests are put down in this book."""
        ...


@runtime_checkable
class WritesTogether(Protocol):
    """A writer to whom several slots may be given at once, because each request has its price."""

    def together(self, slots: Sequence[Slot], trip: Trip, form: Form) -> list[list[Slot]]:
        """Which slots to write together; each stands in one group."""
        ...

    async def write_together(
        self, slots: Sequence[Slot], trip: Trip, form: Form
    ) -> Mapping[str, Prose | DraftingError]:
        """The prose of each slot by its key, or what kept it from being written."""
        ...
