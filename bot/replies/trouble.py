"""What the bot says when the machine that it runs on is in trouble (pure)."""

from bot.language import _


def postponed() -> str:
    return _("系統暫時無法存檔。您傳的內容已收下，恢復後會自動處理，不必重傳。")
