"""Renders a report in the formats asked for, side by side where that saves time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from drafting.form import Form
from drafting.review import Approval, Draft
from export.docx.writer import write_docx
from export.errors import FormatUnknown, NothingToExport
from export.layout import lay_out
from export.odt.writer import write_odt
from export.pdf.outline import pages_of_headings
from export.pdf.writer import write_pdf
from export.pictures import collect

FORMATS: Final = ("odt", "docx", "pdf")
"""Every format that can be asked for."""


def render(
    item: Approval | Draft, form: Form, picture: Callable[[str], bytes | None], formats: Sequence[str]
) -> dict[str, bytes]:
    """The report as files, by format; a draft bears 「草稿」 on every page, an approved report does not.

    ``picture`` gives the bytes for a content digest, or None. The same approval gives the same bytes, always.
    Raises FormatUnknown, NothingToExport or TypesettingFailed.
    """
    for name in formats:
        if name not in FORMATS:
            raise FormatUnknown(name, FORMATS)
    draft = item.draft if isinstance(item, Approval) else item
    if draft.report is None:
        raise NothingToExport(draft.id)
    found = collect(draft.report, draft.trip_then, picture)
    document = lay_out(item, form, found)
    photos = {p.name: p.content for p in found.values()}
    editable = {"odt": write_odt, "docx": write_docx}
    done: dict[str, bytes] = {}
    with ThreadPoolExecutor(1) as pool:  # the PDF is set in a child process: this thread only waits for it
        wanted = "pdf" in formats or (document.has_contents() and bool(formats))
        pdf = pool.submit(write_pdf, document, photos) if wanted else None
        pages = pages_of_headings(pdf.result(), document) if pdf and document.has_contents() else {}
        for name in formats:
            if name in editable:
                done[name] = editable[name](document, photos, pages)
        if pdf and "pdf" in formats:
            done["pdf"] = pdf.result()
    return {name: done[name] for name in formats}
