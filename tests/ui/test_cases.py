"""Cases 2 and 3 told by keyboard alone, from an empty data folder to the papers; the data file says how they ended."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.attachments import attachments_of
from lapas_desktop.storage.office import Office
from tests.ui.officer import Officer

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def officer(office: Office, qtbot: QtBot) -> Officer:
    return Officer(office, datetime(2026, 1, 19, 9, 0), qtbot)


def test_case_2_from_nothing_to_its_renewal(officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands = officer.hands
    officer.introduce(
        "Lapas Narkotika Kelas IIA Kasongan", "Kasongan", "Kalimantan Tengah",
        "Batara Hutasoit", "1/1/26", "Fanuel Hanshius",
    )  # fmt: skip
    hands.go("products")
    hands.press("Ctrl+N")
    hands.fill("name", "Gantungan kunci getah nyatu")
    officer.saved()
    hands.go("agreements")
    hands.press("Ctrl+N")
    for name, text in (
        ("number", "WP.17.PAS.3-PK.08.01-12 Tahun 2026"), ("type", "Ekspor"),
        ("title", "Penjualan Kerajinan Getah Nyatu"), ("copies", "3"), ("starts_on", "19/1/26"), ("ends_on", "1 tahun"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.sheet("parties", "|pemilik produk")
    officer.partner("Life Style Nusantara", "pembeli", "Jalan G. Obos 12", "Hairunnisa", "Pimpinan")
    assert officer.stored(Partner).signatories[0].name == "Hairunnisa"
    officer.partner("IKM Kreasi Pastika", "IKM/produsen", "Jalan Yos Sudarso 3", "Pastika", "Ketua")
    officer.sheet("parties", "|pembeli dan eksportir", "|pembuat kerajinan", at=1)
    officer.sheet("products", "Gantungan kunci|3.000||25.000")
    hands.fill("scope", "Penjualan kerajinan getah nyatu buatan warga binaan")
    hands.fill("destinations", "Selandia Baru")
    hands.fill("sharing_basis", "Persen")
    officer.sheet("shares", "Premi warga binaan|50", "PNBP|15", "Modal kerja|35")
    officer.sheet("obligations", "Pihak Kedua|Membayar 14 hari sesudah ekspor|28/2/26", "Pihak Ketiga|Melatih perajin")
    hands.push("Ambil pasal baku")
    hands.press("Down", "Down", "Down", "Return", "Ctrl+End", "Return")
    hands.type("Pelepasan dilakukan di {tempat}.")
    officer.saved()
    officer.mend("Pasal 8", "renewal", "Diperpanjang")
    officer.mend("Para pihak 2: NIP/KTP", "", "6271014107850002")
    officer.sign("Palangka Raya")
    signed = officer.stored(Agreement)
    assert (signed.stage, signed.signed_on, signed.ends_on) == ("signed", date(2026, 1, 19), date(2027, 1, 18))
    assert [(p.signatory_name, p.signatory_number) for p in signed.parties] == [
        ("Batara Hutasoit", None), ("Hairunnisa", "6271014107850002"), ("Pastika", None)
    ]  # fmt: skip

    hands.push("Naskah PKS")
    deed = officer.printed()
    for told in (
        "Pada hari ini Senin tanggal Sembilan Belas bulan Januari tahun Dua Ribu Dua Puluh Enam (19-01-2026)",
        "selanjutnya disebut PIHAK KETIGA", "Pelepasan dilakukan di Palangka Raya.", "melatih perajin",
        "Nomor PIHAK PERTAMA: WP.17.PAS.3-PK.08.01-12 Tahun 2026", "Rp25.000,00", "rangkap 3 (tiga)",
    ):  # fmt: skip
        assert told in deed
    hands.press("Ctrl+P")
    summary = officer.printed()
    assert "Hairunnisa" in summary and "19 Januari 2026" in summary and "Penjualan Kerajinan Getah Nyatu" in summary
    word = tmp_path / "naskah.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(word), ""))
    officer.page.act("Naskah Word…")
    hands.wait(word.exists)
    with zipfile.ZipFile(word) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    assert "melatih perajin" in "".join(node.text or "" for node in root.iter(f"{_W}t"))
    scan = tmp_path / "pindaian.png"
    Image.new("RGB", (800, 1100), "white").save(scan)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(scan)], ""))
    hands.push("+ Pindaian")
    hands.wait(lambda: attachments_of(officer.office, Agreement, signed.id))

    officer.day = datetime(2026, 6, 1, 9, 0)
    hands.push("+ Adendum baru")
    for name, text in (("number", "ADD-1"), ("signed_on", "1/6/26"), ("starts_on", "1/6/26")):
        hands.fill(name, text)
    officer.sheet("changes", "Jumlah disepakati|Gantungan kunci|5.000", "Berakhir||30/6/27")
    officer.saved()
    hands.push("Tandatangani")
    hands.wait(lambda: officer.stored(Addendum).stage == "signed")
    hands.press("Ctrl+P")
    paper = officer.printed()
    for told in ("DENDUM I ATAS", "Pada hari ini Senin tanggal Satu bulan Juni", "30 Juni 2027", "3.000", "5.000"):
        assert told in paper, paper
    hands.press("Esc")
    hands.wait(lambda: "18 Jan 2027 → 30 Jun 2027" in officer.shown())
    hands.push("Bandingkan…")
    hands.wait(lambda: "5.000" in officer.compared())
    assert "3.000" in officer.compared()
    hands.press("Esc")

    officer.day = datetime(2027, 5, 3, 9, 0)
    hands.push("Perpanjang")
    hands.wait(lambda: officer.stored(Agreement).id != signed.id)
    renewal = officer.stored(Agreement)
    assert (renewal.predecessor_id, renewal.stage) == (signed.id, "draft")
    assert (renewal.starts_on, renewal.ends_on) == (date(2027, 7, 1), date(2028, 6, 30))
    assert [row.quantity for row in renewal.products] == [Decimal(5000)]
    assert "Pelepasan dilakukan di {tempat}." in "".join(row.text for row in renewal.clauses)


def test_case_3_a_shop_without_npwp_sells_on_consignment(officer: Officer) -> None:
    hands = officer.hands
    officer.day = datetime(2025, 11, 3, 9, 0)
    officer.introduce(
        "Lapas Kelas IIA Pangkalpinang",
        "Pangkalpinang",
        "Kepulauan Bangka Belitung",
        "Sugeng Indrawan",
        "2/1/25",
        "Eko Cahyono",
    )
    hands.go("agreements")
    hands.press("Ctrl+N")
    for name, text in (
        ("type", "Konsinyasi"), ("title", "Promosi dan Pemasaran Produk"), ("starts_on", "3/11/25"),
        ("ends_on", "1 tahun"), ("renewal", "Diperpanjang"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.sheet("parties", "|pemilik produk")
    officer.partner("Toko Acun Akuarium", "pemasar", "Jalan Contoh 6", "Hendri", "Pemilik")
    officer.sheet("parties", "|promosi dan pemasaran", at=1)
    for name in ("Perangkap tikus", "Sarang burung lovebird"):
        officer.product(name)
    officer.sheet("products", "|200||25.000", "|100||35.000")
    hands.fill("scope", "Promosi dan pemasaran di toko")
    hands.fill("sharing_basis", "Persen")
    hands.press("Down")
    officer.sheet("shares", "Lapas|80", "Toko|20")
    officer.sheet("obligations", "Pihak Kedua|Melaporkan penjualan|5/12/25|Tiap bulan")
    officer.saved()
    hands.push("Kirim untuk diperiksa")
    hands.wait(lambda: officer.stored(Agreement).stage == "review")
    officer.sign("Pangkalpinang", "PKS-017/XI/2025")
    signed = officer.stored(Agreement)
    assert (signed.stage, signed.number, signed.signed_on) == ("signed", "PKS-017/XI/2025", date(2025, 11, 3))
    assert [(row.quantity, row.price) for row in signed.products] == [(200, 25_000), (100, 35_000)]
    assert (signed.sharing_basis, [share.value for share in signed.shares]) == ("omzet", [80, 20])

    hands.push("Naskah PKS")
    deed = officer.printed()
    for told in (
        "Senin tanggal Tiga bulan November tahun Dua Ribu Dua Puluh Lima (03-11-2025)", "Perangkap tikus",
        "Sarang burung lovebird", "dengan peran promosi dan pemasaran", "Toko sebesar 20% (dua puluh persen)", "omzet",
    ):  # fmt: skip
        assert told in deed
    assert "NPWP" not in deed

    officer.day = datetime(2026, 2, 2, 9, 0)
    hands.push("Akhiri…")
    hands.wait(lambda: hands.at.objectName() == "terminated_on")
    hands.fill("termination_letter", "PKS-018/II/2026")
    hands.fill("termination_reason", "Toko tutup")
    hands.push("Akhiri")
    hands.wait(lambda: officer.stored(Agreement).stage == "terminated")
    hands.push("Surat pengakhiran")
    letter = officer.printed()
    for told in ("Yth. Pimpinan Toko Acun Akuarium", "Toko tutup", "Melaporkan penjualan", "2 Februari 2026"):
        assert told in letter
