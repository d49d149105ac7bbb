"""Which ways of asking a server understands; what worked is remembered in the book, for each server and model."""

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Rung(StrEnum):
    """The ladder, best first: a schema that the server enforces, any JSON object, JSON by the prompt alone."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PROMPT = "prompt"


@dataclass(frozen=True)
class Dialect:
    """``limit`` is what the server calls the most tokens to write; some models take no temperature."""

    rung: Rung = Rung.SCHEMA
    limit: str = "max_tokens"
    temperature: bool = True

    def lower(self) -> "Dialect | None":
        """The next rung down, or None at the foot."""
        below = {Rung.SCHEMA: Rung.OBJECT, Rung.OBJECT: Rung.PROMPT}.get(self.rung)
        return None if below is None else replace(self, rung=below)

    def without(self, complaint: str) -> "Dialect | None":
        """How to ask instead, given what the server said against the request; None if it named nothing of ours."""
        said = complaint.lower()
        if self.limit == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, limit="max_completion_tokens")
        if self.temperature and "temperature" in said:
            return replace(self, temperature=False)
        if any(
            word in said for word in ("response_format", "json_schema", "json_object", "guided", "grammar")
        ):
            return self.lower()
        return None

    def parameters(self, schema: dict[str, Any], most_tokens: int) -> dict[str, Any]:
        """The part of a request body that differs from dialect to dialect."""
        body: dict[str, Any] = {self.limit: most_tokens}
        if self.temperature:
            body["temperature"] = 0.2
        if self.rung is Rung.SCHEMA:
            named = {"name": "answer", "strict": True, "schema": schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self.rung is Rung.OBJECT:
            body["response_format"] = {"type": "json_object"}
        return body

    def as_text(self) -> str:
        """For the book."""
        return json.dumps([self.rung.value, self.limit, self.temperature])


def dialect_from(text: str | None) -> Dialect:
    """What worked with a server before, as the book has it; the best where nothing is known."""
    if text is None:
        return Dialect()
    rung, limit, temperature = json.loads(text)
    return Dialect(Rung(rung), limit, temperature)
