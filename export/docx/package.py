"""Takes out of a DOCX what python-docx's template brings along: a thumbnail of an empty page and its XML data store."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

_UNWANTED = ("docProps/thumbnail", "customXml/")
_RELATION = re.compile(rb'<Relationship [^>]*Target="(?:/|\.\./)?(?:docProps/thumbnail|customXml/)[^>]*/>')
_OVERRIDE = re.compile(rb'<Override [^>]*PartName="/customXml/[^>]*/>')


def stripped(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every wanted part by name, the list of content types first and the others in fixed order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.startswith(_UNWANTED)]
        for name in sorted(names, key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n)):
            part = archive.read(name)
            if name.endswith((".rels", "[Content_Types].xml")):
                part = _OVERRIDE.sub(b"", _RELATION.sub(b"", part))
            yield name, part
