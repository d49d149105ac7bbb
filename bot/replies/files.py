"""What is said about a file that cannot be used (pure)."""

from bot.language import _


def file_problem(name: str, reason: str) -> str:
    """A file that the report cannot use."""
    reason = _(reason).rstrip("。.")
    if name and name in reason:
        return _("{reason}。").format(reason=reason)
    return _("「{name}」：{reason}。").format(name=name or _("檔案"), reason=reason)
