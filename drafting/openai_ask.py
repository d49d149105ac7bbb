"""Asks one question until its answer is usable: down the ladder where the server fails, with more room where it was cut."""

import json
import logging
from typing import Any

from drafting.errors import WriterRefused, WriterUnavailable
from drafting.model_book import Asking, Book, Outcome
from drafting.openai_answers import AnswerUnusable, Shape, read
from drafting.openai_client import Connection, NotUnderstood, Reply
from drafting.openai_dialects import Dialect, dialect_from
from drafting.pseudonyms import Pseudonyms
from drafting.review import Usage
from prompts import render

log = logging.getLogger(__name__)

_CUT = "回答過長而遭截斷"
Messages = list[dict[str, str]]


class Asker:
    """For one draft. ``spent`` counts all that was asked, what failed as well."""

    def __init__(
        self,
        connection: Connection,
        model: str,
        most_tokens: int,
        book: Book,
        names: Pseudonyms | None = None,
    ) -> None:
        self._connection = connection
        self.model = model
        self.server = connection.base_url
        self._most = most_tokens
        self._book = book
        self._names = names
        self.spent = Usage()

    async def ask(
        self, messages: Messages, schema: dict[str, Any], shape: type[Shape], section: str, purpose: str
    ) -> tuple[Shape, Usage]:
        """The answer and what it cost.

        Each step changes the request; only an answer that tore for no reason given is asked for again as it was, once.
        Raises WriterRefused, WriterUnavailable or OverBudget.
        """
        dialect = dialect_from(self._book.dialect(self.server, self.model))
        room, torn, usage = self._most, False, Usage()
        while True:
            try:
                reply, cost = await self._send(messages, dialect, schema, room, section, purpose)
            except NotUnderstood as complaint:
                other = dialect.without(complaint.said)
                if other is None and room > self._most:
                    raise WriterRefused(_CUT) from complaint
                if other is None:
                    raise
                dialect = other
                continue
            usage = usage.plus(cost)
            if reply.finish == "length" and not _mostly_blank(reply.text):
                if room > self._most:
                    raise WriterRefused(_CUT)
                room *= 2
                continue
            try:
                answer = read(reply.text, shape)
            except AnswerUnusable as error:
                if error.torn and not torn and not _mostly_blank(reply.text):
                    torn = True
                    continue
                lower = dialect.lower()
                if lower is None:
                    raise
                log.info("stepping down to %s: %s", lower.rung, error)
                dialect = lower
            else:
                self._book.learn(self.server, self.model, dialect.as_text())
                return answer, usage

    async def _send(
        self,
        messages: Messages,
        dialect: Dialect,
        schema: dict[str, Any],
        room: int,
        section: str,
        purpose: str,
    ) -> tuple[Reply, Usage]:
        """One request: set aside in the book before, settled after, whatever comes of it."""
        parameters = dialect.parameters(schema, room)
        if self._names:
            messages = _masked(messages, self._names)
        request = json.dumps({"messages": messages, **parameters}, ensure_ascii=False)
        prompt = tokens_of(request)
        asking = Asking(
            section=section, purpose=purpose, model=self.model, request=request, reserved=prompt + room
        )
        number = self._book.reserve(asking)
        tries = 0
        # nobody knows whether a request that came to no answer is billed: it is charged what it holds
        outcome = Outcome(problem="沒有回答", charged=prompt)

        def tried() -> None:
            nonlocal tries
            tries += 1

        try:
            reply = await self._connection.chat(self.model, messages, parameters, tried)
            said = reply.text
            if self._names:
                reply = reply.model_copy(update={"text": self._names.show(said, escaped=True)})
            problem = _refused(reply)
            outcome = Outcome(
                answer=said,
                problem=problem,
                prompt_tokens=reply.prompt_tokens,
                completion_tokens=reply.completion_tokens,
                charged=(reply.prompt_tokens + reply.completion_tokens or prompt + tokens_of(reply.text))
                + prompt * (tries - 1),
            )
        except (WriterRefused, WriterUnavailable) as error:
            outcome = Outcome(problem=str(error), charged=prompt * tries)
            raise
        finally:
            self._book.settle(number, outcome.model_copy(update={"tries": tries}))
            cost = Usage(
                calls=tries,
                prompt_tokens=outcome.prompt_tokens,
                completion_tokens=outcome.completion_tokens,
            )
            self.spent = self.spent.plus(cost)
        if problem:
            raise WriterRefused(problem)
        return reply, cost


def _masked(messages: Messages, names: Pseudonyms) -> Messages:
    """Our own rules as they are, with a word about stand-ins; everything else with its people hidden."""
    rules, *rest = messages
    told = {**rules, "content": rules["content"] + "\n\n" + render("stand_ins")}
    return [told, *({**m, "content": names.hide(m["content"])} for m in rest)]


def tokens_of(text: str) -> int:
    """About how many tokens a text is, rather too many: one for each character beyond ASCII, one for three of ASCII."""
    wide = sum(not c.isascii() for c in text)
    return wide + (len(text) - wide + 2) // 3


def _refused(reply: Reply) -> str:
    if reply.refusal:
        return "模型拒絕撰寫"
    return "內容遭服務的過濾機制攔下" if reply.finish == "content_filter" else ""


def _mostly_blank(content: str) -> bool:
    """A known fault of servers: white space up to the limit."""
    return sum(c.isspace() for c in content) > len(content) * 0.9
