"""The layer over openpyxl: text stays text, totals carry their value, equal content gives equal bytes."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lapas_desktop.documents.workbook import DAY, MONEY, Book, Grid, Look, cell_text, header_text, lines_of

DAY_OF_ISSUE = date(2026, 1, 19)


def book_with(grid_name: str = "Lembar") -> tuple[Book, Grid]:
    book = Book("Judul", "Lapas Contoh", DAY_OF_ISSUE)
    grid = book.sheet(grid_name, "id", "belum diisi")
    grid.widths((20, 20, 20), landscape=True)
    return book, grid


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "=1+1", "+cmd", "-2", "@SUM(A1)"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    book, grid = book_with()
    grid.text(1, text)
    book.save(tmp_path / "a.xlsx")
    cell = load_workbook(tmp_path / "a.xlsx")["Lembar"]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Jaring \x00\x07sabut ", "Jaring sabut"),
        ("PT <b>Maju & Jaya</b>", "PT <b>Maju & Jaya</b>"),
        ("\u202eabc\u200b", "abc"),
        ("شركة المثال", "شركة المثال"),
        ("a\ud800b", "ab"),
        ("_x0041_", "_x005F_x0041_"),
        ("baris 1\nbaris 2", "baris 1\nbaris 2"),
    ],
)
def test_what_a_cell_holds_of_a_text(typed: str, shown: str) -> None:
    assert cell_text(typed) == shown


@pytest.mark.parametrize("letter", ["a", "漢", "😀"])
def test_text_beyond_the_limit_ends_visibly(letter: str) -> None:
    text = cell_text(letter * 40_000)
    assert text.endswith("…")
    assert 32_766 <= len(text.encode("utf-16-le")) // 2 <= 32_767


def test_long_text_is_whole_up_to_the_limit() -> None:
    assert cell_text("a" * 32_767) == "a" * 32_767


def test_ampersand_in_a_page_header_is_no_code() -> None:
    assert header_text("Maju & Jaya &P\n2") == "Maju && Jaya &&P 2"
    assert header_text("x" * 500) == "x" * 69 + "…"


def test_numbers_dates_and_totals_are_typed(tmp_path: Path) -> None:
    book, grid = book_with()
    grid.number(1, Decimal("1234.5"), Look(format=MONEY))
    grid.day(2, DAY_OF_ISSUE)
    grid.number(3, None, Look())
    grid.end_row()
    grid.total(1, "SUM(A1:A1)", Decimal("1234.50"), Look(format=MONEY))
    grid.total(2, 'IF(A1>1,"a & b","c")', "a & b", Look())
    book.save(tmp_path / "a.xlsx")
    formulas = load_workbook(tmp_path / "a.xlsx")["Lembar"]
    values = load_workbook(tmp_path / "a.xlsx", data_only=True)["Lembar"]
    assert (formulas["A1"].value, formulas["A1"].number_format) == (1234.5, MONEY)
    assert (formulas["B1"].value, formulas["B1"].number_format) == (datetime(2026, 1, 19), DAY["id"])
    assert formulas["C1"].value == "belum diisi"
    assert (formulas["A2"].value, values["A2"].value) == ("=SUM(A1:A1)", 1234.5)
    assert (formulas["B2"].value, values["B2"].value) == ('=IF(A1>1,"a & b","c")', "a & b")


def test_same_content_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        book, grid = book_with()
        grid.text(1, "sama")
        book.save(tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_file_is_dated_by_its_paper(tmp_path: Path) -> None:
    book, _grid = book_with()
    book.save(tmp_path / "a.xlsx")
    properties = load_workbook(tmp_path / "a.xlsx").properties
    assert properties.created == properties.modified == datetime(2026, 1, 19)
    assert (properties.title, properties.creator) == ("Judul", "Lapas Contoh")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 19, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_styles_are_shared(tmp_path: Path) -> None:
    book, grid = book_with()
    for _row in range(200):
        grid.text(1, "x", Look(bold=True))
        grid.end_row()
    book.save(tmp_path / "a.xlsx")
    workbook = load_workbook(tmp_path / "a.xlsx")
    assert len(workbook._cell_styles) <= 3
    assert workbook["Lembar"]["A200"].font.bold


def test_page_set_up(tmp_path: Path) -> None:
    book, grid = book_with()
    grid.repeat(1)
    grid.text(1, "Judul kolom")
    grid.end_row()
    grid.page(header="Maju & Jaya", footer="Lapas")
    book.save(tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Lembar"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader.right.text == "Maju && Jaya"
    assert sheet.oddFooter.right.text == "Halaman &P dari &N"


def test_a_block_that_would_be_torn_begins_a_page() -> None:
    _book, grid = book_with()
    grid.together(100)
    assert not grid.sheet.row_breaks.brk
    for _row in range(10):
        grid.end_row(50)
    grid.together(100)
    assert [found.id for found in grid.sheet.row_breaks.brk] == [10]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("pendek", 20, 1),
        ("satu dua tiga empat lima", 13, 2),
        ("a\nb\nc", 20, 3),
        ("x" * 100, 21, 5),
        ("漢" * 20, 21, 2),
    ],
)
def test_lines_a_text_takes(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines
