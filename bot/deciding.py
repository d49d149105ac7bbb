"""Handing in, the queue of staff, approving and returning, by command, by button and by answer."""

from collections.abc import Callable
from datetime import date, datetime

from bot.asked import Asked, Pressed, about, overrides
from bot.audience import staff, tell, travellers_of
from bot.errors import NotForTravellers, Stale
from bot.replies import deciding, drafts, greeting
from bot.reviewing import Desk, Reviewing
from bot.telling import say
from drafting.checks.times import last_day
from drafting.form import form_named
from drafting.office_time import day_in_taiwan
from drafting.review import Approval, Draft, ReturnReason, Status, standing_errors
from storage.dialogues import Dialogue
from storage.role import Role
from storage.store import Store


class Deciding:
    def __init__(self, store: Store, desk: Desk, reviewing: Reviewing, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._desk = desk
        self._reviewing = reviewing
        self._clock = clock

    async def press_submit(self, pressed: Pressed) -> None:
        """送審: staff are told, and the draft stands in their queue. Pressed twice it is told once."""
        draft, asked = self._reviewing.current(pressed), pressed.asked
        before = draft.status
        handed_in = self._desk.submit(draft.trip, asked.name, self._clock())
        await say(asked.bot, asked.chat_id, deciding.submitted(handed_in))
        if before is not Status.SUBMITTED:
            waiting = next((w for w in self._waiting() if w.draft.id == draft.id), None)
            if waiting:
                text = deciding.handed_in(waiting, self._today())
                await tell(
                    asked.bot, staff(self._store), text, deciding.queue_keyboard([waiting]), but=asked.chat_id
                )

    async def queue(self, asked: Asked) -> None:
        """/queue: what waits for a decision, the nearest deadline first."""
        if asked.role is Role.TRAVELLER:
            await say(asked.bot, asked.chat_id, greeting.NOT_STAFF)
            return
        waiting = self._waiting()
        text = deciding.queue_text(waiting, self._today())
        await say(asked.bot, asked.chat_id, text, deciding.queue_keyboard(waiting))

    async def approve(self, asked: Asked) -> None:
        """/approve [#案件] [檢核代碼=理由；…]"""
        if asked.role is Role.TRAVELLER:
            await say(asked.bot, asked.chat_id, greeting.NOT_STAFF)
        elif (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
        elif (despite := overrides(found.argument)) is None:
            await say(asked.bot, asked.chat_id, drafts.HOW_TO_OVERRIDE)
        else:
            await self._approve(asked, found.trip, despite)

    async def press_approve(self, pressed: Pressed) -> str | None:
        """One tap where no error stands; else the reasons are asked for, one after another."""
        draft = self._of_staff(pressed)
        if draft.status is Status.APPROVED:
            return deciding.approved_already(self._approver(draft))
        if standing_errors(draft.findings):
            await self._ask_reason(pressed.asked, draft, {})
        else:
            await self._approve(pressed.asked, draft.trip, {})
        return None

    async def hear_reason(self, asked: Asked, dialogue: Dialogue) -> bool:
        """The answer to 「為什麼可以放行？」."""
        draft = self._store.drafts.get(int(dialogue.payload["draft"]))
        latest = self._store.drafts.latest(draft.trip)
        if latest is None or latest.id != draft.id or asked.role is Role.TRAVELLER:
            self._store.dialogues.close(asked.chat_id)
            return False
        despite = {**dialogue.payload["despite"], dialogue.payload["check"]: asked.text.strip()}
        await self._ask_reason(asked, draft, despite)
        return True

    async def press_keep_open(self, pressed: Pressed) -> str:
        self._store.dialogues.close(pressed.asked.chat_id)
        return deciding.left_open()

    async def send_back(self, asked: Asked) -> None:
        """/return [#案件] [代碼 說明]: without a code the six official reasons are offered as buttons."""
        if asked.role is Role.TRAVELLER:
            await say(asked.bot, asked.chat_id, greeting.NOT_STAFF)
        elif (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
        elif (code := found.argument[:1]) in {r.value for r in ReturnReason}:
            await self._send_back(asked, found.trip, ReturnReason(code), found.argument[1:].strip())
        elif (latest := self._store.drafts.latest(found.trip)) and not found.argument:
            await self._offer_reasons(asked, latest)
        else:
            await say(asked.bot, asked.chat_id, drafts.how_to_return())

    async def press_return(self, pressed: Pressed) -> None:
        await self._offer_reasons(pressed.asked, self._of_staff(pressed))

    async def press_reason(self, pressed: Pressed) -> None:
        """A reason was chosen: now a word for the traveller, or none."""
        draft, asked = self._of_staff(pressed), pressed.asked
        reason = _reason(pressed)
        payload = {"draft": draft.id, "reason": reason.value}
        self._store.dialogues.ask(asked.chat_id, draft.trip, "note", payload, self._clock())
        keyboard = deciding.note_keyboard(draft.id, reason)
        await say(asked.bot, asked.chat_id, deciding.note_wanted(reason), keyboard)

    async def press_noted(self, pressed: Pressed) -> None:
        """Returned without a word."""
        draft, reason = self._of_staff(pressed), _reason(pressed)
        self._store.dialogues.close(pressed.asked.chat_id)
        await self._send_back(pressed.asked, draft.trip, reason, "")

    async def hear_note(self, asked: Asked, dialogue: Dialogue) -> bool:
        """The word for the traveller."""
        self._store.dialogues.close(asked.chat_id)
        draft = self._store.drafts.get(int(dialogue.payload["draft"]))
        latest = self._store.drafts.latest(draft.trip)
        if latest is None or latest.id != draft.id or asked.role is Role.TRAVELLER:
            return False
        reason = ReturnReason(dialogue.payload["reason"])
        await self._send_back(asked, draft.trip, reason, asked.text.strip())
        return True

    async def _offer_reasons(self, asked: Asked, draft: Draft) -> None:
        keyboard = deciding.return_keyboard(draft.id)
        await say(asked.bot, asked.chat_id, deciding.reason_wanted(draft), keyboard)

    async def _ask_reason(self, asked: Asked, draft: Draft, despite: dict[str, str]) -> None:
        """Ask for the next reason that is missing, or approve when none is."""
        errors = {f.check: f for f in reversed(standing_errors(draft.findings))}
        left = [errors[check] for check in sorted(errors) if check not in despite]
        if not left:
            self._store.dialogues.close(asked.chat_id)
            await self._approve(asked, draft.trip, despite)
            return
        payload = {"draft": draft.id, "check": left[0].check, "despite": despite}
        self._store.dialogues.ask(asked.chat_id, draft.trip, "despite", payload, self._clock())
        text = deciding.reason_for(left[0], len(despite) + 1, len(errors))
        await say(asked.bot, asked.chat_id, text, deciding.cancel_keyboard(draft.id))

    async def _approve(self, asked: Asked, trip: int, despite: dict[str, str]) -> None:
        approval = self._desk.approve(trip, asked.name, self._clock(), despite)
        await say(asked.bot, asked.chat_id, drafts.approved(approval))
        await self._tell_travellers(asked, trip, deciding.told_approved(approval))

    async def _send_back(self, asked: Asked, trip: int, reason: ReturnReason, note: str) -> None:
        draft = self._desk.send_back(trip, asked.name, reason, note, self._clock())
        await say(asked.bot, asked.chat_id, drafts.sent_back(draft, reason, note))
        await self._tell_travellers(asked, trip, deciding.told_returned(draft, reason, note, asked.name))

    async def _tell_travellers(self, asked: Asked, trip: int, text: str) -> None:
        await tell(asked.bot, travellers_of(self._store, trip), text, but=asked.chat_id)

    def _of_staff(self, pressed: Pressed) -> Draft:
        """The draft of a button; raises NotForTravellers, or Stale if a newer one stands."""
        if pressed.asked.role is Role.TRAVELLER:
            raise NotForTravellers
        return self._reviewing.current(pressed)

    def _approver(self, draft: Draft) -> str:
        approval: Approval | None = self._store.drafts.approval(draft.trip)
        return approval.by if approval else ""

    def _today(self) -> date:
        return day_in_taiwan(self._clock())

    def _waiting(self) -> list[deciding.Waiting]:
        found = []
        for each in self._store.drafts.submitted():
            period = each.draft.trip_then.period if each.draft.trip_then else None
            form = form_named(each.draft.report.form) if each.draft.report else None
            last = last_day(period.end, form.deadline) if period and form else None
            found.append(deciding.Waiting(each.draft, each.by, each.at, last))
        return sorted(found, key=lambda w: (w.last is None, w.last, w.at))


def _reason(pressed: Pressed) -> ReturnReason:
    """The official reason of a button; raises Stale if there is none such."""
    try:
        return ReturnReason(pressed.more)
    except ValueError:
        raise Stale from None
