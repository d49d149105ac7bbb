"""The desk where drafts are written, decided on and handed out, the same for the bot and for the command line."""

import asyncio
import hashlib
import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime

from drafting.account import as_json
from drafting.checks import check
from drafting.compose import compose
from drafting.errors import NotAllowed
from drafting.form import Form, form_named, form_of
from drafting.model_policy import refuse_classified
from drafting.review import Approval, Draft, Recipe, ReturnReason, Status, approve, outdated, send_back
from drafting.writer import Writer
from storage.errors import TripUnknown
from storage.store import Store

Progress = Callable[[str, int, int], Awaitable[None] | None]


class Desk:
    """Every method answers with values, or raises an error whose text is a sentence for the person."""

    def __init__(self, store: Store, writers: Mapping[str, Writer]) -> None:
        self._store = store
        self._writers = writers

    async def draft(
        self, trip_id: int, writer: str, at: datetime, today: date, progress: Progress | None = None
    ) -> Draft:
        """Write and check a new draft.

        The request is a row before anything else happens, so it survives a crash; whatever goes wrong is kept with it.
        """
        trip = self._store.trips.load(trip_id)
        scribe = self._writer(writer)
        form = form_of(trip)
        if scribe.model:
            refuse_classified(trip)
        if not any(m.text or m.file for m in trip.material):
            raise NotAllowed("這個案件還沒有任何素材，請先傳送行程、筆記或照片。")
        for left in self._store.drafts.requested():
            if left.trip == trip_id:  # broken off by a crash; nobody is writing it any more
                self._store.drafts.fail(left.id, "撰寫中斷，已由新的草稿取代。", at)
        number = self._store.drafts.request(trip_id, _recipe(scribe, form), at)
        try:
            composed = await compose(trip, form, scribe, progress)
            findings = check(composed.report, trip, form, today)
        except BaseException as error:
            self._store.drafts.fail(number, str(error) or type(error).__name__, at)
            raise
        recipe = _recipe(scribe, form)
        done = self._store.drafts.finish(number, composed.report, trip, findings, composed.usage, recipe, at)
        self._store.audit.note(at, "系統", "完成草稿", trip_id, f"草稿 {number}")
        return done

    def check(self, trip_id: int, today: date, form: str = "") -> Draft:
        """The newest draft with its findings as of ``today``; nothing is written down."""
        draft = self._latest(trip_id)
        assert draft.report is not None  # noqa: S101 - a written draft has one
        trip = draft.trip_then or self._store.trips.load(trip_id)
        found = check(draft.report, trip, form_named(form or draft.report.form), today)
        return draft.model_copy(update={"findings": found})

    def approve(self, trip_id: int, by: str, at: datetime, despite: Mapping[str, str]) -> Approval:
        """Approve the newest draft; raises OpenErrors while errors stand without a reason."""
        draft = self._latest(trip_id)
        if draft.status in (Status.WRITTEN, Status.SUBMITTED) and outdated(
            draft, self._store.trips.load(trip_id)
        ):
            raise NotAllowed(f"草稿 {draft.id} 完成後，案件的欄位或素材已有更動，請重新產生草稿後再核可。")
        approval = approve(draft, by, at, despite)
        self._store.drafts.keep(approval)
        return approval

    def send_back(self, trip_id: int, by: str, reason: ReturnReason, note: str, at: datetime) -> Draft:
        """Return the newest draft with one of the official reasons."""
        draft = self._latest(trip_id)
        returned = send_back(draft)
        self._store.drafts.send_back(draft, reason, note, by, at)
        return returned

    def export(self, trip_id: int, formats: Sequence[str]) -> dict[str, bytes]:
        """Files by name: of the approval if there is one, else of the newest draft, marked 「草稿」."""
        return documents(self.newest(trip_id), formats, self._store.files.read)

    async def hand_out(self, trip_id: int, formats: Sequence[str]) -> dict[str, bytes]:
        """The same beside everything else: typesetting must not hold up the conversation."""
        return await asyncio.to_thread(documents, self.newest(trip_id), formats, self._store.files.read)

    def newest(self, trip_id: int) -> Approval | Draft:
        """The approval that no later draft has overtaken, else the newest draft."""
        approval = self._store.drafts.approval(trip_id)
        latest = self._store.drafts.latest(trip_id)
        if approval and (latest is None or latest.id <= approval.draft.id):
            return approval
        return self._latest(trip_id)

    def _latest(self, trip_id: int) -> Draft:
        if trip_id not in self._store.trips.ids():
            raise TripUnknown(trip_id)
        draft = self._store.drafts.latest(trip_id)
        if draft is None:
            raise NotAllowed(f"案件 {trip_id} 還沒有草稿，請先產生草稿（draft）。")
        return draft

    def _writer(self, name: str) -> Writer:
        if name not in self._writers:
            if name == "openai":
                raise NotAllowed(
                    "尚未設定語言模型，請設定 SUIXING_LLM_BASE_URL 與 SUIXING_LLM_MODEL，或改用離線撰寫。"
                )
            raise NotAllowed(f"沒有「{name}」這種撰寫方式，請改用：{'、'.join(self._writers)}。")
        return self._writers[name]


def documents(
    item: Approval | Draft, formats: Sequence[str], picture: Callable[[str], bytes | None]
) -> dict[str, bytes]:
    """The files of an approval or a draft, by name; "json" is the contract of the README."""
    approval = item if isinstance(item, Approval) else None
    draft = item.draft if isinstance(item, Approval) else item
    assert draft.report is not None  # noqa: S101 - newest() gives written drafts only
    from export import render  # noqa: PLC0415 - the document writers take half a second that checking need not wait for

    stem = file_stem(item)
    rendered = render(item, form_named(draft.report.form), picture, [f for f in formats if f != "json"])
    done = {f"{stem}.{name}": content for name, content in rendered.items()}
    if "json" in formats:
        done[f"{stem}.json"] = (
            json.dumps(as_json(draft, approval), ensure_ascii=False, indent=1) + "\n"
        ).encode()
    return done


def file_stem(item: Approval | Draft) -> str:
    """「報告名稱_1070612」, marked as draft until approved; characters that file systems refuse are left out."""
    draft = item.draft if isinstance(item, Approval) else item
    title = draft.report.title if draft.report else ""
    clean = re.sub(r'[\\/:*?"<>|\x00-\x1f「」『』]+', "", title).strip(". ")[:60] or "出國報告"
    day = draft.trip_then.report_date if draft.trip_then else None
    dated = f"_{day.year - 1911}{day:%m%d}" if day else ""
    return f"{clean}{dated}" if draft.status is Status.APPROVED else f"{clean}{dated}_草稿{draft.id}"


def _recipe(writer: Writer, form: Form) -> Recipe:
    digest = hashlib.sha256(form.model_dump_json().encode()).hexdigest()
    return Recipe(
        writer=writer.name,
        model=writer.model,
        place=writer.place,
        prompts=dict(writer.prompts),
        form_digest=digest,
    )


__all__ = ["Desk", "Progress", "documents", "file_stem"]
