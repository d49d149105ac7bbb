"""All sheets that go beside one report, as files by name."""

from collections.abc import Callable, Sequence
from io import BytesIO

from pypdf import PdfReader

from drafting.form import Form
from drafting.review import Approval, Draft
from drafting.sheets.evidence import Evidence, evidence_of
from drafting.sheets.registration import registration
from drafting.sheets.self_check import self_check
from drafting.sheets.tracking import tracking
from export.document import Document
from export.docx.writer import write_docx
from export.layout import lay_out
from export.odt.writer import write_odt
from export.pdf.outline import pages_of_headings
from export.pdf.writer import write_pdf
from export.pictures import collect
from export.sheets.ods import write_ods
from export.sheets.paper import registration_sheet, review_sheet
from export.sheets.xlsx import write_xlsx


def sheets_beside(
    item: Approval | Draft,
    form: Form,
    picture: Callable[[str], bytes | None],
    formats: Sequence[str],
    reports: Sequence[str] = (),
) -> dict[str, bytes]:
    """審核表 and basic data in ``formats`` (odt, docx, pdf), and the suggestions to track as ODS and XLSX.

    ``reports`` are the names of the exported report's files. The same approval gives the same bytes, always.
    """
    evidence = _with_pages(item, form, picture)
    at = lay_out(item, form, {}).at
    papers = {
        "審核表": review_sheet(evidence, self_check(evidence), at),
        "基本資料表": registration_sheet(evidence, registration(evidence, tuple(reports)), at),
    }
    done = {f"{name}.{kind}": _written(paper, kind) for name, paper in papers.items() for kind in formats}
    grids = (tracking([evidence]),)
    return {**done, "建議事項追蹤表.ods": write_ods(grids, at), "建議事項追蹤表.xlsx": write_xlsx(grids, at)}


def _with_pages(item: Approval | Draft, form: Form, picture: Callable[[str], bytes | None]) -> Evidence:
    """The report is set once, to know on which pages its parts are."""
    bare = evidence_of(item, form)
    photos = collect(bare.report, bare.draft.trip_then, picture).found
    document = lay_out(item, form, photos)
    pdf = write_pdf(document, {p.name: p.content for p in photos.values()})
    numbers = pages_of_headings(pdf, document)
    pages = {
        heading.text: numbers[heading.anchor] for heading in document.headings() if heading.anchor in numbers
    }
    return evidence_of(item, form, pages, len(PdfReader(BytesIO(pdf)).pages))


def _written(document: Document, kind: str) -> bytes:
    if kind == "pdf":
        return write_pdf(document, {})
    return {"odt": write_odt, "docx": write_docx}[kind](document, {}, {})
