"""The desk where drafts are written, decided on and handed out, the same for the bot and for the command line."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.documents import documents, file_stem
from drafting.checks import check
from drafting.compose import compose
from drafting.errors import NotAllowed
from drafting.finding import Finding
from drafting.form import Form, form_named, form_of
from drafting.model_policy import refuse_classified, refuse_without_consent, server_of
from drafting.phrase import phrase
from drafting.report import Report
from drafting.review import (
    Approval,
    Draft,
    Recipe,
    ReturnReason,
    Status,
    Usage,
    approve,
    form_behind,
    outdated,
    send_back,
    submit,
)
from drafting.revising.differences import Change, compare
from drafting.revising.edits import edited, find
from drafting.revising.instruction import instruction, label_for
from drafting.revision import Edit, Revisions
from drafting.trip import Trip
from drafting.writer import AsksAModel, Writer
from storage.errors import TripUnknown
from storage.model_book import Allowance
from storage.store import Store

if TYPE_CHECKING:  # the document writers take half a second that checking need not wait for
    from export.edition import Edition

Progress = Callable[[str, int, int], Awaitable[None] | None]


class Desk:
    """Every method answers with values, or raises an error whose text is a sentence for the person."""

    def __init__(
        self, store: Store, writers: Mapping[str, Writer], allowance: Allowance | None = None
    ) -> None:
        self._store = store
        self._writers = writers
        self._allowance = allowance

    async def draft(
        self,
        trip_id: int,
        writer: str,
        at: datetime,
        today: date,
        progress: Progress | None = None,
        *,
        person: int = 0,
    ) -> Draft:
        """Write and check a new draft; ``person`` is whose allowance it is charged to (0: nobody's).

        The request is a row before anything else happens, so it survives a crash; whatever goes wrong is kept with it.
        """
        trip = self._store.trips.load(trip_id)
        scribe = self._writer(writer)
        form = form_of(trip)
        if scribe.model:
            refuse_classified(trip)
        self._refuse_without_consent(scribe)
        if not any(m.text or m.file for m in trip.material):
            raise NotAllowed(phrase("這個案件還沒有任何素材，請先傳送行程、筆記或照片。"))
        for left in self._store.drafts.requested():
            if left.trip == trip_id:  # broken off by a crash; nobody is writing it any more
                self._store.drafts.fail(left.id, "撰寫中斷，已由新的草稿取代。", at)
        scribe_recipe = _recipe(scribe, form)
        number = self._store.drafts.request(trip_id, scribe_recipe, at)
        if isinstance(scribe, AsksAModel):
            book = self._store.models.book(trip_id, number, at, person=person, allowance=self._allowance)
            scribe = scribe.with_book(book)
        try:
            composed = await compose(trip, form, scribe, progress)
            findings = await asyncio.to_thread(
                self._checking(composed.report, trip, form, today, scribe_recipe)
            )
        except BaseException as error:
            self._store.drafts.fail(number, str(error) or type(error).__name__, at)
            raise
        recipe = _recipe(scribe, form)
        done = self._store.drafts.finish(number, composed.report, trip, findings, composed.usage, recipe, at)
        self._store.audit.note(at, "系統", "完成草稿", trip_id, f"草稿 {number}")
        return done

    async def revise(
        self,
        trip_id: int,
        words: str,
        by: str,
        writer: str,
        at: datetime,
        today: date,
        progress: Progress | None = None,
        *,
        person: int = 0,
    ) -> Draft:
        """Write a new draft that heeds a wish for one part (「伍再具體一點，加上 N40」); raises InstructionUnclear.

        The wish is kept, so that later drafts heed it too. Material that is wished for in 心得 or 建議 is labelled so.
        """
        report, trip = _written(self.latest(trip_id)), self._store.trips.load(trip_id)
        form = form_of(trip)
        wish = instruction(words, report, trip, by)
        labels = {ref: label_for(wish, ref, report, trip, form) for ref in wish.refs}
        self._writer(writer)
        for ref, label in labels.items():
            if label is not None:
                self._store.trips.label(trip_id, ref, label)
        self._store.trips.wish(trip_id, wish, at)
        return await self.draft(trip_id, writer, at, today, progress, person=person)

    def edit(self, trip_id: int, before: str, after: str, by: str, at: datetime, today: date) -> Draft:
        """A new version with one sentence as a person wrote it; "" takes it out. Later drafts carry it too."""
        latest = self.latest(trip_id)
        found = find(_written(latest), before)
        if found is None:
            raise NotAllowed(
                phrase(
                    "草稿 {latest} 裡找不到「{before}」這一句（或不只一句），請整句複製後再試。",
                    latest=latest.id,
                    before=before,
                )
            )
        section, sentence = found
        text = after.strip()
        if text and before.strip() != sentence.text.strip():
            text = sentence.text.replace(before.strip(), text)
        one = Edit(
            section=section.key, before=sentence.text, after=text, by=by, at=at, sources=sentence.sources
        )
        return self.take_edits(trip_id, (one,), at, today)

    def take_edits(self, trip_id: int, edits: Sequence[Edit], at: datetime, today: date) -> Draft:
        """A new version of the newest draft with these edits in it; they are kept, so that later drafts carry them."""
        latest = self.latest(trip_id)
        for one in edits:
            self._store.trips.edit(trip_id, one)
        return self._keep_version(latest, edited(_written(latest), edits), at, today)

    def restore(self, trip_id: int, number: int, by: str, at: datetime, today: date) -> Draft:
        """A new version that reads like an earlier one; what people said about drafts after that one stands no longer."""
        old = self._store.drafts.get(number)
        if old.trip != trip_id or old.report is None:
            raise NotAllowed(
                phrase(
                    "案件 {trip_id} 沒有可以還原的草稿 {number}，請用 suixing versions {trip_id} 查看。",
                    trip_id=trip_id,
                    number=number,
                )
            )
        then = _shown(old).trip_then or Trip()
        revisions = Revisions(edits=then.edits, wishes=then.wishes)
        self._store.trips.restore_revisions(trip_id, revisions, by, at)
        return self._keep_version(old, old.report, at, today)

    def compare(self, trip_id: int, old: int | None = None, new: int | None = None) -> tuple[Change, ...]:
        """What two versions differ in; the newest and the one before it, unless others are named."""
        versions = self.versions(trip_id)
        later = self._version(versions, trip_id, new) if new else self.latest(trip_id)
        earlier = [v for v in versions if v.id < later.id]
        if old is None and not earlier:
            raise NotAllowed(phrase("案件 {trip_id} 只有一份草稿，還沒有可以比較的版本。", trip_id=trip_id))
        before = self._version(versions, trip_id, old) if old else earlier[-1]
        report = _written(later)
        return compare(_written(before), report, form_named(report.form))

    def versions(self, trip_id: int) -> list[Draft]:
        """Every version of a trip's report that has a text, oldest first."""
        if trip_id not in self._store.trips.ids():
            raise TripUnknown(trip_id)
        return self._store.drafts.versions(trip_id)

    def check(self, trip_id: int, today: date, form: str = "") -> Draft:
        """The newest draft with its findings as of ``today``; nothing is written down."""
        draft = self.latest(trip_id)
        assert draft.report is not None  # noqa: S101 - a written draft has one
        trip = draft.trip_then or self._store.trips.load(trip_id)
        found = self._checking(
            draft.report, trip, form_named(form or draft.report.form), today, draft.recipe
        )()
        return draft.model_copy(update={"findings": found})

    def approve(self, trip_id: int, by: str, at: datetime, despite: Mapping[str, str]) -> Approval:
        """Approve the newest draft; raises OpenErrors while errors stand without a reason."""
        draft = self.latest(trip_id)
        if draft.status in (Status.WRITTEN, Status.SUBMITTED) and outdated(
            draft, self._store.trips.load(trip_id)
        ):
            raise NotAllowed(
                phrase(
                    "草稿 {draft} 完成後，案件的欄位或素材已有更動，請重新產生草稿後再核可。", draft=draft.id
                )
            )
        approval = approve(draft, by, at, despite, form=form_behind(draft))
        self._store.drafts.keep(approval)
        return approval

    def submit(self, trip_id: int, by: str, at: datetime) -> Draft:
        """Hand the newest draft in for approval; raises NotAllowed when the trip has moved on since it was written."""
        draft = self.latest(trip_id)
        if draft.status is Status.WRITTEN and outdated(draft, self._store.trips.load(trip_id)):
            raise NotAllowed(
                phrase("草稿 {id} 完成後，案件的欄位或素材已有更動，請重新產生草稿後再送審。", id=draft.id)
            )
        handed_in = submit(draft)
        self._store.drafts.submit(draft.id, by, at)
        return handed_in

    def send_back(self, trip_id: int, by: str, reason: ReturnReason, note: str, at: datetime) -> Draft:
        """Return the newest draft with one of the official reasons."""
        draft = self.latest(trip_id)
        returned = send_back(draft)
        self._store.drafts.send_back(draft, reason, note, by, at)
        return returned

    def export(
        self,
        trip_id: int,
        formats: Sequence[str],
        edition: "Edition" = "filed",
        tell: Callable[[str], None] | None = None,
    ) -> dict[str, bytes]:
        """Files by name: of the approval if there is one, else of the newest draft, marked 「草稿」.

        ``tell`` hears what the documents could not show as it was.
        """
        return documents(self.newest(trip_id), formats, self._store.files.read, edition, tell)

    async def hand_out(
        self, trip_id: int, formats: Sequence[str], tell: Callable[[str], None] | None = None
    ) -> dict[str, bytes]:
        """The same beside everything else: typesetting must not hold up the conversation."""
        item, read = self.newest(trip_id), self._store.files.read
        return await asyncio.to_thread(documents, item, formats, read, "filed", tell)

    def newest(self, trip_id: int) -> Approval | Draft:
        """The approval that no later draft has overtaken, else the newest draft."""
        approval = self._store.drafts.approval(trip_id)
        latest = self._store.drafts.latest(trip_id)
        if approval and (latest is None or latest.id <= approval.draft.id):
            return approval
        return self.latest(trip_id)

    def _keep_version(self, origin: Draft, report: Report, at: datetime, today: date) -> Draft:
        """Keep a report that nobody had to write anew; it is checked like any other."""
        trip = self._store.trips.load(origin.trip)
        number = self._store.drafts.request(origin.trip, origin.recipe, at)
        found = self._checking(report, trip, form_named(report.form), today, origin.recipe)()
        return self._store.drafts.finish(number, report, trip, found, Usage(), origin.recipe, at)

    def _checking(
        self, report: Report, trip: Trip, form: Form, today: date, recipe: Recipe
    ) -> Callable[[], tuple[Finding, ...]]:
        """The checks, ready to run in any thread: what they compare with is read here, where the store may be asked."""
        earlier = self._store.earlier.than(trip.id)
        kept = [(m.ref, m.file.content) for m in trip.material if m.file and m.file.content]

        def look() -> tuple[Finding, ...]:
            lost = {ref for ref, digest in kept if self._store.files.read(digest) is None}
            return check(report, trip, form, today, recipe=recipe, earlier=earlier, lost=lost)

        return look

    @staticmethod
    def _version(versions: Sequence[Draft], trip_id: int, number: int) -> Draft:
        for version in versions:
            if version.id == number:
                return version
        known = "、".join(str(v.id) for v in versions) or "無"
        raise NotAllowed(
            phrase(
                "案件 {trip_id} 沒有草稿 {number}，有文字的草稿：{known}。",
                trip_id=trip_id,
                number=number,
                known=known,
            )
        )

    def latest(self, trip_id: int) -> Draft:
        """The newest draft with a text; raises TripUnknown, or NotAllowed if there is none or it may not be shown."""
        if trip_id not in self._store.trips.ids():
            raise TripUnknown(trip_id)
        draft = self._store.drafts.latest(trip_id)
        if draft is None:
            raise NotAllowed(phrase("案件 {trip_id} 還沒有草稿，請先產生草稿（draft）。", trip_id=trip_id))
        return _shown(draft)

    def _refuse_without_consent(self, scribe: Writer) -> None:
        if isinstance(scribe, AsksAModel) and scribe.off_premises:
            consent = self._store.models.consented(server_of(scribe.base_url), scribe.model)
            refuse_without_consent(scribe.model, scribe.base_url, consented=consent is not None)

    def _writer(self, name: str) -> Writer:
        if name not in self._writers:
            if name == "openai":
                raise NotAllowed(
                    phrase(
                        "尚未設定語言模型，請設定 SUIXING_LLM_BASE_URL 與 SUIXING_LLM_MODEL，或改用離線撰寫。"
                    )
                )
            raise NotAllowed(
                phrase(
                    "沒有「{name}」這種撰寫方式，請改用：{_writers}。",
                    name=name,
                    _writers="、".join(self._writers),
                )
            )
        return self._writers[name]


def _shown(draft: Draft) -> Draft:
    """Raises NotAllowed, saying what to do, for a draft that rests on what was marked #私 since."""
    if draft.problem:
        raise NotAllowed(draft.problem)
    return draft


def _written(draft: Draft) -> Report:
    report = _shown(draft).report
    assert report is not None  # noqa: S101 - a written draft has one
    return report


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
