"""The papers of one shipment ready to be written: all from the same facts, each as a file with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from lapas_desktop.documents.labels import build_labels
from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.i18n import N_, _, indonesian
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.shipment_papers import PAPERS, papers_in
from lapas_desktop.storage.office import Office

Write = Callable[[Path], None]
_HANDED_ON = (".pdf", ".xlsx")  # a Word file is for the office that still changes it


@dataclass(frozen=True)
class PaperFile:
    """One file to be made. ``key`` names the kind of paper, ``title`` is Indonesian, ``write`` makes it at a path."""

    key: str
    title: str
    file_name: str
    write: Write


def paper_files(
    manifest: ExportManifest, only: Sequence[str] = (), cartons: tuple[int, int] | None = None
) -> list[PaperFile]:
    """The papers that fit the shipment; of the kinds ``only`` when given, labels of some ``cartons`` only.

    `Refused` when a kind is not known or does not fit.
    """
    known = [paper.key for paper in PAPERS]
    if strange := [key for key in only if key not in known]:
        text = _(N_("Tidak ada surat “{key}”. Yang ada: {known}."))
        raise Refused(text.format(key=strange[0], known=", ".join(known)))
    made = [file for file in _made(manifest, cartons) if not only or file.key in only]
    if absent := [key for key in only if key not in [file.key for file in made]]:
        raise Refused(_(N_("Surat “{key}” tidak dibuat untuk pengiriman ini.")).format(key=absent[0]))
    return made


def _made(manifest: ExportManifest, cartons: tuple[int, int] | None) -> Iterator[PaperFile]:
    for paper in papers_in(manifest):
        for suffix, build in paper.writers.items():
            if suffix not in _HANDED_ON:
                continue
            if paper.key == "labels" and cartons:
                write: Write = partial(_some_labels, manifest, cartons)
            else:
                write = partial(build, manifest)
            yield PaperFile(paper.key, indonesian(paper.title), paper.file_name(manifest.reference, suffix), write)


def _some_labels(manifest: ExportManifest, cartons: tuple[int, int], path: Path) -> None:
    build_labels(manifest, path, *cartons)


def write_shipment_files(
    office: Office, shipment_id: int, folder: Path, on: date, only: Sequence[str] = (),
    cartons: tuple[int, int] | None = None, progress: Progress = UNSEEN,
) -> list[Path]:  # fmt: skip
    """Writes the papers into a folder, made when it is not there; the files. Older ones of the name are replaced."""
    files = paper_files(manifest_of(office, shipment_id, on), only, cartons)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(_(N_("Folder “{folder}” tidak dapat dibuat.")).format(folder=folder)) from error
    written = []
    for done, file in enumerate(files):
        progress(done, len(files))
        file.write(folder / file.file_name)
        written.append(folder / file.file_name)
    progress(len(files), len(files))
    return written
