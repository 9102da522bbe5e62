"""The finished .xlsx file: formulas carry their values, and the same workbook gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from lapas_desktop.documents.package import packed

Value = str | int | Decimal
_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)</f><v\s*/?>(?:</v>)?</c>')
_STAMPS = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_APPLICATION = re.compile(r"<Application>[^<]*</Application>(<AppVersion>[^<]*</AppVersion>)?")


class _Parts:
    """Takes the parts openpyxl would put into a zip and keeps them as bytes."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        self.contents[name] = data.encode() if isinstance(data, str) else data

    def write(self, source: str, name: str) -> None:
        self.contents[name] = Path(source).read_bytes()

    def namelist(self) -> list[str]:
        return list(self.contents)

    def close(self) -> None:
        """Nothing is open."""


def save(workbook: Workbook, values: Mapping[str, Mapping[str, Value]], dated: date, path: Path) -> None:
    """Write the workbook to ``path``. ``values``: sheet title → cell → value of the formula there.

    Raises OSError as the file system does; the caller gives a temporary path (see `output.published`).
    """
    parts = _Parts()
    ExcelWriter(workbook, cast(zipfile.ZipFile, parts)).save()
    for index, sheet in enumerate(workbook.worksheets, 1):
        name = f"xl/worksheets/sheet{index}.xml"
        parts.contents[name] = _with_values(parts.contents[name], values.get(sheet.title, {}))
    stamp = f"{dated.isoformat()}T00:00:00Z"
    _edit(parts, "docProps/core.xml", lambda xml: _STAMPS.sub(rf"\g<1>{stamp}\g<3>", xml))
    _edit(parts, "docProps/app.xml", lambda xml: _APPLICATION.sub("<Application>Lapas</Application>", xml))
    path.write_bytes(packed(parts.contents, dated))


def _edit(parts: _Parts, name: str, change: Callable[[str], str]) -> None:
    parts.contents[name] = change(parts.contents[name].decode()).encode()


def _with_values(xml: bytes, values: Mapping[str, Value]) -> bytes:
    """A formula without a value stays as it is and shows empty in programs that do not calculate."""

    def filled(found: re.Match[str]) -> str:
        cell, attributes, formula = found.groups()
        if cell not in values:
            return found[0]
        value = values[cell]
        if isinstance(value, int):
            value = Decimal(value)
        if isinstance(value, str):
            return f'<c r="{cell}"{attributes} t="str"><f>{formula}</f><v>{escape(value)}</v></c>'
        return f'<c r="{cell}"{attributes}><f>{formula}</f><v>{value:f}</v></c>'

    return _FORMULA.sub(filled, xml.decode()).encode() if values else xml
