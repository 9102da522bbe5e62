"""A small layer over openpyxl: cells by kind, shared looks, formulas with values, page set-up.

Text is always text (``=1+1`` shows as typed), styles are made once per workbook and shared by all cells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.documents.workbook_file import Value, save
from lapas_desktop.documents.workbook_logos import place_logos
from lapas_desktop.domain.text import clean, clean_line

LONGEST_TEXT = 32_767  # Excel's limit for a cell, in UTF-16 units
TALLEST_ROW = 409  # Excel's limit for a row, in points
FONT = "Arial"
QUANTITY, WEIGHT, VOLUME = "#,##0.####", "#,##0.00##", "#,##0.00##"
MONEY, RATE, WHOLE = "#,##0.00", "#,##0.00##", "#,##0"
DAY = {"id": "[$-421]d\\ mmmm\\ yyyy", "en": "[$-809]d\\ mmmm\\ yyyy"}
_A4 = (8.27, 11.69)  # inches
_SIDES = {True: (0.5, 0.5), False: (0.7, 0.5)}  # left and right margin, landscape or not
_TOP = 0.55  # top and bottom margin
_LINE = 12.75  # points of one line at size 10
_NARROW = frozenset("iljtfrI.,:;'|!()[]/-")
_MAYBE_FORMULA = ("=", "+", "-", "@", "\t")
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Look:
    """How a cell looks. ``border``: "", "thin" (all round), "under" or "double" (below)."""

    format: str = "General"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 10
    color: str = "000000"
    fill: str = ""
    border: str = ""
    align: str = "left"
    vertical: str = "top"
    wrap: bool = True


PLAIN = Look()
CELL = Look(border="thin")
NUMBER = Look(border="thin", align="right", wrap=False)


def cell_text(text: str) -> str:
    """What a cell can hold of a text: no control characters, cut with "…" at Excel's limit."""
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    text = text.strip()
    if "_x" in text:
        text = _ESCAPE_LOOKALIKE.sub("_x005F_", text)
    if len(text) * 2 > LONGEST_TEXT:
        units = text.encode("utf-16-le")
        if len(units) > LONGEST_TEXT * 2:
            text = units[: (LONGEST_TEXT - 1) * 2].decode("utf-16-le", "ignore") + "…"
    return text


def header_text(text: str, longest: int = 70) -> str:
    """User text inside a page header or footer, where ``&`` begins a code."""
    text = clean_line(text)
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return text.replace("&", "&&")


@lru_cache(maxsize=4096)
def lines_of(text: str, width: float) -> int:
    """Lines a text takes in a column of that width when wrapped at words; rather one too many."""
    room = max(width - 1, 1)
    return sum(_wrapped(part, room) for part in text[:20_000].split("\n"))


def _wrapped(text: str, room: float) -> int:
    if len(text) * 1.3 <= room and text.isascii():
        return 1
    lines, used = 1, 0.0
    for word in text.split(" "):
        size = sum(map(_letter_width, word))
        if used and used + 0.55 + size > room:
            lines, used = lines + 1, 0.0
        used += size + (0.55 if used else 0)
        if used > room:
            lines += math.ceil(used / room) - 1
            used = used % room
    return lines


def _letter_width(letter: str) -> float:
    if letter > "\u2e7f":
        return 2.0
    if letter in _NARROW:
        return 0.6
    return 1.3 if letter.isupper() or letter in "mwMW@%&—…" else 1.0


