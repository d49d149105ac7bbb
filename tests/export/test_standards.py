"""The files beside the standards: ODF's RelaxNG schema, the rules of the Open XML SDK, and what PDF/A-2a and UA-1 ask."""

import io
import zipfile
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from openxml_audit import OdfValidator, OpenXmlValidator

from drafting.form import form_named
from drafting.sheets.evidence import evidence_of
from drafting.sheets.tracking import tracking
from export import render
from export.sheets.ods import write_ods

OFFICE_VERSION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}version"
KEYS = ["taichung-report", "taipei-a", "un-btor"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("edition", ["filed", "internal"])
def test_odt_and_docx_keep_their_schemas(key, edition, draft_for, picture, tmp_path: Path):
    form = form_named(key)
    done = render(draft_for(form, model="m"), form, picture, ["odt", "docx"], edition)
    for name, content in done.items():
        (tmp_path / f"report.{name}").write_bytes(content)
    odt = OdfValidator().validate(str(tmp_path / "report.odt"))
    word = OpenXmlValidator().validate(str(tmp_path / "report.docx"))
    assert (odt.is_valid, word.is_valid) == (True, True), [e.description for e in word.errors]


@pytest.fixture(scope="module")
def oasis() -> etree.RelaxNG:
    """The schema of ODF 1.3. OdfValidator looks at the package, and at elements only if asked to."""
    folder = files("openxml_audit") / "odf" / "schemas" / "odf-1.3"
    return etree.RelaxNG(etree.fromstring((folder / "OpenDocument-v1.3-schema.rng").read_bytes()))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("edition", ["filed", "internal"])
def test_every_element_of_the_odt_is_one_of_the_oasis_schema(key, edition, oasis, draft_for, picture):
    """Our files say 1.4, of which no schema is at hand; it is read here as 1.3."""
    form = form_named(key)
    odt = render(draft_for(form, model="m"), form, picture, ["odt"], edition)["odt"]
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        for part in ("content.xml", "styles.xml", "meta.xml"):
            root = etree.fromstring(archive.read(part))
            root.set(OFFICE_VERSION, "1.3")
            assert oasis.validate(root), (part, [error.message for error in oasis.error_log][:5])
            root.append(etree.Element("nonsense"))
            assert not oasis.validate(root)


def test_every_element_of_a_spreadsheet_is_one_of_the_oasis_schema_and_its_words_are_chinese(
    oasis, draft_for
):
    form = form_named("central")
    at = datetime(2026, 11, 2, 9, tzinfo=UTC)
    evidence = evidence_of(draft_for(form), form)
    with zipfile.ZipFile(io.BytesIO(write_ods([tracking([evidence])], at))) as archive:
        for part in ("content.xml", "styles.xml", "meta.xml"):
            root = etree.fromstring(archive.read(part))
            root.set(OFFICE_VERSION, "1.3")
            assert oasis.validate(root), (part, [error.message for error in oasis.error_log][:5])
        assert b'style:language-asian="zh" style:country-asian="TW"' in archive.read("styles.xml")
        assert b'fo:country="FR"' not in archive.read("styles.xml")


@pytest.fixture
def pdf(approval_for, picture):
    form = form_named("taichung-report")
    with pikepdf.open(io.BytesIO(render(approval_for(form), form, picture, ["pdf"])["pdf"])) as opened:
        yield opened


def kinds_of(pdf: pikepdf.Pdf) -> set[str]:
    return {str(o.S) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o and "/P" in o}


def test_the_structure_tree_has_headings_tables_and_figures(pdf):
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TD", "/TH", "/Figure"} <= kinds_of(pdf)


def test_every_figure_has_alternative_text(pdf):
    figures = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")) for figure in figures)


def test_every_font_is_embedded(pdf):
    fonts = [
        o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_it_claims_archival_and_accessible_and_shows_its_title(pdf):
    with pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"]
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_headings_can_be_walked_through(pdf):
    with pdf.open_outline() as outline:
        assert "肆、過程" in [item.title for item in outline.root]
