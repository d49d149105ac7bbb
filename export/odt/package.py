"""Takes out of an ODT what odfdo's template brings along: an empty thumbnail, toolbars, and metadata about metadata."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

_UNWANTED = ("Configurations2/", "Thumbnails/", "manifest.rdf")
_ENTRY = re.compile(
    rb'\s*<manifest:file-entry [^>]*full-path="(?:Configurations2/|Thumbnails/|manifest\.rdf)[^>]*/>'
)


def stripped(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every wanted part by name, the mimetype first and the others in fixed order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.startswith(_UNWANTED)]
        for name in sorted(names, key=lambda n: (n != "mimetype", n)):
            part = archive.read(name)
            yield name, _ENTRY.sub(b"", part) if name == "META-INF/manifest.xml" else part
