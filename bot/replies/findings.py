"""What the checks found, grouped by what the traveller can do about it; and the questions that a draft leaves (pure)."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, listed
from bot.replies.bars import bar
from drafting.finding import Finding, Severity
from drafting.interview.todo import Action, Doubt, action_of, blanks, doubts, grouped
from drafting.review import Draft
from storage.role import Role

_UNUSED_SHOWN = 8  # pieces that were left out; of more only the number is told
_QUOTED = 40  # characters of a sentence that a finding is about
_ON_THE_COMMAND_LINE = re.compile(r"（指令列[^）]*）")
_IN_THE_FORM = re.compile(r"^已填入表單(?:欄位)?")  # of a piece that was used, only not in the prose


def findings_text(draft: Draft) -> str:
    """The findings by what can be done, then the material that found no place."""
    groups, empty = grouped(draft.findings), blanks(draft.findings)
    shown = [
        _group(
            action, [f for f in groups[action] if f not in empty], empty if action is Action.ANSWER else ()
        )
        for action in Action
        if action in groups and action is not Action.NOTHING
    ]
    return "\n\n".join([*shown, *_unused(draft)]) or _("檢核都通過了，可以送審。")


def in_the_chat(finding: Finding) -> str:
    """What a finding says, without what only helps on the command line."""
    return _ON_THE_COMMAND_LINE.sub("", finding.message)


def writing(stage: str, done: int, total: int) -> str:
    """The one progress message while a draft is written, part by part."""
    if not total:
        return _("撰寫中：{stage}").format(stage=stage)
    return _("撰寫中 {bar} {done}／{total}\n{stage}").format(
        bar=bar(done, total), done=done, total=total, stage=stage
    )


def finished(draft: Draft) -> str:
    """What the progress message becomes."""
    return _("草稿完成（第 {draft} 號，案件 {trip}）。{summary}。").format(
        draft=draft.id, trip=draft.trip, summary=summary(draft)
    )


def no_draft() -> str:
    return _("還沒有草稿，輸入 /draft 開始撰寫。")


def summary(draft: Draft) -> str:
    """One line: how many things are to be done, by whom; as many as the findings have lines below."""
    groups, empty = grouped(draft.findings), set(blanks(draft.findings))
    counted = [
        _("{action} {count}").format(action=_name(action), count=_things(groups[action], empty))
        for action in Action
        if action in groups and action is not Action.NOTHING
    ]
    return listed(counted) if counted else _("檢核都通過了")


def draft_keyboard(draft: Draft, role: Role) -> InlineKeyboardMarkup:
    """Buttons under a draft; each names the draft, so that an old button cannot decide about a new draft."""
    questions = len(doubts(draft))
    rows = [
        [
            InlineKeyboardButton(_("閱讀"), callback_data=data("read", draft.id, 1)),
            InlineKeyboardButton("PDF", callback_data=data("export", draft.id, "pdf")),
        ],
        [
            InlineKeyboardButton(_("重寫"), callback_data=data("redraft", draft.id)),
            InlineKeyboardButton(_("送審"), callback_data=data("submit", draft.id)),
        ],
    ]
    if questions:
        label = _("回答 {count} 個問題").format(count=questions)
        rows.insert(0, [InlineKeyboardButton(label, callback_data=data("ask", draft.id))])
    if empty := blanks(draft.findings):
        label = _("補 {count} 個欄位").format(count=len(empty))
        rows.insert(0, [InlineKeyboardButton(label, callback_data=data("fill", draft.trip))])
    if role is not Role.TRAVELLER:
        rows.append(decision_buttons(draft.id))
    return InlineKeyboardMarkup(rows)


def decision_buttons(draft: int) -> list[InlineKeyboardButton]:
    """What staff decide with one tap."""
    return [
        InlineKeyboardButton(_("核可"), callback_data=data("approve", draft)),
        InlineKeyboardButton(_("退回補正"), callback_data=data("return", draft)),
    ]


def doubt_text(doubt: Doubt, number: int, total: int) -> str:
    """One question of a draft. The answer is a message of its own."""
    why = doubt.why.rstrip("。") or _("這句沒有素材為據")
    return _("問題 {number}／{total}　{where}\n「{sentence}」\n{why}。正確的是什麼？").format(
        number=number, total=total, where=doubt.where, sentence=doubt.sentence, why=why
    )


def doubt_keyboard(draft: int, number: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(_("略過"), callback_data=data("ask", draft, number)),
                InlineKeyboardButton(_("先到這裡"), callback_data=data("asked", draft)),
            ]
        ]
    )


def doubts_done(answered: int) -> str:
    if not answered:
        return _("好，之後再回答也可以。")
    return _("收到 {count} 則回答，按「重寫」就會用上。").format(count=answered)


def redraft_keyboard(draft: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(_("重寫"), callback_data=data("redraft", draft))]])


def _name(action: Action) -> str:
    return {
        Action.ANSWER: _("請您回答"),
        Action.SEND: _("請補素材"),
        Action.CONFIRM: _("請看一眼"),
        Action.STAFF: _("由審核人員決定"),
        Action.NOTHING: _("說明"),
    }[action]


def _group(action: Action, findings: Sequence[Finding], empty: Sequence[Finding] = ()) -> str:
    lines = [_blanks(empty)] if empty else []
    told = Counter(_line(finding) for finding in findings)
    repeated = (_("{line}（{count} 處）").format(line=t, count=n) if n > 1 else t for t, n in told.items())
    return "\n".join([_("【{group}】").format(group=_name(action)), *lines, *repeated])


def _things(findings: Sequence[Finding], empty: Collection[Finding]) -> int:
    """How many lines a group has: the empty blanks are one, and so is what is the same at several places."""
    rest = {_line(finding) for finding in findings if finding not in empty}
    return len(rest) + any(finding in empty for finding in findings)


def _blanks(empty: Sequence[Finding]) -> str:
    """All empty blanks in one line: nobody wants to read the same sentence nine times."""
    return _("✗ 欄位還空著：{fields}。").format(fields=listed(_(f.where) for f in empty))


def _line(finding: Finding) -> str:
    """Without what is for the command line; the sentence is shown where it has to be looked at."""
    sign = "✗" if finding.severity is Severity.ERROR else "△"
    shown = finding.quote and action_of(finding) in (Action.ANSWER, Action.CONFIRM)
    quote = f"\n　「{' '.join(finding.quote.split())[:_QUOTED]}」" if shown else ""
    message = in_the_chat(finding)
    return f"{sign} {finding.where}：{message}（{finding.check}）{quote}"


def _unused(draft: Draft) -> list[str]:
    unused = [u for u in (draft.report.unused if draft.report else ()) if not _IN_THE_FORM.match(u.reason)]
    if not unused:
        return []
    lines = [f"・{u.ref}：{_(u.reason)}" for u in unused[:_UNUSED_SHOWN]]
    if more := len(unused) - _UNUSED_SHOWN:
        lines += [_("・另有 {count} 則").format(count=more)] if more > 0 else []
    return ["\n".join([_("【沒有用到的素材】"), *lines])]
