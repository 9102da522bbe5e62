"""Papers of the sample offices as readable files: ``python -m tests.golden`` writes them anew.

All papers of the agreements of cases 2 and 3, and all of the shipment of case 1.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from lapas_desktop.documents.addendum_blocks import addendum_paper
from lapas_desktop.documents.ceremony import ceremony_paper
from lapas_desktop.documents.deed_blocks import deed_paper
from lapas_desktop.documents.delivery_note import delivery_note_paper
from lapas_desktop.documents.handover import handover_paper
from lapas_desktop.documents.invoice import invoice_paper
from lapas_desktop.documents.letter_blocks import letter_paper
from lapas_desktop.documents.packing_list import packing_paper
from lapas_desktop.documents.summary import summary_pdf
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.resources import resource
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.addendum_paper import addendum_deed
from lapas_desktop.services.deed import deed
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.papers import manifest_of, summary_of
from lapas_desktop.services.records import save_record
from lapas_desktop.services.register import write_register
from lapas_desktop.services.sample import enter
from lapas_desktop.services.shipment_papers import checklist
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.services.termination_letter import termination_letter
from lapas_desktop.storage.office import Office
from tests.documents.paper_text import paper_lines
from tests.documents.samples import page_texts

FILES = Path(__file__).parent / "files"
CASES = {"kasongan": date(2026, 1, 26), "pangkalpinang": date(2025, 11, 10)}
SHIPMENT = FILES / "surat-kasongan.txt"


def golden_file(paper: str, name: str) -> Path:
    return FILES / f"{paper}-{name}.txt"


def sample_office(name: str, folder: Path) -> Office:
    """A sample office made in a new data folder."""
    office = new_office(folder / name)
    enter(office, json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8")))
    return office


def papers_now(name: str, folder: Path) -> dict[str, list[str]]:
    """Every paper of the first agreement of a sample office, made in a new data folder, as lines of text."""
    office = sample_office(name, folder)
    try:
        return dict(_papers(office, CASES[name], folder / "register.pdf"))
    finally:
        office.close()


def shipment_lines_now(folder: Path) -> list[str]:
    """What all papers of Kasongan's first export say, apart from the workbook."""
    office = sample_office("kasongan", folder)
    try:
        manifest = manifest_of(office, 1, CASES["kasongan"])
    finally:
        office.close()
    made = (invoice_paper, packing_paper, delivery_note_paper, handover_paper, ceremony_paper, checklist)
    return [line for make in made for line in ("=====", *paper_lines(make(manifest)))]


def _papers(office: Office, on: date, path: Path) -> Iterator[tuple[str, list[str]]]:
    """The agreement lives on: it is changed, and in the end terminated."""
    yield "naskah", paper_lines(deed_paper(deed(office, 1, on)))
    now = datetime.combine(on, time(9))
    end = date(on.year + 2, 6, 30)
    changes = [
        {"field": "ends_on", "new": f"{end:%d/%m/%Y}"}, {"field": "quantity", "product_id": 1, "new": "6.000"},
        {"field": "other", "new": "Pengiriman disaksikan PARA PIHAK."},
    ]  # fmt: skip
    blank = blank_addendum(office, 1, on)
    addendum = save_record(office, Addendum, {**blank, "starts_on": on, "changes": changes, "sample": True}, now)
    sign_addendum(office, addendum.id, now, number="CONTOH-PK.08.01-009", signed_on=on)
    yield "adendum", paper_lines(addendum_paper(addendum_deed(office, addendum.id, on)))
    yield "ringkasan", _lines(page_texts(summary_pdf(summary_of(office, 1, on))))
    write_register(office, on.year, path, on)
    yield "register", _lines(page_texts(path))
    terminate_agreement(office, 1, on, "Mitra menutup usahanya.", "CONTOH-PK.08.01-010", now)
    yield "surat-pengakhiran", paper_lines(letter_paper(termination_letter(office, 1, on)))


def _lines(pages: list[str]) -> list[str]:
    return [line.rstrip() for number, page in enumerate(pages, 1) for line in (f"[{number}]", *page.splitlines())]


def write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in CASES:
            for paper, lines in papers_now(name, Path(folder)).items():
                write(golden_file(paper, name), lines)
        write(SHIPMENT, shipment_lines_now(Path(folder) / "pengiriman"))


if __name__ == "__main__":
    main()
