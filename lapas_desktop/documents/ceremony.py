"""The sheet "Pelepasan Ekspor" for those who speak and write at the ceremony, with a draft press release.

Only what is known is told; what is missing says "(diisi)". Heads are counted, no inmate is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.blocks import Block, Facts, Gap, Grid, GridColumn, Look, NewPage, Paper, Paragraph
from lapas_desktop.documents.ceremony_words import (
    dated,
    export_ordinal,
    goods_words,
    headline,
    release_paragraphs,
    value_words,
    work_words,
)
from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.documents.shipment_blocks import OPEN, figure
from lapas_desktop.domain.wording import money_in_words

TITLE = "PELEPASAN EKSPOR"


def ceremony_paper(manifest: ExportManifest) -> Paper:
    """The paper of a ceremony: facts first, the draft press release on a page of its own."""
    return Paper(shared.sheet_of(manifest, "Pelepasan Ekspor", manifest.reference), tuple(_blocks(manifest)))


def _blocks(manifest: ExportManifest) -> Iterator[Block]:
    ceremony = manifest.ceremony
    yield from shared.head(manifest, TITLE, f"Pengiriman Nomor: {manifest.reference}", export_ordinal(manifest))
    for title, facts in (("Acara", _event(manifest)), ("Barang", _goods(manifest)), ("Pembuatan", _made(manifest))):
        yield Paragraph(title, Look.PART, keep=True)
        yield Facts((facts,), label=0.26)
    yield Paragraph("Mitra", Look.PART, keep=True)
    yield _partners(manifest)
    yield Gap(4)
    lists = (
        ("Pejabat dan tamu yang hadir", ceremony.officials if ceremony else ()),
        ("Produsen lain dalam pelepasan ini", manifest.other_producers),
    )
    for title, names in lists:
        yield Paragraph(title, Look.PART, keep=True)
        for name in names or (OPEN,):
            yield Paragraph(name, Look.VALUE)
    yield from _release(manifest)


def _event(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    ceremony, way = manifest.ceremony, manifest.transport
    return (
        ("Nama acara", ceremony.name if ceremony else OPEN),
        ("Hari, tanggal", dated(ceremony.on) if ceremony and ceremony.on else OPEN),
        ("Tempat", (ceremony.place if ceremony else "") or OPEN),
        ("Ekspor perdana", "ya" if manifest.first_export else "tidak"),
        ("Negara tujuan", way.destination or OPEN),
        ("Jalan", " – ".join(filter(None, (way.port_of_loading, way.port_of_discharge))) or OPEN),
    )


def _goods(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    totals, cash = manifest.totals, manifest.money
    places = shared.weight_places(manifest)
    packed = f"{figure(totals.packages, 'id')} kemasan" if totals.packages is not None else OPEN
    weights = (
        f"bersih {figure(totals.net_weight, 'id', places)} kg, kotor {figure(totals.gross_weight, 'id', places)} kg"
    )
    words = money_in_words(cash.rupiah_value) if cash.rupiah_value is not None else OPEN
    return (
        ("Barang", "\n".join(goods_words(manifest)) or OPEN),
        ("Kemasan", packed),
        ("Berat", weights),
        ("Nilai", value_words(manifest) or OPEN),
        ("Terbilang (rupiah)", words),
    )


def _made(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    share = [
        f"{figure(unit.inmate_quantity, 'id')} dari {figure(unit.quantity, 'id')} {unit.unit}"
        for unit in manifest.totals.quantities
        if unit.inmate_quantity is not None
    ]
    works = [work_words(work) for work in manifest.works]
    return (("Buatan warga binaan", ", ".join(share) or OPEN), ("Dikerjakan", "\n".join(works) or OPEN))


def _partners(manifest: ExportManifest) -> Grid:
    columns = (GridColumn("Peran", 26), GridColumn("Nama", 42), GridColumn("Negara", 32))
    rows = tuple((one.role, one.name, one.country) for one in manifest.parties)
    return Grid(columns, rows, small=True)


def _release(manifest: ExportManifest) -> Iterator[Block]:
    yield NewPage()
    yield Paragraph("KONSEP SIARAN PERS", Look.NOTICE, keep=True)
    yield Paragraph(headline(manifest), Look.TITLE, keep=True)
    yield Gap(8)
    yield from (Paragraph(text) for text in release_paragraphs(manifest))
