"""Handing in, the queue of staff, approving and returning, and what the other side is told (pure)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from bot.replies.days import long_day
from bot.replies.findings import in_the_chat
from bot.replies.questions import short
from drafting.finding import Finding
from drafting.office_time import TAIWAN
from drafting.review import Approval, Draft, ReturnReason

_SHOWN = 10  # drafts in one message of the queue


class Waiting(NamedTuple):
    """A draft in the queue. ``last`` is the last day of the filing period, None while no return is known."""

    draft: Draft
    by: str
    at: datetime
    last: date | None


def submitted(draft: Draft) -> str:
    return _("草稿 {draft} 已送審，核可或退回時會通知您。").format(draft=draft.id)


def handed_in(waiting: Waiting, today: date) -> str:
    """What staff are told when somebody hands in."""
    return _("有新的送審：\n{line}").format(line=_line(waiting, today))


def queue_text(waiting: Sequence[Waiting], today: date) -> str:
    """What waits for a decision; those whose deadline is nearest first."""
    if not waiting:
        return _("目前沒有待審的草稿。")
    lines = [_line(each, today) for each in waiting[:_SHOWN]]
    if (more := len(waiting) - _SHOWN) > 0:
        lines.append(_("另有 {count} 件。").format(count=more))
    return "\n\n".join([_("待審 {count} 件").format(count=len(waiting)), *lines])


def queue_keyboard(waiting: Sequence[Waiting]) -> InlineKeyboardMarkup | None:
    rows = [
        [
            InlineKeyboardButton(
                _("閱讀 #{trip}").format(trip=each.draft.trip), callback_data=data("read", each.draft.id, 1)
            ),
            InlineKeyboardButton(_("核可"), callback_data=data("approve", each.draft.id)),
            InlineKeyboardButton(_("退回"), callback_data=data("return", each.draft.id)),
        ]
        for each in waiting[:_SHOWN]
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def reason_for(finding: Finding, number: int, total: int) -> str:
    """Approving despite an error: one reason after another."""
    return _("核可前要寫明理由（{number}／{total}）\n{check}　{where}：{message}\n為什麼可以放行？").format(
        number=number, total=total, check=finding.check, where=finding.where, message=in_the_chat(finding)
    )


def cancel_keyboard(draft: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(_("先不核可"), callback_data=data("keepopen", draft))]]
    )


def approved_already(by: str) -> str:
    return _("這份草稿已由 {by} 核可。").format(by=by)


def left_open() -> str:
    return _("好，這份草稿維持待審。")


def return_keyboard(draft: int) -> InlineKeyboardMarkup:
    """The six official reasons (審核表 row 8), one button each."""
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(f"{r.value} {_(r.text)}", callback_data=data("reason", draft, r.value))]
            for r in ReturnReason
        ]
    )


def reason_wanted(draft: Draft) -> str:
    return _("退回草稿 {draft}，原因是？").format(draft=draft.id)


def note_wanted(reason: ReturnReason) -> str:
    return _("原因：{reason}。要補什麼？寫一句給出國人員。").format(reason=_(reason.text))


def note_keyboard(draft: int, reason: ReturnReason) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(_("不附說明，直接退回"), callback_data=data("noted", draft, reason.value))]]
    )


def told_approved(approval: Approval) -> str:
    """What the traveller hears."""
    return _("草稿 {draft} 已由 {by} 核可，輸入 /export 取得正式檔案。").format(
        draft=approval.draft.id, by=approval.by
    )


def told_returned(draft: Draft, reason: ReturnReason, note: str, by: str) -> str:
    """What the traveller hears."""
    why = _("{reason}：{note}").format(reason=_(reason.text), note=note) if note else _(reason.text)
    return _("草稿 {draft} 由 {by} 退回補正。\n{why}\n補上素材後輸入 /draft 重新撰寫。").format(
        draft=draft.id, by=by, why=why
    )


def formats_wanted() -> str:
    return _("要哪一種檔案？")


def formats_keyboard(draft: int, formats: Sequence[str]) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(f.upper(), callback_data=data("export", draft, f)) for f in formats]
    every = InlineKeyboardButton(_("全部"), callback_data=data("export", draft, "all"))
    return InlineKeyboardMarkup([row, [every]])


def drafts_spent(limit: int) -> str:
    """A clear answer: what is used up, and when it is there again."""
    return _("今天的草稿額度（{count} 份）已用完，明天 0 時（臺灣時間）起可以再用；素材照常保存。").format(
        count=limit
    )


def storage_spent(limit: int) -> str:
    """The file itself is not fetched; its message is kept, so nothing that was written is lost."""
    return _("今天的檔案額度（{size} MB）已用完，請明天（臺灣時間 0 時起）再傳一次").format(
        size=limit // 1_000_000
    )


def _line(waiting: Waiting, today: date) -> str:
    title = short(waiting.draft.report.title if waiting.draft.report else "")
    at = waiting.at.astimezone(TAIWAN)
    line = _("#{trip}　{title}\n　{by}　{month}/{day} 送審").format(
        trip=waiting.draft.trip, title=title, by=waiting.by, month=at.month, day=at.day
    )
    if waiting.last is None:
        return line
    left = (waiting.last - today).days
    tail = _("還有 {days} 天").format(days=left) if left >= 0 else _("逾期 {days} 天").format(days=-left)
    return line + _("，期限 {day}（{tail}）").format(day=long_day(waiting.last), tail=tail)
