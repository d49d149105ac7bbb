"""The parts of an ODT: the photos go in, and what odfdo's template brings along goes out.

odfdo would compress each photo in vain, so it is given empty ones.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

PICTURES = "Pictures/"
_UNWANTED = ("Configurations2/", "Thumbnails/", "manifest.rdf")
_ENTRY = re.compile(
    rb'\s*<manifest:file-entry [^>]*full-path="(?:Configurations2/|Thumbnails/|manifest\.rdf)[^>]*/>'
)


def finished(content: bytes, photos: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every wanted part by name, the mimetype first and the others in fixed order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.startswith(_UNWANTED)]
        for name in sorted(names, key=lambda n: (n != "mimetype", n)):
            part = photos.get(name.removeprefix(PICTURES)) or archive.read(name)
            yield name, _ENTRY.sub(b"", part) if name == "META-INF/manifest.xml" else part
