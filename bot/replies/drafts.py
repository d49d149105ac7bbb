"""How the writing goes, what the checks found, and what was decided (pure)."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from drafting.finding import Finding, Severity
from drafting.review import Approval, Draft, ReturnReason
from storage.role import Role

WRITING = "開始撰寫草稿，期間可以繼續傳素材。"
ALREADY_WRITING = "這個案件的草稿正在撰寫中，完成後會通知您。"
BROKEN_OFF = "上次撰寫因程式中斷而未完成，已重新撰寫。"
NO_TRIP = "還沒有案件，傳來第一則素材或輸入 /new 就會建立。"
HOW_TO_RETURN = (
    "請寫「/return 代碼 說明」，代碼：" + "；".join(f"{r.value} {r.text}" for r in ReturnReason) + "。"
)
HOW_TO_OVERRIDE = (
    "看不懂核可的內容，請寫「/approve」，或逐項寫明理由「/approve 檢核代碼=理由；檢核代碼=理由」。"
)
HOW_TO_SET = "請寫「/set 欄位 內容」，例如「/set 聯絡人 姓名」。可用的欄位："

_NAMES = {Severity.ERROR: "錯誤（須先處理才能核可）", Severity.WARNING: "提醒", Severity.INFO: "說明"}


def writing(stage: str, done: int, total: int) -> str:
    """The one progress message while a draft is written."""
    return f"撰寫中：{stage}（{done}／{total}）" if total else f"撰寫中：{stage}"


def finished(draft: Draft) -> str:
    """What the progress message becomes."""
    counts = {s: sum(1 for f in draft.findings if f.severity is s) for s in Severity}
    summary = f"錯誤 {counts[Severity.ERROR]}、提醒 {counts[Severity.WARNING]}、說明 {counts[Severity.INFO]}"
    return f"草稿完成（第 {draft.id} 號，案件 {draft.trip}）。檢核結果：{summary}。"


def findings_text(draft: Draft) -> str:
    """All findings, the gravest first, then the material that found no place; "" if there is nothing to tell."""
    groups = [_group(s, [f for f in draft.findings if f.severity is s]) for s in Severity]
    unused = draft.report.unused if draft.report else ()
    if unused:
        groups.append("未使用素材：\n" + "\n".join(f"・{u.ref}：{u.reason}" for u in unused))
    return "\n\n".join(group for group in groups if group)


def next_step(role: Role) -> str:
    """What the person can do now."""
    if role is Role.TRAVELLER:
        return "輸入 /export 取得草稿檔案；補傳素材後再輸入 /draft 會重新撰寫。核可由審核人員辦理。"
    return "輸入 /export 取得草稿檔案；/approve 核可（可附「檢核代碼=理由」）；/return 退回補正。"


def keyboard(draft: Draft, role: Role) -> InlineKeyboardMarkup:
    """Buttons under a draft; each names the draft, so that an old button cannot decide about a new draft."""
    row = [InlineKeyboardButton("取得檔案", callback_data=data("export", draft.id))]
    if role is not Role.TRAVELLER:
        row.append(InlineKeyboardButton("核可", callback_data=data("approve", draft.id)))
    return InlineKeyboardMarkup([row])


def approved(approval: Approval) -> str:
    return (
        f"案件 {approval.draft.trip} 的報告已由 {approval.by} 核可（摘要碼 {approval.digest[:12]}）。"
        "輸入 /export 取得正式檔案。"
    )


def sent_back(draft: Draft, reason: ReturnReason, note: str) -> str:
    tail = f"：{note}" if note else ""
    return f"草稿第 {draft.id} 號已退回補正，原因：{reason.text}{tail}。補齊素材後請輸入 /draft 重新撰寫。"


def field_set(label: str, value: str) -> str:
    return f"已將「{label}」設為「{value}」。" if value else f"已清除「{label}」。"


def _group(severity: Severity, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    return "\n".join([f"【{_NAMES[severity]}】{len(findings)} 項", *(_line(f) for f in findings)])


def _line(finding: Finding) -> str:
    sources = f"（{'、'.join(finding.sources)}）" if finding.sources else ""
    return f"・{finding.check}　{finding.where}：{finding.message}{sources}"
