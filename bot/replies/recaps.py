"""The end of a day in three lines, captions one after another, deadlines, and quiet hours (pure)."""

from collections.abc import Mapping, Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, listed
from bot.replies.days import long_day
from bot.replies.findings import summary
from bot.replies.questions import short
from drafting.finding import Severity
from drafting.interview.quiet import Quiet
from drafting.interview.recap import Recap
from drafting.interview.standing import Lack, Standing
from drafting.material import Medium
from drafting.review import Draft, Status

_NAMED = 2  # silent activities that fit in a line


def recap_text(found: Recap) -> str:
    """Three lines at most: what came in, what has no record, which photos have no caption. Praise is not one of them."""
    day = f"{found.day.month}/{found.day.day}"
    if found.empty:
        return _("{day} 還沒有紀錄。").format(day=day)
    lines = [_("{day} 收到{inventory}。").format(day=day, inventory=_inventory(found.came_in))]
    if found.silent:
        named = listed(_("「{title}」").format(title=short(title)) for title in found.silent[:_NAMED])
        more = len(found.silent) - _NAMED
        named = _("{named}等 {count} 項").format(named=named, count=len(found.silent)) if more > 0 else named
        lines.append(_("還沒有紀錄：{named}。").format(named=named))
    if found.bare:
        lines.append(_("{count} 張照片沒有圖說。").format(count=len(found.bare)))
    return "\n".join(lines)


def recap_keyboard(found: Recap, trip: int) -> InlineKeyboardMarkup | None:
    """Only what can be done now: captions, or that there was no duty today."""
    row = []
    if found.bare:
        row.append(
            InlineKeyboardButton(_("逐張補圖說"), callback_data=data("caption", trip, f"{found.day:%Y%m%d}"))
        )
    if found.empty:
        row.append(
            InlineKeyboardButton(_("今天無公務"), callback_data=data("dayoff", trip, f"{found.day:%Y%m%d}"))
        )
    return InlineKeyboardMarkup([row]) if row else None


def day_off(day: date) -> str:
    return _("好，{day} 記為無公務行程。").format(day=f"{day.month}/{day.day}")


def caption_wanted(ref: str, left: int) -> str:
    """Asked below the picture; ``left`` counts this one."""
    if left == 1:
        return _("{ref}　這張拍的是什麼？").format(ref=ref)
    return _("{ref}　這張拍的是什麼？（後面還有 {left} 張）").format(ref=ref, left=left - 1)


def caption_keyboard(trip: int, ref: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(_("略過"), callback_data=data("nocaption", trip, ref)),
                InlineKeyboardButton(_("先到這裡"), callback_data=data("captioned", trip)),
            ]
        ]
    )


def captions_done(left: int) -> str:
    if left:
        return _("好，還有 {left} 張，之後再補。").format(left=left)
    return _("圖說問完了，謝謝。")


def filing_soon(trip_name: str, last: date, left: int, step: str) -> str:
    """The deadline of the report, said on day 30, 60 and 80, and what to do next."""
    return _("「{trip}」的報告期限是 {day}，還有 {left} 天。\n{step}").format(
        trip=short(trip_name), day=long_day(last), left=left, step=step
    )


SAID_AT_HOME = (Lack.PURPOSE, Lack.IMPRESSION, Lack.SUGGESTION)
"""What only the traveller can say, and what is best said while it is fresh."""


def back_home(trip_name: str, lacking: Sequence[Standing]) -> str:
    """On the first working day after the return."""
    if not lacking:
        return _("「{trip}」的紀錄夠寫了，輸入 /draft 就有草稿。").format(trip=short(trip_name))
    parts = listed(_(s.part.heading) for s in lacking)
    if len(lacking) == 1:
        return _("「{trip}」還沒有{parts}，趁記得說一兩句就好。再輸入 /draft 就有草稿。").format(
            trip=short(trip_name), parts=parts
        )
    return _("「{trip}」還沒有{parts}，趁記得，各說一兩句就好。再輸入 /draft 就有草稿。").format(
        trip=short(trip_name), parts=parts
    )


def next_step(draft: Draft | None, *, changed: bool) -> str:
    """What brings the report on; ``changed`` says that more came in after the draft was written."""
    if draft is None:
        return _("輸入 /draft 就能先看草稿。")
    if draft.status is Status.RETURNED:
        return _("草稿第 {draft} 號退回補正了，補好按「重寫」。").format(draft=draft.id)
    if changed:
        return _("草稿第 {draft} 號之後又收到東西，按「重寫」就會用上。").format(draft=draft.id)
    if any(f.severity is Severity.ERROR for f in draft.findings):
        todo = summary(draft)
        return _("草稿第 {draft} 號還差一點：{todo}。補好按「重寫」。").format(draft=draft.id, todo=todo)
    return _("草稿第 {draft} 號檢核都過了，看過沒問題就按「送審」。").format(draft=draft.id)


def notice_soon(last: date) -> str:
    """The 通報表 after the mainland; holidays are not known."""
    return _("赴陸人員返臺通報表須於返臺後 7 個工作日內送出，最遲 {day}（未計國定假日）。").format(
        day=long_day(last)
    )


def quiet_text(quiet: Quiet) -> str:
    """How it stands, and how to change it."""
    if quiet.always:
        return _("目前不主動提醒。輸入 /quiet 22-7 恢復提醒，22:00 至 07:00 不打擾。")
    if quiet.start == quiet.end:
        return _("目前整天都可能提醒。輸入 /quiet 22-7 設定不打擾的時段，/quiet on 全部關閉。")
    return _("{start} 至 {end}（當地時間）不打擾。輸入 /quiet 21-8 更改時段，/quiet on 全部關閉。").format(
        start=f"{quiet.start:%H:%M}", end=f"{quiet.end:%H:%M}"
    )


def how_to_quiet() -> str:
    return _("看不懂時段，請寫「/quiet 22-7」；/quiet on 全部關閉，/quiet off 恢復。")


def _inventory(came_in: Mapping[Medium, int]) -> str:
    names = {
        Medium.NOTE: _("文字"), Medium.PHOTO: _("照片"), Medium.VOICE: _("語音"), Medium.PLACE: _("位置"),
        Medium.CONTACT: _("聯絡人"), Medium.PAPER: _("檔案"),
    }  # fmt: skip
    return listed(f"{name} {came_in[medium]}" for medium, name in names.items() if came_in.get(medium))
