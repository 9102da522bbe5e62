"""The papers of a shipment that the window offers, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lapas_desktop.i18n import N_
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.papers import write_manifest


@dataclass(frozen=True)
class OwnPaper:
    """``title`` for the window, ``file_words`` begin its file's name; ``suffix`` its format: a PDF is shown first."""

    key: str
    title: str
    file_words: str
    suffix: str


MANIFEST = OwnPaper("manifest", N_("Manifes Excel"), "Manifes", ".xlsx")


def own_papers(_office: Office, _shipment_id: int) -> Sequence[OwnPaper]:
    """The papers that a shipment has, in the order in which they are shown."""
    return (MANIFEST,)


def write_own_paper(office: Office, shipment_id: int, _key: str, path: Path, on: date) -> None:
    """Writes one of them."""
    write_manifest(office, shipment_id, path, on)
