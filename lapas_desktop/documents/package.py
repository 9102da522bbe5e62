"""The zip around the parts of an office document: equal parts give equal bytes on every machine."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EARLIEST = date(1980, 1, 1)  # what a zip can name


def packed(contents: Mapping[str, bytes], dated: date = _EARLIEST) -> bytes:
    """The package: part's name → bytes. ``dated`` is the day that every part bears."""
    order = sorted(contents, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    stamp = (max(dated.year, 1980), dated.month, dated.day, 0, 0, 0)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order:
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the file tells Windows from Linux
            archive.writestr(entry, contents[name])
    return buffer.getvalue()
