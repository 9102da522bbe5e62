"""The sheet Manifes: the office's own paper, in Indonesian, with everything that is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from lapas_desktop.documents import manifest_blocks as blocks
from lapas_desktop.documents.manifest_blocks import Columns, Fact, Figure, cell_number
from lapas_desktop.documents.manifest_data import ExportManifest, GoodsLine, Reference
from lapas_desktop.documents.workbook import CELL, MONEY, RATE, WEIGHT, Book, Grid, Look
from lapas_desktop.domain.wording import format_number, format_weekday_date, money_in_words

NUMBER, CODE, NAME, HS, ORIGIN, QUANTITY, UNIT, PRICE, AMOUNT, NET, INMATES = range(1, 12)
_FACTS: Columns = (((1, 2), (3, 3)), ((4, 5), (6, 7)), ((8, 8), (9, 11)))
_PARTIES = ((1, 2), (3, 3), (4, 7), (8, 8), (9, 11))
_SIGNERS = ((1, 3), (4, 7), (8, 11))


@dataclass(frozen=True)
class Sums:
    """Where a sheet's totals stand and what they show; a sheet leaves out what it has not."""

    quantities: dict[str, tuple[str, Decimal]]
    packages: tuple[str, Decimal] | None = None
    net: tuple[str, Decimal] | None = None
    gross: tuple[str, Decimal] | None = None
    volume: tuple[str, Decimal] | None = None
    value: tuple[str, Decimal] | None = None


def goods_sheet(book: Book, manifest: ExportManifest) -> tuple[Grid, Sums]:
    """Write the sheet; returns where its totals stand."""
    grid = book.sheet("Manifes", "id", blocks.MISSING["id"])
    lines = manifest.lines
    grid.widths(
        (5, 16, 40, 13, 9, 13, 10,
         blocks.fitting([max((line.unit_price or 0 for line in lines), default=0)], 2, 15),
         blocks.fitting([line.amount for line in lines], 2, 17),
         blocks.fitting([line.net_weight for line in lines], 4, 14), 13),
        landscape=True,
    )  # fmt: skip
    blocks.letterhead(grid, manifest)
    blocks.marks(grid, manifest)
    blocks.title(grid, "MANIFES PENGIRIMAN", f"Nomor: {manifest.reference or grid.missing}", manifest.sequence)
    _facts(grid, manifest)
    blocks.heading(grid, "Para pihak")
    blocks.parties(grid, _PARTIES, manifest.parties)
    blocks.heading(grid, "Barang")
    sums = _lines(grid, manifest)
    _below(grid, manifest)
    blocks.signatures(grid, manifest, manifest.signatures, _SIGNERS)
    header, footer = f"Manifes {manifest.reference}", manifest.office.name
    grid.page(header=header, footer=footer)
    return grid, sums


def _paper(name: str, reference: Reference | None) -> list[Fact]:
    reference = reference or Reference()
    return [(f"Nomor {name}", reference.number), (f"Tanggal {name}", reference.on)]


def _facts(grid: Grid, manifest: ExportManifest) -> None:
    way, money = manifest.transport, manifest.money
    term = " ".join(filter(None, (way.incoterm, way.incoterm_place)))
    papers: list[Fact] = [
        *_paper("perjanjian", manifest.agreement),
        *_paper("invoice", manifest.invoice),
        *_paper("packing list", manifest.packing_list),
        *_paper("PEB", manifest.peb),
        *_paper("NPE", manifest.npe),
    ]
    route: list[Fact] = [
        ("Jenis", manifest.kind),
        ("Negara tujuan", way.destination),
        ("Cara angkut", way.mode),
        ("Pelabuhan muat", way.port_of_loading),
        ("Pelabuhan bongkar", way.port_of_discharge),
        ("Incoterm", term),
        ("Pengangkut", way.carrier),
        ("Kapal/penerbangan", way.vessel),
        ("B/L atau AWB", way.bill),
        ("Peti kemas", way.container),
    ]
    rest: list[Fact] = [
        ("Segel", way.seal),
        ("Rencana kirim", way.planned_on),
        ("Tgl. dilepas", way.released_on),
        ("Tgl. dikirim", way.shipped_on),
        ("Valuta", money.currency),
        ("Kurs (Rp)", Figure(money.rate, RATE)),
        ("Tgl. kurs", money.rate_on),
        ("Sumber kurs", money.rate_source),
    ]
    blocks.facts(grid, _FACTS, papers, route, rest)


