"""The styles of the DOCX: named faces, the fixed pitch, real heading styles, and no colours of the template."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from export import measures as m
from export.document import Document
from export.docx.xml import w

BODY, NOTE, TITLE, POINT, CELL, DENSE, CAPTION, PHOTO, GAP = (
    "Body Text", "Note", "Title", "Point", "Cell", "Dense", "Caption", "Photo", "Gap"
)  # fmt: skip


def set_styles(word: WordDocument, document: Document) -> None:
    """Set up every style that the blocks use."""
    body, pitch = document.size, document.pitch
    _set_defaults(word)
    styles = word.styles
    normal = styles["Normal"]
    _shape(normal, size=body, pitch=pitch)
    _set_breaking(normal)
    _shape(styles[BODY], pitch=pitch, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    indent = styles[BODY].element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), str(int(body * 2 * 20)))
    for level, (size, bold) in enumerate(zip(m.heading_sizes(body), m.HEADING_BOLD, strict=True), start=1):
        style = styles[f"Heading {level}"]
        _shape(style, size=size, bold=bold, pitch=pitch, before=m.ABOVE_HEADING[level - 1])
        style.paragraph_format.keep_with_next = True
    _shape(styles[TITLE], size=18, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _shape(styles[CAPTION], size=m.SMALL_SIZE, pitch=m.SMALL_PITCH, align=WD_ALIGN_PARAGRAPH.CENTER)
    for name, small in ((NOTE, True), (POINT, False), (CELL, True)):
        _add(word, name, m.SMALL_SIZE if small else body, m.SMALL_PITCH if small else pitch)
    _shape(styles[POINT], pitch=pitch, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    _add(word, DENSE, m.DENSE_SIZE, m.DENSE_PITCH)
    photo = _add(word, PHOTO, m.SMALL_SIZE, None)
    photo.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    photo.paragraph_format.keep_with_next = True
    photo.paragraph_format.space_before = Pt(6)
    _shape(styles["Header"], pitch=m.BODY_PITCH)
    _shape(styles["Footer"], size=m.SMALL_SIZE, pitch=m.SMALL_PITCH)
    _add(word, GAP, 2, m.BELOW_BLOCK)
    for level in (1, 2, 3):
        entry = _add(word, f"toc {level}", body, pitch)
        entry.paragraph_format.left_indent = Cm(0.75 * (level - 1))
        tabs = w("tabs", w("tab", val="right", leader="dot", pos=int(m.TEXT_WIDTH / 2.54 * 1440)))
        entry.element.get_or_add_pPr().insert_element_before(tabs, "w:spacing", "w:ind", "w:jc")


def _add(word: WordDocument, name: str, size: float, pitch: float | None) -> ParagraphStyle:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 (asked for just above)
    style.base_style = word.styles["Normal"]
    _shape(style, size=size, pitch=pitch)
    return style


def _shape(
    style: Any,
    *,
    size: float | None = None,
    bold: bool | None = None,
    pitch: float | None = m.BODY_PITCH,
    before: float = 0,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> None:
    """Give a style our face and spacing, and take the template's colours, borders and theme faces away."""
    properties = style.element.get_or_add_rPr()
    for tag in ("color", "spacing", "kern", "i", "iCs", "b", "bCs"):
        for old in properties.findall(qn(f"w:{tag}")):
            properties.remove(old)
    if (fonts := properties.find(qn("w:rFonts"))) is not None:
        properties.remove(fonts)
    _name_faces(properties.get_or_add_rFonts())
    for tag in ("pBdr", "contextualSpacing"):
        for old in style.element.get_or_add_pPr().findall(qn(f"w:{tag}")):
            style.element.pPr.remove(old)
    if size is not None:
        style.font.size = Pt(size)
        for old in properties.findall(qn("w:szCs")):
            properties.remove(old)
    if bold is not None:
        style.font.bold = bold
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(0)
    if pitch is None:
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    else:
        shape.line_spacing = Pt(pitch)
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    if align is not None:
        shape.alignment = align


def _name_faces(fonts: Any) -> None:
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), m.LATIN_FONT)
    fonts.set(qn("w:eastAsia"), m.CHINESE_FONT)


def _set_defaults(word: WordDocument) -> None:
    root = word.styles.element
    for properties in root.iter(qn("w:rPrDefault")):
        for fonts in properties.iter(qn("w:rFonts")):
            fonts.attrib.clear()
            _name_faces(fonts)
        for language in properties.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-US")
            language.set(qn("w:eastAsia"), "zh-TW")


def _set_breaking(style: Any) -> None:
    """Chinese line breaking, and no extra space between Chinese and Latin: the same lines in all formats."""
    shape = style.element.get_or_add_pPr()
    marks = [
        w(tag, val=on)
        for tag, on in (("kinsoku", 1), ("overflowPunct", 1), ("autoSpaceDE", 0), ("autoSpaceDN", 0))
    ]
    for mark in marks:
        shape.insert_element_before(
            mark, "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
        )
