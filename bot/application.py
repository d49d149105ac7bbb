"""The table of what the bot answers to, and of the slow work that it does."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.admission import Admission
from bot.amending import Amending
from bot.answering import Answering
from bot.budgets import Budgets
from bot.bursts import Bursts
from bot.cancelling import Cancelling
from bot.capturing import Arrivals, Capturing
from bot.choosing_language import ChoosingLanguage
from bot.coming_back import ComingBack
from bot.consenting import Consenting
from bot.deciding import Deciding
from bot.doubting import Doubting
from bot.errands import Errands
from bot.explaining import Explaining
from bot.failing import Failing
from bot.grouping import Grouping
from bot.hearing import Hearing, LeftBehind, Press, Tables
from bot.intake import Intake
from bot.interview_captions import InterviewCaptions
from bot.interview_plan import InterviewPlan
from bot.interviewing import Interviewing
from bot.lanes import Lanes
from bot.naming import Naming
from bot.own_trips import OwnTrips
from bot.paging import Paging
from bot.reviewing import Desk, Reviewing
from bot.seeing import Seeing
from bot.starting import Starting
from bot.switching import Switching
from bot.telephone import Telephone, over_network
from bot.together import Together
from bot.voices import Voices
from bot.wondering import Wondering
from bot.worker import Doing, Farewell, Worker
from drafting.senses import NOTHING, Senses
from storage.store import Store

App = Application[Any, Any, Any, Any, Any, Any]

_log = logging.getLogger(__name__)


class Listening(NamedTuple):
    """A ready application and what runs beside it (bot/serving.py); ``left`` is what an earlier process left."""

    application: App
    intake: Intake
    lanes: Lanes
    errands: Errands
    worker: Worker
    left: LeftBehind
    bursts: Bursts


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
    intake: Intake | None = None,
) -> Listening:
    """Put the bot together; nothing is sent before it is started. ``base_url`` is the server, without /bot."""
    intake = intake or Intake(store.inbox, clock)
    telephone = telephone or over_network(intake)
    errands = Errands()
    left = LeftBehind(set(), {})
    builder: Any = ApplicationBuilder()
    builder = (
        builder.token(token)
        .base_url(f"{base_url.rstrip('/')}/bot")
        .base_file_url(f"{base_url.rstrip('/')}/file/bot")
        .request(telephone.ordinary)
        .get_updates_request(telephone.updates)
        .updater(None)
        .job_queue(None)
    )
    if telephone.limited:
        builder = builder.rate_limiter(AIORateLimiter(max_retries=3))
    application: App = builder.build()

    failing = Failing(store)
    application.add_error_handler(failing.failed)
    lanes = Lanes(store.inbox, _handling(application, failing))

    consenting = Consenting(store.consents, clock, lanes.add, lambda who: bool(store.members.trips_of(who)))
    admission = Admission(store.people, store.members, clock, consenting)
    together = Together(store, clock)
    answering = Answering(store, clock, consenting, together.join)
    amending = Amending(store, clock)
    voices = Voices(store, clock, senses.ear, budgets)
    seeing = Seeing(store, clock, senses.eye, budgets)
    bursts = Bursts(store, clock, errands)
    language = ChoosingLanguage(store.people)
    reviewing = Reviewing(store, desk, clock, writer, budgets)
    deciding = Deciding(store, desk, reviewing, clock)
    paging, doubting = Paging(store, reviewing), Doubting(store, reviewing, clock)
    interviewing = Interviewing(store, InterviewPlan(store, clock), clock)
    captions = InterviewCaptions(store, clock)
    starting, naming = Starting(store, clock), Naming(store, clock)
    switching, grouping = Switching(store), Grouping(store)
    cancelling = Cancelling(store, lambda job: worker.stop_one(job))  # noqa: PLW0108 - the worker comes later
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
        "why": Explaining(store).why,
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
        "cancel": cancelling.cancel,
    }
    about_drafts: dict[str, Press] = {
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
    }
    about_trips: dict[str, Press] = {
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
        "field": starting.press_field,
        "answer": starting.press_answer,
        "fill": starting.press_fill,
        "skip": starting.press_skip,
        "later": starting.press_later,
        "trip": switching.press,
        "name": naming.press_change,
        "unname": naming.press_remove,
        "differ": together.press,
    }
    about_oneself: dict[str, Press] = {"language": language.press, "consent": consenting.press}
    buttons = about_drafts | OwnTrips(store).only(about_trips) | about_oneself
    coming_back = ComingBack(store, desk, clock)
    open_questions = {
        "remark": coming_back.hear,
        "despite": deciding.hear_reason,
        "note": deciding.hear_note,
        "field": starting.hear,
        "name": naming.hear,
        "caption": captions.hear,
    }
    after = (
        amending.after,
        doubting.after,
        captions.after,
        interviewing.after,
        starting.after,
        Wondering(store.dialogues).after,
        together.after,
    )
    tables = Tables(commands, buttons, open_questions, replies=(paging.hear_wish,), after=after)
    capturing = Capturing(store, clock, errands, Arrivals(voices, seeing, bursts, coming_back), budgets)
    hearing = Hearing(admission, capturing, store.dialogues, tables, left)
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, grouping.moved), group=-2)
    application.add_handler(TypeHandler(Update, admission.admit), group=-1)
    application.add_handler(MessageHandler(filters.ALL, hearing.heard))
    application.add_handler(CallbackQueryHandler(hearing.pressed))
    application.add_handler(ChatMemberHandler(grouping.came, ChatMemberHandler.MY_CHAT_MEMBER))
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
        "draft": partial(reviewing.could_not_write, bot),
        "download": partial(capturing.could_not_fetch, bot),
        "transcribe": partial(voices.could_not_hear, bot),
        "export": partial(reviewing.could_not_hand_out, bot),
    }
    worker = Worker(store, clock, doings, farewells)
    return Listening(application, intake, lanes, errands, worker, left, bursts)


def _handling(application: App, failing: Failing) -> Callable[[Update], Awaitable[None]]:
    async def handle(update: Update) -> None:
        await application.process_update(update)
        if (refused := failing.postponed.pop(update.update_id, None)) is not None:
            raise refused

    return handle