def _lines(grid: Grid, manifest: ExportManifest) -> Sums:
    currency = manifest.money.currency or blocks.NO_FIGURE
    titles = (
        "No.", "Kode", "Nama barang / uraian ekspor", "Kode HS", "Asal", "Jumlah", "Satuan",
        f"Harga satuan ({currency})", f"Nilai ({currency})", "Berat bersih (kg)", "Dibuat warga binaan",
    )  # fmt: skip
    blocks.header_row(grid, titles)
    first = grid.row
    look = cell_number(blocks.quantity_format([line.quantity for line in manifest.lines]))
    for line in manifest.lines:
        _line(grid, line, look)
    if not manifest.lines:
        grid.end_row(grid.wide(1, grid.columns, "Belum ada barang", CELL))
    return _totals(grid, manifest, (first, grid.row - 1))


def _line(grid: Grid, line: GoodsLine, quantity: Look) -> None:
    missing = blocks.NO_FIGURE
    name = f"{line.name}\n{line.description_en}" if line.description_en else line.name
    grid.number(NUMBER, line.number, blocks.CENTRED)
    heights = [
        grid.height(grid.text(column, text or missing, look), grid.width(column, column))
        for column, text, look in (
            (CODE, line.code, CELL), (NAME, name, CELL), (HS, line.hs_code, blocks.CENTRED),
            (ORIGIN, line.origin, blocks.CENTRED), (UNIT, line.unit, blocks.CENTRED),
        )
    ]  # fmt: skip
    grid.number(QUANTITY, line.quantity, quantity)
    grid.number(PRICE, line.unit_price, _MONEY)
    product = f"{grid.address(QUANTITY)}*{grid.address(PRICE)}"
    blocks.restated(grid, AMOUNT, product, (line.quantity, line.unit_price), line.amount, _MONEY)
    grid.number(NET, line.net_weight, _WEIGHT)
    grid.number(INMATES, line.inmate_quantity, quantity)
    grid.end_row(*heights)


_MONEY, _WEIGHT = cell_number(MONEY), cell_number(WEIGHT)


def _totals(grid: Grid, manifest: ExportManifest, rows: tuple[int, int]) -> Sums:
    """One row a unit; value and weight stand in the first."""
    lines, quantities = manifest.lines, {}
    value = net = None
    for index, unit in enumerate(manifest.totals.quantities or (None,)):
        for column in range(1, INMATES + 1):
            grid.text(column, "", blocks.TOTAL)
        height = grid.wide(NUMBER, ORIGIN, "Jumlah" if index == 0 else "", blocks.TOTAL)
        if unit is not None:
            label = grid.text(UNIT, unit.unit or blocks.NO_FIGURE, blocks.TOTAL_CENTRED)
            height = max(height, grid.height(label, grid.width(UNIT, UNIT), blocks.TOTAL))
            pairs = [(line.unit, line.quantity) for line in lines]
            quantities[unit.unit] = blocks.unit_sum(grid, QUANTITY, UNIT, rows, pairs)
            if unit.inmate_quantity is not None:
                pairs = [(line.unit, line.inmate_quantity) for line in lines]
                blocks.unit_sum(grid, INMATES, UNIT, rows, pairs)
        if index == 0:
            look = replace(blocks.TOTAL_NUMBER, format=MONEY)
            value = blocks.column_sum(grid, AMOUNT, rows, [line.amount for line in lines], 2, look)
            look = replace(look, format=WEIGHT)
            net = blocks.column_sum(grid, NET, rows, [line.net_weight for line in lines], 4, look)
        grid.end_row(height)
    return Sums(quantities, net=net, value=value)


def _below(grid: Grid, manifest: ExportManifest) -> None:
    """Amount in words, what was packed, the ceremony."""
    totals, money, label, value = manifest.totals, manifest.money, (1, 2), (3, INMATES)
    grid.end_row(6)
    words = ""
    if totals.value is not None and money.currency:
        words = money_in_words(totals.value, money.currency)
    grid.end_row(grid.wide(*label, "Terbilang", blocks.LABEL), grid.wide(*value, words, _WORDS))
    packed = [
        f"{format_number(totals.packages)} koli" if totals.packages is not None else "",
        f"berat kotor {format_number(totals.gross_weight)} kg" if totals.gross_weight is not None else "",
        f"volume {format_number(totals.volume)} m³" if totals.volume is not None else "",
    ]
    text = ", ".join(filter(None, packed))
    grid.end_row(grid.wide(*label, "Kemasan", blocks.LABEL), grid.wide(*value, text or grid.missing))
    ceremony = manifest.ceremony
    if ceremony is None:
        return
    blocks.heading(grid, "Pelepasan")
    rows = [
        ("Acara", ceremony.name),
        ("Hari, tanggal", format_weekday_date(ceremony.on) if ceremony.on else ""),
        ("Tempat", ceremony.place),
        ("Hadir", "\n".join(ceremony.officials)),
    ]
    for name, text in rows:
        grid.end_row(grid.wide(*label, name, blocks.LABEL), grid.wide(*value, text or grid.missing))


_WORDS = Look(italic=True)
