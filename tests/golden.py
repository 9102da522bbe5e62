"""Papers of the sample offices as readable files: ``python -m tests.golden`` writes them anew.

The full texts of cases 2 and 3, and all papers of the shipment of case 1.
"""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

from lapas_desktop.documents.ceremony import ceremony_paper
from lapas_desktop.documents.deed_blocks import deed_paper
from lapas_desktop.documents.delivery_note import delivery_note_paper
from lapas_desktop.documents.handover import handover_paper
from lapas_desktop.documents.invoice import invoice_paper
from lapas_desktop.documents.packing_list import packing_paper
from lapas_desktop.resources import resource
from lapas_desktop.services.deed import deed
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.sample import enter
from lapas_desktop.services.shipment_papers import checklist
from lapas_desktop.storage.office import Office
from tests.documents.paper_text import paper_lines

FILES = Path(__file__).parent / "files"
CASES = ("kasongan", "pangkalpinang")
ON = date(2026, 1, 26)
SHIPMENT = FILES / "surat-kasongan.txt"


def golden_file(name: str) -> Path:
    return FILES / f"naskah-{name}.txt"


def sample_office(name: str, folder: Path) -> Office:
    """A sample office made in a new data folder."""
    office = new_office(folder / name)
    enter(office, json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8")))
    return office


def lines_now(name: str, folder: Path) -> list[str]:
    """The text of the first agreement of a sample office."""
    office = sample_office(name, folder)
    try:
        return paper_lines(deed_paper(deed(office, 1, ON)))
    finally:
        office.close()


def shipment_lines_now(folder: Path) -> list[str]:
    """What all papers of Kasongan's first export say, apart from the workbook."""
    office = sample_office("kasongan", folder)
    try:
        manifest = manifest_of(office, 1, ON)
    finally:
        office.close()
    made = (invoice_paper, packing_paper, delivery_note_paper, handover_paper, ceremony_paper, checklist)
    return [line for make in made for line in ("=====", *paper_lines(make(manifest)))]


def write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in CASES:
            write(golden_file(name), lines_now(name, Path(folder)))
        write(SHIPMENT, shipment_lines_now(Path(folder) / "pengiriman"))


if __name__ == "__main__":
    main()
