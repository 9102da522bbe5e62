"""The sheet Commercial Invoice: English, values."""

from __future__ import annotations

from dataclasses import replace

from lapas_desktop.documents import manifest_blocks as blocks
from lapas_desktop.documents.manifest_blocks import Columns, Fact, Figure, cell_number
from lapas_desktop.documents.manifest_data import ExportManifest, GoodsLine
from lapas_desktop.documents.manifest_goods import Sums
from lapas_desktop.documents.shipment_blocks import contract, number_of
from lapas_desktop.documents.workbook import CELL, MONEY, WEIGHT, WHOLE, Book, Grid, Look
from lapas_desktop.domain.wording import money_in_words

NUMBER, CODE, NAME, HS, ORIGIN, QUANTITY, UNIT, PRICE, AMOUNT = range(1, 10)
_FACTS: Columns = (((1, 2), (3, 4)), ((5, 6), (7, 9)))
_PARTIES = ((1, 2), (3, 3), (4, 6), (7, 7), (8, 9))
_SIGNERS = ((1, 3), (4, 6), (7, 9))
_MONEY = cell_number(MONEY)


def invoice_sheet(book: Book, manifest: ExportManifest) -> tuple[Grid, Sums]:
    """Write the sheet; returns where its totals stand."""
    grid = book.sheet("Commercial Invoice", "en", blocks.MISSING["en"])
    lines = manifest.lines
    grid.widths(
        (5, 14, 38, 14, 11, 13, 11,
         blocks.fitting([max((line.unit_price or 0 for line in lines), default=0)], 2, 15),
         blocks.fitting([line.amount for line in lines], 2, 17)),
        landscape=False,
    )  # fmt: skip
    blocks.marks(grid, manifest)
    number = number_of(manifest.invoice, manifest)
    blocks.title(grid, "COMMERCIAL INVOICE", f"No. {number}")
    blocks.parties(grid, _PARTIES, manifest.parties)
    grid.end_row(8)
    _facts(grid, manifest)
    blocks.heading(grid, "Goods")
    sums = _lines(grid, manifest)
    _below(grid, manifest)
    blocks.signatures(grid, manifest, manifest.invoice_signatures, _SIGNERS)
    grid.page(header=f"Commercial Invoice {number}", footer=manifest.reference)
    return grid, sums


def _facts(grid: Grid, manifest: ExportManifest) -> None:
    way, agreement = manifest.transport, contract(manifest)
    left: list[Fact] = [
        ("Invoice date", manifest.invoice.on),
        ("Packing list no.", manifest.packing_list.number),
        ("Packing list date", manifest.packing_list.on),
        ("Contract no.", agreement.number),
        ("Contract date", agreement.on),
        ("Shipment ref.", manifest.reference),
        ("Terms of delivery", " ".join(filter(None, (way.incoterm, way.incoterm_place)))),
        ("Currency", manifest.money.currency),
    ]
    right: list[Fact] = [
        ("Port of loading", way.port_of_loading),
        ("Port of discharge", way.port_of_discharge),
        ("Destination", way.destination_en),
        ("Mode of transport", way.mode_en),
        ("Carrier", way.carrier),
        ("Vessel / flight", way.vessel),
        ("B/L or AWB no.", way.bill),
        ("Container / seal", " / ".join(filter(None, (way.container, way.seal)))),
    ]
    blocks.facts(grid, _FACTS, left, right)


def _lines(grid: Grid, manifest: ExportManifest) -> Sums:
    currency = manifest.money.currency or blocks.NO_FIGURE
    titles = (
        "No.", "Code", "Description of goods", "HS code", "Origin", "Quantity", "Unit",
        f"Unit price ({currency})", f"Amount ({currency})",
    )  # fmt: skip
    blocks.header_row(grid, titles)
    first = grid.row
    look = cell_number(blocks.quantity_format([line.quantity for line in manifest.lines]))
    for line in manifest.lines:
        _line(grid, line, look)
    if not manifest.lines:
        grid.end_row(grid.wide(1, grid.columns, "No goods yet", CELL))
    return _totals(grid, manifest, (first, grid.row - 1))


def _line(grid: Grid, line: GoodsLine, quantity: Look) -> None:
    grid.number(NUMBER, line.number, blocks.CENTRED)
    heights = [
        grid.height(grid.text(column, text or blocks.NO_FIGURE, look), grid.width(column, column))
        for column, text, look in (
            (CODE, line.code, CELL), (NAME, line.description_en, CELL), (HS, line.hs_code, blocks.CENTRED),
            (ORIGIN, line.origin, blocks.CENTRED), (UNIT, line.unit_en, blocks.CENTRED),
        )
    ]  # fmt: skip
    grid.number(QUANTITY, line.quantity, quantity)
    grid.number(PRICE, line.unit_price, _MONEY)
    product = f"{grid.address(QUANTITY)}*{grid.address(PRICE)}"
    blocks.restated(grid, AMOUNT, product, (line.quantity, line.unit_price), line.amount, _MONEY)
    grid.end_row(*heights)


def _totals(grid: Grid, manifest: ExportManifest, rows: tuple[int, int]) -> Sums:
    lines, quantities, value = manifest.lines, {}, None
    for index, unit in enumerate(manifest.totals.quantities or (None,)):
        for column in range(1, AMOUNT + 1):
            grid.text(column, "", blocks.TOTAL)
        height = grid.wide(NUMBER, ORIGIN, "Total" if index == 0 else "", blocks.TOTAL)
        if unit is not None:
            label = grid.text(UNIT, unit.unit_en or blocks.NO_FIGURE, blocks.TOTAL_CENTRED)
            height = max(height, grid.height(label, grid.width(UNIT, UNIT), blocks.TOTAL))
            pairs = [(line.unit_en, line.quantity) for line in lines]
            quantities[unit.unit] = blocks.unit_sum(grid, QUANTITY, UNIT, rows, pairs)
        if index == 0:
            look = replace(blocks.TOTAL_NUMBER, format=MONEY)
            value = blocks.column_sum(grid, AMOUNT, rows, [line.amount for line in lines], 2, look)
        grid.end_row(height)
    return Sums(quantities, value=value)


def _below(grid: Grid, manifest: ExportManifest) -> None:
    money, value = manifest.money, manifest.totals.value
    words = ""
    if value is not None and money.currency:
        words = money_in_words(value, money.currency, "en")
    grid.end_row(6)
    said = words[:1].upper() + words[1:]
    grid.end_row(grid.wide(1, 2, "Amount in words", blocks.LABEL), grid.wide(3, AMOUNT, said, Look(italic=True)))
    weights: list[Fact] = [
        ("Packages", Figure(manifest.totals.packages, WHOLE)),
        ("Net weight (kg)", Figure(manifest.totals.net_weight, WEIGHT)),
        ("Gross weight (kg)", Figure(manifest.totals.gross_weight, WEIGHT)),
    ]
    charges: list[Fact] = [
        (f"{name} ({money.currency})" if money.currency else name, Figure(amount))
        for name, amount in (("FOB value", money.fob), ("Freight", money.freight), ("Insurance", money.insurance))
    ]
    blocks.facts(grid, _FACTS, weights, charges)
