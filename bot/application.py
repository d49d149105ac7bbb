"""The table of what the bot answers to, and what happens when an answer fails."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.admission import Admission
from bot.amending import Amending
from bot.answering import Answering
from bot.budgets import Budgets
from bot.bursts import Bursts
from bot.capturing import Arrivals, Capturing
from bot.chat_trips import all_held
from bot.choosing_language import ChoosingLanguage
from bot.consenting import Consenting
from bot.deciding import Deciding
from bot.doubting import Doubting
from bot.errands import Errands
from bot.errors import BotError
from bot.hearing import Hearing, LeftBehind, Press, Tables
from bot.intake import InboxRequest, waiting_updates
from bot.interview_captions import InterviewCaptions
from bot.interview_plan import InterviewPlan
from bot.interviewing import Interviewing
from bot.lanes import Lanes
from bot.language import said_by
from bot.naming import Naming
from bot.paging import Paging
from bot.replies.greeting import apology
from bot.reviewing import Desk, Reviewing
from bot.seeing import Seeing
from bot.starting import Starting
from bot.switching import Switching
from bot.telling import say
from bot.together import Together
from bot.voices import Voices
from bot.worker import Doing, Farewell, Worker
from drafting.errors import DraftingError
from drafting.senses import NOTHING, Senses
from export.errors import ExportError
from storage.errors import Busy, Damaged, StorageError, Unwritable
from storage.store import Store

App = Application[Any, Any, Any, Any, Any, Any]

_SENTENCES = (BotError, DraftingError, StorageError, ExportError)
_FOR_THE_OPERATOR = (Unwritable, Busy, Damaged)
_log = logging.getLogger(__name__)


class Telephone(NamedTuple):
    """How the Bot API is reached. ``limited`` is off where nobody limits: in the terminal."""

    ordinary: BaseRequest
    updates: BaseRequest
    limited: bool = True


class Listening(NamedTuple):
    """A ready application. ``errands`` and ``worker`` are stopped before it; ``left`` is filled by ``resume``."""

    application: App
    errands: Errands
    worker: Worker
    left: LeftBehind
    bursts: Bursts


def over_network(store: Store, clock: Callable[[], datetime]) -> Telephone:
    """The real Bot API: updates go through the inbox."""
    return Telephone(
        HTTPXRequest(connection_pool_size=32, read_timeout=20, media_write_timeout=60),
        InboxRequest(store.inbox, clock),
    )


def build_application(
    token: str,
    base_url: str,
    store: Store,
    desk: Desk,
    clock: Callable[[], datetime],
    *,
    writer: str = "offline",
    telephone: Telephone | None = None,
    budgets: Budgets | None = None,
    senses: Senses = NOTHING,
) -> Listening:
    """Put the bot together; nothing is sent before it is started. ``base_url`` is the server, without /bot."""
    telephone = telephone or over_network(store, clock)
    errands = Errands()
    left = LeftBehind(set(), {})
    builder: Any = ApplicationBuilder()
    builder = (
        builder.token(token)
        .base_url(f"{base_url.rstrip('/')}/bot")
        .base_file_url(f"{base_url.rstrip('/')}/file/bot")
        .request(telephone.ordinary)
        .get_updates_request(telephone.updates)
        .concurrent_updates(Lanes(store.inbox))
        .job_queue(None)
    )
    if telephone.limited:
        builder = builder.rate_limiter(AIORateLimiter(max_retries=3))
    application: App = builder.build()

    consenting = Consenting(
        store.consents, clock, application.update_queue.put, lambda who: bool(store.members.trips_of(who))
    )
    admission = Admission(store.people, store.members, clock, consenting)
    together = Together(store, clock)
    answering = Answering(store, clock, consenting, together.join)
    amending = Amending(store, clock)
    voices = Voices(store, clock, senses.ear)
    seeing = Seeing(store, clock, senses.eye)
    bursts = Bursts(store, clock, errands)
    language = ChoosingLanguage(store.people)
    reviewing = Reviewing(store, desk, clock, writer, budgets)
    deciding = Deciding(store, desk, reviewing, clock)
    paging = Paging(store, reviewing)
    doubting = Doubting(store, reviewing, clock)
    interviewing = Interviewing(store, InterviewPlan(store, clock), clock)
    captions = InterviewCaptions(store, clock)
    starting, switching, naming = Starting(store, clock), Switching(store), Naming(store, clock)
    commands = {
        "start": answering.start,
        "new": starting.new,
        "trips": switching.trips,
        "card": starting.card,
        "names": naming.names,
        "invite": together.invite,
        "who": together.who,
        "status": answering.status,
        "set": answering.set_field,
        "undo": amending.undo,
        "drop": amending.drop,
        "date": amending.set_time,
        "label": amending.label,
        "language": language.ask,
        "help": answering.help,
        "draft": reviewing.draft,
        "queue": deciding.queue,
        "approve": deciding.approve,
        "return": deciding.send_back,
        "export": reviewing.export,
        "quiet": interviewing.quiet,
    }
    buttons: dict[str, Press] = {
        "export": reviewing.press_export,
        "redraft": reviewing.press_redraft,
        "read": paging.press_read,
        "page": paging.press_turn,
        "ask": doubting.press_ask,
        "asked": doubting.press_asked,
        "submit": deciding.press_submit,
        "approve": deciding.press_approve,
        "keepopen": deciding.press_keep_open,
        "return": deciding.press_return,
        "reason": deciding.press_reason,
        "noted": deciding.press_noted,
        "dayoff": interviewing.press_day_off,
        "caption": captions.press_caption,
        "nocaption": captions.press_skip,
        "captioned": captions.press_stop,
        "back": amending.press_back,
        "date": amending.press_date,
        "label": amending.press_label,
        "heard": voices.press_heard,
        "unheard": voices.press_unheard,
        "seen": seeing.press_seen,
        "unseen": seeing.press_unseen,
        "language": language.press,
        "consent": consenting.press,
        "field": starting.press_field,
        "answer": starting.press_answer,
        "skip": starting.press_skip,
        "later": starting.press_later,
        "trip": switching.press,
        "name": naming.press_change,
        "unname": naming.press_remove,
        "differ": together.press,
    }
    open_questions = {
        "despite": deciding.hear_reason,
        "note": deciding.hear_note,
        "field": starting.hear,
        "name": naming.hear,
    }
    after = (doubting.after, captions.after, interviewing.after, starting.after, together.after)
    tables = Tables(commands, buttons, open_questions, replies=(paging.hear_wish,), after=after)
    capturing = Capturing(store, clock, errands, Arrivals(voices, seeing, bursts), budgets)
    hearing = Hearing(admission, capturing, store.dialogues, tables, left)
    application.add_handler(TypeHandler(Update, admission.admit), group=-1)
    application.add_handler(MessageHandler(filters.ALL, hearing.heard))
    application.add_handler(CallbackQueryHandler(hearing.pressed))
    application.add_error_handler(_Failing(store).failed)
    bot = application.bot
    doings: dict[str, Doing] = {
        "download": partial(capturing.fetch, bot),
        "transcribe": partial(voices.hear, bot),
        "look": partial(seeing.look, bot),
        "draft": partial(reviewing.write, bot),
        "export": partial(reviewing.hand_out, bot),
        "remind": partial(interviewing.remind, bot),
        "card": partial(starting.look, bot),
        "compare": partial(together.compare, bot),
    }
    farewells: dict[str, Farewell] = {
        "download": partial(capturing.could_not_fetch, bot),
        "transcribe": partial(voices.could_not_hear, bot),
        "export": partial(reviewing.could_not_hand_out, bot),
    }
    return Listening(application, errands, Worker(store, clock, doings, farewells), left, bursts)


async def resume(listening: Listening, store: Store) -> None:
    """Queue what an earlier process left. Call after initialize and before polling, so that order is kept."""
    if waiting := waiting_updates(store.inbox, listening.application.bot):
        listening.left.held.update(all_held(store))
    for update in waiting:
        listening.left.updates.add(update.update_id)
        await listening.application.update_queue.put(update)
    listening.bursts.take_up(listening.application.bot)


class _Failing:
    """The one error handler: the person hears one calm sentence, the update waits for the operator."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        if not isinstance(update, Update) or isinstance(
            error, Forbidden
        ):  # blocked by the person: nothing to mend
            _log.info("not delivered: %s", error)
            return
        if not isinstance(error, _SENTENCES) or isinstance(error, _FOR_THE_OPERATOR):
            _log.error("update %s failed", update.update_id, exc_info=error)
            self._set_aside(update.update_id, error)
        chat = update.effective_chat
        if chat is None:
            return
        sentence = said_by(error) if isinstance(error, _SENTENCES) else apology(update.update_id)
        try:
            await say(context.bot, chat.id, sentence)
        except TelegramError as again:
            _log.info("not delivered: %s", again)

    def _set_aside(self, update_id: int, error: BaseException | None) -> None:
        try:
            self._store.inbox.fail(update_id, f"{type(error).__name__}: {error}")
        except StorageError:
            _log.exception("update %s stays waiting", update_id)
