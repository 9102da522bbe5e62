"""Use case “Paket kirim”: the papers of a shipment, its scans and those of its agreement as one ZIP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from lapas_desktop.documents.package_index import INDEX, SUMS, Packed, Part, refuse_too_large, size_words, write_package
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.attachment import PURPOSES, SUFFIXES, Attachment
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.i18n import indonesian as said
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.shipment_files import PaperFile, paper_files
from lapas_desktop.storage import attachments, queries
from lapas_desktop.storage.office import Office

__all__ = ["Packed", "size_words", "write_shipment_package"]
_PAPERS = "Surat-surat"
_GROUPS: dict[type[Record], tuple[str, str]] = {
    Shipment: (N_("Lampiran pengiriman"), "lampiran"), Agreement: (N_("Lampiran perjanjian"), "perjanjian"),
}  # fmt: skip


def write_shipment_package(
    office: Office, shipment_id: int, path: Path, on: date, papers: Iterable[PaperFile] | None = None,
    progress: Progress = UNSEEN,
) -> Packed:  # fmt: skip
    """Writes the ZIP, whole or not at all: all papers that fit (or those given), attached files, page, check sums.

    ``on`` dates the papers while the shipment is not released. Equal content gives equal bytes.
    """
    if path.suffix.casefold() != ".zip":
        raise Refused(_(N_("Nama berkas harus berakhiran .zip.")))
    manifest = manifest_of(office, shipment_id, on)
    if not manifest.lines:
        raise Refused(_(N_("Belum ada barang.")))
    files = paper_files(manifest) if papers is None else list(papers)
    taken = {INDEX.casefold(), SUMS.casefold()}
    with TemporaryDirectory() as folder:
        parts = [
            Part(_PAPERS, file.title, _free("surat", Path(file.file_name).stem, Path(file.file_name).suffix, taken),
                 partial(_written, file, Path(folder)))
            for file in files
        ]  # fmt: skip
        parts += _attached(office, shipment_id, taken)
        return write_package(manifest, parts, path, len(parts), progress)


def _written(file: PaperFile, folder: Path) -> bytes:
    path = folder / f"surat{Path(file.file_name).suffix}"
    file.write(path)
    content = path.read_bytes()
    path.unlink()
    return content


def _attached(office: Office, shipment_id: int, taken: set[str]) -> Iterator[Part]:
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        owners: list[tuple[type[Record], int]] = [(Shipment, shipment_id)]
        if shipment.agreement_id:
            owners.append((Agreement, shipment.agreement_id))
        rows = [
            (entity, row)
            for entity, owner in owners
            for row in session.scalars(queries.attachments_of(entity, owner))
            if row.purpose != "template"
        ]
        refuse_too_large(sum(row.size for _entity, row in rows))
        for entity, row in rows:
            group, folder = _GROUPS[entity]
            name = _free(folder, Path(row.title).stem, SUFFIXES[row.media_type], taken)
            title = f"{row.title} ({said(PURPOSES[row.purpose])})"
            yield Part(said(group), title, name, partial(_whole, office, _stored(row)))


def _stored(row: Attachment) -> attachments.StoredFile:
    return attachments.StoredFile(row.sha256, row.media_type, row.size, row.title)


def _whole(office: Office, file: attachments.StoredFile) -> bytes | None:
    """The content as it was attached; None when the file is gone or altered."""
    return attachments.whole_content([office.folder], file)


def _free(folder: str, stem: str, suffix: str, taken: set[str]) -> str:
    """A path inside the ZIP that no other file has, whatever the case of its letters."""
    tries = (f"{folder}/{file_name(stem if n == 1 else f'{stem[:90]} ({n})', suffix)}" for n in count(1))
    name = next(name for name in tries if name.casefold() not in taken)
    taken.add(name.casefold())
    return name
