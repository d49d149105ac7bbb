"""How the writing goes, what the checks found, and what was decided (pure)."""

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, listed
from drafting.finding import Finding, Severity
from drafting.phrase import phrase
from drafting.review import Approval, Draft, ReturnReason
from storage.role import Role

WRITING = phrase("開始撰寫草稿，期間可以繼續傳素材。")
ALREADY_WRITING = phrase("這個案件的草稿正在撰寫中，完成後會通知您。")
BROKEN_OFF = phrase("上次撰寫因程式中斷而未完成，已重新撰寫。")
NO_TRIP = phrase("還沒有案件，傳來第一則素材或輸入 /new 就會建立。")
HOW_TO_OVERRIDE = phrase(
    "看不懂核可的內容，請寫「/approve」，或逐項寫明理由「/approve 檢核代碼=理由；檢核代碼=理由」。"
)

_NAMES = {
    Severity.ERROR: phrase("錯誤（須先處理才能核可）"),
    Severity.WARNING: phrase("提醒"),
    Severity.INFO: phrase("說明"),
}


def not_as_it_was(told: Sequence[str]) -> str:
    """What the files could not show as it was, as they said it themselves."""
    return "\n".join([_("檔案已完成，但請留意："), *(f"• {_(each)}" for each in told)])


def how_to_return() -> str:
    """The official reasons with their codes."""
    codes = _("；").join(f"{r.value} {_(r.text)}" for r in ReturnReason)
    return _("請寫「/return 代碼 說明」，代碼：{codes}。").format(codes=codes)


def how_to_set(labels: Iterable[str]) -> str:
    """How a field is filled, with everything that can be."""
    return _("請寫「/set 欄位 內容」，例如「/set 聯絡人 姓名」。可用的欄位：{fields}。").format(
        fields=listed(map(_, labels))
    )


def writing(stage: str, done: int, total: int) -> str:
    """The one progress message while a draft is written."""
    if not total:
        return _("撰寫中：{stage}").format(stage=stage)
    return _("撰寫中：{stage}（{done}／{total}）").format(stage=stage, done=done, total=total)


def finished(draft: Draft) -> str:
    """What the progress message becomes."""
    counts = {s: sum(1 for f in draft.findings if f.severity is s) for s in Severity}
    return _(
        "草稿完成（第 {draft} 號，案件 {trip}）。檢核結果：錯誤 {errors}、提醒 {warnings}、說明 {infos}。"
    ).format(
        draft=draft.id,
        trip=draft.trip,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )


def findings_text(draft: Draft) -> str:
    """All findings, the gravest first, then the material that found no place; "" if there is nothing to tell."""
    groups = [_group(s, [f for f in draft.findings if f.severity is s]) for s in Severity]
    unused = draft.report.unused if draft.report else ()
    if unused:
        groups.append("\n".join([_("未使用素材："), *(f"・{u.ref}：{u.reason}" for u in unused)]))
    return "\n\n".join(group for group in groups if group)


def next_step(role: Role) -> str:
    """What the person can do now."""
    if role is Role.TRAVELLER:
        return _("輸入 /export 取得草稿檔案；補傳素材後再輸入 /draft 會重新撰寫。核可由審核人員辦理。")
    return _("輸入 /export 取得草稿檔案；/approve 核可（可附「檢核代碼=理由」）；/return 退回補正。")


def keyboard(draft: Draft, role: Role) -> InlineKeyboardMarkup:
    """Buttons under a draft; each names the draft, so that an old button cannot decide about a new draft."""
    row = [InlineKeyboardButton(_("取得檔案"), callback_data=data("export", draft.id))]
    if role is not Role.TRAVELLER:
        row.append(InlineKeyboardButton(_("核可"), callback_data=data("approve", draft.id)))
    return InlineKeyboardMarkup([row])


def approved(approval: Approval) -> str:
    return _("案件 {trip} 的報告已由 {by} 核可（摘要碼 {digest}）。輸入 /export 取得正式檔案。").format(
        trip=approval.draft.trip, by=approval.by, digest=approval.digest[:12]
    )


def sent_back(draft: Draft, reason: ReturnReason, note: str) -> str:
    why = _("{reason}：{note}").format(reason=_(reason.text), note=note) if note else _(reason.text)
    return _("草稿第 {draft} 號已退回補正，原因：{why}。補齊素材後請輸入 /draft 重新撰寫。").format(
        draft=draft.id, why=why
    )


def field_set(label: str, value: str) -> str:
    if not value:
        return _("已清除「{label}」。").format(label=_(label))
    return _("已將「{label}」設為「{value}」。").format(label=_(label), value=value)


def _group(severity: Severity, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    head = _("【{severity}】{count} 項").format(severity=_(_NAMES[severity]), count=len(findings))
    return "\n".join([head, *(_line(f) for f in findings)])


def _line(finding: Finding) -> str:
    sources = f"（{'、'.join(finding.sources)}）" if finding.sources else ""
    return f"・{finding.check}　{finding.where}：{finding.message}{sources}"
