"""The papers of a shipment in one table: which there are, in which formats, for which shipments; and their writing.

All of them come from the same `ExportManifest`, frozen at release, so that they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lapas_desktop.documents.blocks import Paper
from lapas_desktop.documents.ceisa import build_ceisa
from lapas_desktop.documents.ceremony import ceremony_paper
from lapas_desktop.documents.checklist import checklist_paper
from lapas_desktop.documents.deed import write_paper
from lapas_desktop.documents.delivery_note import delivery_note_paper
from lapas_desktop.documents.handover import handover_paper
from lapas_desktop.documents.invoice import invoice_paper
from lapas_desktop.documents.labels import build_labels
from lapas_desktop.documents.manifest import build_invoice, build_manifest, build_packing_list
from lapas_desktop.documents.manifest_data import ExportManifest, OtherPaper, Reference
from lapas_desktop.documents.packing_list import packing_paper
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _, indonesian
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

Writer = Callable[[ExportManifest, Path], None]


@dataclass(frozen=True)
class ShipmentPaper:
    """One paper. ``title`` is for the window, ``file_words`` begins the file's name, the first format is the usual one.

    ``kinds`` of shipment it is made for; ``abroad``: also for any that leaves the country; ``packed``: only once
    there are packages.
    """

    key: str
    title: str
    file_words: str
    writers: Mapping[str, Writer]
    kinds: frozenset[str]
    abroad: bool = False
    packed: bool = False

    def fits(self, kind: str, destination: str | None, packed: bool) -> bool:
        """Whether the paper is made for such a shipment; ``destination`` is a country code."""
        fits = kind in self.kinds or (self.abroad and destination not in (None, "", "ID"))
        return fits and (packed or not self.packed)

    def file_name(self, reference: str, suffix: str = "") -> str:
        """The name of its file: ``Packing List KRM-2026-014.pdf``."""
        return file_name(f"{self.file_words} {reference}", suffix or next(iter(self.writers)))


def write_shipment_paper(office: Office, shipment_id: int, key: str, path: Path, on: date) -> None:
    """Writes one paper in the format of the name's ending, whole or not at all.

    ``on`` dates it while the shipment is not released. `Refused` when there is no such paper for the shipment, not
    in this format, or nothing to put into it.
    """
    paper, manifest = paper_of(key), manifest_of(office, shipment_id, on)
    if not _fits(paper, manifest):
        text = _(N_("{paper} tidak dibuat untuk pengiriman jenis {kind}."))
        raise Refused(text.format(paper=_(paper.title), kind=manifest.kind.lower()))
    writer = paper.writers.get(path.suffix.casefold())
    if writer is None:
        endings = ", ".join(paper.writers)
        raise Refused(_(N_("Nama berkas “{name}” harus berakhir dengan {endings}.")).format(
            name=path.name, endings=endings))  # fmt: skip
    if not manifest.lines and key != "checklist":
        raise Refused(_(N_("Belum ada barang.")))
    writer(manifest, path)


def shipment_paper_preview(office: Office, shipment_id: int, key: str, on: date) -> bytes:
    """One paper as PDF bytes, for the screen and the printer."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pratinjau.pdf"
        write_shipment_paper(office, shipment_id, key, path, on)
        return path.read_bytes()


