"""Looks at photos through a model that takes pictures, and suggests a caption; nothing of it is used unless chosen."""

import base64
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from drafting.errors import WriterRefused
from drafting.material import Material
from drafting.model_policy import check_model, refuse_classified
from drafting.openai_client import Connection, NotUnderstood
from drafting.openai_language import language_problem
from drafting.senses import Seen, nobody_counts
from drafting.trip import Trip
from prompts import render

_MOST_TOKENS = 300
_LONGEST = 40
"""Characters of a caption, as drafting/plan/captions.py sets them."""


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    caption: str
    faces: bool = False
    badges: bool = False
    papers: bool = False


class OpenAIEye:
    """An Eye. Raises ModelNotAllowed if policy refuses the model; ``allowed`` is the agency's own list."""

    def __init__(
        self,
        base_url: str,
        api_key: str,
        model: str,
        *,
        timeout: float = 120,
        allowed: Sequence[str] = (),
        off_premises: bool = False,
    ) -> None:
        check_model(model, base_url, allowed)
        self.model = model
        self.base_url = base_url
        self.off_premises = off_premises
        self._connection = Connection(base_url, api_key, timeout=timeout, slots=2)

    async def close(self) -> None:
        """Close the connections; of no use after."""
        await self._connection.close()

    async def look(
        self, picture: bytes, photo: Material, trip: Trip, spend: Callable[[int], None] = nobody_counts
    ) -> Seen:
        """A caption of at most 40 characters in the Chinese of Taiwan, and what a person must decide about."""
        refuse_classified(trip)
        messages = ask_about(picture, photo, trip)
        answer = _read(await self._answer(messages, spend))
        caption = answer.caption.strip().rstrip("。.")
        if not caption or len(caption) > _LONGEST or language_problem(caption, ""):
            raise WriterRefused("圖說不可用")
        return Seen(caption=caption, faces=answer.faces, badges=answer.badges, papers=answer.papers)

    async def _answer(self, messages: list[dict[str, Any]], spend: Callable[[int], None]) -> str:
        """What the model says; without the wish for JSON where the server does not know it."""
        limit = {"max_tokens": _MOST_TOKENS}
        try:
            reply = await self._connection.chat(
                self.model, messages, {**limit, "response_format": {"type": "json_object"}}
            )
        except NotUnderstood:
            reply = await self._connection.chat(self.model, messages, {})
        spend(reply.prompt_tokens + reply.completion_tokens)
        if reply.refusal or reply.finish in ("length", "content_filter"):
            raise WriterRefused("模型沒有說明照片")
        return reply.text


def _read(text: str) -> _Answer:
    """The JSON object in an answer, whatever stands around it."""
    begin, end = text.find("{"), text.rfind("}")
    try:
        return _Answer.model_validate_json(text[begin : end + 1])
    except ValidationError as error:
        raise WriterRefused("圖說不可用") from error


def ask_about(picture: bytes, photo: Material, trip: Trip) -> list[dict[str, Any]]:
    """The request: what is asked in words, and the picture as a data URL. Where it was taken is not told."""
    events = [e.title for e in trip.events if e.day == photo.meant_on]
    words = render(
        "look_at_photo",
        report=trip.report_name or "公務出國報告",
        day=f"{photo.meant_on:%Y-%m-%d}",
        events="；".join(events) or "未知",
    )
    url = "data:image/jpeg;base64," + base64.b64encode(picture).decode()
    return [
        {
            "role": "user",
            "content": [{"type": "text", "text": words}, {"type": "image_url", "image_url": {"url": url}}],
        }
    ]
