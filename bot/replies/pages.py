"""A draft on a phone: a page for the form, then one for each part, turned with two buttons (pure)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from bot.replies.findings import decision_buttons
from bot.replies.splitting import split
from drafting.form import Form
from drafting.report import ListBlock, Paragraph, Photos, Section, Table
from drafting.review import Draft
from storage.role import Role

_ROOM = 3600  # UTF-16 units of a page; the head and the buttons need some


class Page(NamedTuple):
    """``part`` is the key of the form's part that it shows, "" for the page of fields."""

    part: str
    title: str
    text: str


def pages(draft: Draft, form: Form) -> list[Page]:
    """Everything that is printed, in order; a long part takes several pages."""
    report = draft.report
    if report is None:
        return []
    if draft.problem:
        return [Page("", report.title, _(draft.problem))]
    fields = [f"{field.label}：{report.fields.get(field.key, '')}" for field in form.fields]
    found = [Page("", report.title, "\n".join(fields))]
    for section in report.sections:
        text = "\n".join(_shown(section)).strip() or _("（這一部分還沒有內容）")
        found += [Page(section.key, section.heading, piece) for piece in split(text, _ROOM)]
    return found


def page_text(draft: Draft, shown: Page, number: int, total: int) -> str:
    """``number`` counts from 1. A reply to it is taken as a wish about this part."""
    head = _("草稿 {draft}　{number}／{total}　{title}").format(
        draft=draft.id, number=number, total=total, title=shown.title
    )
    return f"{head}\n\n{shown.text}"


def page_of(text: str) -> tuple[int, int] | None:
    """(draft, page) of a page that the bot has shown, as a reply repeats it; None for any other text."""
    numbers = re.match(r"\A\D{1,12}(\d+)　(\d+)／\d+　", text)
    return (int(numbers[1]), int(numbers[2])) if numbers else None


def page_keyboard(draft: Draft, number: int, total: int, role: Role) -> InlineKeyboardMarkup:
    turn = []
    if number > 1:
        turn.append(InlineKeyboardButton(_("◀ 上一頁"), callback_data=data("page", draft.id, number - 1)))
    if number < total:
        turn.append(InlineKeyboardButton(_("下一頁 ▶"), callback_data=data("page", draft.id, number + 1)))
    rows = [turn] if turn else []
    if role is not Role.TRAVELLER:
        rows.append(decision_buttons(draft.id))
    return InlineKeyboardMarkup(rows)


def wish_taken(heading: str) -> str:
    """A wish about a part is kept, and the part is written anew."""
    return _("照您的意思改寫「{heading}」。").format(heading=heading)


def how_to_wish() -> str:
    """Said once, with the first page."""
    return _("想改哪一部分，回覆那一頁寫下意思就好。")


def _shown(section: Section) -> Iterator[str]:
    for depth, each in section.walk():
        if depth > 1:
            yield f"\n{each.heading}"
        for block in each.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, ListBlock):
                yield from (f"{number}. {item.text}" for number, item in enumerate(block.items, 1))
            elif isinstance(block, Table):
                yield from ("・" + "　".join(c.replace("\n", " ") for c in row) for row in block.rows)
            elif isinstance(block, Photos):
                yield from (f"【{item.ref}】{item.caption}" for item in block.items)
