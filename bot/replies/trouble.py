"""What the bot says when the machine that it runs on is in trouble, or when somebody breaks work off (pure)."""

from bot.language import _


def postponed() -> str:
    return _("系統暫時無法存檔。您傳的內容已收下，恢復後會自動處理，不必重傳。")


def cancelled(*, drafts: int, files: int, asking: bool) -> str:
    """What was broken off; material is never among it."""
    done = [
        sentence
        for wanted, sentence in (
            (drafts, _("已停止撰寫草稿。")),
            (files, _("已停止製作檔案。")),
            (asking, _("剛才的問題先不問了。")),
        )
        if wanted
    ]
    if not done:
        return _("目前沒有進行中的工作。")
    return "".join([*done, _("傳過的素材都還在。")])
