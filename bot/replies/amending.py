"""What is said when something sent is taken back, put back, dated or labelled (pure)."""

from collections.abc import Sequence
from datetime import date, time

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, listed
from drafting.material import Kind, Material, Medium, Ref

_SHOWN = 24

KINDS = (Kind.FACT, Kind.IMPRESSION, Kind.SUGGESTION, Kind.PARTICULARS, Kind.PRIVATE)
"""What a piece may be called with a button, in this order."""


def nothing_to_take_back() -> str:
    return _("這個案件裡沒有您可以收回的素材。")


def how_to_drop() -> str:
    return _("請回覆要拿掉的那一則訊息，再傳 /drop；要拿掉最後傳的那一則，傳 /undo 就好。")


def how_to_date() -> str:
    return _(
        "請寫明時間，例如「/date 昨天」「/date 4/10 上午」「/date 前天 14:30」；回覆某一則再傳，就只改那一則。"
    )


def how_to_label() -> str:
    return _("請回覆要標示的那一則訊息，再傳 /label（或直接回覆 #心得、#建議、#行程）。")


def not_yours() -> str:
    return _("這一則是同行人員傳的，請由傳送的人自己更動。")


def taken_back(pieces: Sequence[Material]) -> str:
    return _("已拿掉 {what}，報告不會用到。").format(what=named(pieces))


def put_back(pieces: Sequence[Material]) -> str:
    return _("已放回 {what}。").format(what=named(pieces))


def back_button(trip: int, command: int) -> InlineKeyboardMarkup:
    """Puts back what the command with this message number took."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(_("放回"), callback_data=data("back", trip, command))]]
    )


def dated(pieces: Sequence[Material], day: date, at: time | None) -> str:
    return _("已把 {what}記在 {when}。").format(what=named(pieces), when=_when(day, at))


def undated(pieces: Sequence[Material]) -> str:
    return _("{what}的時間已改回傳送的時間。").format(what=named(pieces))


def before_too(trip: int, ref: Ref, day: date, at: time | None, how_many: int) -> InlineKeyboardMarkup:
    """Dates what was sent in one breath before ``ref`` as well."""
    moment = f"{ref}.{day:%Y%m%d}" + (f"{at:%H%M}" if at else "")
    text = _("前面一起傳的 {count} 則也是").format(count=how_many)
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data("date", trip, moment))]])


def which_kind(piece: Material) -> str:
    return _("{what}要放在報告的哪裡？").format(what=named([piece]))


def kind_buttons(trip: int, ref: Ref) -> InlineKeyboardMarkup:
    buttons = [
        InlineKeyboardButton(_kind(kind), callback_data=data("label", trip, f"{ref}.{kind.value}"))
        for kind in KINDS
    ]
    return InlineKeyboardMarkup([buttons[:3], buttons[3:]])


def which_one(tag: str) -> str:
    """A tag came alone and replied to nothing."""
    return _("要把「{tag}」標在上一則嗎？標別則，請回覆那一則再傳。").format(tag=tag)


def last_one(trip: int, piece: Material, kind: Kind) -> InlineKeyboardMarkup:
    """Labels what was sent last."""
    text = _("標 {what}").format(what=named([piece]))
    callback = data("label", trip, f"{piece.ref}.{kind.value}")
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=callback)]])


def labelled(piece: Material, kind: Kind) -> str:
    return _("{what}已標示為「{kind}」。").format(what=named([piece]), kind=_kind(kind))


def named(pieces: Sequence[Material]) -> str:
    """N12「會議由市長…」; several by their references."""
    if len(pieces) != 1:
        return listed(piece.ref for piece in pieces)
    piece = pieces[0]
    words = " ".join((piece.text or piece.place_name or piece.heard).split())
    if not words:
        return _("{forms}（{short}）").format(forms=piece.ref, short=_medium(piece.medium))
    return _("{ref}「{words}」").format(
        ref=piece.ref, words=words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
    )


def _when(day: date, at: time | None) -> str:
    return f"{day.month}/{day.day}" + (f" {at:%H:%M}" if at else "")


def _kind(kind: Kind) -> str:
    return {
        Kind.FACT: _("過程"),
        Kind.IMPRESSION: _("心得"),
        Kind.SUGGESTION: _("建議"),
        Kind.PARTICULARS: _("行程或欄位"),
        Kind.PRIVATE: _("不放入報告"),
    }[kind]


def _medium(medium: Medium) -> str:
    return {
        Medium.NOTE: _("文字"),
        Medium.PHOTO: _("照片"),
        Medium.VOICE: _("語音"),
        Medium.PLACE: _("位置"),
        Medium.CONTACT: _("聯絡人"),
        Medium.PAPER: _("檔案"),
    }[medium]
