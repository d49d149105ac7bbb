"""Travelling together: the link into a trip, who covered what, and two numbers for the same thing (pure)."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, listed
from drafting.material import Medium
from drafting.phrase import phrase
from drafting.together.coverage import Coverage, Share
from drafting.together.differences import Difference

_PIECES = {
    Medium.NOTE: phrase("文字"),
    Medium.PHOTO: phrase("照片"),
    Medium.VOICE: phrase("語音"),
    Medium.PAPER: phrase("檔案"),
}
_LONGEST = 40


def invitation(trip: str, link: str, days: int, most: int) -> str:
    """What is passed on to whoever travels too."""
    return _("把下面這一行轉給同行的人，{days} 天內打開就加入「{trip}」（最多 {most} 人）：\n{link}").format(
        days=days, trip=trip, most=most, link=link
    )


def how_groups_work(*, sees_all: bool) -> str:
    """For a group chat: what I see there."""
    if sees_all:
        return _("這個群組傳的都收進群組的案件；傳 /trips 可以換一件，/who 看誰記了什麼。")
    return _(
        "在這個群組裡我只看得到指令，和回覆我的訊息（Telegram 的隱私模式）。要讓我收下全部，"
        "請把我設為群組管理員，或請管理人員在 @BotFather 關閉隱私模式後，把我移出再加入一次。"
    )


def joined(trip: str) -> str:
    return _("您已加入「{trip}」，之後傳來的都收進這一件。").format(trip=trip)


def has_joined(name: str, trip: str) -> str:
    """For whoever made the link."""
    return _("{name} 已加入「{trip}」。").format(name=name, trip=trip)


def who(trip: int, found: Coverage) -> str:
    """One line for each person, then the days that nobody wrote about."""
    lines = [_("案件 {trip}，誰記了什麼：").format(trip=trip), *(_share(share) for share in found.shares)]
    if found.silent:
        days = listed(f"{day.month}/{day.day}" for day in found.silent)
        lines.append(_("還沒有人記：{days}").format(days=days))
    return "\n".join(lines)


def differ(trip: int, difference: Difference) -> tuple[str, InlineKeyboardMarkup]:
    """Put to both: which of two numbers is right."""
    first, second = difference
    text = _("同一件事有兩個數字，哪個對？\n{a}：{one}\n{b}：{other}").format(
        a=first.author, one=_short(first.clause), b=second.author, other=_short(second.clause)
    )
    buttons = [
        InlineKeyboardButton(claim.number, callback_data=data("differ", trip, f"{difference.key}.{number}"))
        for number, claim in enumerate(difference, start=1)
    ]
    both = InlineKeyboardButton(_("不是同一件事"), callback_data=data("differ", trip, f"{difference.key}.0"))
    return text, InlineKeyboardMarkup([buttons, [both]])


def settled(by: str, number: str) -> str:
    return _("{by} 確認是 {number}，報告會照這個寫。").format(by=by, number=number)


def both_stay(by: str) -> str:
    return _("{by} 說不是同一件事，兩個數字都留著。").format(by=by)


def _share(share: Share) -> str:
    if not share.pieces:
        return _("・{name}：還沒有").format(name=share.name)
    pieces = listed(f"{_(_PIECES[medium])} {count}" for medium, count in share.pieces)
    days = listed(f"{day.month}/{day.day}" for day in share.days)
    return _("・{name}：{pieces}（{days}）").format(name=share.name, pieces=pieces, days=days)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
