"""The sheet Packing List: English, physical data only, no values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lapas_desktop.documents import manifest_blocks as blocks
from lapas_desktop.documents.manifest_blocks import Columns, Fact, cell_number
from lapas_desktop.documents.manifest_data import ExportManifest, Package
from lapas_desktop.documents.manifest_goods import Sums
from lapas_desktop.documents.shipment_blocks import number_of
from lapas_desktop.documents.workbook import CELL, QUANTITY, VOLUME, WEIGHT, WHOLE, Book, Grid, Look

(NUMBERS, COUNT, KIND, MARKS, CONTENT, EACH, TOTAL, UNIT, LENGTH, WIDTH, HEIGHT,
 NET_EACH, GROSS_EACH, NET, GROSS, CBM) = range(1, 17)  # fmt: skip
_FACTS: Columns = (((1, 2), (3, 5)), ((6, 8), (9, 16)))
_PARTIES = ((1, 3), (4, 5), (6, 11), (12, 13), (14, 16))
_TITLES = (
    "Package nos.", "No. of packages", "Kind", "Shipping marks", "Contents", "Quantity each", "Total quantity", "Unit",
    "L (cm)", "W (cm)", "H (cm)", "Net each (kg)", "Gross each (kg)", "Net weight (kg)", "Gross weight (kg)",
    "Volume (m³)",
)  # fmt: skip
_WHOLE, _WEIGHT, _VOLUME = cell_number(WHOLE), cell_number(WEIGHT), cell_number(VOLUME)
_LENGTH = cell_number(QUANTITY.replace("####", "##"))
_CM3_TO_M3 = Decimal("0.000001")


def packing_sheet(book: Book, manifest: ExportManifest) -> tuple[Grid, Sums]:
    """Write the sheet; returns where its totals stand."""
    grid = book.sheet("Packing List", "en", blocks.MISSING["en"])
    packages = manifest.packages
    net = blocks.fitting([package.net for package in packages], 4, 13)
    gross = blocks.fitting([package.gross for package in packages], 4, 13)
    grid.widths((10, 10, 10, 18, 28, 10, 11, 9, 7, 7, 7, 12, 12, net, gross, 10), landscape=True)
    blocks.marks(grid, manifest)
    number = number_of(manifest.packing_list, manifest)
    blocks.title(grid, "PACKING LIST", f"No. {number}")
    blocks.parties(grid, _PARTIES, manifest.parties)
    grid.end_row(8)
    _facts(grid, manifest)
    blocks.heading(grid, "Packages")
    sums = _packages(grid, manifest)
    grid.page(header=f"Packing List {number}", footer=manifest.reference)
    return grid, sums


def _facts(grid: Grid, manifest: ExportManifest) -> None:
    way = manifest.transport
    left: list[Fact] = [
        ("Packing list date", manifest.packing_list.on),
        ("Invoice no.", manifest.invoice.number),
        ("Invoice date", manifest.invoice.on),
        ("Shipment ref.", manifest.reference),
        ("Terms of delivery", " ".join(filter(None, (way.incoterm, way.incoterm_place)))),
        ("Container no.", way.container),
        ("Seal no.", way.seal),
    ]
    right: list[Fact] = [
        ("Port of loading", way.port_of_loading),
        ("Port of discharge", way.port_of_discharge),
        ("Destination", way.destination_en),
        ("Mode of transport", way.mode_en),
        ("Carrier", way.carrier),
        ("Vessel / flight", way.vessel),
        ("B/L or AWB no.", way.bill),
    ]
    blocks.facts(grid, _FACTS, left, right)


def _packages(grid: Grid, manifest: ExportManifest) -> Sums:
    blocks.header_row(grid, _TITLES)
    first = grid.row
    packages = manifest.packages
    look = cell_number(blocks.quantity_format([v for p in packages for v in (p.quantity, p.quantity_each)]))
    for package in packages:
        _package(grid, package, look)
    if not packages:
        grid.end_row(grid.wide(1, grid.columns, "No packages yet", CELL))
    return _totals(grid, manifest, (first, grid.row - 1))


def _package(grid: Grid, package: Package, quantity: Look) -> None:
    further = package.from_no is None and package.count is None
    numbers = f"{package.from_no}" if package.from_no is not None else ""
    if package.to_no is not None and package.to_no != package.from_no:
        numbers += f"–{package.to_no}"
    missing = "" if further else blocks.NO_FIGURE
    heights = [
        grid.height(grid.text(column, text or missing, look), grid.width(column, column))
        for column, text, look in (
            (NUMBERS, numbers, blocks.CENTRED), (KIND, package.kind_en, blocks.CENTRED),
            (MARKS, package.marks, CELL), (CONTENT, package.content_en or blocks.NO_FIGURE, CELL),
            (UNIT, package.unit_en or blocks.NO_FIGURE, blocks.CENTRED),
        )
    ]  # fmt: skip
    grid.number(EACH, package.quantity_each, quantity)
    if further:
        grid.number(TOTAL, package.quantity, quantity)
        for column in (COUNT, *range(LENGTH, CBM + 1)):
            grid.text(column, "", CELL)
    else:
        _measures(grid, package, quantity)
    grid.end_row(*heights)


def _measures(grid: Grid, package: Package, quantity: Look) -> None:
    count, sides = package.count, (package.length, package.width, package.height)
    grid.number(COUNT, count, _WHOLE)
    for column, side in zip((LENGTH, WIDTH, HEIGHT), sides, strict=True):
        grid.number(column, side, _LENGTH)
    grid.number(NET_EACH, package.net_each, _WEIGHT)
    grid.number(GROSS_EACH, package.gross_each, _WEIGHT)
    times = f"{grid.address(COUNT)}*"
    each = ((EACH, TOTAL, package.quantity_each, package.quantity, quantity),
            (NET_EACH, NET, package.net_each, package.net, _WEIGHT),
            (GROSS_EACH, GROSS, package.gross_each, package.gross, _WEIGHT))  # fmt: skip
    for source, column, one, all_of_them, look in each:
        blocks.restated(grid, column, times + grid.address(source), (count, one), all_of_them, look)
    volume = f"{times}{grid.address(LENGTH)}*{grid.address(WIDTH)}*{grid.address(HEIGHT)}/1000000"
    blocks.restated(grid, CBM, volume, (count, *sides, _CM3_TO_M3), package.volume, _VOLUME)


def _totals(grid: Grid, manifest: ExportManifest, rows: tuple[int, int]) -> Sums:
    packages, quantities = manifest.packages, {}
    sums: dict[str, tuple[str, Decimal]] = {}
    for index, unit in enumerate(manifest.totals.quantities or (None,)):
        for column in range(1, CBM + 1):
            grid.text(column, "", blocks.TOTAL)
        height = grid.height(grid.text(NUMBERS, "Total" if index == 0 else "", blocks.TOTAL), 10)
        if unit is not None:
            label = grid.text(UNIT, unit.unit_en or blocks.NO_FIGURE, blocks.TOTAL_CENTRED)
            height = max(height, grid.height(label, grid.width(UNIT, UNIT), blocks.TOTAL))
            pairs = [(package.unit_en, package.quantity) for package in packages]
            quantities[unit.unit] = blocks.unit_sum(grid, TOTAL, UNIT, rows, pairs)
        if index == 0:
            for name, column, places, form, values in (
                ("packages", COUNT, 0, WHOLE, [package.count for package in packages]),
                ("net", NET, 4, WEIGHT, [package.net for package in packages]),
                ("gross", GROSS, 4, WEIGHT, [package.gross for package in packages]),
                ("volume", CBM, 4, VOLUME, [package.volume for package in packages]),
            ):
                look = replace(blocks.TOTAL_NUMBER, format=form)
                sums[name] = blocks.column_sum(grid, column, rows, values, places, look)
        grid.end_row(height)
    return Sums(quantities, **sums)
