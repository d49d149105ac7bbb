"""The parts of a DOCX: the photos go in, and what python-docx's template brings along goes out.

python-docx would hash every photo against every other and compress each in vain, so it is given empty ones.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

MEDIA = "word/media/"
_UNWANTED = ("docProps/thumbnail", "customXml/", "word/stylesWithEffects.xml")
_RELATION = re.compile(
    rb'<Relationship [^>]*Target="(?:/|\.\./)?(?:docProps/thumbnail|customXml/|stylesWithEffects)[^>]*/>'
)
_OVERRIDE = re.compile(rb'<Override [^>]*PartName="/(?:customXml/|word/stylesWithEffects)[^>]*/>')
_ABOUT = "docProps/app.xml"  # the template's says that Word for Macintosh counted one page
_OURS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>隨行</Application></Properties>"
).encode()


def finished(content: bytes, photos: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every wanted part by name, the list of content types first and the others in fixed order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.startswith(_UNWANTED)]
        for name in sorted(names, key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n)):
            part = photos.get(name.removeprefix(MEDIA)) or archive.read(name)
            if name.endswith((".rels", "[Content_Types].xml")):
                part = _OVERRIDE.sub(b"", _RELATION.sub(b"", part))
            yield name, _OURS if name == _ABOUT else part
