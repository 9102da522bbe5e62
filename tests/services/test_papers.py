"""The papers of the sample offices tell every fact of the cases, and all totals agree."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from lapas_desktop.documents.summary_data import checksum
from lapas_desktop.i18n import use_language
from lapas_desktop.services.batch import write_together
from lapas_desktop.services.papers import summary_of, write_manifest
from lapas_desktop.services.sample import make_sample
from lapas_desktop.storage.office import open_office

SUMMARY_FACTS = {
    "kasongan": (
        "Batara Hutasoit", "Hairunnisa", "Life Style Nusantara", "IKM Kreasi Pastika", "Senin, 19 Januari 2026",
        "Selandia Baru", "KRM-2025-001", "Selasa, 23 Desember 2025", "3.000", "2.500", "NZD 2.250,00",
        "Rp21.825.000,00",
    ),
    "pangkalpinang": (
        "Sugeng Indrawan", "Toko Acun Akuarium", "Hendri", "Senin, 3 November 2025", "pemilik produk",
        "promosi dan pemasaran", "Perangkap tikus", "Sarang burung lovebird", "Eko Cahyono",
    ),
    "sragen": (
        "PT Chewy Louis Group", "Amerika Serikat, Belanda, Jerman, Belgia", "Sabtu, 22 Maret 2025", "KRM-2025-002",
    ),
    "cirebon": (
        "Nanank Syamsudin", "PT Coir", "5.400", "Korea Selatan", "40 warga binaan",
        "29 September 2025 sampai 16 Oktober 2025", "14.600", "USD 17.550,00",
    ),
}  # fmt: skip
MANIFEST_FACTS = {
    "kasongan": (
        "Nisa", "Rodney", "IKM Kreasi Pastika", "Fanuel Hanshius", "Achmad Zaini", "Launching Ekspor Perdana",
        "9602.00.20", "CONTOH-PK.08.01-001 TAHUN 2026", "ditautkan kemudian",
    ),
    "pangkalpinang": ("DRAF-1", "Toko Acun Akuarium", "Perangkap tikus"),
    "sragen": ("Kunrat Kasmiri", "Sigit Pamungkas", "PT Chewy Louis Group", "UPT se-wilayah Surakarta"),
    "cirebon": ("Ekspor ke-2 ke Korea Selatan", "5608.90.90", "CTHU1000017", "Kusnali", "South Korea", "COIR NET"),
}  # fmt: skip


def pdf_words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


@pytest.mark.parametrize("name", SUMMARY_FACTS)
def test_every_fact_stands_in_the_papers(tmp_path: Path, name: str) -> None:
    papers = list(make_sample(name, tmp_path / name))[1:]
    summaries = [path for path in papers if path.suffix == ".pdf"]
    manifests = [path for path in papers if path.suffix == ".xlsx"]
    said = pdf_words(summaries[0])
    assert [fact for fact in SUMMARY_FACTS[name] if fact not in said] == []
    for path in manifests:
        book = openpyxl.load_workbook(path, data_only=True)
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        text = "\n".join(cells)
        assert [fact for fact in MANIFEST_FACTS[name] if fact not in text] == []
        results = [cell.value for cell in book["Ringkasan"]["F"] if cell.value in ("sesuai", "TIDAK SESUAI")]
        assert len(results) == 6 and set(results) == {"sesuai"}


def test_contents_of_a_mixed_package_are_all_named(tmp_path: Path) -> None:
    papers = list(make_sample("sragen", tmp_path / "sragen"))
    book = openpyxl.load_workbook(papers[-1], data_only=True)
    rows = [
        [cell for cell in row if cell not in (None, "")] for row in book["Packing List"].iter_rows(values_only=True)
    ]
    start = next(i for i, row in enumerate(rows) if row and row[0] == "16")
    assert "Rattan basket, handwoven" in rows[start]
    assert "Carved wooden ornament" in rows[start + 1]


def test_the_day_of_printing_changes_no_check_code(tmp_path: Path) -> None:
    list(make_sample("kasongan", tmp_path / "kasongan"))
    office = open_office(tmp_path / "kasongan", datetime(2026, 2, 1))
    try:
        codes = {checksum(summary_of(office, 1, day)) for day in (date(2026, 1, 26), date(2026, 12, 30))}
    finally:
        office.close()
    assert len(codes) == 1


def test_papers_keep_their_language_whatever_the_window_speaks(tmp_path: Path, english: None) -> None:
    list(make_sample("kasongan", tmp_path / "kasongan"))
    office = open_office(tmp_path / "kasongan", datetime(2026, 2, 1))
    made: list[tuple[bytes, bytes]] = []
    for spoken in ("id", "en"):
        use_language(spoken)
        write_together(office, "summary", [1], tmp_path / "ringkasan.pdf", date(2026, 2, 1))
        write_manifest(office, 1, tmp_path / "manifes.xlsx", date(2026, 2, 1))
        made.append(((tmp_path / "ringkasan.pdf").read_bytes(), (tmp_path / "manifes.xlsx").read_bytes()))
    office.close()
    assert made[0] == made[1]
