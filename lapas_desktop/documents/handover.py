"""The Berita Acara Serah Terima (BAST): who handed which goods over to whom, and what of them was taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.blocks import (
    Block,
    Gap,
    Grid,
    GridColumn,
    Look,
    Mark,
    Paper,
    Paragraph,
    Signature,
    Signatures,
)
from lapas_desktop.documents.manifest_data import ExportManifest, GoodsLine, Party, Work
from lapas_desktop.documents.shipment_blocks import LONG_BLANK, figure
from lapas_desktop.domain.deed_words import called, day_facts
from lapas_desktop.domain.wording import format_date, format_number

TITLE = "BERITA ACARA SERAH TERIMA BARANG"
_NUMBER, _LABEL, _COLON, _FACT = 0.0, 0.8, 3.6, 4.0  # cm: the columns of a party's facts


@dataclass(frozen=True)
class _Side:
    """Who takes over, on which day, and who signs for it."""

    party: Party | None
    day: date | None
    signer: str
    place: str


def handover_paper(manifest: ExportManifest) -> Paper:
    """The paper of a handover."""
    return Paper(shared.sheet_of(manifest, "BAST", manifest.reference), tuple(_blocks(manifest)))


def _taker(manifest: ExportManifest) -> _Side:
    """An exporter takes over when the goods leave the office, a buyer at home when they arrive."""
    way, exporter = manifest.transport, shared.party(manifest, "Exporter")
    if exporter:
        return _Side(exporter, way.shipped_on or way.released_on, exporter.signatory, manifest.signed_place)
    to = shared.receiver(manifest)
    place = "" if way.delivered_on else manifest.signed_place
    signer = manifest.received_by or (to.signatory if to else "")
    return _Side(to, way.delivered_on or way.shipped_on or way.released_on, signer, place)


def _blocks(manifest: ExportManifest) -> Iterator[Block]:
    giver, taker = shared.owner(manifest), _taker(manifest)
    yield from shared.head(manifest, TITLE, f"Nomor: {manifest.reference}")
    yield Paragraph(_opening(taker), keep=True)
    yield from _party(0, giver, giver.signatory)
    yield from _party(1, taker.party, taker.signer)
    yield Paragraph(_what(manifest, taker.day), keep=True)
    yield _goods(manifest, at_buyer=shared.party(manifest, "Exporter") is not None)
    yield Gap(6)
    yield from (Paragraph(text) for text in (*_packed(manifest), *_quality(manifest), *_accepted(manifest)))
    yield Paragraph(
        "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap 2 (dua), satu untuk masing-masing pihak.",
        keep=True,
    )
    yield Signatures((_signature(1, taker.party, taker.signer), _signature(0, giver, giver.signatory)))


def _opening(taker: _Side) -> str:
    words = {name: text or LONG_BLANK for name, text in day_facts(taker.day, taker.place).items()}
    return (
        "Pada hari ini {hari} tanggal {tanggal_huruf} ({tanggal_angka}), bertempat di {tempat}, "
        "kami yang bertanda tangan di bawah ini:"
    ).format(**words)


def _party(index: int, one: Party | None, signer: str) -> Iterator[Block]:
    own = one is not None and signer == one.signatory
    number = one.signatory_identity.removeprefix("NIP ") if one and own else ""
    facts = [
        ("Nama", signer or LONG_BLANK),
        *([("NIP", number)] if number else []),
        ("Jabatan", (one.job if one and own else "") or LONG_BLANK),
        ("Alamat", (one.address if one else "") or LONG_BLANK),
    ]
    for position, (label, text) in enumerate(facts):
        marks = (Mark(_LABEL, label), Mark(_COLON, ":"))
        if position == 0:
            marks = (Mark(_NUMBER, f"{index + 1}."), *marks)
        yield Paragraph(text, Look.LIST, marks, _FACT, keep=True)
    name = one.name if one else LONG_BLANK
    yield Paragraph(f"dalam hal ini bertindak untuk dan atas nama {name}, selanjutnya disebut {called(index)}.",
                    indent=_LABEL)  # fmt: skip


def _what(manifest: ExportManifest, on: date | None) -> str:
    agreement, basis = manifest.agreement, ""
    if agreement and agreement.number:
        day = f" tanggal {format_date(agreement.on)}" if agreement.on else ""
        basis = f" Penyerahan ini berdasarkan perjanjian Nomor {agreement.number}{day}."
        if agreement.on and on and agreement.on > on:
            basis = f" Penyerahan ini mendahului perjanjian Nomor {agreement.number}{day}, yang ditautkan kemudian."
    lent = " Barang dititipkan untuk dijual (titip jual)." if manifest.kind_code == "titip_jual" else ""
    return (
        f"{called(0)} menyerahkan kepada {called(1)}, dan {called(1)} menerima dari {called(0)}, barang yang dicatat "
        f"pada pengiriman Nomor {manifest.reference}.{basis}{lent} Barang tersebut adalah sebagai berikut:"
    )


def _goods(manifest: ExportManifest, *, at_buyer: bool) -> Grid:
    columns = (
        GridColumn("No.", 7, figure=True),
        GridColumn("Nama barang", 34),
        GridColumn("Satuan", 11),
        GridColumn("Diserahkan", 16, figure=True),
        GridColumn("Diterima pembeli" if at_buyer else "Diterima", 15, figure=True),
        GridColumn("Keterangan", 21),
    )
    places = shared.quantity_places(manifest.lines)
    return Grid(columns, tuple(_line(line, places) for line in manifest.lines))


def _line(line: GoodsLine, places: int) -> tuple[str, ...]:
    accepted = "" if line.accepted is None else format_number(line.accepted, "id", places)
    return str(line.number), line.name, line.unit, figure(line.quantity, "id", places), accepted, _remark(line)


def _remark(line: GoodsLine) -> str:
    if line.accepted is None or line.quantity is None:
        return ""
    missing = line.quantity - line.accepted
    return f"kurang {format_number(missing)} {line.unit}" if missing else "lengkap"


def _packed(manifest: ExportManifest) -> Iterator[str]:
    totals = manifest.totals
    if totals.packages is None:
        return
    places = shared.weight_places(manifest)
    yield (
        f"Barang dikemas dalam {figure(totals.packages, 'id')} kemasan dengan berat bersih "
        f"{figure(totals.net_weight, 'id', places)} kg dan berat kotor {figure(totals.gross_weight, 'id', places)} kg."
    )


def _quality(manifest: ExportManifest) -> Iterator[str]:
    """What quality control said of each batch; open when nothing is written down."""
    if not manifest.works:
        yield f"Keadaan dan mutu barang pada saat diserahkan: {LONG_BLANK}"
        return
    checks = "; ".join(_check(work) for work in manifest.works)
    yield f"Mutu barang menurut pemeriksaan: {checks}."


def _check(work: Work) -> str:
    day = f" tanggal {format_date(work.checked_on)}" if work.checked_on else ""
    paper = f" (berita acara {work.check_number})" if work.check_number else ""
    return f"{work.product}, produksi {work.code}: {work.quality}{day}{paper}"


def _accepted(manifest: ExportManifest) -> Iterator[str]:
    """Who took the goods in the end, and that something was missing."""
    way = manifest.transport
    if way.delivered_on and shared.party(manifest, "Exporter"):
        by = f" oleh {manifest.received_by}" if manifest.received_by else ""
        yield f"Barang sampai pada pembeli tanggal {format_date(way.delivered_on)} dan diterima{by}."
    if any(_remark(line).startswith("kurang") for line in manifest.lines):
        yield "Barang diterima sebagian; selisihnya tertulis pada kolom keterangan."


def _signature(index: int, one: Party | None, signer: str) -> Signature:
    return shared.signature_of(f"{called(index)},", one, signer)
