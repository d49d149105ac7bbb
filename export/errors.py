"""What can go wrong on the way to a document, by who can do what about it.

ExportError
  ├─ NothingToExport      the draft holds no report yet              — finish the draft first
  ├─ FormatUnknown        nobody writes this format                  — the person names another
  ├─ TypesettingFailed    the PDF needed too much, or broke          — fewer photos, or take ODT or DOCX
  └─ PaperUnreadable      a paper that was sent cannot be read       — send it in another format (paper_kinds.py)
"""

from collections.abc import Sequence

from drafting.phrase import phrase


class ExportError(Exception):
    """The root. ``str(error)`` is one sentence in zh-TW that says what to do."""


class NothingToExport(ExportError):
    def __init__(self, draft: int) -> None:
        super().__init__(phrase("草稿 {draft} 還沒有內容，請先完成撰寫再匯出。", draft=draft))


class FormatUnknown(ExportError):
    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(
            phrase("沒有「{name}」這種檔案格式，請改用：{known}。", name=name, known="、".join(known))
        )


class TypesettingFailed(ExportError):
    def __init__(self, detail: str) -> None:
        super().__init__(
            phrase("PDF 排版沒有完成（{detail}），請減少照片後再試，或改匯出 ODT、DOCX。", detail=detail)
        )
