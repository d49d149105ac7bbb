"""The table of contents of the ODT: a real index, filled in with the page numbers of the PDF until it is updated."""

from collections.abc import Iterator, Mapping, Sequence

from odfdo import Element

from export.document import Contents, Heading
from export.odt.elements import element, paragraph


def draw_contents(
    block: Contents, headings: Sequence[Heading], pages: Mapping[str, str], name: str
) -> Element:
    """The index with one linked line for each heading."""
    source = element(
        "text:table-of-content-source",
        *(_template(level) for level in range(1, block.depth + 1)),
        text__outline_level=block.depth,
        text__use_index_marks="false",
    )
    body = element("text:index-body", *_lines(block, headings, pages))
    return element("text:table-of-content", source, body, text__name=name, text__protected="false")


def _template(level: int) -> Element:
    tab = element("text:index-entry-tab-stop", style__type="right", style__leader_char=".")
    parts = (
        element("text:index-entry-link-start", text__style_name="Index_20_Link"),
        element("text:index-entry-text"),
        tab,
        element("text:index-entry-page-number"),
        element("text:index-entry-link-end"),
    )
    return element(
        "text:table-of-content-entry-template",
        *parts,
        text__outline_level=level,
        text__style_name=f"Contents_20_{level}",
    )


def _lines(block: Contents, headings: Sequence[Heading], pages: Mapping[str, str]) -> Iterator[Element]:
    for heading in headings:
        if heading.level <= block.depth:
            text = f"{heading.text}\t{pages.get(heading.anchor, '')}"
            link = element(
                "text:a",
                text,
                xlink__type="simple",
                xlink__href=f"#{heading.anchor}",
                text__style_name="Index_20_Link",
                text__visited_style_name="Index_20_Link",
            )
            yield paragraph(f"Contents_20_{heading.level}", link)
