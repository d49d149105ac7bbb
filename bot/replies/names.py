"""The names desk: every name of a trip with its forms, and how to change them (pure)."""

from collections.abc import Sequence
from hashlib import sha256

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from drafting.gather.names import key_of
from drafting.phrase import phrase
from drafting.trip import Name

_KINDS = {
    "person": phrase("人名"),
    "organisation": phrase("機關團體"),
    "place": phrase("地名"),
    "": phrase("其他"),
}
_MANY = 30
_LONGEST = 16
HOW_TO = phrase("要加一筆，寫「/names 中文＝原文＝縮寫」，例如「/names 城市聯盟＝League of Cities＝LOC」。")


def names_text(names: Sequence[Name]) -> str:
    """All names in groups, with how to add one."""
    lines = []
    for kind, called in _KINDS.items():
        mine = [name for name in names if name.kind == kind]
        if mine:
            lines += [f"【{_(called)}】", *(f"・{line(name)}" for name in mine)]
    head = [_("名稱對照，撰寫和檢核都照這份：")] if lines else [_("還沒有名稱對照。")]
    return "\n".join([*head, *lines, _(HOW_TO)])


def names_keyboard(trip: int, names: Sequence[Name]) -> InlineKeyboardMarkup | None:
    """A button for each, to change it."""
    buttons = [
        InlineKeyboardButton(f"✎ {_short(name)}", callback_data=data("name", trip, mark(name)))
        for name in names[:_MANY]
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    return InlineKeyboardMarkup(rows) if rows else None


def change(trip: int, name: Name) -> tuple[str, InlineKeyboardMarkup]:
    """Ask how a name should read."""
    text = _("現在是「{now}」。請寫「中文＝原文＝縮寫」。").format(now=line(name))
    buttons = [
        InlineKeyboardButton(_("刪掉這筆"), callback_data=data("unname", trip, mark(name))),
        InlineKeyboardButton(_("不改了"), callback_data=data("later", trip, "keep")),
    ]
    return text, InlineKeyboardMarkup([buttons])


def changed(name: Name) -> str:
    return _("記下了：{name}。").format(name=line(name))


def removed(name: Name) -> str:
    return _("已刪掉「{name}」。").format(name=line(name))


def unclear() -> str:
    return _("看不懂這個寫法，請用「＝」分開，例如「東埔市政府＝Dongpu City Government＝DCG」。")


def line(name: Name) -> str:
    """「東埔市政府　Dongpu City Government（DCG）」"""
    forms = "　".join(form for form in (name.zh, name.foreign) if form)
    short = name.abbreviation
    return _("{forms}（{short}）").format(forms=forms, short=short) if short and forms else forms or short


def mark(name: Name) -> str:
    """By what a button knows a name."""
    return sha256(key_of(name).encode()).hexdigest()[:12]


def _short(name: Name) -> str:
    shown = name.zh or name.foreign or name.abbreviation
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
