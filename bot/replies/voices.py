"""What is said about a voice message (pure)."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from drafting.material import Material, Ref

_SHOWN = 3000


def question(piece: Material, problem: str) -> str:
    """For a voice message that nobody could hear."""
    asked = _("{ref} 錄音已保存。請回覆這則訊息，用一句話寫下重點，報告才用得到。").format(ref=piece.ref)
    return f"{problem}\n{asked}" if problem else asked


def not_heard() -> str:
    return _("這段錄音無法自動轉成文字。")


def no_more_today() -> str:
    """The day's budget is used up."""
    return _("今天自動聽寫的額度用完了，明天 0 時（臺灣時間）起可以再用。")


def heard(piece: Material, text: str) -> str:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return _("{ref} 聽到的是：\n「{text}」\n不對的地方，請直接回覆這則訊息，寫上正確的內容。").format(
        ref=piece.ref, text=shown
    )


def heard_buttons(trip: int, ref: Ref) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(_("正確"), callback_data=data("heard", trip, ref)),
                InlineKeyboardButton(_("只留錄音"), callback_data=data("unheard", trip, ref)),
            ]
        ]
    )


def confirmed(piece: Material) -> str:
    return _("{ref} 的文字已確認。").format(ref=piece.ref)


def only_sound(piece: Material) -> str:
    return _("{ref} 只保存錄音，報告不會用到。").format(ref=piece.ref)
