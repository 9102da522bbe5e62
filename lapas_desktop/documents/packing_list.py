"""The Packing List: English, what stands in which package; no values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.blocks import Block, Facts, Gap, Grid, GridColumn, Look, Paper, Paragraph, Signatures
from lapas_desktop.documents.manifest_data import ExportManifest, Package
from lapas_desktop.documents.shipment_blocks import figure
from lapas_desktop.domain.wording import format_number, number_in_words

TITLE = "PACKING LIST"
_VOLUME_PLACES = 4


def packing_paper(manifest: ExportManifest) -> Paper:
    """The paper of a packing list, on its long side."""
    number = shared.number_of(manifest.packing_list, manifest)
    sheet = shared.sheet_of(manifest, "Packing List", number, "en", landscape=True)
    return Paper(sheet, tuple(_blocks(manifest, number)))


def _blocks(manifest: ExportManifest, number: str) -> Iterator[Block]:
    yield from shared.english_head(manifest, TITLE, number)
    yield Facts(_facts(manifest), label=0.37)
    yield Paragraph("Packages", Look.PART, keep=True)
    yield _packages(manifest)
    yield Gap(8)
    yield Facts(((("Total", _sums(manifest)),),), label=0.1, keep=True)
    yield Signatures((shared.NOBODY, shared.NOBODY, shared.english_signature(manifest)), across=3)


def _facts(manifest: ExportManifest) -> tuple[tuple[tuple[str, str], ...], ...]:
    named = [("Shipper", shared.seller(manifest))]
    named += [(role, one) for role in ("Buyer", "Consignee", "Notify party") if (one := shared.party(manifest, role))]
    parties = tuple((role, shared.english_party(one)) for role, one in named)
    references = (
        ("Packing list date", shared.english_day(manifest.packing_list.on) or shared.NOT_STATED),
        ("Invoice no.", manifest.invoice.number or shared.NOT_STATED),
        *shared.stated((("Invoice date", shared.english_day(manifest.invoice.on)),)),
        ("Shipment ref.", manifest.reference),
        *shared.stated((("Terms of delivery", shared.terms(manifest)),)),
        *shared.stated((("Shipping marks", "\n".join(manifest.marks)),)),
    )
    return parties, references, shared.route(manifest)


def _packages(manifest: ExportManifest) -> Grid:
    packages, marked = manifest.packages, any(package.marks for package in manifest.packages)
    columns = [
        GridColumn("Package nos.", 8),
        GridColumn("No. of pkgs", 6, figure=True),
        GridColumn("Kind", 7),
        *([GridColumn("Marks", 12)] if marked else []),
        GridColumn("Contents", 21),
        GridColumn("Qty each", 7, figure=True),
        GridColumn("Total qty", 8, figure=True),
        GridColumn("Unit", 6),
        GridColumn("L × W × H (cm)", 12),
        GridColumn("Net each (kg)", 8, figure=True),
        GridColumn("Gross each (kg)", 8, figure=True),
        GridColumn("Net weight (kg)", 9, figure=True),
        GridColumn("Gross weight (kg)", 9, figure=True),
        GridColumn("Volume (m³)", 8, figure=True),
    ]
    places = shared.quantity_places(packages), shared.weight_places(manifest)
    rows = [_row(package, places) for package in packages]
    totals = _totals(manifest, places)
    if not marked:
        rows, totals = [_without_marks(row) for row in rows], [_without_marks(row) for row in totals]
    return Grid(tuple(columns), tuple(rows), tuple(totals), small=True)


def _without_marks(row: tuple[str, ...]) -> tuple[str, ...]:
    return row[:3] + row[4:]


def _row(package: Package, places: tuple[int, int]) -> tuple[str, ...]:
    content = package.content_en or package.content or shared.NONE
    quantities = figure(package.quantity_each, "en", places[0]), figure(package.quantity, "en", places[0])
    if package.from_no is None and package.count is None:
        return ("", "", "", "", content, *quantities, package.unit_en, "", "", "", "", "", "")
    sides = [figure(side, "en") for side in (package.length, package.width, package.height)]
    weights = (package.net_each, package.gross_each, package.net, package.gross)
    return (
        shared.package_numbers(package),
        figure(package.count, "en"),
        package.kind_en,
        package.marks,
        content,
        *quantities,
        package.unit_en,
        " × ".join(sides),
        *(figure(weight, "en", places[1]) for weight in weights),
        figure(package.volume, "en", _VOLUME_PLACES),
    )


def _totals(manifest: ExportManifest, places: tuple[int, int]) -> list[tuple[str, ...]]:
    """One row a unit; packages, weights and volume stand in the first."""
    packed: dict[str, Decimal] = {}
    for package in manifest.packages:
        if package.quantity is not None:
            packed[package.unit_en] = packed.get(package.unit_en, Decimal(0)) + package.quantity
    totals, rows = manifest.totals, []
    for unit, quantity in packed.items() or [("", None)]:
        here = [format_number(quantity, "en", places[0]) if quantity is not None else "", unit]
        if rows:
            rows.append(("", "", "", "", "", "", *here, *[""] * 6))
            continue
        weights = [figure(weight, "en", places[1]) for weight in (totals.net_weight, totals.gross_weight)]
        volume = figure(totals.volume, "en", _VOLUME_PLACES)
        count = figure(totals.packages, "en")
        rows.append(("Total", count, "", "", "", "", *here, "", "", "", *weights, volume))
    return rows


def _sums(manifest: ExportManifest) -> str:
    totals, places = manifest.totals, shared.weight_places(manifest)
    if totals.packages is None:
        return "no packages yet"
    words = number_in_words(totals.packages, "en")
    weights = f"net {figure(totals.net_weight, 'en', places)} kg, gross {figure(totals.gross_weight, 'en', places)} kg"
    volume = figure(totals.volume, "en", _VOLUME_PLACES)
    return f"{figure(totals.packages, 'en')} ({words}) packages, {weights}, {volume} m³"
