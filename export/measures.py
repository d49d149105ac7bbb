"""The page and its type: A4, 14 pt on a fixed pitch of 24 pt (domain.md 2.5; the style of the seed)."""

from typing import Final

PAGE_WIDTH: Final = 21.0
PAGE_HEIGHT: Final = 29.7
MARGIN: Final = 2.5
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
CELL_PADDING: Final = 0.2
FORM_WIDTH: Final = TEXT_WIDTH - 2 * CELL_PADDING - 0.1  # inside the border of the form page
FORM_COLUMNS: Final = (7.2, 3.0, 5.8)
"""The form's grid: a row is one cell, or breaks after the first column (電話 is long) or the second (期間 is long)."""

POINTS_AN_INCH: Final = 72.0
BODY_SIZE: Final = 14.0
BODY_PITCH: Final = 24.0
SMALL_SIZE: Final = 12.0  # tables, captions, notes
SMALL_PITCH: Final = 20.0
DENSE_SIZE: Final = 11.0  # sheets that are signed: the whole 審核表 on two pages
DENSE_PITCH: Final = 16.0
ABOVE_TABLE: Final = 5.0  # pt; the line above already brings its own pitch
BELOW_CELL: Final = 0.12  # cm; word processors set a line of fixed pitch low in its height
HEADING_BOLD: Final = (True, True, False, False)
ABOVE_HEADING: Final = (6.0, 6.0, 0.0, 0.0)  # pt, beside the pitch
BELOW_BLOCK: Final = 4.0  # pt of the empty line below a table or a row of photos
AROUND_PHOTO: Final = 0.1  # cm; above a photo and below its caption
BLANK_AIR: Final = (0.0, 3.0)  # pt above and below the words of a cell of the form page

CHINESE_FONT: Final = "標楷體"  # on every office computer in Taiwan; named, not embedded
LATIN_FONT: Final = "Times New Roman"


def heading_sizes(body: float) -> tuple[float, float, float, float]:
    """The sizes of the four levels above a body of this size, in pt."""
    return (body + 2, body, body, body)


ADDED = "1F4E99"
"""Blue, of what only the newer of two versions has."""
REMOVED = "B00000"
"""Red, of what only the older one has."""
