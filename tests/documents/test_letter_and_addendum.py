"""Papers made of the same blocks as the full text: an addendum and a letter."""

from __future__ import annotations

import re

import pytest

from lapas_desktop.documents.addendum_blocks import AddendumDeed, DeedChange, addendum_paper
from lapas_desktop.documents.blocks import Paper
from lapas_desktop.documents.blocks_pdf import pdf
from lapas_desktop.documents.letter_blocks import Letter, letter_paper
from tests.documents.deed_samples import deed
from tests.documents.samples import LETTERHEAD, OFFICE, page_texts
from tests.documents.test_deed import docx_text, pdf_text, told

LETTER = Letter(
    office=OFFICE, number="W20-PK.01-7", subject="Pengakhiran Perjanjian Kerja Sama",
    place_and_date="Kasongan, 1 Juni 2026", to=("Pimpinan PT Coir & <b>Rekan</b>", "Jalan Contoh 2"),
    body=("Dengan ini kami memberitahukan.",), items_lead="Masih terbuka:", items=("Melatih.", "Membayar."),
    closing="Demikian kami sampaikan.", signer=("Plt. Kepala Lapas", "Batara Hutasoit", "NIP 1980"),
    letterhead=LETTERHEAD,
)  # fmt: skip


def addendum() -> Paper:
    changes = (DeedChange("Berakhir", "18 Jan 2027", "18 Jan 2028"), DeedChange("Harga", "", "Rp30.000,00"))
    said = deed(heading="Adendum I", heading_of="atas Perjanjian Kerja Sama", clauses=())
    return addendum_paper(AddendumDeed(said, "PARA PIHAK sepakat mengubah.", changes, "Berlaku sejak 1 Maret 2026."))


def test_an_addendum_reads_alike_in_both_files() -> None:
    text = docx_text(addendum())
    assert pdf_text(addendum()) == text
    assert "ADENDUMIATASPERJANJIANKERJASAMA" in text and "1Berakhir18Jan202718Jan20282Harga—Rp30.000,00" in text


@pytest.mark.parametrize("items", [(), LETTER.items])
def test_a_letter_reads_alike_in_both_files(items: tuple[str, ...]) -> None:
    paper = letter_paper(LETTER) if items else letter_paper(LETTER.__class__(**{**vars(LETTER), "items": ()}))
    (page,) = page_texts(pdf(paper))
    shown = re.sub(r"Halaman1dari1", "", told(page)).replace(told(OFFICE), "", 1)
    assert shown == docx_text(paper)
    assert ("Masihterbuka" in shown) == bool(items)
