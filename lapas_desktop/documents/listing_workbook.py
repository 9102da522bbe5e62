"""A list as a workbook, row after row in constant memory: figures as numbers, dates as dates, text as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.documents.output import published
from lapas_desktop.documents.workbook import DAY, FONT, QUANTITY, cell_text, header_text
from lapas_desktop.documents.workbook_file import save

_HEADING_ROW = 4
_SHEET = "Daftar"


def write_workbook(listing: Listing, path: Path) -> None:
    """Writes the workbook. `Refused` when the folder or the disk says no."""
    book = Workbook(write_only=True)
    book.properties.title = cell_text(listing.title)[:255]
    book.properties.creator = cell_text(listing.office)[:255]
    sheet: Any = book.create_sheet(_SHEET)
    _set_up(sheet, listing)
    for row in _rows(sheet, listing):
        sheet.append(row)
    with published(path) as temporary:
        save(book, {}, listing.printed_on, temporary)


def _set_up(sheet: Any, listing: Listing) -> None:
    for number, column in enumerate(listing.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = max(10, column.width + 4)
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text = header_text(listing.office)
    sheet.oddFooter.right.text = "&P / &N"


def _rows(sheet: Any, listing: Listing) -> Iterator[list[Any]]:
    bold, head = Font(name=FONT, size=10, bold=True), PatternFill("solid", fgColor="E9EDF2")
    yield [_text(sheet, listing.title, Font(name=FONT, size=13, bold=True))]
    yield [_text(sheet, listing.note)]
    yield []
    headings = [_text(sheet, column.heading, bold) for column in listing.columns]
    for cell, column in zip(headings, listing.columns, strict=True):
        cell.fill = head
        cell.alignment = Alignment(horizontal="right" if column.kind.right else "left")
    yield headings
    for row in listing.rows:
        yield [
            _cell(sheet, column, value, listing.language) for column, value in zip(listing.columns, row, strict=True)
        ]


def _text(sheet: Any, text: str, font: Font | None = None) -> Any:
    cell: Any = WriteOnlyCell(sheet, None)
    cell._value, cell.data_type = cell_text(text), "s"  # set so, "=1+1" stays a text
    cell.font = font or Font(name=FONT, size=10)
    return cell


def _cell(sheet: Any, column: ListingColumn, value: Any, language: str) -> Any:
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return _formatted(sheet, value, DAY[language])
    if isinstance(value, Decimal | int) and column.kind.right:
        return _formatted(sheet, value, QUANTITY)
    return _text(sheet, column.kind.format(value, language))


def _formatted(sheet: Any, value: Any, shown: str) -> Any:
    cell: Any = WriteOnlyCell(sheet, value)
    cell.number_format = shown
    cell.font = Font(name=FONT, size=10)
    return cell
