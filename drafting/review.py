"""The states of a draft, and who may move it where."""

import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum

from pydantic import AwareDatetime

from drafting.errors import NotAllowed, OpenErrors
from drafting.finding import Finding, Severity
from drafting.form import Form, form_named
from drafting.frozen import Frozen
from drafting.material import Kind
from drafting.phrase import Phrase, phrase
from drafting.report import Report
from drafting.trip import Trip


class Status(StrEnum):
    """requested → written | failed; written → submitted → returned | approved; any of them → superseded."""

    REQUESTED = "requested"
    WRITTEN = "written"
    FAILED = "failed"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class ReturnReason(StrEnum):
    """退回補正之原因 (行政院 審核表 row 8; second-hand)."""

    NOT_AS_PLANNED = "1"
    FOREIGN_TEXT = "2"
    HOLLOW = "3"
    COPIED = "4"
    UNSOURCED = "5"
    FILE_FORMAT = "6"

    @property
    def text(self) -> str:
        """The wording of the form."""
        return {
            "1": phrase("不符原核定計畫"),
            "2": phrase("以外文撰寫或僅蒐集外文資料"),
            "3": phrase("內容空洞或未涵蓋要項"),
            "4": phrase("抄襲"),
            "5": phrase("引用未註明來源"),
            "6": phrase("電子檔未依格式"),
        }[self.value]


class Usage(Frozen):
    """What a draft cost at the model: calls made (failed tries included) and tokens billed."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def plus(self, other: "Usage") -> "Usage":
        """Both together."""
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
        )


class Recipe(Frozen):
    """How a draft was made. ``model`` is "" when no model wrote; ``prompts`` maps template names to digests."""

    writer: str
    model: str = ""
    place: str = ""  # where the model ran, as the operator named it
    prompts: dict[str, str] = {}
    form_digest: str = ""


class Draft(Frozen):
    """One version of the report. ``trip_then`` is the trip as it was when the draft was written."""

    id: int = 0
    trip: int = 0
    status: Status = Status.REQUESTED
    recipe: Recipe
    usage: Usage = Usage()
    written_at: AwareDatetime | None = None
    report: Report | None = None
    trip_then: Trip | None = None
    findings: tuple[Finding, ...] = ()
    problem: str = ""  # why it failed, or why it may not be shown any more


class SentBack(Frozen):
    """退回補正: which official reason a draft was returned for, what is to be done, by whom and when."""

    reason: ReturnReason
    note: str
    by: str
    at: AwareDatetime


class Override(Frozen):
    """A check whose findings staff let pass, and why; ``covers`` lists each of them as it stood. Kept with the approval."""

    check: str
    reason: str
    covers: tuple[str, ...] = ()


class Approval(Frozen):
    """A report as it was approved; it never changes. ``digest`` is the SHA-256 of everything else in it.

    ``form`` is the form as it was then, so that the same files come out after its data changed; approvals that were made
    before forms were kept have None.
    """

    draft: Draft
    by: str
    at: AwareDatetime
    overrides: tuple[Override, ...] = ()
    form: Form | None = None
    digest: str = ""


def approve(
    draft: Draft,
    by: str,
    at: AwareDatetime,
    despite: Mapping[str, str] | None = None,
    *,
    form: Form | None = None,
) -> Approval:
    """Approve a draft; raises OpenErrors while an error stands that no reason overrides, NotAllowed in other states.

    ``form`` is kept with it: what the report is filed on.
    """
    if draft.status not in (Status.WRITTEN, Status.SUBMITTED):
        raise NotAllowed(_not_in_state(draft, phrase("核可")))
    if not by.strip():
        raise NotAllowed(phrase("請寫明核可人姓名（--by）。"))
    reasons = {check: reason.strip() for check, reason in (despite or {}).items()}
    if empty := [check for check, reason in reasons.items() if not reason]:
        raise NotAllowed(phrase("檢核項目 {empty} 的核可理由不可空白。", empty="、".join(empty)))
    errors = [f.check for f in draft.findings if f.severity is Severity.ERROR]
    if unknown := sorted(set(reasons) - {f.check for f in draft.findings}):
        raise NotAllowed(
            phrase("這份草稿沒有檢核項目 {unknown} 的缺失，請確認代碼。", unknown="、".join(unknown))
        )
    if still := [check for check in errors if check not in reasons]:
        raise OpenErrors(still)
    overrides = tuple(
        Override(
            check=check,
            reason=reason,
            covers=tuple(f"{f.where}：{f.message}" for f in draft.findings if f.check == check),
        )
        for check, reason in sorted(reasons.items())
    )
    approved = draft.model_copy(update={"status": Status.APPROVED})
    bare = Approval(draft=approved, by=by.strip(), at=at, overrides=overrides, form=form)
    return bare.model_copy(update={"digest": digest_of(bare)})


def form_behind(item: Approval | Draft) -> Form:
    """The form that an approval keeps; else that of the report as it is now. Raises FormUnknown, NotAllowed if unwritten."""
    if isinstance(item, Approval) and item.form is not None:
        return item.form
    draft = item.draft if isinstance(item, Approval) else item
    if draft.report is None:
        raise NotAllowed(_not_in_state(draft, phrase("匯出")))
    return form_named(draft.report.form)


def outdated(draft: Draft, now: Trip) -> bool:
    """Whether fields or usable material have changed since the draft was written; what was only chatted has not."""
    return draft.trip_then is not None and _substance(draft.trip_then) != _substance(now)


def _substance(trip: Trip) -> tuple[object, ...]:
    talk = (Kind.ASIDE, Kind.PRIVATE)
    pieces = tuple(
        (m.ref, m.text, m.kind, m.file and m.file.content) for m in trip.material if m.kind not in talk
    )
    fields = trip.model_dump(exclude={"material", "names", "events", "sources", "by_hand", "remarks"})
    return (fields, pieces)


def submit(draft: Draft) -> Draft:
    """Hand a draft in for approval (送審); raises NotAllowed unless it is written. One handed in before stays so.

    Standing errors do not stop it: whether to let them pass is for staff to say.
    """
    if draft.status not in (Status.WRITTEN, Status.SUBMITTED):
        raise NotAllowed(_not_in_state(draft, phrase("送審")))
    return draft.model_copy(update={"status": Status.SUBMITTED})


def send_back(draft: Draft) -> Draft:
    """Return a draft for correction (退回補正); raises NotAllowed unless it is written or submitted."""
    if draft.status not in (Status.WRITTEN, Status.SUBMITTED):
        raise NotAllowed(_not_in_state(draft, phrase("退回")))
    return draft.model_copy(update={"status": Status.RETURNED})


def digest_of(approval: Approval) -> str:
    """SHA-256 over everything in the approval but the digest itself, as hex."""
    return hashlib.sha256(approval.model_copy(update={"digest": ""}).model_dump_json().encode()).hexdigest()


def standing_errors(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that block approval."""
    return [f for f in findings if f.severity is Severity.ERROR]


def _not_in_state(draft: Draft, move: Phrase) -> Phrase:
    states = {
        Status.REQUESTED: phrase("還在撰寫"),
        Status.FAILED: phrase("撰寫失敗"),
        Status.RETURNED: phrase("已退回，請先重新撰寫"),
        Status.APPROVED: phrase("已經核可"),
        Status.SUPERSEDED: phrase("已被新版取代"),
    }
    state = states.get(draft.status, phrase("狀態不符"))
    return phrase("草稿 {draft} {state}，不能{move}。", draft=draft.id, state=state, move=move)
