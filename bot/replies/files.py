"""What is said about a file that cannot be used (pure)."""


def file_problem(name: str, reason: str) -> str:
    """A file that the report cannot use."""
    reason = reason.rstrip("。") + "。"
    return reason if name and name in reason else f"「{name or '檔案'}」：{reason}"