class Grid:
    """One sheet, written from top to bottom: ``row`` is the next free row."""

    def __init__(self, book: Book, sheet: Worksheet, language: str, missing: str) -> None:
        self.book = book
        self.sheet = sheet
        self.language = language
        self.missing = missing
        self.row = 1
        self.values: dict[str, Value] = {}
        self._widths: list[float] = []
        self._heights: dict[int, float] = {}
        self._landscape = False
        self._repeat: int | None = None

    @property
    def title(self) -> str:
        return self.sheet.title

    @property
    def columns(self) -> int:
        return len(self._widths)

    def widths(self, widths: Iterable[float], *, landscape: bool) -> None:
        """Column widths in digits of the base font, from column A, on paper of that direction."""
        self._landscape = landscape
        self._widths = list(widths)
        for index, width in enumerate(self._widths, 1):
            self.sheet.column_dimensions[get_column_letter(index)].width = width

    def width(self, first: int, last: int) -> float:
        return sum(self._widths[first - 1 : last])

    def text(self, column: int, text: str, look: Look = PLAIN, row: int | None = None) -> str:
        """Write a text as text and give back what was written."""
        shown = cell_text(text)
        cell = self._cell(row or self.row, column)
        if shown:
            cell._value = shown
            cell.data_type = "s"
        cell._style = self.book.style(look, shown.startswith(_MAYBE_FORMULA))
        return shown

    def number(self, column: int, value: Decimal | int | None, look: Look) -> None:
        """A number as a number; a missing one as the sheet's mark for "not stated"."""
        if value is None:
            self.text(column, self.missing, replace(look, align="center"))
            return
        cell = self._cell(self.row, column)
        cell._value = value
        cell._style = self.book.style(look)

    def day(self, column: int, day: date | None, look: Look = PLAIN) -> None:
        """A date as a date, shown in the sheet's language."""
        if day is None:
            self.text(column, self.missing, look)
            return
        cell = self._cell(self.row, column)
        cell._value = day
        cell.data_type = "d"
        cell._style = self.book.style(replace(look, format=DAY[self.language]))

    def total(self, column: int, formula: str, value: Value, look: Look) -> str:
        """A formula (without ``=``) with the value it gives; returns the cell's address."""
        cell = self._cell(self.row, column)
        cell._value = "=" + formula
        cell.data_type = "f"
        cell._style = self.book.style(look)
        address = f"{get_column_letter(column)}{self.row}"
        self.values[address] = value
        return address

    def span(self, first: int, last: int, look: Look, rows: int = 1) -> None:
        """Merge cells of this row (and the next ``rows - 1``); the first one's text stays."""
        for row in range(self.row, self.row + rows):
            for column in range(first, last + 1):
                if (row, column) != (self.row, first):
                    self._cell(row, column)._style = self.book.style(look)
        if last > first or rows > 1:
            # openpyxl's own merge_cells computes a border for every edge cell, a third of the whole time
            self.sheet.merged_cells.add(f"{self.address(first)}:{self.address(last, self.row + rows - 1)}")

    def wide(self, first: int, last: int, text: str, look: Look = PLAIN) -> float:
        """A text over several columns; returns the height it needs, for `end_row`."""
        shown = self.text(first, text, look)
        self.span(first, last, look)
        return self.height(shown, self.width(first, last), look)

    def height(self, text: str, width: float, look: Look = PLAIN) -> float:
        """Points a text needs in that width."""
        scale = look.size / 10 * (1.08 if look.bold else 1)
        return lines_of(text, width / scale) * _LINE * look.size / 10 + 1

    def end_row(self, *heights: float) -> None:
        """Close the row at the tallest of the heights and go to the next."""
        if heights:
            height = min(round(max(heights), 1), TALLEST_ROW)
            self.sheet.row_dimensions[self.row].height = self._heights[self.row] = height
        self.row += 1

    def logos(self, kop: Letterhead, first: int) -> None:
        """The logos of a kop beside its lines, which began at row ``first`` and are the last ones written."""
        height = sum(self._heights.get(row, _LINE) for row in range(first, self.row))
        place_logos(self.sheet, kop, first, height, self._widths)

    def together(self, height: float) -> None:
        """Begin a new page here when the next ``height`` points would be torn apart by a page's end."""
        across, down = (_A4[1], _A4[0]) if self._landscape else _A4
        left, right = _SIDES[self._landscape]
        wide = sum(width * 7 + 5 for width in self._widths) * 0.75
        room = (down - 2 * _TOP) * 72 / min(1, (across - left - right) * 72 / wide)
        # a printer without Arial takes a wider letter, hence a smaller scale and a longer page
        if any(self._used(page) + height > page for page in (room, room * 1.12)):
            self.sheet.row_breaks.append(Break(id=self.row - 1))

    def _used(self, room: float) -> float:
        """Points taken on the page that the rows so far end on."""
        used, repeated = 0.0, self._heights.get(self._repeat or 0, 0)
        for row in range(1, self.row):
            here = self._heights.get(row, _LINE)
            used = used + here if used + here <= room else repeated + here
        return used

    def address(self, column: int, row: int | None = None) -> str:
        return f"{get_column_letter(column)}{row or self.row}"

    def reference(self, address: str) -> str:
        """How other sheets name a cell of this one."""
        return f"'{self.title}'!{address}"

    def repeat(self, row: int) -> None:
        """Show this row at the top of every page."""
        self._repeat = row
        self.sheet.print_title_rows = f"{row}:{row}"

    def page(self, *, header: str, footer: str) -> None:
        """A4, one page wide, margins, running header and footer. Call it last."""
        sheet: Any = self.sheet  # the stubs call page parts optional that are always there
        page_of = {"id": "Halaman &P dari &N", "en": "Page &P of &N"}[self.language]
        sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "landscape" if self._landscape else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = sheet.page_margins
        margins.left, margins.right = _SIDES[self._landscape]
        margins.top, margins.bottom, margins.header, margins.footer = _TOP, _TOP, 0.25, 0.25
        sheet.print_options.horizontalCentered = True
        sheet.oddHeader.right.text = header_text(header)
        sheet.oddFooter.left.text = header_text(footer)
        sheet.oddFooter.right.text = page_of
        sheet.print_area = f"A1:{get_column_letter(self.columns)}{self.row - 1}"
        sheet.sheet_view.showGridLines = False

    def running_mark(self, text: str) -> None:
        """A large word in the middle of the running header of every page."""
        header: Any = self.sheet.oddHeader
        header.center.text, header.center.size, header.center.font = text, 16, "Arial,Bold"

    def _cell(self, row: int, column: int) -> Cell:
        cells = self.sheet._cells
        cell = cells.get((row, column))
        if cell is None:
            cell = cells[row, column] = Cell(self.sheet, row=row, column=column)
        return cell  # type: ignore[return-value]


