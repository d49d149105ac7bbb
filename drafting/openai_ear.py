"""Hears voice messages through the audio endpoint of an OpenAI-compatible server."""

from collections.abc import Callable, Sequence

from drafting.errors import WriterRefused
from drafting.model_policy import check_model, refuse_classified
from drafting.openai_client import Connection
from drafting.senses import nobody_counts
from drafting.trip import Trip
from prompts import render

_MOST_NAMES = 24
"""Names told to the model; its prompt takes some 200 tokens, and only the last of them count."""

_ENDINGS = (".flac", ".m4a", ".mp3", ".mp4", ".mpeg", ".mpga", ".oga", ".ogg", ".wav", ".webm")
"""By which servers know a format."""

_NONE = "無"


class OpenAIEar:
    """An Ear. Raises ModelNotAllowed if policy refuses the model; ``allowed`` is the agency's own list."""

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

    async def hear(
        self, sound: bytes, name: str, trip: Trip, spend: Callable[[int], None] = nobody_counts
    ) -> str:
        """The words of a voice message; raises WriterRefused if there are none.

        A model on the premises is guided by the names of the trip; any other learns only those that are said.
        """
        refuse_classified(trip)
        names = _NONE if self.off_premises else _names(trip)
        named = name if name.lower().endswith(_ENDINGS) else f"{name}.ogg"
        text = await self._connection.hear(
            self.model, named, sound, spend=spend, language="zh", prompt=render("hear_voice", names=names)
        )
        if not text:
            raise WriterRefused("沒有聽到說話的聲音")
        return text


def _names(trip: Trip) -> str:
    """Names that are likely to be said: people and places of the trip, and those of its names desk."""
    found = (
        *(t.name for t in trip.travellers),
        *trip.regions,
        *(form for n in trip.names for form in (n.zh, n.foreign, n.abbreviation)),
    )
    return "、".join(list(dict.fromkeys(name for name in found if name))[:_MOST_NAMES]) or _NONE
