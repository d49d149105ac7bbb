"""Draws the contact sheets that README.md shows, of the built-in trip in three forms, into docs/pictures/: ``just pictures``."""

import sys
import tempfile
from pathlib import Path

from benchmarks.gallery import contact_sheet, documents, drawn
from suixing.demo import demo_export

_FORMS = ["taichung-summary", "central", "us-map-trip-report"]
_PAGES, _ACROSS, _DOTS, _COLOURS = 6, 3, 42, 128
OUT = Path("docs/pictures")


def main() -> int:
    """Write a picture of the first pages of each form."""
    with tempfile.TemporaryDirectory() as name, demo_export() as demo:
        scratch = Path(name)
        for document in documents(scratch, [demo], ["pdf"], _FORMS):
            pages = drawn(scratch / "pdf" / f"{document}.pdf", scratch / "drawn" / document, _DOTS)
            sheet = contact_sheet(pages[:_PAGES], _ACROSS).quantize(_COLOURS)
            sheet.save(OUT / f"{document.rpartition('-')[0]}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