def papers_for(office: Office, shipment_id: int) -> tuple[ShipmentPaper, ...]:
    """The papers that a shipment of this kind and destination has, in the order of the table."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        return tuple(paper for paper in PAPERS if _fits_record(paper, shipment))


def paper_of(key: str) -> ShipmentPaper:
    """The paper of a key; `Refused` names those there are."""
    for paper in PAPERS:
        if paper.key == key:
            return paper
    known = ", ".join(paper.key for paper in PAPERS)
    raise Refused(_(N_("Tidak ada surat “{key}”. Yang ada: {known}.")).format(key=key, known=known))


def _laid_out(made: Callable[[ExportManifest], Paper]) -> Writer:
    """Writes a paper of blocks, as PDF or Word file."""
    return lambda manifest, path: write_paper(made(manifest), path)


def checklist(manifest: ExportManifest) -> Paper:
    """The check-list with the papers of this table."""
    return checklist_paper(manifest, tuple(_own(paper, manifest) for paper in PAPERS if _is_own(paper, manifest)))


def _is_own(paper: ShipmentPaper, manifest: ExportManifest) -> bool:
    return paper.key != "checklist" and _fits(paper, manifest)


def _fits(paper: ShipmentPaper, manifest: ExportManifest) -> bool:
    return paper.fits(manifest.kind_code, manifest.transport.destination_code, bool(manifest.packages))


def _fits_record(paper: ShipmentPaper, shipment: Shipment) -> bool:
    return paper.fits(shipment.kind, shipment.destination_country, bool(shipment.packages))


def papers_in(manifest: ExportManifest) -> tuple[ShipmentPaper, ...]:
    """The papers that these facts fill."""
    return tuple(paper for paper in PAPERS if _fits(paper, manifest))


def _own(paper: ShipmentPaper, manifest: ExportManifest) -> OtherPaper:
    """What the check-list says of a paper that the office makes itself."""
    reference = {"invoice": manifest.invoice, "packing": manifest.packing_list}.get(
        paper.key, Reference(number=manifest.reference, on=None if manifest.is_draft else manifest.dated)
    )
    state = "siap dicetak"
    if manifest.is_void:
        state = "batal"
    elif not reference.number or reference.on is None:
        state = "belum dirilis" if manifest.is_draft and reference.number else "nomor atau tanggal belum diisi"
    elif manifest.is_draft:
        state = "konsep"
    return OtherPaper(name=indonesian(paper.title), state=state, number=reference.number, on=reference.on)


_NONE = frozenset[str]()
_EXPORT = frozenset({"ekspor", "sampel"})
_ALL = frozenset({*_EXPORT, "dalam_negeri", "titip_jual"})


def _files(made: Callable[[ExportManifest], Paper], *suffixes: str, xlsx: Writer | None = None) -> dict[str, Writer]:
    return {suffix: _laid_out(made) for suffix in suffixes} | ({".xlsx": xlsx} if xlsx else {})


# One line a paper; the order is that of the window, the check-list and the package.
PAPERS: tuple[ShipmentPaper, ...] = (
    ShipmentPaper("manifest", N_("Manifes"), "Manifes", {".xlsx": build_manifest}, _ALL),
    ShipmentPaper("invoice", N_("Commercial Invoice"), "Commercial Invoice",
                  _files(invoice_paper, ".pdf", xlsx=build_invoice), _EXPORT, abroad=True),
    ShipmentPaper("packing", N_("Packing List"), "Packing List",
                  _files(packing_paper, ".pdf", xlsx=build_packing_list), _EXPORT, abroad=True),
    ShipmentPaper("surat_jalan", N_("Surat jalan"), "Surat Jalan", _files(delivery_note_paper, ".pdf", ".docx"), _ALL),
    ShipmentPaper("bast", N_("BAST (berita acara serah terima)"), "BAST",
                  _files(handover_paper, ".pdf", ".docx"), _ALL),
    ShipmentPaper("ceremony", N_("Pelepasan ekspor dan siaran pers"), "Pelepasan Ekspor",
                  _files(ceremony_paper, ".pdf", ".docx"), _EXPORT),
    ShipmentPaper("labels", N_("Label karton"), "Label Karton", {".pdf": build_labels}, _ALL, packed=True),
    ShipmentPaper("ceisa", N_("Konsep CEISA 4.0"), "KONSEP CEISA 4.0", {".xlsx": build_ceisa}, _NONE, abroad=True),
    ShipmentPaper("checklist", N_("Daftar periksa dokumen"), "Daftar Periksa", _files(checklist, ".pdf"), _ALL),
)  # fmt: skip
