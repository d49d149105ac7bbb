"""Zip files that are the same bytes on every day and every computer."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

_NEVER = (1980, 1, 1, 0, 0, 0)
_ALREADY_PACKED = (".jpg", ".jpeg", ".png")


def packed(entries: Iterable[tuple[str, bytes]], stored: str = "") -> bytes:
    """Pack in the order given, without times or owners; photos and the entry named ``stored`` are not compressed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name, _NEVER)
            info.create_system = 3
            info.external_attr = 0o600 << 16
            plain = name == stored or name.endswith(_ALREADY_PACKED)
            info.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=6)
    return out.getvalue()
