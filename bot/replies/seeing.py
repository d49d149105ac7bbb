"""What is said about a photo that somebody looked at (pure)."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, listed
from drafting.material import Material, Ref
from drafting.senses import Seen


def suggestion(photo: Material, seen: Seen) -> str:
    """The caption, and what only a person can decide about."""
    asked = _("{ref} 可以用這句圖說嗎？\n「{caption}」").format(ref=photo.ref, caption=seen.caption)
    flags = [
        word
        for word, there in (
            (_("路人的臉孔"), seen.faces),
            (_("看得清姓名的識別證"), seen.badges),
            (_("看得清內容的文件或螢幕"), seen.papers),
        )
        if there
    ]
    if not flags:
        return asked
    return asked + "\n" + _("照片裡可能有{what}，要不要放進報告請您決定。").format(what=listed(flags))


def buttons(trip: int, ref: Ref) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(_("採用"), callback_data=data("seen", trip, ref)),
                InlineKeyboardButton(_("不用"), callback_data=data("unseen", trip, ref)),
            ]
        ]
    )


def used(photo: Material) -> str:
    return _("{ref} 的圖說已採用。").format(ref=photo.ref)


def unused(photo: Material) -> str:
    return _("{ref} 不採用這句圖說。").format(ref=photo.ref)
