"""Says what went wrong in one sentence, and gives the exit status; a surprise is kept in a file, not shown."""

import sys
import tempfile
import traceback
from pathlib import Path

from pydantic import ValidationError

from suixing.statuses import KNOWN, WORLD, WRONG, status_of


def say(error: BaseException) -> int:
    """Print one sentence on stderr; the exit status."""
    if isinstance(error, KNOWN):
        print(str(error), file=sys.stderr)  # noqa: T201 - this is the program's voice
        return status_of(error)
    if isinstance(error, BrokenPipeError):
        return WORLD
    if isinstance(error, OSError):
        where = f"「{error.filename}」" if error.filename else ""
        print(f"無法讀寫{where}（{error.strerror or error}），請確認路徑、權限與磁碟空間。", file=sys.stderr)  # noqa: T201
        return WORLD
    if isinstance(error, ValidationError) and error.title == "Settings":
        names = "、".join(f"SUIXING_{str(e['loc'][0]).upper()}" for e in error.errors())
        print(f"設定值有誤：{names}，請修正環境變數。", file=sys.stderr)  # noqa: T201
        return WRONG
    with tempfile.NamedTemporaryFile(
        "w", prefix="suixing-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(error, file=log)
    print(f"發生未預期的問題，資料沒有更動；請把紀錄檔 {Path(log.name)} 交給系統管理者。", file=sys.stderr)  # noqa: T201
    return WORLD
