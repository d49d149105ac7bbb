"""Small files of every kind, made here."""

import io
import zipfile

import docx
import pytest
from odfdo import Document, Header, Paragraph, Row, Table
from pypdf import PdfWriter


@pytest.fixture
def docx_file() -> bytes:
    document = docx.Document()
    document.add_heading("參、目的", level=1)
    document.add_paragraph("討論港灣合作。")
    document.add_paragraph("第一點", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("日期", "行程", "4/10", "會議"), strict=True
    ):
        cell.text = text
    document.add_paragraph("開幕式", style="Caption")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def odt_file() -> bytes:
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "參、目的"))
    document.body.append(Paragraph("討論港灣合作。"))
    table = Table("行程表")
    for values in (("日期", "行程"), ("4/10", "會議")):
        row = Row()
        row.set_values(list(values))
        table.append(row)
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def blank_pdf():
    """A PDF with empty pages, as a scan without text looks; locked if a password is given."""

    def make(pages: int = 1, password: str = "") -> bytes:
        writer = PdfWriter()
        for _ in range(pages):
            writer.add_blank_page(200, 200)
        if password:
            writer.encrypt(password, algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return make


@pytest.fixture
def archive():
    """A zip with these members."""

    def make(members: dict[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in members.items():
                made.writestr(name, content)
        return out.getvalue()

    return make


@pytest.fixture
def text_pdf():
    """A PDF with one line of Latin text on each page."""

    def make(*lines: str) -> bytes:
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        kids = []
        for line in lines:
            stream = f"BT /F1 12 Tf 20 100 Td ({line}) Tj ET"
            kids.append(f"{len(objects) + 1} 0 R")
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {len(objects) + 2} 0 R "
                "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            )
            objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        body, places = "%PDF-1.4\n", []
        for number, text in enumerate(objects, 1):
            places.append(len(body))
            body += f"{number} 0 obj\n{text}\nendobj\n"
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
        return f"{body}{tail}startxref\n{len(body)}\n%%EOF".encode("latin-1")

    return make
