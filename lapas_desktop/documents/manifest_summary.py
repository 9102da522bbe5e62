"""The sheet Ringkasan: what was sent in a few lines, and proof that the other sheets agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from lapas_desktop.documents import manifest_blocks as blocks
from lapas_desktop.documents.manifest_blocks import Columns, Fact, Figure, cell_number
from lapas_desktop.documents.manifest_data import ExportManifest, Reference
from lapas_desktop.documents.manifest_goods import Sums
from lapas_desktop.documents.workbook import CELL, MONEY, RATE, VOLUME, WEIGHT, WHOLE, Book, Grid, Look
from lapas_desktop.domain.wording import money_in_words

LABEL, RECORDED, GOODS, INVOICE, PACKING, RESULT = range(1, 7)
AGREES, DIFFERS = "sesuai", "TIDAK SESUAI"
_FACTS: Columns = (((1, 1), (2, 3)), ((4, 4), (5, 6)))
_NOT_THERE = replace(CELL, align="center", color="808080")
_WORDS = Look(italic=True)

Total = tuple[str, Decimal]


@dataclass(frozen=True)
class _Check:
    """One total, as recorded and as each sheet gives it; None where a sheet does not tell it."""

    label: str
    recorded: Decimal | int | None
    totals: tuple[Total | None, Total | None, Total | None]
    format: str
    places: int


def summary_sheet(book: Book, manifest: ExportManifest, grids: tuple[Grid, ...], sums: tuple[Sums, ...]) -> None:
    """Write the sheet from the totals of Manifes, Commercial Invoice and Packing List, in that order."""
    grid = book.sheet("Ringkasan", "id", blocks.MISSING["id"])
    figures = [manifest.totals.value, manifest.money.rupiah_value]
    width = max(blocks.fitting([figure], 2, 19.5) for figure in figures)
    grid.widths((29, width, width, width, width, 17), landscape=False)
    blocks.letterhead(grid, manifest)
    blocks.marks(grid, manifest)
    blocks.title(grid, "RINGKASAN PENGIRIMAN", f"Nomor: {manifest.reference or grid.missing}", manifest.sequence)
    _facts(grid, manifest)
    blocks.heading(grid, "Jumlah pada ketiga lembar")
    blocks.header_row(grid, ("Uraian", "Tercatat", "Manifes", "Commercial Invoice", "Packing List", "Hasil"))
    value_cell = ""
    for check in _checks(manifest, sums):
        value_cell = _check_row(grid, check, grids)
    _value(grid, manifest, value_cell)
    _warnings(grid, manifest)
    header, footer = f"Ringkasan {manifest.reference}", manifest.office.name
    grid.page(header=header, footer=footer)


def _facts(grid: Grid, manifest: ExportManifest) -> None:
    way, agreement = manifest.transport, manifest.agreement or Reference()
    left: list[Fact] = [
        ("Jenis", manifest.kind),
        ("Negara tujuan", way.destination),
        ("Nomor perjanjian", agreement.number),
        ("Tanggal perjanjian", agreement.on),
        ("Incoterm", " ".join(filter(None, (way.incoterm, way.incoterm_place)))),
    ]
    right: list[Fact] = [
        ("Tanggal dilepas", way.released_on),
        ("Tanggal dikirim", way.shipped_on),
        ("Nomor invoice", manifest.invoice.number),
        ("Nomor packing list", manifest.packing_list.number),
        ("Nomor PEB", manifest.peb.number),
    ]
    blocks.facts(grid, _FACTS, left, right)
    for party in manifest.parties:
        named = grid.wide(RECORDED, RESULT, party.name or grid.missing)
        grid.end_row(grid.wide(LABEL, LABEL, party.role, blocks.LABEL), named)


def _checks(manifest: ExportManifest, sums: tuple[Sums, ...]) -> list[_Check]:
    """The value comes last: the amount in words stands right under it."""
    goods, invoice, packing = sums
    totals, currency = manifest.totals, manifest.money.currency or blocks.NO_FIGURE
    units = [
        _Check(
            f"Jumlah barang ({unit.unit})",
            unit.quantity,
            (goods.quantities[unit.unit], invoice.quantities[unit.unit], packing.quantities[unit.unit]),
            blocks.quantity_format([unit.quantity]),
            4,
        )
        for unit in totals.quantities
    ]
    return [
        *units,
        _Check("Kemasan (koli)", totals.packages, (None, None, packing.packages), WHOLE, 0),
        _Check("Berat bersih (kg)", totals.net_weight, (goods.net, None, packing.net), WEIGHT, 4),
        _Check("Berat kotor (kg)", totals.gross_weight, (None, None, packing.gross), WEIGHT, 4),
        _Check("Volume (m³)", totals.volume, (None, None, packing.volume), VOLUME, 4),
        _Check(f"Nilai ({currency})", totals.value, (goods.value, invoice.value, None), MONEY, 2),
    ]


def _check_row(grid: Grid, check: _Check, grids: tuple[Grid, ...]) -> str:
    """Returns the cell of the recorded figure, or "" when nothing is recorded."""
    height = grid.height(grid.text(LABEL, check.label, CELL), grid.width(1, 1))
    look = cell_number(check.format)
    grid.number(RECORDED, check.recorded, look)
    recorded = grid.address(RECORDED)
    tests, agree = [], True
    for column, total, source in zip((GOODS, INVOICE, PACKING), check.totals, grids, strict=True):
        if total is None:
            grid.text(column, blocks.NO_FIGURE, _NOT_THERE)
            continue
        there, value = total
        here = grid.total(column, source.reference(there), value, look)
        tests.append(f"ROUND({here}-{recorded},{check.places})=0")
        agree = agree and check.recorded is not None and round(value - check.recorded, check.places) == 0
    if check.recorded is None:
        grid.text(RESULT, grid.missing, blocks.CENTRED)
    else:
        formula = f'IF(AND({",".join(tests)}),"{AGREES}","{DIFFERS}")'
        grid.total(RESULT, formula, AGREES if agree else DIFFERS, replace(blocks.CENTRED, bold=True))
    grid.end_row(height)
    return recorded if check.recorded is not None else ""


def _value(grid: Grid, manifest: ExportManifest, value_cell: str) -> None:
    """Amount in words, the exchange rate and the amount in rupiah."""
    money, value = manifest.money, manifest.totals.value
    grid.end_row(6)
    words = money_in_words(value, money.currency) if value is not None and money.currency else ""
    grid.end_row(grid.wide(1, 1, "Terbilang", blocks.LABEL), grid.wide(2, RESULT, words or grid.missing, _WORDS))
    if money.currency == "IDR":
        return
    rate_row = grid.address(RECORDED)
    rate: list[Fact] = [("Kurs (Rp)", Figure(money.rate, RATE))]
    blocks.facts(grid, _FACTS, rate, [("Tanggal kurs", money.rate_on)])
    grid.end_row(grid.wide(1, 1, "Sumber kurs", blocks.LABEL), grid.wide(2, RESULT, money.rate_source))
    grid.wide(1, 1, "Nilai dalam rupiah", blocks.LABEL)
    look = Look(format=MONEY, bold=True, wrap=False)
    inputs = (value, money.rate) if value_cell else (None,)
    blocks.restated(grid, RECORDED, f"{value_cell}*{rate_row}", inputs, money.rupiah_value, look)
    grid.span(2, 3, look)
    grid.end_row()
    if money.rupiah_value is not None:
        words = money_in_words(money.rupiah_value)
        grid.end_row(grid.wide(1, 1, "Terbilang", blocks.LABEL), grid.wide(2, RESULT, words, _WORDS))


def _warnings(grid: Grid, manifest: ExportManifest) -> None:
    blocks.heading(grid, "Catatan pemeriksaan")
    for index, warning in enumerate(manifest.warnings, 1):
        grid.end_row(grid.wide(1, grid.columns, f"{index}. {warning}"))
    if not manifest.warnings:
        grid.end_row(grid.wide(1, grid.columns, "Tidak ada catatan."))
