"""One export in a process of its own, ours or with the bare library: prints the seconds that it took."""

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import odfdo
import pylopdf_fonts_zh_tw
import typst
from docx.shared import Cm

from drafting.form import form_named
from drafting.review import Draft
from export.document import Document, Heading, PhotoRow, Points, Table, Text
from export.layout import lay_out
from export.pictures import collect
from export.render import FORMATS, render

FORM = "taichung-summary"
_PLAIN = """
#let blocks = json("blocks.json")
#set page(width: 21cm, height: 29.7cm, margin: 2.5cm)
#set text(font: ("Libertinus Serif", "TW-Kai", "Noto Serif TC"), size: 14pt, lang: "zh", region: "tw")
#set par(justify: true)
#for b in blocks {
  if b.kind == "heading" { heading(level: b.level, b.text) }
  else if b.kind == "text" { par(b.text) }
  else if b.kind == "points" { enum(..b.items.map(i => i.text)) }
  else if b.kind == "table" { table(columns: b.columns.len(), ..b.columns, ..b.rows.map(r => r.cells).flatten()) }
  else if b.kind == "photos" { grid(columns: b.photos.len(), ..b.photos.map(p => figure(image("photos/" + p.picture, width: 7.5cm), caption: p.caption))) }
}
"""


def main(what: str, folder: Path) -> None:
    draft = Draft.model_validate_json((folder / "draft.json").read_text("utf-8"))
    form = form_named(FORM)

    def picture(digest: str) -> bytes | None:
        return (folder / digest).read_bytes()

    if what.startswith("ours-"):
        wanted = list(FORMATS) if what == "ours-all" else [what.removeprefix("ours-")]
        _timed(lambda: render(draft, form, picture, wanted))
        return
    assert draft.report is not None
    found = collect(draft.report, draft.trip_then, picture).found
    document = lay_out(draft, form, found)
    photos = {p.name: p.content for p in found.values()}
    if what == "bare-pdf":
        _timed(_bare_pdf(document, photos, folder))
    else:
        _timed(lambda: {"bare-docx": _bare_docx, "bare-odt": _bare_odt}[what](document, photos))


def _timed(work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    print(time.perf_counter() - began)


def _bare_pdf(document: Document, photos: dict[str, bytes], folder: Path) -> Callable[[], object]:
    place = folder / "bare"
    (place / "photos").mkdir(parents=True, exist_ok=True)
    (place / "plain.typ").write_text(_PLAIN, "utf-8")
    fonts = [str(Path(pylopdf_fonts_zh_tw.serif_path()).parent)]

    def work() -> object:
        for name, content in photos.items():
            (place / "photos" / name).write_bytes(content)
        blocks = [block.model_dump(mode="json") for block in document.walk()]
        (place / "blocks.json").write_text(json.dumps(blocks), "utf-8")
        return typst.Compiler(place / "plain.typ", root=place, font_paths=fonts).compile(format="pdf")

    return work


def _bare_docx(document: Document, photos: dict[str, bytes]) -> bytes:
    word = docx.Document()
    for block in document.walk():
        if isinstance(block, Heading):
            word.add_heading(block.text, block.level)
        elif isinstance(block, Text):
            word.add_paragraph(block.text)
        elif isinstance(block, Points):
            for point in block.items:
                word.add_paragraph(f"{point.mark}{point.text}")
        elif isinstance(block, Table):
            table = word.add_table(1 + len(block.rows), len(block.columns))
            for row, cells in zip(table.rows, (block.columns, *(r.cells for r in block.rows)), strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        elif isinstance(block, PhotoRow):
            table = word.add_table(1, len(block.photos))
            for cell, photo in zip(table.rows[0].cells, block.photos, strict=True):
                cell.paragraphs[0].add_run().add_picture(io.BytesIO(photos[photo.picture]), Cm(photo.width))
                cell.add_paragraph(photo.caption)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _bare_odt(document: Document, photos: dict[str, bytes]) -> bytes:
    odt = odfdo.Document("text")
    body = odt.body
    body.clear()
    for block in document.walk():
        if isinstance(block, Heading):
            body.append(odfdo.Header(block.level, block.text))
        elif isinstance(block, Text):
            body.append(odfdo.Paragraph(block.text))
        elif isinstance(block, Points):
            for point in block.items:
                body.append(odfdo.Paragraph(f"{point.mark}{point.text}"))
        elif isinstance(block, Table):
            table = odfdo.Table("t")
            for cells in (block.columns, *(r.cells for r in block.rows)):
                row = odfdo.Row()
                row.extend_cells([odfdo.Cell(text) for text in cells])
                table.append_row(row)
            body.append(table)
        elif isinstance(block, PhotoRow):
            for photo in block.photos:
                uri = odt.add_file(io.BytesIO(photos[photo.picture]))
                paragraph = odfdo.Paragraph(photo.caption)
                size = (f"{photo.width}cm", f"{photo.height}cm")
                paragraph.append(odfdo.Frame.image_frame(uri, size=size, anchor_type="as-char"))
                body.append(paragraph)
    out = io.BytesIO()
    odt.save(out)
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
