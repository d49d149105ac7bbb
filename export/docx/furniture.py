"""The page of the DOCX: size, margins, page number, and the mark of a draft with its watermark."""

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import Cm, Pt, RGBColor

from export import measures as m
from export.document import Document
from export.docx.xml import field, w

_WATERMARK = """
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
      <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
      <v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
    <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
  </v:shapetype>
  <v:shape id="suixing-mark" o:spid="_x0000_s2049" type="#_x0000_t136" fillcolor="#e8e8e8" stroked="f"
    style="position:absolute;margin-left:0;margin-top:0;width:320pt;height:160pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin">
    <v:textpath style="font-family:&quot;標楷體&quot;;font-size:1pt" string=""/>
  </v:shape>
</w:pict>
"""


def furnish(word: WordDocument, document: Document) -> None:
    """Set up the one section of the document; the cover has no page number."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(m.PAGE_WIDTH), Cm(m.PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(m.MARGIN)
    section.header_distance = section.footer_distance = Cm(1.25)
    covered = document.sheets[0].cover if document.sheets else False
    if document.roman:
        _count(section, "lowerRoman", 0 if covered else 1)
    section.different_first_page_header_footer = covered
    _number(section.footer)
    if document.mark:
        _mark(section.header, document.mark)
        if covered:
            _mark(section.first_page_header, document.mark)
    _set_language(word)


def count_anew(word: WordDocument) -> None:
    """End the pages before the body: those behind are counted from 1."""
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    _count(section, "decimal", 1)
    closing = word.paragraphs[-1]  # the paragraph that carries the break: as small as it can be
    closing.paragraph_format.line_spacing = Pt(1)
    for run in closing.runs:
        run.font.size = Pt(1)


def _count(section: Section, style: str, first: int) -> None:
    properties = section._sectPr  # noqa: SLF001 (python-docx knows no page numbers)
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    number = w("pgNumType", fmt=style, start=first)
    after = properties.find(qn("w:cols"))
    if after is None:
        properties.append(number)
    else:
        after.addprevious(number)


def _number(footer: _Footer) -> None:
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(paragraph, "PAGE", "1")


def _mark(header: _Header, mark: str) -> None:
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(mark)
    run.bold = True
    run.font.size = Pt(16)
    run.font.color.rgb = RGBColor(0xB0, 0, 0)
    picture = parse_xml(_WATERMARK)
    for text in picture.iter("{urn:schemas-microsoft-com:vml}textpath"):
        if "string" in text.attrib:
            text.set("string", mark)
    paragraph.add_run()._r.append(picture)  # noqa: SLF001 (python-docx offers no other way)


def _set_language(word: WordDocument) -> None:
    settings = word.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        settings.replace(old, w("themeFontLang", val="en-US", eastAsia="zh-TW"))
