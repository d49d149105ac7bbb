"""What can go wrong with remembering, by who can do what about it.

StorageError
  ├─ NotFound             something was named that is not here       — name another
  │    ├─ TripUnknown
  │    ├─ PieceUnknown
  │    ├─ DraftUnknown
  │    ├─ RemarkUnknown
  │    ├─ UpdateUnknown
  │    ├─ JobUnknown
  │    ├─ SendingUnknown
  │    └─ PersonUnknown
  ├─ DraftMoved           somebody else moved the draft meanwhile    — look again, then decide
  ├─ Tampered             an approval is not what was approved       — restore a backup
  ├─ Damaged              no SQLite file of ours, or a broken one    — restore a backup
  ├─ NewerDatabase        written by a newer version                 — install that version
  ├─ Unwritable           read-only, full, or no folder can be made  — the operator
  ├─ Busy                 another program holds the database         — try again
  ├─ BackupExists         the backup would overwrite a file          — name another file
  └─ PictureUnreadable    the bytes are no picture that we can use   — the traveller sends it again
"""

from pathlib import Path

from drafting.phrase import phrase


class StorageError(Exception):
    """The root. ``str(error)`` is one sentence in zh-TW that says what to do."""


class NotFound(StorageError):
    """Something was named that is not here."""


class TripUnknown(NotFound):
    def __init__(self, trip: int) -> None:
        super().__init__(phrase("沒有編號 {trip} 的案件，請先列出案件再選擇。", trip=trip))


class PieceUnknown(NotFound):
    def __init__(self, ref: str) -> None:
        super().__init__(phrase("這個案件沒有素材「{ref}」（可能已刪除），請確認代號。", ref=ref))


class DraftUnknown(NotFound):
    def __init__(self, draft: int) -> None:
        super().__init__(phrase("沒有編號 {draft} 的草稿，請先撰寫草稿。", draft=draft))


class RemarkUnknown(NotFound):
    def __init__(self, number: int) -> None:
        super().__init__(phrase("沒有第 {number} 則待回覆的註解，請用 suixing remarks 查看。", number=number))


class UpdateUnknown(NotFound):
    def __init__(self, update_id: int) -> None:
        super().__init__(
            phrase(
                "收件匣沒有可以處理的訊息 {update_id}，請先列出收件匣確認編號與狀態。", update_id=update_id
            )
        )


class JobUnknown(NotFound):
    def __init__(self, job: int) -> None:
        super().__init__(f"收件匣沒有可以處理的工作 {job}，請先列出收件匣確認編號與狀態。")


class SendingUnknown(NotFound):
    def __init__(self, number: int) -> None:
        super().__init__(f"沒有等待送出的訊息 {number}，請先列出收件匣確認編號與狀態。")


class PersonUnknown(NotFound):
    def __init__(self, person: int) -> None:
        super().__init__(phrase("名單上沒有編號 {person} 的人員，請先列出名單確認編號。", person=person))


class DraftMoved(StorageError):
    def __init__(self, draft: int) -> None:
        super().__init__(
            phrase(
                "草稿 {draft} 在這之前已有人處理過，請重新查看後再決定。",
                draft=draft,
            )
        )


class Tampered(StorageError):
    def __init__(self, trip: int) -> None:
        super().__init__(
            phrase(
                "案件 {trip} 的核可版本與核可當時不符（內容遭更動），請停止使用並由管理人員還原備份。",
                trip=trip,
            )
        )


class Damaged(StorageError):
    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            phrase(
                "資料庫 {path} 無法讀取（{detail}），請保留原檔，改用備份還原或另指定資料夾。",
                path=path,
                detail=detail,
            )
        )


class NewerDatabase(StorageError):
    def __init__(self, path: Path, unknown: list[str]) -> None:
        super().__init__(
            phrase(
                "資料庫 {path} 是較新版本的程式寫的（本版不認得 {unknown}），請更新程式後再開啟。",
                path=path,
                unknown="、".join(unknown),
            )
        )


class Unwritable(StorageError):
    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            phrase(
                "無法寫入 {path}（{detail}），請確認資料夾可以寫入、磁碟仍有空間後再試。",
                path=path,
                detail=detail,
            )
        )


class Busy(StorageError):
    def __init__(self, path: Path) -> None:
        super().__init__(phrase("資料庫 {path} 正由另一個程式寫入，請稍後再試。", path=path))


class BackupExists(StorageError):
    def __init__(self, path: Path) -> None:
        super().__init__(phrase("檔案 {path} 已經存在，備份不會覆蓋既有檔案，請換一個檔名。", path=path))


class PictureUnreadable(StorageError):
    """The reason is one whole sentence that the traveller reads."""
