"""The printed manual: what its pages say, read back from the PDF."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from lapas_desktop.documents.manual import build_manual
from lapas_desktop.documents.manual_data import Chapter, Manual
from lapas_desktop.services.help import help_folder, topics, write_manual, write_topic

ON = date(2026, 11, 24)


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(str(path))
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def pictures_in(path: Path) -> int:
    document = pypdfium2.PdfDocument(str(path))
    try:
        return sum(len(list(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]))) for page in document)
    finally:
        document.close()


def one_page(tmp_path: Path, text: str) -> str:
    path = tmp_path / "lembar.pdf"
    build_manual(Manual((Chapter("uji", "Uji", text),), help_folder(), "1.0", ON), path)
    return "\n".join(pages_of(path))


def test_the_contents_name_the_page_where_each_chapter_begins(tmp_path: Path) -> None:
    write_manual(tmp_path / "panduan.pdf", ON)
    pages = pages_of(tmp_path / "panduan.pdf")
    assert "Buku Panduan" in pages[0] and "24 November 2026" in pages[0]
    contents = dict(re.findall(r"^(.+?)\s+(\d+)$", pages[1], re.MULTILINE))
    assert set(contents) >= {known.title for known in topics()}
    for known in topics():
        assert re.search(rf"^{re.escape(known.title)}$", pages[int(contents[known.title]) - 1], re.MULTILINE), known


def test_a_link_names_the_page_it_leads_to(tmp_path: Path) -> None:
    write_manual(tmp_path / "panduan.pdf", ON)
    pages = pages_of(tmp_path / "panduan.pdf")
    found = re.search(r"Serah terima jabatan \(hal\. (\d+)\)", " ".join(pages[2].split()))
    assert found and "Serah terima jabatan" in pages[int(found[1]) - 1]


def test_every_picture_of_the_pages_is_printed(tmp_path: Path) -> None:
    write_manual(tmp_path / "panduan.pdf", ON)
    named = sum(known.text.count("](pictures/") for known in topics())
    assert pictures_in(tmp_path / "panduan.pdf") == named > 10


def test_equal_pages_give_equal_bytes(tmp_path: Path) -> None:
    write_manual(tmp_path / "a.pdf", ON)
    write_manual(tmp_path / "b.pdf", ON)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_sheet_of_shortcuts_is_one_page(tmp_path: Path) -> None:
    write_topic("pintasan", tmp_path / "pintasan.pdf", ON)
    pages = pages_of(tmp_path / "pintasan.pdf")
    assert len(pages) == 1 and "Ctrl+K" in pages[0] and "Daftar isi" not in pages[0]


def test_blocks_of_every_kind_reach_the_paper(tmp_path: Path) -> None:
    text = (
        "# Judul\n\nBiasa **tebal** *miring* `Ctrl+S`.\n\n3. tiga\n4. empat\n   - dalam\n\n"
        "> Catatan\n\n| A | B |\n|---|---|\n| satu | dua |\n"
    )
    told = " ".join(one_page(tmp_path, text).split())
    for words in ("Judul", "Biasa tebal miring Ctrl+S.", "3. tiga", "4. empat", "• dalam", "Catatan", "satu dua"):
        assert words in told


def test_markup_of_other_languages_stays_text(tmp_path: Path) -> None:
    told = one_page(tmp_path, "# Judul\n\n<b>tebal</b> <img src='x'/> &lt;para&gt;\n")
    assert "<b>tebal</b> <img src='x'/> <para>" in told


def test_a_page_without_its_picture_prints_its_words(tmp_path: Path) -> None:
    assert "Yang hilang" in one_page(tmp_path, "# Judul\n\n![Yang hilang](pictures/tidak-ada.png)\n")


def test_a_long_table_and_a_long_item_run_over_pages(tmp_path: Path) -> None:
    rows = "".join(f"| baris {number} | {'kata ' * 30} |\n" for number in range(80))
    told = one_page(tmp_path, f"# Judul\n\n| A | B |\n|---|---|\n{rows}\n1. {'panjang ' * 2000}akhir\n")
    assert "baris 79" in told and "akhir" in told
