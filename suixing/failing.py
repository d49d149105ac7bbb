"""Says what went wrong in one sentence, and gives the exit status; a surprise is kept in a file, not shown."""

import errno
import sys
import tempfile
import traceback

from pydantic import ValidationError

from bot.errors import AlreadyRunning, BotError, TelegramRefused
from drafting.errors import Classified, DraftingError, NotAllowed, WriterRefused, WriterUnavailable
from export.errors import ExportError, TypesettingFailed
from storage.errors import BackupExists, DraftMoved, NotFound, StorageError
from suixing.statuses import NO, WORLD, WRONG

_KNOWN = (DraftingError, StorageError, ExportError, BotError)
_WORLD = (
    WriterUnavailable, WriterRefused, TypesettingFailed, TelegramRefused, AlreadyRunning, StorageError, OSError,
)  # fmt: skip
_REASONS = {
    errno.ENOENT: "沒有這個路徑",
    errno.ENOTDIR: "路徑中有一段不是資料夾",
    errno.EISDIR: "這是資料夾，不是檔案",
    errno.EEXIST: "已經有同名的檔案",
    errno.ENAMETOOLONG: "名稱太長",
    errno.EACCES: "沒有權限",
    errno.EPERM: "沒有權限",
    errno.EROFS: "磁碟是唯讀的",
    errno.ENOSPC: "磁碟空間已滿",
    errno.EDQUOT: "已超過磁碟配額",
}


def say(error: BaseException) -> int:
    """Print one sentence on stderr; the exit status."""
    sys.stderr.write(f"{_sentence(error)}\n")
    return status_of(error)


def status_of(error: BaseException) -> int:
    """1 if a rule refused, 2 if something else must be asked for, 3 if the world or the program failed."""
    if isinstance(error, (NotAllowed, Classified, DraftMoved)):
        return NO
    if isinstance(error, (NotFound, BackupExists)):
        return WRONG
    if isinstance(error, _WORLD):
        return WORLD
    return WRONG if isinstance(error, _KNOWN) or _is_setting(error) else WORLD


def _sentence(error: BaseException) -> str:
    if isinstance(error, _KNOWN):
        return str(error)
    if isinstance(error, BrokenPipeError):
        return "讀取輸出的程式已經結束，後面的輸出沒有送出；已存下的資料都還在。"
    if isinstance(error, OSError):
        where = f"「{error.filename}」" if error.filename else ""
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        return f"無法讀寫{where}（{reason}），請確認路徑、權限與磁碟空間後再試。"
    if isinstance(error, ValidationError) and _is_setting(error):
        names = "、".join(f"SUIXING_{str(e['loc'][0]).upper()}" for e in error.errors())
        return f"設定值有誤：{names}，請修正環境變數後再試。"
    return f"發生未預期的問題，已存下的資料都還在；請把紀錄檔 {_kept(error)} 交給系統管理者。"


def _is_setting(error: BaseException) -> bool:
    return isinstance(error, ValidationError) and error.title == "Settings"


def _kept(error: BaseException) -> str:
    """Where the whole story of a surprise lies; only its owner can read it."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="suixing-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(error, file=log)
    return log.name
