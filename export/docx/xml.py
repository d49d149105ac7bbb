"""Small pieces of WordprocessingML that python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from export.document import Stretch
from export.measures import ADDED, REMOVED


def w(tag: str, *children: Any, **attributes: str | float) -> Any:
    """Make an element of the namespace w with attributes of the same namespace, as in ``w("tab", val="right")``."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    for child in children:
        element.append(child)
    return element


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field with the result that is shown until the reader updates it."""
    for part in (field_start(), field_code(instruction), field_middle()):
        paragraph.add_run()._r.append(part)  # noqa: SLF001 (python-docx offers no other way)
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(field_end())  # noqa: SLF001


def field_start() -> Any:
    return w("fldChar", fldCharType="begin")


def field_code(instruction: str) -> Any:
    code = w("instrText")
    code.text = instruction
    code.set(qn("xml:space"), "preserve")
    return code


def field_middle() -> Any:
    return w("fldChar", fldCharType="separate")


def field_end() -> Any:
    return w("fldChar", fldCharType="end")


def raised(paragraph: Paragraph, text: str) -> None:
    """References behind a sentence, small and raised; nothing for ""."""
    if text:
        run = paragraph.add_run(text)
        run.font.superscript = True
        run.font.color.rgb = RGBColor(0x40, 0x40, 0x40)


def changed(paragraph: Paragraph, stretch: Stretch) -> None:
    """Text as it is in both versions, or as it was added or removed; the look of tracked changes, in ordinary runs."""
    run = paragraph.add_run(stretch.text)
    if stretch.kind == "added":
        run.font.underline = True
        run.font.color.rgb = RGBColor.from_string(ADDED)
    elif stretch.kind == "removed":
        run.font.strike = True
        run.font.color.rgb = RGBColor.from_string(REMOVED)


def chinese_face(run: Run, face: str) -> None:
    """Set the face of the Chinese of this run."""
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)  # noqa: SLF001


def faces(run: Run, face: str) -> None:
    """Set one face for every script of this run."""
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face)
