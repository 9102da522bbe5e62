"""The check-list of a shipment's documents: own papers and those of others, how far each is, what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.blocks import Block, Facts, Gap, Grid, GridColumn, Look, Mark, Paper, Paragraph
from lapas_desktop.documents.manifest_data import ExportManifest, OtherPaper
from lapas_desktop.domain.wording import format_date_short

TITLE = "DAFTAR PERIKSA DOKUMEN"
_ITEM = 0.8  # cm


def checklist_paper(manifest: ExportManifest, own: Sequence[OtherPaper]) -> Paper:
    """The paper of a check-list; ``own`` are the papers that the office makes itself."""
    sheet = shared.sheet_of(manifest, "Daftar periksa dokumen", manifest.reference)
    return Paper(sheet, tuple(_blocks(manifest, own)))


def _blocks(manifest: ExportManifest, own: Sequence[OtherPaper]) -> Iterator[Block]:
    yield from shared.head(manifest, TITLE, f"Pengiriman Nomor: {manifest.reference}")
    way, to = manifest.transport, shared.party(manifest, "Buyer", "Consignee", "Exporter")
    left = shared.stated((("Jenis", manifest.kind), ("Tujuan", way.destination), ("Pembeli", to.name if to else "")))
    right = (
        ("Dirilis", shared.indonesian_day(way.released_on) or "belum"),
        ("Dikirim", shared.indonesian_day(way.shipped_on) or "belum"),
        *shared.stated((("Nomor aju", manifest.aju),)),
    )
    yield Facts((left, right), label=0.28)
    yield Paragraph("Surat yang dibuat kantor", Look.PART, keep=True)
    yield _papers(own)
    yield Paragraph("Dokumen dari pihak lain", Look.PART, keep=True)
    others = (*_customs(manifest), *manifest.other_papers)
    yield _papers(others) if others else Paragraph("Belum ada yang dicatat.", Look.VALUE)
    yield Paragraph("Catatan yang masih terbuka", Look.PART, keep=True)
    for number, text in enumerate(manifest.warnings, 1):
        yield Paragraph(text, Look.VALUE, (Mark(0, f"{number}."),), _ITEM)
    if not manifest.warnings:
        yield Paragraph("Tidak ada catatan.", Look.VALUE)
    yield Gap(4)


def _customs(manifest: ExportManifest) -> Iterator[OtherPaper]:
    """PEB and NPE that are only known by their number."""
    listed = {paper.name for paper in manifest.other_papers}
    for name, reference in (("PEB", manifest.peb), ("NPE", manifest.npe)):
        if reference.number and name not in listed:
            yield OtherPaper(name=name, state="Diterima", number=reference.number, on=reference.on)


def _papers(papers: Sequence[OtherPaper]) -> Grid:
    columns = (
        GridColumn("Ada", 5),
        GridColumn("Dokumen", 27),
        GridColumn("Nomor", 21),
        GridColumn("Tanggal", 13),
        GridColumn("Berlaku sampai", 13),
        GridColumn("Keadaan", 21),
    )
    return Grid(columns, tuple(_row(paper) for paper in papers), small=True)


def _row(paper: OtherPaper) -> tuple[str, ...]:
    name = f"{paper.name}\n{paper.issuer}" if paper.issuer else paper.name
    state = f"{paper.state}\n{paper.remark}" if paper.remark else paper.state
    day, valid = (format_date_short(when) if when else "" for when in (paper.on, paper.valid_until))
    return "", name, paper.number or shared.NONE, day or shared.NONE, valid, state
