"""By which version of which trip a document was made: a key word among its properties, which Word and LibreOffice keep."""

import io
import re
import zipfile
from typing import NamedTuple

from export.edition import Edition

_MARK = re.compile(r"suixing-(\d{1,18})-(\d{1,18})(?P<public>-public)?")
_PLACES = ("docProps/core.xml", "meta.xml")
_LARGEST = 1_000_000


class Origin(NamedTuple):
    """``public``: it was made as the edition in which personal data are masked."""

    trip: int
    draft: int
    public: bool = False


def key_word(trip: int, draft: int, edition: Edition) -> str:
    """What is put among the key words of a document."""
    return f"suixing-{trip}-{draft}{'-public' if edition == 'public' else ''}"


def origin_of(content: bytes) -> Origin | None:
    """Where a DOCX or ODT came from; None if it is not one of ours, whoever saved it since."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in _PLACES:
                if name in archive.namelist() and archive.getinfo(name).file_size < _LARGEST:
                    found = _MARK.search(archive.read(name).decode("utf-8", "replace"))
                    if found:
                        return Origin(int(found[1]), int(found[2]), bool(found["public"]))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return None
    return None
