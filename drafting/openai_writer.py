"""A Writer that asks a language model on any OpenAI-compatible server, and believes nothing that it answers.

It asks for cited sentences, judges each against what it cites, has those that fail written anew once, and marks
what still fails 【待確認】. Every failure leaves as WriterUnavailable, WriterRefused or OverBudget: what the outside world
did is named in openai_client.py, what the model did in openai_ask.py.
"""

from collections.abc import Mapping, Sequence

from drafting.errors import DraftingError, WriterRefused
from drafting.form import Form, Role
from drafting.model_book import Book, Unkept
from drafting.model_policy import check_model, refuse_classified
from drafting.openai_abstract import put_together, sure, to_judge
from drafting.openai_answers import Answer, Item, Naming, answer_schema, cited_by
from drafting.openai_ask import Asker
from drafting.openai_client import Connection
from drafting.openai_extend import extended
from drafting.openai_ground import OPINIONS, Ground, ground_of, ground_with
from drafting.openai_judge import Judged, judged
from drafting.openai_kept import with_kept
from drafting.openai_messages import ask_for, sentences_of
from drafting.openai_prose import prose_of
from drafting.openai_sections import Known, answered, holds, key_of
from drafting.openai_together import grouped, shared_out
from drafting.pseudonyms import Pseudonyms, pseudonyms_for
from drafting.review import Usage
from drafting.trip import Trip
from drafting.wording.trip_statements import TripStatements
from drafting.writer import Prose, Slot
from prompts import digest, names

_NEVER_LEFT_OUT = (Role.PURPOSE, *OPINIONS)
"""An activity may turn out to hold nothing for a report; these never do."""


