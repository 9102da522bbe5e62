"""The Surat Jalan: what a vehicle carries, to whom; Indonesian, for deliveries at home and to the port alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.blocks import Block, Facts, Gap, Grid, GridColumn, Look, Paper, Paragraph, Signatures
from lapas_desktop.documents.manifest_data import ExportManifest, Package, Reference
from lapas_desktop.documents.shipment_blocks import LONG_BLANK, figure
from lapas_desktop.domain.wording import format_number

TITLE = "SURAT JALAN"
_RELEASED = "Dilepas oleh"


def delivery_note_paper(manifest: ExportManifest) -> Paper:
    """The paper of a delivery note."""
    return Paper(shared.sheet_of(manifest, "Surat Jalan", manifest.reference), tuple(_blocks(manifest)))


def _blocks(manifest: ExportManifest) -> Iterator[Block]:
    yield from shared.head(manifest, TITLE, f"Nomor: {manifest.reference}")
    yield Facts((_receiver(manifest), _journey(manifest)), label=0.3)
    yield Paragraph("Barang", Look.PART, keep=True)
    yield _goods(manifest)
    if manifest.packages:
        yield Paragraph("Kemasan", Look.PART, keep=True)
        yield _packages(manifest)
    yield Gap(6)
    text = f"Barang diterima lengkap dan dalam keadaan baik, kecuali: {LONG_BLANK}{LONG_BLANK}"
    yield Paragraph(text, Look.VALUE, keep=True)
    yield Signatures(_signers(manifest), across=3)


def _receiver(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    to, way = shared.receiver(manifest), manifest.transport
    final = ", ".join(filter(None, (way.port_of_discharge, way.destination)))
    return (
        ("Pengirim", manifest.office.name),
        ("Penerima", to.name if to else LONG_BLANK),
        ("Alamat", (to.address if to else "") or LONG_BLANK),
        *shared.stated((("Tujuan akhir", final if way.destination_code not in ("", "ID") else ""),)),
    )


def _journey(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    way, agreement = manifest.transport, manifest.agreement or Reference()
    day = way.shipped_on or way.released_on or way.planned_on
    container = " / segel ".join(filter(None, (way.container, way.seal)))
    return (
        ("Tanggal", shared.indonesian_day(day) or LONG_BLANK),
        ("Jenis", manifest.kind),
        ("Kendaraan", way.vehicle or LONG_BLANK),
        ("Pengemudi", way.driver or LONG_BLANK),
        *shared.stated((("Pengangkut", way.carrier), ("Kontainer", container), ("Perjanjian", agreement.number))),
    )


def _goods(manifest: ExportManifest) -> Grid:
    columns = (
        GridColumn("No.", 6, figure=True),
        GridColumn("Nama barang", 44),
        GridColumn("Jumlah", 14, figure=True),
        GridColumn("Satuan", 12),
        GridColumn("Keterangan", 24),
    )
    places = shared.quantity_places(manifest.lines)
    rows = tuple(
        (str(line.number), line.name, figure(line.quantity, "id", places), line.unit, "") for line in manifest.lines
    )
    totals = tuple(
        ("", "" if row else "Jumlah", format_number(unit.quantity, "id", places), unit.unit, "")
        for row, unit in enumerate(manifest.totals.quantities)
    )
    return Grid(columns, rows, totals, small=True)


def _packages(manifest: ExportManifest) -> Grid:
    columns = (
        GridColumn("No. kemasan", 13),
        GridColumn("Banyak", 10, figure=True),
        GridColumn("Jenis", 13),
        GridColumn("Isi", 36),
        GridColumn("Isi tiap kemasan", 13, figure=True),
        GridColumn("Berat kotor (kg)", 15, figure=True),
    )
    places = shared.places_of(one.quantity_each for one in manifest.packages), shared.weight_places(manifest)
    totals = manifest.totals
    gross, count = figure(totals.gross_weight, "id", places[1]), figure(totals.packages, "id")
    return Grid(
        columns,
        tuple(_row(package, places) for package in manifest.packages),
        (("Jumlah", count, "", "", "", gross),),
        small=True,
    )


def _row(package: Package, places: tuple[int, int]) -> tuple[str, ...]:
    further = package.from_no is None and package.count is None
    gross: Decimal | None = package.gross
    return (
        shared.package_numbers(package),
        "" if further else figure(package.count, "id"),
        package.kind,
        package.content or package.content_en or shared.NONE,
        figure(package.quantity_each, "id", places[0]),
        "" if further else figure(gross, "id", places[1]),
    )


def _signers(manifest: ExportManifest) -> tuple[shared.Signature, ...]:
    released = next((one for one in manifest.signatures if one.label == _RELEASED), None)
    below = tuple(filter(None, (released.title, released.identity))) if released else ()
    to = shared.receiver(manifest)
    return (
        shared.Signature(("Yang menyerahkan,",), "", released.name if released else LONG_BLANK, below),
        shared.Signature(("Pengemudi,",), "", manifest.transport.driver or LONG_BLANK),
        shared.Signature(("Yang menerima,", to.name if to else ""), "", LONG_BLANK),
    )
