from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from lapas_desktop.documents.summary import build_summary, summary_pdf
from lapas_desktop.documents.summary_data import AgreementSummary, SummaryParty, SummaryProduct, Supervision, checksum
from lapas_desktop.domain.errors import Refused
from tests.documents.samples import LETTERHEAD, NUMBER, OFFICE, PARTIES, SUPERVISION, agreement, page_texts, words

FACTS = (
    *LETTERHEAD.lines,
    "RINGKASAN PERJANJIAN KERJA SAMA",
    "Penjualan Kerajinan Getah Nyatu untuk Ekspor ke Selandia Baru",
    "Perjanjian kerja sama (PKS) · Berlaku",
    NUMBER,
    "Nomor Pihak Kedua belum ada",
    "PIHAK KETIGA IKM Kreasi Pastika",
    "Diwakili oleh Hairunnisa, Pimpinan",
    "Batara Hutasoit",
    "Keputusan Menteri (contoh) Nomor 01 Tahun 2026",
    "NIB 0000000000000 (contoh)",
    "19 Januari 2026 sampai dengan 18 Januari 2027 (sisa 358 hari)",
    "Senin, 19 Januari 2026, di Kasongan",
    "Gantungan kunci getah nyatu buah 3.000 1.200 1.800 Rp15.000,00",
    "Rp85.000,50",
    "12,5 2,25 10,25 USD 4,75",
    "Premi warga binaan 50%",
    "Menyiapkan 500 buah sebulan 28 Feb 2026 selesai",
    "14 Mar 2026 belum selesai",
    "KRM-2025-001 23 Des 2025",
    "Rp18.000.000,00",
    SUPERVISION.background,
    SUPERVISION.period,
    SUPERVISION.implementation,
    SUPERVISION.profit,
    "Kasongan, 19 Januari 2026",
    "NIP 000000000000000000",
    "Halaman 2 dari 2",
    "Dicetak 25 Januari 2026",
)


@pytest.mark.parametrize("size", ["A4", "F4"])
def test_every_fact_stands_on_one_or_two_pages(size: str, tmp_path: Path) -> None:
    target = tmp_path / "ringkasan.pdf"
    build_summary(agreement(paper=size), target)
    shown = words(target)
    assert [fact for fact in FACTS if " ".join(fact.split()) not in shown] == []
    assert len(page_texts(target)) <= 2


def test_same_agreement_same_bytes() -> None:
    assert summary_pdf(agreement()) == summary_pdf(agreement())


def test_title_author_and_language() -> None:
    content = summary_pdf(agreement())
    metadata = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert metadata["Title"] == f"Ringkasan Perjanjian Kerja Sama {NUMBER}"
    assert metadata["Author"] == OFFICE
    assert b"/Lang (id)" in content


@pytest.mark.parametrize(
    ("draft", "sample", "mark"), [(True, False, "DRAF"), (False, True, "CONTOH"), (True, True, "DRAF · CONTOH")]
)
def test_watermark(draft: bool, sample: bool, mark: str) -> None:
    summary = agreement(is_draft=draft, is_sample=sample, numbers=(), reference="1")
    assert all(mark in " ".join(page.split()) for page in page_texts(summary_pdf(summary)))


def test_no_watermark_once_signed() -> None:
    shown = words(summary_pdf(agreement(is_sample=False)))
    assert "DRAF" not in shown


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(1, "(sisa 1 hari)"), (0, "(berakhir hari ini)"), (-30, "(berakhir 30 hari yang lalu)")],
)
def test_days_remaining(days: int, sentence: str) -> None:
    assert sentence in words(summary_pdf(agreement(days_remaining=days)))


def test_an_almost_empty_draft_is_a_paper_too() -> None:
    shown = words(summary_pdf(AgreementSummary("Kantor contoh", "DRAF-3", "Uji", ())))
    assert "DRAF-3" in shown
    assert "belum ditandatangani" in shown
    assert "Belum ada pengiriman." in shown


def test_checksum_follows_the_facts_and_not_the_day_of_printing() -> None:
    first = checksum(agreement())
    assert first == checksum(agreement(printed_on=date(2026, 6, 1), days_remaining=3, paper="F4"))
    assert first != checksum(agreement(title="Lain"))
    assert " ".join(first[start : start + 4] for start in range(0, 16, 4)) in words(summary_pdf(agreement()))


HOSTILE = (
    "PT <b>Maju & Jaya</b>",
    '=HYPERLINK("x")',
    '<font color="[[[">',
    "Māori Whānau Ltd",
    "한국코이어 주식회사",
    "上海貿易有限公司",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_stay_as_typed_everywhere(name: str) -> None:
    summary = agreement(
        title=name,
        office=name,
        reference=name,
        parties=(SummaryParty("PIHAK PERTAMA", name, name, name, name, name, name),),
        products=(SummaryProduct(name, "buah", Decimal(1)),),
        destinations=(name,),
    )
    content = summary_pdf(summary)
    assert words(content).replace(" ", "").count(name.replace(" ", "")) >= 9
    assert pypdfium2.PdfDocument(content).get_metadata_dict()["Author"] == name


def test_arabic_names_print() -> None:
    content = summary_pdf(agreement(parties=(replace(PARTIES[1], name="شركة السلام للتجارة", signatory="محمد"),)))
    assert b"NotoSansArabic-Bold" in content


def test_ten_thousand_letters_in_every_text() -> None:
    long = "Panjang" * 1_430
    summary = agreement(
        title=long,
        scope=long,
        reference=long,
        parties=(SummaryParty(long, long, long),),
        products=(SummaryProduct(long, long, Decimal(1)),),
        supervision=Supervision(long, long, long, long),
        place_and_date=long,
    )
    shown = "".join("".join(page_texts(summary_pdf(summary))).split())
    assert shown.count("Panjang") > 10 * 1_350


def test_control_and_direction_characters_disappear() -> None:
    assert "AmanSelalu" in words(summary_pdf(agreement(scope="Aman\u202e\u200b\x00\x07Selalu")))


def test_five_hundred_products_repeat_the_heading() -> None:
    products = tuple(SummaryProduct(f"Produk {number}", "buah", Decimal(number)) for number in range(1, 501))
    pages = page_texts(summary_pdf(agreement(products=products)))
    with_lines = [page for page in pages if "Produk 1" in page or "Produk 2" in page or "Produk 4" in page]
    assert len(with_lines) > 8
    assert all("Disepakati" in page for page in with_lines)
    assert all(f"Produk {number}" in " ".join(pages) for number in range(1, 501))


@pytest.mark.parametrize("lines", range(3, 40))
def test_the_signatures_never_stand_alone(lines: int) -> None:
    products = tuple(SummaryProduct(f"Produk {number}", "buah", Decimal(number)) for number in range(lines))
    pages = page_texts(summary_pdf(agreement(products=products)))
    place = next(page for page in pages if "Kasongan, 19 Januari 2026" in page)
    assert "pembagian hasil. (contoh)" in place
    assert "Kode periksa" in place
    assert "NIP 000000000000000000" in place


def test_nothing_is_left_of_a_paper_that_could_not_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_bytes(b"")
    for target in (blocked / "a.pdf", tmp_path):
        with pytest.raises(Refused):
            build_summary(agreement(), target)
    assert [entry.name for entry in tmp_path.iterdir()] == ["berkas"]
