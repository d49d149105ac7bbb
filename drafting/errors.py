"""What can go wrong in the heart, by who can do what about it.

DraftingError
  ├─ FormUnknown          no form has this key                       — the person names another
  ├─ FormBroken           a form file holds a wrong value            — whoever keeps the forms
  ├─ FieldUnknown         a trip has no such field                   — the person names another
  ├─ ValueUnclear         a field cannot be understood as given      — the person writes it differently
  ├─ InstructionUnclear   a wish names no part, or unknown material  — the person says it differently
  ├─ NotAllowed           the state of the draft forbids the move    — do the step before it first
  │    └─ OpenErrors      approval while errors stand                — mend them, or override with a reason
  ├─ Classified           this trip must not reach a model           — use the offline writer
  ├─ WriterUnavailable    network, rate limit, time-out, 5xx         — try again later
  ├─ OverBudget           the tokens set aside for it are used up  — wait for tomorrow, or the operator raises the limit
  └─ WriterRefused        refused, filtered, cut off or not JSON     — use the offline writer, or rephrase
"""

from collections.abc import Sequence

from drafting.phrase import phrase


class DraftingError(Exception):
    """The root. ``str(error)`` is one sentence in zh-TW that says what to do."""


class FormUnknown(DraftingError):
    def __init__(self, key: str, known: Sequence[str]) -> None:
        super().__init__(phrase("沒有「{key}」這份表單，請改用：{known}。", key=key, known="、".join(known)))


class FormBroken(DraftingError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            phrase("表單檔 {name} 內容有誤（{detail}），請修正後再試。", name=name, detail=detail)
        )


class FieldUnknown(DraftingError):
    def __init__(self, key: str, known: Sequence[str]) -> None:
        super().__init__(
            phrase("沒有「{key}」這個欄位，可用的欄位：{known}。", key=key, known="、".join(known))
        )


class ValueUnclear(DraftingError):
    def __init__(self, key: str, value: str, example: str) -> None:
        super().__init__(
            phrase(
                "看不懂欄位「{key}」的內容「{value}」，請照這樣寫：{example}。",
                key=key,
                value=value,
                example=example,
            )
        )


class InstructionUnclear(DraftingError):
    """The message says what was not understood, and how to say it."""


class NotAllowed(DraftingError):
    """The message is given by the rule that refused."""


class OpenErrors(NotAllowed):
    def __init__(self, checks: Sequence[str]) -> None:
        super().__init__(
            phrase(
                "還有 {count} 項錯誤未處理（{checks}），請先修正，或由審核人員逐項寫明理由後核可。",
                count=len(checks),
                checks="、".join(sorted(set(checks))),
            )
        )


class Classified(DraftingError):
    def __init__(self, level: str) -> None:
        super().__init__(
            phrase(
                "本案機密等級為「{level}」，不得使用語言模型，請改用離線撰寫（--writer offline）。",
                level=level,
            )
        )


class WriterUnavailable(DraftingError):
    def __init__(self, detail: str) -> None:
        super().__init__(
            phrase(
                "語言模型服務目前無法使用（{detail}），素材都已保存，請稍後再試或改用離線撰寫。",
                detail=detail,
            )
        )


class OverBudget(DraftingError):
    def __init__(self, limit: int, *, of_draft: bool) -> None:
        if of_draft:
            said = phrase(
                "這份草稿的語言模型用量已達上限（{limit} 個 token），已寫好的部分與素材都已保存，請再撰寫一次接續、改用離線撰寫，或請系統管理者調高上限。",
                limit=limit,
            )
        else:
            said = phrase(
                "您今天的語言模型用量已達上限（{limit} 個 token），已寫好的部分與素材都已保存，請明日再試、改用離線撰寫，或請系統管理者調高上限。",
                limit=limit,
            )
        super().__init__(said)


class WriterRefused(DraftingError):
    def __init__(self, detail: str) -> None:
        super().__init__(
            phrase(
                "語言模型沒有寫出可用的內容（{detail}），素材都已保存，請改用離線撰寫或調整素材。",
                detail=detail,
            )
        )