class OpenAIWriter:
    """Asks ``model`` at ``base_url``; raises ModelNotAllowed if policy refuses it.

    ``timeout`` is in seconds for each try, ``place`` says where the model runs, ``max_tokens`` bounds one answer,
    ``shown`` is how many characters of material one request may hold, ``retries`` are for what may pass by
    itself (429, 5xx, lost connections), ``slots`` how many requests run side by side, ``allowed`` are patterns of the
    agency's own list of models. A model ``off_premises`` sees stand-ins for people.
    """

    name = "openai"

    def __init__(
        self,
        base_url: str,
        api_key: str,
        model: str,
        *,
        timeout: float = 120,
        place: str = "",
        max_tokens: int = 4000,
        shown: int = 24_000,
        retries: int = 2,
        slots: int = 8,
        allowed: Sequence[str] = (),
        off_premises: bool = False,
    ) -> None:
        check_model(model, base_url, allowed)
        self.model = model
        self.base_url = base_url
        self.off_premises = off_premises
        self.place = place
        self._max_tokens = max_tokens
        self._shown = shown
        self._connection = Connection(base_url, api_key, timeout=timeout, retries=retries, slots=slots)
        self._keeps = slots == 1
        self._begin(Unkept())

    def _begin(self, book: Book) -> None:
        self._book = book
        self._spent = Usage()
        self._names: tuple[Trip, Pseudonyms] | None = None
        self._statements: TripStatements | None = None

    def with_book(self, book: Book) -> "OpenAIWriter":
        """The same writer for one draft, whose requests are put down in this book."""
        other = object.__new__(OpenAIWriter)
        other.__dict__ |= self.__dict__
        other._begin(book)
        return other

    @property
    def spent(self) -> Usage:
        """What all slots have cost since it was made, those that failed as well."""
        return self._spent

    @property
    def prompts(self) -> dict[str, str]:
        return {name: digest(name) for name in names()}

    async def close(self) -> None:
        """Close the connections; the writer is of no use after."""
        await self._connection.close()

    async def write(self, slot: Slot, trip: Trip, form: Form) -> Prose:
        """Write one slot. Where nothing may be cited, or no opinion of the traveller's is there, nobody is asked."""
        written = (await self.write_together([slot], trip, form))[slot.key]
        if isinstance(written, DraftingError):
            raise written
        return written

    def together(self, slots: Sequence[Slot], trip: Trip, form: Form) -> list[list[Slot]]:
        """Which slots to write in one request; what was written before stands alone, for it costs nothing."""
        refuse_classified(trip)
        grounds = {slot.key: ground_of(slot, trip) for slot in slots}
        free = [s for s in slots if not _to_ask(s, grounds[s.key]) or self._known(s, trip, form, grounds)]
        asked = [s for s in slots if s not in free]
        sizes = {s.key: sum(len(m.text) for m in grounds[s.key].pieces.values()) for s in asked}
        lengths = {s.key: sentences_of(s, grounds[s.key]) + s.share for s in asked}
        return [*([s] for s in free), *grouped(asked, sizes, lengths, self._connection.slots)]

    async def write_together(
        self, slots: Sequence[Slot], trip: Trip, form: Form
    ) -> Mapping[str, Prose | DraftingError]:
        """Write slots in one request, each with its prose or with what kept it from being written.

        If the model refuses them together, they are asked for by halves, so that one note that it will not read costs one
        section.
        """
        refuse_classified(trip)
        grounds = {slot.key: ground_of(slot, trip) for slot in slots}
        asked = [slot for slot in slots if _to_ask(slot, grounds[slot.key])]
        found: dict[str, Prose | DraftingError] = {s.key: Prose() for s in slots}
        names = self._stand_ins(trip) if self.off_premises else None
        asker = Asker(self._connection, self.model, self._max_tokens, self._book, names)
        try:
            if asked:
                found |= await self._written(asked, trip, form, grounds, asker)
        finally:
            self._spent = self._spent.plus(asker.spent)
        return found

    async def _written(
        self, slots: Sequence[Slot], trip: Trip, form: Form, grounds: Mapping[str, Ground], asker: Asker
    ) -> dict[str, Prose | DraftingError]:
        try:
            drawn, usage = await self._drawn(slots, trip, form, grounds, asker)
            own = {s.key: self._items(drawn[s.key], s, grounds[s.key], trip) for s in slots}
            wider = {s.key: ground_with(grounds[s.key], s, cited_by(own[s.key]), trip) for s in slots}
            parts = {s.key: Judged(own[s.key], wider[s.key]) for s in slots}
            parts |= to_judge(slots, drawn, grounds, trip)
            good, mending = await judged(parts, trip, asker, self._book, self._shown)
            usage = usage.plus(mending)
            if slots[0].role is Role.ABSTRACT:
                good, more = await extended(good, slots[0], trip, form, asker, self._book, self._shown)
                usage = usage.plus(more)
        except WriterRefused as error:
            if len(slots) == 1:
                return {slots[0].key: error}
            middle = len(slots) // 2
            first = await self._written(slots[:middle], trip, form, grounds, asker)
            return first | await self._written(slots[middle:], trip, form, grounds, asker)
        except DraftingError as error:
            return {s.key: error for s in slots}
        found: dict[str, Prose | DraftingError] = {}
        for slot in slots:  # the first carries what all have cost
            part = good[slot.key]
            if part.problem:
                self._book.forget(self._key(slot, trip, form, grounds))
                found[slot.key] = WriterRefused(part.problem)
                continue
            if not part.items and slot.role in _NEVER_LEFT_OUT and len(slots) > 1:
                found |= await self._again(slot, trip, form, grounds, asker)
                continue
            if not part.items and slot.role in _NEVER_LEFT_OUT and drawn[slot.key].items:
                self._book.forget(self._key(slot, trip, form, grounds))
                found[slot.key] = WriterRefused("回答沒有內容")
                continue
            prose = prose_of(part.items, part.ground, usage)
            found[slot.key] = prose.model_copy(update={"for_abstract": sure(slot, good)})
            usage = Usage()
        return found

    async def _again(
        self, slot: Slot, trip: Trip, form: Form, grounds: Mapping[str, Ground], asker: Asker
    ) -> dict[str, Prose | DraftingError]:
        """A section that a joint answer passed over, asked for alone."""
        self._book.forget(self._key(slot, trip, form, grounds))
        return await self._written([slot], trip, form, grounds, asker)

    async def _drawn(
        self, slots: Sequence[Slot], trip: Trip, form: Form, grounds: Mapping[str, Ground], asker: Asker
    ) -> tuple[dict[str, Known], Usage]:
        """What the model answers for each slot, from the book where it is known; kept there before anything else."""
        if slots[0].drafted:
            return {slots[0].key: put_together(slots[0])}, Usage()
        if all(known := [self._known(slot, trip, form, grounds) for slot in slots]):
            return {s.key: k for s, k in zip(slots, known, strict=True) if k}, Usage()
        refs = tuple(dict.fromkeys(ref for slot in slots for ref in grounds[slot.key].pieces))
        wanted = any(slot.share for slot in slots)
        answer, usage = await asker.ask(
            ask_for(slots, trip, form, grounds, self._shown, keeping=self._keeping(trip)),
            answer_schema(refs, headed=slots[0].role in OPINIONS, abstract=wanted),
            Naming if self._keeps else Answer,
            ",".join(slot.key for slot in slots),
            "write",
        )
        pieces = {s.key: tuple(grounds[s.key].pieces) for s in slots}
        told = shared_out(answer.items, slots, pieces)
        summed = shared_out(answer.abstract, slots, pieces)
        drawn = {
            s.key: answered(s, told[s.key], summed[s.key] if wanted else (), grounds[s.key], trip)
            for s in slots
        }
        for slot in slots:
            text = drawn[slot.key].model_dump_json(exclude_unset=True)
            self._book.keep(self._key(slot, trip, form, grounds), slot.key, text)
        return drawn, usage

    def _known(self, slot: Slot, trip: Trip, form: Form, grounds: Mapping[str, Ground]) -> Known | None:
        text = self._book.known(self._key(slot, trip, form, grounds))
        known = Known.model_validate_json(text) if text is not None else None
        return known if known and holds(known, slot, grounds[slot.key], trip) else None

    def _items(self, known: Known, slot: Slot, ground: Ground, trip: Trip) -> tuple[Item, ...]:
        """What was answered, with the words of the notes that it only names."""
        keeping = self._keeping(trip)
        return with_kept(known.items, slot, ground, keeping) if keeping else known.items

    def _keeping(self, trip: Trip) -> TripStatements | None:
        """What may stand as it is where every word of an answer is waited for; worked out once for a trip."""
        if not self._keeps:
            return None
        if self._statements is None or self._statements.trip is not trip:
            self._statements = TripStatements(trip)
        return self._statements

    def _stand_ins(self, trip: Trip) -> Pseudonyms:
        """Worked out once for a trip."""
        if self._names is None or self._names[0] is not trip:
            self._names = (trip, pseudonyms_for(trip))
        return self._names[1]

    def _key(self, slot: Slot, trip: Trip, form: Form, grounds: Mapping[str, Ground]) -> str:
        server = self._connection.base_url
        keeping = self._keeping(trip)
        return key_of(slot, trip, form, grounds[slot.key], server, self.model, keeping=keeping)


def _to_ask(slot: Slot, ground: Ground) -> bool:
    return bool(ground.pieces) and (slot.role not in OPINIONS or bool(ground.own))
