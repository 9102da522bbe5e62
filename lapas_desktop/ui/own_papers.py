"""The papers of a shipment that the window offers, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lapas_desktop.domain.progress import Progress
from lapas_desktop.i18n import N_
from lapas_desktop.services.office_profile import Office


@dataclass(frozen=True)
class OwnPaper:
    """``title`` for the window, ``file_words`` begin its file's name; ``suffix`` its format: a PDF is shown first."""

    key: str
    title: str
    file_words: str
    suffix: str


MANIFEST = OwnPaper("manifest", N_("Manifes"), "Manifes", ".xlsx")


def own_papers(office: Office, shipment_id: int) -> Sequence[OwnPaper]:
    """The papers that a shipment has, in the order in which they are shown."""
    from lapas_desktop.services.shipment_papers import papers_for  # with all layouts

    return [
        OwnPaper(paper.key, paper.title, paper.file_words, next(iter(paper.writers)))
        for paper in papers_for(office, shipment_id)
    ]


def write_own_files(office: Office, shipment_id: int, folder: Path, on: date, progress: Progress) -> None:
    """Writes all of them into a folder."""
    from lapas_desktop.services.shipment_files import write_shipment_files

    write_shipment_files(office, shipment_id, folder, on, progress=progress)


def write_own_package(office: Office, shipment_id: int, path: Path, on: date, progress: Progress) -> Sequence[str]:
    """Writes all of them with the scans as one ZIP; the titles of scans that are gone from the data folder."""
    from lapas_desktop.services.package import write_shipment_package

    return write_shipment_package(office, shipment_id, path, on, progress=progress).missing


def write_own_paper(office: Office, shipment_id: int, key: str, path: Path, on: date) -> None:
    """Writes one of them."""
    from lapas_desktop.services.shipment_papers import write_shipment_paper

    write_shipment_paper(office, shipment_id, key, path, on)
