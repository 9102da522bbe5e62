"""Invoice, packing list, surat jalan, BAST, ceremony sheet and check-list: every fact, marks, hostile texts, length."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lapas_desktop.documents.blocks import Grid, Paper
from lapas_desktop.documents.blocks_docx import docx
from lapas_desktop.documents.blocks_pdf import pdf
from lapas_desktop.documents.ceremony import ceremony_paper
from lapas_desktop.documents.checklist import checklist_paper
from lapas_desktop.documents.delivery_note import delivery_note_paper
from lapas_desktop.documents.handover import handover_paper
from lapas_desktop.documents.invoice import invoice_paper
from lapas_desktop.documents.manifest_data import ExportManifest, OtherPaper, Package, Party, Reference, Work
from lapas_desktop.documents.packing_list import packing_paper
from tests.documents import manifest_samples as samples
from tests.documents.paper_text import paper_lines
from tests.documents.samples import page_texts, words

D = Decimal
OWN = (OtherPaper(name="Manifes", state="siap dicetak", number="KRM-2025-002", on=date(2025, 10, 17)),)


def checklist(manifest: ExportManifest) -> Paper:
    return checklist_paper(manifest, OWN)


ALL: tuple[Callable[[ExportManifest], Paper], ...] = (
    invoice_paper, packing_paper, delivery_note_paper, handover_paper, ceremony_paper, checklist,
)  # fmt: skip


def told(text: str) -> str:
    return "".join(text.split())


def at_home(**changes: object) -> ExportManifest:
    """The goods of Kasongan handed to a shop, without an exporter."""
    shop = Party(role="Pembeli", role_en="Buyer", name="Toko Acun Akuarium", address="Pangkalpinang",
                 signatory="Hendri", job="Pemilik", country_code="ID", country_en="Indonesia")  # fmt: skip
    office = Party(role="Pemilik barang", role_en="Producer", name="Lapas Kelas IIA Pangkalpinang",
                   signatory="Sugeng Indrawan", job="Kepala Lapas",
                   signatory_identity="NIP 19700101 199503 1 001")  # fmt: skip
    given = samples.kasongan()
    way = replace(given.transport, destination_code="ID", vehicle="BN 1234 XY", driver="Sukardi",
                  shipped_on=date(2025, 11, 3))  # fmt: skip
    manifest = replace(given, kind="Titip jual", kind_code="titip_jual", parties=(office, shop), transport=way,
                       is_draft=False, reference="KRM-2025-004", signed_place="Pangkalpinang")  # fmt: skip
    return replace(manifest, **changes)  # pyright: ignore[reportArgumentType]


def test_the_invoice_tells_value_rate_rupiah_and_words() -> None:
    text = words(pdf(invoice_paper(samples.kasongan())))
    for fact in (
        "COMMERCIAL INVOICE", "No. INV/LSN/XII/2025/001", "23 December 2025", "Life Style Nusantara", "Mr Rodney",
        "New Zealand", "NPWP 01.234.567.8-901.000", "FCA Palangka Raya (Incoterms 2020)", "IDPKY Palangka Raya",
        "NZAKL Auckland", "0602.00.20", "2.75", "1,375.00", "222.00", "Total value USD 1,597.00", "FOB value",
        "One thousand, five hundred and ninety-seven US dollars", "USD 1 = IDR 16,725.0000 (17 December 2025, KMK",
        "Equivalent in rupiah IDR 26,709,825.00", "16.10 kg", "18.15 kg", "For and on behalf of", "Nisa",
    ):  # fmt: skip
        assert fact in text, fact
    assert "Total 500 pieces 1,597.00" in text and "12 sets" in text
    assert "warga binaan" not in text


@pytest.mark.parametrize("made", [invoice_paper, packing_paper])
def test_the_kop_stands_on_an_english_paper_only_when_the_office_sells(
    made: Callable[[ExportManifest], Paper],
) -> None:
    kop = "DIREKTORAT JENDERAL PEMASYARAKATAN"
    assert kop not in words(pdf(made(samples.cirebon())))
    own = words(pdf(made(at_home(kind_code="ekspor", invoice_signatures=()))))
    assert kop in own and "For and on behalf of Lapas Kelas IIA Pangkalpinang" in own and "Sugeng Indrawan" in own


def test_the_packing_list_tells_packages_and_no_values() -> None:
    text = words(pdf(packing_paper(samples.cirebon())))
    for fact in (
        "PACKING LIST", "PL/LSN/XII/2025/001", "CSQU3054383", "ID998877", "Sinar Bandung V.042N", "SIKR0012345",
        "Busan Green Slope Co., Ltd", "COIR BUSAN 1", "110 × 80 × 75", "60,750.00", "62,100.00", "0.6600",
        "1 (one) packages, net 60,750.00 kg, gross 62,100.00 kg, 0.6600 m³",
    ):  # fmt: skip
        assert fact in text, fact
    assert "48,500" not in text
    mixed = paper_lines(packing_paper(samples.kasongan()))
    assert "1–2 | 2 | carton | LSN / AUCKLAND / 1-3 | Keychains | 200 | 400 | pieces | 40 × 30 × 25.5 | " in "\n".join(
        mixed
    )
    assert " |  |  |  | Miniature boats | 12 | 12 | sets |  |  |  |  |  | " in mixed
    assert "= Total | 3 |  |  |  |  | 500 | pieces |  |  |  | 16.10 | 18.15 | 0.0972" in mixed


def test_the_delivery_note_leaves_lines_to_write_on() -> None:
    text = words(pdf(delivery_note_paper(at_home())))
    for fact in ("SURAT JALAN", "Nomor: KRM-2025-004", "BN 1234 XY", "Sukardi", "Toko Acun Akuarium", "3 November 2025",
                 "Titip jual", "18,15", "Yang menyerahkan", "Pengemudi,", "Yang menerima"):  # fmt: skip
        assert fact in text, fact
    assert "Tujuan akhir" not in text
    abroad = words(pdf(delivery_note_paper(samples.cirebon())))
    assert "Kendaraan …………" in abroad and "Penerima PT Coir" in abroad


def test_the_handover_opens_with_the_day_in_words() -> None:
    text = words(pdf(handover_paper(at_home())))
    for fact in (
        "Pada hari ini Senin tanggal Tiga bulan November tahun Dua Ribu Dua Puluh Lima (03-11-2025)",
        "bertempat di Pangkalpinang", "Sugeng Indrawan", "19700101 199503 1 001", "Hendri", "Pemilik",
        "PIHAK PERTAMA menyerahkan", "titip jual", "Keadaan dan mutu barang",
    ):  # fmt: skip
        assert fact in text, fact
    assert "diterima sebagian" not in text
    draft = words(pdf(handover_paper(at_home(is_draft=True, transport=replace(samples.kasongan().transport)))))
    assert "Pada hari ini ………" in draft


def test_the_handover_tells_what_was_accepted_and_its_quality() -> None:
    given = at_home()
    lines = (replace(given.lines[0], accepted=D(490)), replace(given.lines[1], accepted=D(12)))
    work = Work(product="Gantungan kunci", code="BAT-1", quality="QC lulus", checked_on=date(2025, 10, 30),
                check_number="BA-7")  # fmt: skip
    way = replace(given.transport, delivered_on=date(2025, 11, 5))
    text = words(pdf(handover_paper(replace(given, lines=lines, works=(work,), transport=way, received_by="Siti"))))
    for fact in ("kurang 10 buah", "lengkap", "diterima sebagian", "Rabu tanggal Lima", "Siti",
                 "produksi BAT-1: QC lulus tanggal 30 Oktober 2025 (berita acara BA-7)"):  # fmt: skip
        assert fact in text, fact
    assert "Hendri" not in text  # another person received it


@pytest.mark.parametrize(("signed", "told_"), [(date(2025, 9, 1), "berdasarkan"), (date(2026, 1, 19), "mendahului")])
def test_an_agreement_made_later_is_no_basis(signed: date, told_: str) -> None:
    given = at_home(agreement=Reference(number="PKS-9", on=signed), kind_code="ekspor")
    assert f"{told_} perjanjian Nomor PKS-9" in words(pdf(handover_paper(given)))
    assert ("PKS-9" in words(pdf(invoice_paper(given)))) == (told_ == "berdasarkan")


def test_the_ceremony_sheet_tells_what_is_known_and_asks_for_the_rest() -> None:
    cirebon = samples.cirebon()
    cash = replace(cirebon.money, rupiah_value=cirebon.totals.value)
    given = replace(cirebon, first_export=True, money=cash, other_producers=("Lapas Kuningan",), works=(
        Work(product="Jaring sabut kelapa", code="BAT-2", people=40, starts_on=date(2025, 9, 29),
             ends_on=date(2025, 10, 16), passed=D(5400), unit="lembar", quality="QC lulus"),))  # fmt: skip
    pages = page_texts(pdf(ceremony_paper(given)))
    facts, release = (" ".join(page.split()) for page in pages)
    for fact in ("Ekspor ke-2 ke Korea Selatan", "perdana ya", "Rp261.900.000,00", "dua ratus enam puluh satu juta",
                 "40 warga binaan, 29 September 2025 sampai 16 Oktober 2025", "5.400 dari 5.400 lembar", "PT Coir",
                 "Lapas Kuningan", "Nama acara (diisi)", "Tempat (diisi)"):  # fmt: skip
        assert fact in facts, fact
    for fact in ("KONSEP SIARAN PERS", "Ekspor Perdana Jaring Sabut Kelapa", "Jumat, 17 Oktober 2025",
                 "40 warga binaan", "Seluruh 5.400 lembar", "Busan Green Slope", "Lapas Kuningan",
                 "(diisi: pernyataan)", "Hadir pada pelepasan: (diisi)"):  # fmt: skip
        assert fact in release, fact
    present = words(pdf(ceremony_paper(samples.kasongan())))
    for fact in ("Launching Ekspor Perdana", "Achmad Zaini", "Selasa, 23 Desember 2025", "USD 1.597,00",
                 "Rp26.709.825,00", "Dari 500 buah, 450", "(diisi) warga binaan"):  # fmt: skip
        assert fact in present, fact


def test_the_checklist_tells_each_paper_with_its_state() -> None:
    other = OtherPaper(name="SKA", state="Diminta", number="AK-1", on=date(2025, 10, 1), issuer="Disperindag",
                       valid_until=date(2026, 10, 1), remark="lewat IPSKA")  # fmt: skip
    text = words(pdf(checklist(replace(samples.cirebon(), other_papers=(other,), warnings=("Kurs lama.",)))))
    for fact in ("Manifes", "siap dicetak", "17 Okt 2025", "PEB", "000123", "NPE", "004567", "SKA", "Disperindag",
                 "AK-1", "1 Okt 2026", "Diminta", "lewat IPSKA", "1. Kurs lama."):  # fmt: skip
        assert fact in text, fact


@pytest.mark.parametrize("made", ALL)
def test_watermarks_and_revision(made: Callable[[ExportManifest], Paper]) -> None:
    given = replace(samples.cirebon(), is_sample=False, reference="KRM-2025-002/R3", revision=3)
    assert not any(mark in words(pdf(made(given))) for mark in ("BATAL", "CONTOH", "DRAFT"))
    assert "KRM-2025-002/R3" in words(pdf(made(given)))
    for name, mark in (("is_void", "BATAL"), ("is_draft", "KONSEP"), ("is_sample", "CONTOH")):
        assert made(replace(given, **{name: True})).sheet.watermark == mark
    if made in (invoice_paper, packing_paper):
        assert "· Revision 3" in words(pdf(made(given)))
        assert "DRAFT – not yet released" in words(pdf(made(replace(given, is_draft=True))))


HOSTILE = ("<b>tebal</b> & <img src='//h/x'> %s {0}", "=1+1", "x" * 300, "شركة النور للتجارة", "a\n\n" * 40 + "akhir")


@pytest.mark.parametrize("text", HOSTILE, ids=["markup", "formula", "word", "arabic", "lines"])
@pytest.mark.parametrize("made", ALL)
def test_whatever_was_typed_is_only_text(made: Callable[[ExportManifest], Paper], text: str) -> None:
    given = samples.kasongan()
    party = replace(given.parties[0], name=text, address=text, signatory=text)
    hostile = replace(
        given, parties=(party, replace(given.parties[1], name=text)), warnings=(text,), marks=(text,),
        lines=tuple(replace(line, name=text, description_en=text) for line in given.lines), other_producers=(text,),
        packages=tuple(replace(one, content=text, content_en=text, marks=text) for one in given.packages),
        transport=replace(given.transport, vehicle=text, driver=text, carrier=text), received_by=text,
        office=replace(given.office, name=text), invoice_signatures=(), paper="F4",
    )  # fmt: skip
    content = pdf(made(hostile))
    if "شركة" not in text:
        assert told(text) in told("".join(page_texts(content))) or text.count("\n") or len(text) == 300
    assert "x" * 10 not in text or told("".join(page_texts(content))).count("x") >= 300
    assert docx(made(hostile)).startswith(b"PK")


def test_a_table_over_pages_repeats_its_head_and_keeps_its_total() -> None:
    for made, head in ((invoice_paper, "Description of goods"), (packing_paper, "Package nos.")):
        for count in range(20, 45):
            pages = [" ".join(page.split()) for page in page_texts(pdf(made(samples.cirebon(count))))]
            tables = [page for page in pages if re.search(r" Total \d", page) and head in page]
            assert len(tables) == 1, (made, count)
            rows = tables[0].rpartition(head)[2]
            assert f"{count} Knotted net" in rows or f"BUSAN {count} Coir nets" in rows, (made, count)
    pages = page_texts(pdf(invoice_paper(samples.cirebon(500))))
    heads = ["Description of goods" in page for page in pages]
    assert heads[:-1] == [True] * (len(pages) - 1) and len(pages) > 8
    assert f"Page 2 of {len(pages)}" in " ".join(pages[1].split())


def seconds(made: Callable[[ExportManifest], Paper], manifest: ExportManifest) -> float:
    begun = time.process_time()
    pdf(made(manifest))
    return time.process_time() - begun


def test_two_thousand_cartons_take_linear_time() -> None:
    small, large = (cartons(count) for count in (500, 2000))
    seconds(packing_paper, small)
    assert seconds(packing_paper, large) < 7 * seconds(packing_paper, small) + 0.5
    assert " ".join(page_texts(pdf(packing_paper(large)))[-1].split()).count("2,000 (two thousand) packages") == 1


def cartons(count: int) -> ExportManifest:
    given = samples.cirebon()
    one = given.packages[0]
    many: tuple[Package, ...] = tuple(replace(one, from_no=n, to_no=n, quantity=D(2)) for n in range(1, count + 1))
    return replace(given, packages=many, totals=replace(given.totals, packages=count))


def test_equal_papers_give_equal_bytes_and_rows_fit_their_columns() -> None:
    for made in ALL:
        assert pdf(made(samples.kasongan())) == pdf(made(samples.kasongan()))
        for block in made(samples.kasongan()).blocks:
            if isinstance(block, Grid):
                assert {len(row) for row in (*block.rows, *block.totals)} <= {len(block.columns)}


def test_large_figures_are_not_broken() -> None:
    given = samples.cirebon()
    line = replace(given.lines[0], quantity=D(10) ** 9, unit_price=D("99999999.99"), amount=D("99999999990000000.00"))
    for page in page_texts(pdf(invoice_paper(replace(given, lines=(line,))))):
        for figure in ("1,000,000,000", "99,999,999.99", "99,999,999,990,000,000.00"):
            assert figure in page.replace("\r", "").split("Goods")[1]
