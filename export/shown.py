"""What a document shows outside its prose: the lines of its front pages, the blanks of its form page, the cells of its tables."""

from collections.abc import Iterator

from export.document import Document, FormPage, Line, Table


def shown_values(document: Document) -> Iterator[str]:
    """Every such text, in reading order."""
    for block in document.walk():
        if isinstance(block, Line):
            yield block.text
        elif isinstance(block, FormPage):
            yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.cells)
