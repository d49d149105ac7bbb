"""A Writer that asks a language model on any OpenAI-compatible server, and believes nothing that it answers.

It asks for cited sentences, judges each against what it cites, has those that fail written anew once, and marks
what still fails 【待確認】. Every failure leaves as WriterUnavailable or WriterRefused, and is mapped once: what the
outside world did in openai_client.py, what the model did in ``_ask``.
"""

import logging
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any

from drafting.errors import WriterRefused, WriterUnavailable
from drafting.form import Form
from drafting.model_policy import check_model, refuse_classified
from drafting.openai_answers import (
    Answer,
    AnswerUnusable,
    Item,
    Mended,
    Shape,
    answer_schema,
    mended_schema,
    read,
)
from drafting.openai_client import Connection, NotUnderstood, Reply
from drafting.openai_dialects import dialect_of, remember
from drafting.openai_gate import doubted, failing, mended, settle
from drafting.openai_ground import OPINIONS, Ground, ground_of
from drafting.openai_language import language_problem
from drafting.openai_messages import Messages, ask_for, ask_to_mend, number
from drafting.openai_prose import prose_of
from drafting.review import Usage
from drafting.trip import Trip
from drafting.writer import Prose, Slot
from prompts import digest, names

log = logging.getLogger(__name__)

_CUT = "回答過長而遭截斷"


class _Tally:
    """Counts what one slot costs; failed tries cost too."""

    def __init__(self) -> None:
        self.usage = Usage()

    def add(self, calls: int = 0, prompt: int = 0, completion: int = 0) -> None:
        self.usage = _sum(self.usage, Usage(calls=calls, prompt_tokens=prompt, completion_tokens=completion))


_tally: ContextVar[_Tally] = ContextVar("_tally")


class OpenAIWriter:
    """Asks ``model`` at ``base_url``; raises ModelNotAllowed if policy refuses it.

    ``timeout`` is in seconds for each try, ``place`` says where the model runs, ``max_tokens`` bounds one answer,
    ``shown`` is how many characters of material one request may hold, ``retries`` are for what may pass by
    itself (429, 5xx, lost connections), ``slots`` how many requests run side by side, ``allowed`` are patterns of the agency's own list of models.
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
    ) -> None:
        check_model(model, base_url, allowed)
        self.model = model
        self.place = place
        self.spent = Usage()  # of all slots since it was made, those that failed as well
        self._base_url = base_url
        self._max_tokens = max_tokens
        self._shown = shown
        self._connection = Connection(base_url, api_key, timeout=timeout, retries=retries, slots=slots)

    @property
    def prompts(self) -> dict[str, str]:
        return {name: digest(name) for name in names()}

    async def close(self) -> None:
        """Close the connections; the writer is of no use after."""
        await self._connection.close()

    async def write(self, slot: Slot, trip: Trip, form: Form) -> Prose:
        """Write one slot. Where nothing may be cited, or no opinion of the traveller's is there, nobody is asked."""
        refuse_classified(trip)
        ground = ground_of(slot, trip)
        if not ground.pieces or (slot.role in OPINIONS and not ground.own):
            return Prose()
        tally = _Tally()
        _tally.set(tally)
        try:
            items = await self._judged(slot, trip, form, ground)
        finally:
            self.spent = _sum(self.spent, tally.usage)
        return prose_of(items, ground, tally.usage)

    async def _judged(self, slot: Slot, trip: Trip, form: Form, ground: Ground) -> list[Item]:
        """The sentences of a slot, each supported by what it cites, or marked."""
        refs = tuple(ground.pieces)
        answer = await self._ask(
            ask_for(slot, trip, form, ground, self._shown),
            answer_schema(refs, headed=slot.role in OPINIONS),
            Answer,
        )
        items = [item for item in (settle(i, ground) for i in answer.items) if item.text]
        if not items:
            raise WriterRefused("回答沒有內容")
        items = await self._mend(items, trip, ground)
        if sum(bool(language_problem(item.text, ground.words(item.sources))) for item in items) * 2 > len(
            items
        ):
            raise WriterRefused("回答不是正體中文")
        return items

    async def _mend(self, items: list[Item], trip: Trip, ground: Ground) -> list[Item]:
        """Have the failing sentences written anew, once; those that fail again stay as they were, marked."""
        bad = failing(items, ground)
        if not bad:
            return items
        messages, refs = ask_to_mend(bad, trip, ground, self._shown)
        try:
            schema = mended_schema(refs, [number(f) for f in bad])
            answers = (await self._ask(messages, schema, Mended)).items
        except (WriterRefused, WriterUnavailable) as error:
            log.warning("sentences could not be mended: %s", error)
            answers = ()
        replaced = {
            f.place: mended(f, [a for a in answers if a.number == number(f)], ground)
            or [doubted(f.item, ground)]
            for f in bad
        }
        return [new for place, item in enumerate(items) for new in replaced.get(place, [item])]

    async def _ask(self, messages: Messages, schema: dict[str, Any], shape: type[Shape]) -> Shape:
        """Ask until an answer is usable: down the ladder where the server fails, once with more room where it was cut.

        Each step changes the request; only an answer that tore for no reason given is asked for again as it was, once.
        """
        dialect, room, torn = dialect_of(self._base_url, self.model), self._max_tokens, False
        while True:
            try:
                reply = await self._send(messages, dialect.parameters(schema, room))
            except NotUnderstood as complaint:
                other = dialect.without(complaint.said)
                if other is None and room > self._max_tokens:
                    raise WriterRefused(_CUT) from complaint
                if other is None:
                    raise
                dialect = other
                continue
            content = reply.text
            if reply.refusal:
                raise WriterRefused("模型拒絕撰寫")
            if reply.finish == "content_filter":
                raise WriterRefused("內容遭服務的過濾機制攔下")
            if reply.finish == "length" and not _mostly_blank(content):
                if room > self._max_tokens:
                    raise WriterRefused(_CUT)
                room *= 2
                continue
            try:
                answer = read(content, shape)
            except AnswerUnusable as error:
                if error.torn and not torn and not _mostly_blank(content):
                    torn = True
                    continue
                lower = dialect.lower()
                if lower is None:
                    raise
                log.info("stepping down to %s: %s", lower.rung, error)
                dialect = lower
            else:
                remember(self._base_url, self.model, dialect)
                return answer

    async def _send(self, messages: Messages, parameters: dict[str, Any]) -> Reply:
        tally = _tally.get()
        reply = await self._connection.chat(self.model, messages, parameters, lambda: tally.add(calls=1))
        tally.add(prompt=reply.prompt_tokens, completion=reply.completion_tokens)
        return reply


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        calls=one.calls + other.calls,
        prompt_tokens=one.prompt_tokens + other.prompt_tokens,
        completion_tokens=one.completion_tokens + other.completion_tokens,
    )


def _mostly_blank(content: str) -> bool:
    """A known fault of servers: white space up to the limit."""
    return sum(c.isspace() for c in content) > len(content) * 0.9
