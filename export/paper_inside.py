"""What stands in a PDF, DOCX, ODT or XLSX that somebody else made: read in a child process, in bounded time and memory."""

import os
import subprocess
import sys
from typing import Literal

from pydantic import ValidationError

from drafting.checks.given import FileFacts
from drafting.existing.blocks import OpenedBlock
from drafting.frozen import Frozen
from export.paper_kinds import PaperKind, PaperUnreadable

MEMORY = 1500 * 2**20
"""Bytes of address space of the child; a report of 300 pages takes a fifth of it."""
PATIENCE = 60.0
"""Seconds; a report of 300 pages takes a few."""

MOST_PAGES = 300
Problem = Literal["", "locked", "long", "scanned", "damaged"]


class Inside(Frozen):
    """``pages`` for a PDF, ``blocks`` for the others; ``problem`` says why nothing could be read.

    ``small`` has for each page the numbers of the lines in smaller type than the body. ``outline`` are the bookmarks of
    a PDF, which word processors make of its headings: the level, 1 being the highest, and the words.
    """

    pages: tuple[str, ...] = ()
    small: tuple[tuple[int, ...], ...] = ()
    outline: tuple[tuple[int, str], ...] = ()
    blocks: tuple[OpenedBlock, ...] = ()
    facts: FileFacts
    problem: Problem = ""


def inside(
    name: str, kind: PaperKind, content: bytes, *, memory: int = MEMORY, patience: float = PATIENCE
) -> Inside:
    """Read it apart from this process; raises PaperUnreadable, saying why and what to do.

    A file that wants more memory or time than is allowed ends its own process, and nothing else.
    """
    command = [sys.executable, "-m", "export.paper_child", kind.value, str(memory), str(int(patience))]
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=patience,
            check=False,
            env=os.environ | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise PaperUnreadable(name, "頁面太複雜，讀取逾時，請只傳需要的頁面") from error
    try:
        found = Inside.model_validate_json(done.stdout)
    except ValidationError as error:
        raise PaperUnreadable(
            name, "內容異常龐大或太複雜，為安全起見停止讀取，請改傳 PDF 或只傳需要的頁面"
        ) from error
    if found.problem:
        raise _refusal(name, kind, found.problem)
    return found


def _refusal(name: str, kind: PaperKind, problem: Problem) -> PaperUnreadable:
    if problem == "locked":
        return PaperUnreadable(name, "檔案有密碼保護，請解除密碼後再傳")
    if problem == "long":
        return PaperUnreadable(name, f"超過 {MOST_PAGES} 頁，請只傳需要的頁面")
    if problem == "scanned":
        return PaperUnreadable(name, "這是掃描的 PDF，沒有文字可讀，請傳原始檔，或把重點打成文字傳來")
    if kind is PaperKind.PDF:
        return PaperUnreadable(name, "PDF 檔毀損或不完整，請重新傳送")
    return PaperUnreadable(name, "檔案毀損或不完整，請重新傳送")
