"""KONSEP for CEISA 4.0: a workbook with the sheets of the upload, for the exporter or broker to complete.

Text stays text (codes keep their zeros, dates are ``2026-01-19``), figures are figures. The last sheet, BELUM LENGKAP,
names what is missing; it is no part of an upload.
"""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from lapas_desktop.documents import manifest_blocks as blocks
from lapas_desktop.documents.ceisa_columns import SHEETS, columns_of, gaps_of
from lapas_desktop.documents.ceisa_rows import ASSUMED, Draft, Values, draft_of
from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.documents.output import published
from lapas_desktop.documents.workbook import CELL, MONEY, NUMBER, QUANTITY, RATE, VOLUME, WEIGHT, Book, Grid, cell_text

MISSING_SHEET = "BELUM LENGKAP"
_FORMATS = {
    "FREIGHT": MONEY, "FOB": MONEY, "HARGA SATUAN": MONEY, "NDPBM": RATE, "BRUTO": WEIGHT, "NETTO": WEIGHT,
    "VOLUME": VOLUME,
}  # fmt: skip
_WIDEST = 60
_PAGE = 150  # digits across a page that is still read
_HEADER = replace(blocks.HEADER, wrap=False)


def build_ceisa(manifest: ExportManifest, path: Path | str) -> None:
    """Writes the workbook, whole or not at all; the same manifest gives the same bytes."""
    draft = draft_of(manifest)
    book = Book(f"KONSEP CEISA 4.0 {manifest.reference}", manifest.office.name, manifest.dated)
    for sheet in SHEETS:
        _sheet(book, manifest, sheet, draft.rows.get(sheet, []))
    _missing(book, manifest, draft)
    with published(path) as temporary:
        book.save(temporary)


def _sheet(book: Book, manifest: ExportManifest, name: str, rows: list[Values]) -> None:
    grid, columns = book.sheet(name, "id", ""), columns_of(name)
    if not columns:
        return
    grid.widths([_width(column, rows) for column in columns], landscape=True)
    for number, column in enumerate(columns, 1):
        grid.text(number, column, _HEADER)
    grid.end_row(14)
    for row in rows:
        heights = [13.75]
        for number, column in enumerate(columns, 1):
            value = row.get(column)
            if isinstance(value, Decimal):
                grid.number(number, value, replace(NUMBER, format=_number_format(column, value)))
            elif isinstance(value, int):
                grid.number(number, value, NUMBER)
            else:
                heights.append(grid.height(grid.text(number, value or "", CELL), grid.width(number, number), CELL))
        grid.end_row(*heights)
    _mark(grid, manifest)
    grid.page(header=f"{name} {manifest.reference}", footer="Konsep untuk eksportir atau PPJK, bukan dokumen pabean")
    grid.sheet.page_setup.fitToWidth = math.ceil(grid.width(1, grid.columns) / _PAGE)
    grid.sheet.print_title_cols = "A:A"


def _number_format(column: str, value: Decimal) -> str:
    if column == "JUMLAH SATUAN":
        return blocks.quantity_format([value])
    return _FORMATS.get(column, QUANTITY)


def _width(column: str, rows: list[Values]) -> float:
    """Room for the heading and the widest value; a long text breaks instead."""
    longest = max((_length(row.get(column)) for row in rows), default=0)
    return max(len(column) * 1.3 + 2, min(longest * 1.15 + 2, _WIDEST))


def _length(value: object) -> int:
    return len(f"{value:,.4f}") if isinstance(value, Decimal) else len(cell_text(str(value or "")))


def _mark(grid: Grid, manifest: ExportManifest) -> None:
    words = ["BATAL"] * manifest.is_void + ["KONSEP"] + ["CONTOH"] * manifest.is_sample
    grid.running_mark(" · ".join(words))


def _missing(book: Book, manifest: ExportManifest, draft: Draft) -> None:
    """What is missing and what was assumed. The workbook opens here."""
    grid = book.sheet(MISSING_SHEET, "id", blocks.MISSING["id"])
    grid.widths((6, 16, 8, 28, 62), landscape=False)
    grid.end_row(grid.wide(1, grid.columns, "KONSEP – bukan dokumen pabean", blocks.MARK))
    blocks.marks(grid, manifest)
    blocks.title(grid, "YANG BELUM LENGKAP UNTUK CEISA 4.0", f"Pengiriman {manifest.reference}")
    note = (
        "Buku kerja ini membantu eksportir atau PPJK mengisi PEB di CEISA 4.0. Periksa setiap kode. "
        "Hapus lembar ini sebelum diunggah."
    )
    grid.end_row(grid.wide(1, grid.columns, note))
    grid.end_row(6)
    blocks.header_row(grid, ("No.", "Lembar", "Baris", "Kolom", "Yang perlu dilakukan"))
    gaps = list(gaps_of(draft))
    for number, gap in enumerate(gaps, 1):
        place = f"{gap.row}" if gap.row else blocks.NO_FIGURE
        cells = [
            grid.height(grid.text(column, text, look), grid.width(column, column), look)
            for column, text, look in (
                (1, f"{number}", blocks.CENTRED), (2, gap.sheet, CELL), (3, place, blocks.CENTRED),
                (4, gap.column, CELL), (5, gap.advice, CELL),
            )
        ]  # fmt: skip
        grid.end_row(*cells)
    if not gaps:
        grid.end_row(grid.wide(1, grid.columns, "Semua kolom wajib terisi.", CELL))
    blocks.heading(grid, "Diisi dengan nilai yang lazim, ubah bila lain")
    for text in ASSUMED:
        grid.end_row(grid.wide(1, grid.columns, f"• {text}"))
    _mark(grid, manifest)
    grid.page(header=f"{MISSING_SHEET} {manifest.reference}", footer=manifest.office.name)
    book.opens_at(grid)
