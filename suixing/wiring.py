"""Builds the few objects that the program consists of; the only place that knows all of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.store import Store

if TYPE_CHECKING:
    from bot.budgets import Budgets
    from bot.desk import Desk
    from drafting.senses import Senses
    from drafting.writer import Writer
    from suixing.settings import Settings


@contextmanager
def opened(settings: "Settings") -> Iterator[Store]:
    """The store of the home folder, closed again whatever happens."""
    with Store.open(settings.home) as store:
        yield store


def writers(settings: "Settings") -> "Mapping[str, Writer]":
    """The writers that are configured: offline always, openai where a server and a model are named."""
    found = _offline()
    if settings.llm_base_url and settings.llm_model:
        from drafting.model_policy import on_premises
        from drafting.openai_writer import OpenAIWriter

        found["openai"] = OpenAIWriter(
            settings.llm_base_url,
            settings.llm_api_key.get_secret_value(),
            settings.llm_model,
            timeout=settings.llm_timeout,
            place=settings.llm_place,
            max_tokens=settings.llm_max_tokens,
            slots=settings.llm_slots,
            off_premises=not on_premises(settings.llm_base_url, settings.llm_on_premises),
            allowed=[p.strip() for p in settings.llm_allowed.split(",") if p.strip()],
        )
    return found


def desk(store: Store, settings: "Settings", *, asked: str = "openai") -> "Desk":
    """The desk; ``asked`` names the writer wanted, so that offline work loads no model client."""
    from bot.desk import Desk
    from storage.model_book import Allowance

    allowance = Allowance(draft=settings.llm_draft_tokens, day=settings.llm_daily_tokens)
    return Desk(store, writers(settings) if asked != "offline" else _offline(), allowance)


def budgets(settings: "Settings") -> "Budgets":
    """What one person may use in a day."""
    from bot.budgets import Budgets

    return Budgets(
        drafts=settings.daily_drafts,
        bytes=settings.daily_megabytes * 1_000_000,
        requests=settings.daily_requests,
        tokens=settings.llm_daily_tokens,
    )


def senses(settings: "Settings") -> "Senses":
    """The ear and the eye that are configured; raises ModelNotAllowed."""
    from drafting.model_policy import on_premises
    from drafting.senses import Senses

    ear = eye = None
    allowed = [p.strip() for p in settings.llm_allowed.split(",") if p.strip()]
    if settings.transcribe_base_url and settings.transcribe_model:
        from drafting.openai_ear import OpenAIEar

        key = settings.transcribe_api_key.get_secret_value()
        ear = OpenAIEar(
            settings.transcribe_base_url,
            key,
            settings.transcribe_model,
            timeout=settings.llm_timeout,
            allowed=allowed,
            off_premises=not on_premises(settings.transcribe_base_url, settings.transcribe_on_premises),
        )
    if settings.vision == "on" and settings.llm_base_url and settings.llm_model:
        from drafting.openai_eye import OpenAIEye

        key = settings.llm_api_key.get_secret_value()
        eye = OpenAIEye(
            settings.llm_base_url,
            key,
            settings.llm_model,
            timeout=settings.llm_timeout,
            allowed=allowed,
            off_premises=not on_premises(settings.llm_base_url, settings.llm_on_premises),
        )
    return Senses(ear, eye)


def _offline() -> "dict[str, Writer]":
    from drafting.offline.writer import OfflineWriter

    return {"offline": OfflineWriter()}
