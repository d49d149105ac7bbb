"""What can go wrong while listening, by who can do what about it.

BotError
  ├─ ExportUnreadable      an export cannot be read at all               — the person exports again
  │    ├─ NoSuchPath         nothing lies there                          — names another path
  │    ├─ Unopened           no right to read it                         — mends the rights
  │    ├─ NoResult           a folder without result.json                — exports as JSON
  │    ├─ DamagedResult      not JSON, or cut off                        — exports again
  │    ├─ NotAnExport        JSON, but no chat of Telegram Desktop       — names another file
  │    ├─ SeveralChats       a whole account, and more than one fits     — exports one chat, or names it
  │    ├─ NothingUsable      no message that a report could use          — names another chat
  │    └─ PathEscapes        a file name leads out of the folder         — distrusts the export
  ├─ FileMissing           one attachment cannot be had                  — sends it again
  ├─ Stale                 a button of something that has changed     — looks again, decides anew
  ├─ NotForTravellers      only staff decide about drafts                — asks staff
  ├─ AlreadyRunning        a second bot on the same home                 — stops the first
  └─ TelegramRefused       Telegram does not accept the token            — corrects the setting
"""

from collections.abc import Sequence

from drafting.phrase import phrase


class BotError(Exception):
    """The root. ``str(error)`` is one sentence in zh-TW that says what to do."""


class ExportUnreadable(BotError):
    """The message is given by its kinds."""


class NoSuchPath(ExportUnreadable):
    def __init__(self, path: str) -> None:
        super().__init__(phrase("找不到「{path}」，請確認匯出資料夾或 result.json 的路徑。", path=path))


class Unopened(ExportUnreadable):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            phrase("打不開「{path}」（{detail}），請確認檔案的讀取權限。", path=path, detail=detail)
        )


class NoResult(ExportUnreadable):
    def __init__(self, path: str) -> None:
        super().__init__(
            phrase(
                "「{path}」裡沒有 result.json，請在 Telegram Desktop 匯出對話時，格式選「機器可讀的 JSON」。",
                path=path,
            )
        )


class DamagedResult(ExportUnreadable):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            phrase("「{path}」不是完整的 JSON（{detail}），請重新匯出一次再匯入。", path=path, detail=detail)
        )


class NotAnExport(ExportUnreadable):
    def __init__(self, path: str) -> None:
        super().__init__(
            phrase(
                "「{path}」是 JSON，但不是 Telegram Desktop 的對話匯出檔，請改指定匯出的 result.json。",
                path=path,
            )
        )


class SeveralChats(ExportUnreadable):
    def __init__(self, chats: Sequence[str]) -> None:
        super().__init__(
            phrase(
                "這份匯出含有 {count} 個對話（{chats}），請在 Telegram Desktop 只匯出出差用的那一個對話，或指定其編號。",
                count=len(chats),
                chats="、".join(chats),
            )
        )


class NothingUsable(ExportUnreadable):
    def __init__(self, path: str) -> None:
        super().__init__(
            phrase("「{path}」裡沒有出國人員傳的文字、照片或檔案，請確認匯出的是哪一個對話。", path=path)
        )


class PathEscapes(ExportUnreadable):
    def __init__(self, message_id: int, path: str) -> None:
        super().__init__(
            phrase(
                "第 {message_id} 則訊息的檔案路徑「{path}」指向匯出資料夾之外，未匯入任何內容；請確認這份匯出檔的來源，重新匯出後再試。",
                message_id=message_id,
                path=path,
            )
        )


class FileMissing(BotError):
    """``str(error)`` is what is kept with the piece of material as the reason."""


class Stale(BotError):
    def __init__(self) -> None:
        super().__init__(phrase("這個按鈕的內容已經更新，請以 /status 查看最新狀態。"))


class NotForTravellers(BotError):
    def __init__(self) -> None:
        super().__init__(phrase("這個動作限審核人員使用，請洽貴機關承辦人。"))


class AlreadyRunning(BotError):
    def __init__(self, home: str) -> None:
        super().__init__(phrase("「{home}」已有另一個隨行服務在執行，請先停止它再啟動。", home=home))


class TelegramRefused(BotError):
    def __init__(self) -> None:
        super().__init__(phrase("Telegram 不接受這組權杖，請確認 SUIXING_TELEGRAM_TOKEN 是否完整。"))