class Book:
    """A workbook in the making."""

    def __init__(self, title: str, author: str, dated: date) -> None:
        self.dated = dated
        self.sheets: list[Grid] = []
        self._workbook: Any = Workbook()
        self._workbook.remove(self._workbook.worksheets[0])
        self._workbook.properties.title = cell_text(title)[:255]
        self._workbook.properties.creator = cell_text(author)[:255]
        self._styles: dict[tuple[Look, bool], object] = {}
        base = Font(name=FONT, size=10)
        self._workbook._fonts = IndexedList([base])
        self._workbook._named_styles["Normal"].font = base
        self._maker = Cell(self._workbook.create_sheet(), row=1, column=1)
        self._workbook.remove(self._workbook.worksheets[0])

    def sheet(self, title: str, language: str, missing: str) -> Grid:
        """A new last sheet; ``missing`` is the mark for values nobody has filled in."""
        sheet = Grid(self, self._workbook.create_sheet(title), language, missing)
        self.sheets.append(sheet)
        return sheet

    def opens_at(self, grid: Grid) -> None:
        """Which sheet is seen first; the first one unless told."""
        self._workbook.active = self.sheets.index(grid)

    def style(self, look: Look, quoted: bool = False) -> object:
        """The shared style of a look; ``quoted`` adds Excel's mark "this is text"."""
        style = self._styles.get((look, quoted))
        if style is None:
            style = self._styles[look, quoted] = self._made(look, quoted)
        return style

    def save(self, path: Path) -> None:
        """Write everything to ``path``: same content, same bytes. Raises OSError."""
        save(self._workbook, {sheet.title: sheet.values for sheet in self.sheets}, self.dated, path)

    def _made(self, look: Look, quoted: bool) -> object:
        cell = self._maker
        cell.font = Font(
            name=FONT,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underline="single" if look.underline else None,
            color=look.color,
        )
        cell.fill = PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill()
        cell.border = _border(look.border)
        cell.alignment = Alignment(look.align, look.vertical, wrap_text=look.wrap)
        cell.number_format = look.format
        style = cell._style.__copy__()
        style.quotePrefix = int(quoted)
        return style


def _border(kind: str) -> Border:
    thin = Side("thin", color="808080")
    if kind == "thin":
        return Border(left=thin, right=thin, top=thin, bottom=thin)
    if kind == "under":
        return Border(bottom=Side("thin", color="000000"))
    if kind == "double":
        return Border(bottom=Side("double", color="000000"))
    return Border()
