"""The child process that reads one PDF, DOCX, ODT or XLSX from stdin under limits, and writes what it holds as JSON to stdout."""

import contextlib
import io
import logging
import sys
from collections.abc import Callable

from drafting.checks.given import FileFacts
from export.paper_inside import MOST_PAGES, Inside, Problem
from export.paper_kinds import PaperKind


class _Refused(Exception):
    """Holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def main(kind: PaperKind, memory: int, seconds: int) -> int:
    """Read, and answer on stdout; what ends this process (memory, time) is told by the one that started it."""
    _limit(memory, seconds)
    content = sys.stdin.buffer.read()
    sys.stdout.write(read(kind, content).model_dump_json())
    return 0


def read(kind: PaperKind, content: bytes) -> Inside:
    """What the file holds, or the problem; raises MemoryError where it is too much."""
    reader: Callable[[bytes], Inside] = _pdf if kind is PaperKind.PDF else lambda c: _office(kind, c)
    try:
        return reader(content)
    except _Refused as error:
        return Inside(facts=FileFacts(kind=kind.value), problem=error.problem)
    except MemoryError:
        raise
    except Exception:  # the libraries raise whatever a wrong file makes them raise
        return Inside(facts=FileFacts(kind=kind.value), problem="damaged")


def _pdf(content: bytes) -> Inside:
    from pypdf import PdfReader  # noqa: PLC0415 - each kind loads its own library

    from export.file_facts import pdf_facts  # noqa: PLC0415
    from export.pdf_outline import outline_of  # noqa: PLC0415
    from export.pdf_type import TypedPage, smaller_lines  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # a damaged page is told to the sender, not to the log
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Refused("locked")
    if len(reader.pages) > MOST_PAGES:
        raise _Refused("long")
    typed = [TypedPage(page) for page in reader.pages]
    pages = tuple(page.text for page in typed)
    if not "".join(pages).strip():
        raise _Refused("scanned")
    return Inside(
        pages=pages,
        small=smaller_lines(typed),
        outline=tuple(outline_of(reader)),
        facts=pdf_facts(reader, pages),
    )


def _office(kind: PaperKind, content: bytes) -> Inside:
    if kind is PaperKind.XLSX:
        from export.workbook_rows import workbook_blocks  # noqa: PLC0415

        return Inside(blocks=tuple(workbook_blocks(content)), facts=FileFacts(kind=kind.value))
    from export.file_facts import office_facts  # noqa: PLC0415
    from export.office_blocks import docx_blocks, odt_blocks  # noqa: PLC0415

    blocks = docx_blocks(content) if kind is PaperKind.DOCX else odt_blocks(content)
    return Inside(blocks=tuple(blocks), facts=office_facts(kind.value, content))


def _limit(memory: int, seconds: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    sys.exit(main(PaperKind(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
