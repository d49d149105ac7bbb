"""What a person hears first: what 隨行 does, what happens to personal data, and who may come in."""

from bot.commands import COMMANDS, may
from bot.language import _
from drafting.phrase import phrase
from storage.role import Role

STRANGER = phrase(
    "您好，這個機器人只服務已登錄的出國人員與審核人員。請向貴機關承辦人索取邀請碼，再傳送「/start 邀請碼」。"
)
INVITATION_REFUSED = phrase("這組邀請碼不正確、已被使用或已過期，請向承辦人重新索取。")
NOT_STAFF = phrase("這個動作限審核人員使用，請洽貴機關承辦人。")


_ROLES = {
    Role.TRAVELLER: phrase("出國同仁"),
    Role.STAFF: phrase("審核人員"),
    Role.ADMIN: phrase("管理人員"),
}


def welcome(name: str, role: Role) -> str:
    """The greeting after /start; the notice follows it until it was agreed to."""
    return _("{name}您好，我是隨行，協助您把出國途中的紀錄整理成公務出國報告。您的身分：{role}。").format(
        name=name, role=_(_ROLES[role])
    )


def unknown_command(slip: str, meant: str) -> str:
    """For a slip of the thumb the command that was meant, ready to be tapped."""
    if meant:
        return _("沒有 /{slip}，是要 /{meant} 嗎？").format(slip=slip, meant=meant)
    return _("沒有 /{slip} 這個指令，輸入 /help 看有哪些。").format(slip=slip)


def cannot_answer() -> str:
    """To a question put to the bot: honestly, and where it went."""
    return _("這個我答不了，先收著，不會寫進報告。我能做的事在 /help。")


def agreed(held: int, *, in_a_trip: bool) -> str:
    """After the notice was agreed to; ``held`` is how much came before, ``in_a_trip`` says that a link led into one."""
    if in_a_trip and not held:
        return _("謝謝。直接傳就好，我會收進案件。")
    kept = _("謝謝。先前傳的 {count} 則現在收進案件。").format(count=held) if held else _("謝謝。")
    return kept if held else f"{kept}\n{begin()}"


def begin() -> str:
    """What to do first."""
    return _(
        "把簽呈或公文轉傳給我，或傳一句「9/15–9/19 去日本福岡開會」，就能開始；其他邊走邊記。輸入 /help 看使用說明。"
    )


def helping(role: Role) -> str:
    """How to use the bot; staff see their own commands too."""
    lines = [f"/{name}　{_(what)}" for name, what in COMMANDS.items() if name != "start" and may(name, role)]
    return "\n".join(
        [
            _(
                "直接傳文字、照片、位置、聯絡人、語音或檔案（PDF、DOCX、ODT、TXT、ICS），我會逐則保存並按 👍。"
            ),
            _("照片以「檔案」傳送可保留拍攝時間與位置；位置只供整理行程，匯出時會移除。"),
            _("補記前一天的事，寫上「昨天」或日期即可；改錯字請直接編輯原訊息。"),
            _("加上標籤可指定用途：#心得　#建議　#行程　#私（不用於報告）。"),
            "",
            *lines,
        ]
    )


def apology(number: int) -> str:
    """For what nobody foresaw; the number finds it in the log and the inbox."""
    return _(
        "抱歉，處理這則訊息時發生問題（編號 {number}），訊息已保存，承辦人可據此編號查明後重新處理。"
    ).format(number=number)
