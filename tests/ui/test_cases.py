"""Cases 2 and 3 told by keyboard alone, from an empty data folder to the papers; the data file says how they ended."""

from __future__ import annotations

import operator
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.attachments import attachments_of
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.checks_card import ChecksCard
from lapas_desktop.ui.compare_page import ComparePage
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.linked_record import LinkedRecord
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.window import Window
from tests.documents.samples import words
from tests.ui.conftest import forget_typing
from tests.ui.hands import Hands

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KOP = ("KANTOR WILAYAH KALIMANTAN TENGAH", "LEMBAGA PEMASYARAKATAN NARKOTIKA KELAS IIA KASONGAN", "Jalan Contoh No. 1")


class Officer:
    """Types one case into a new window; the day moves on when told."""

    def __init__(self, office: Office, day: datetime, qtbot: QtBot) -> None:
        self.office, self.day, self._qtbot = office, day, qtbot
        window = Window()
        self.desk = Desk(window, office, Jobs(), lambda: self.day)
        qtbot.addWidget(window, before_close_func=lambda _window: forget_typing(self.desk))
        window.show()
        self.hands = Hands(self.desk, qtbot)

    @property
    def page(self) -> RecordPage:
        assert self.desk.page is not None
        return self.desk.page

    def introduce(self, name: str, city: str, head: str, since: str, kasubsi: str) -> None:
        """The first start."""
        hands = self.hands
        hands.fill("name", name)
        hands.fill("city", city)
        hands.fill("kop", "")
        hands.press("Ctrl+End")
        for line in KOP:
            hands.press("Return")
            hands.type(line)
        hands.fill("head", head)
        hands.fill("head_since", since)
        hands.fill("kasubsi", kasubsi)
        hands.push("Mulai bekerja")

    def sheet(self, name: str, *rows: str, at: int = 0) -> None:
        """Rows as copied from Excel, pasted into a sheet from a row on, its first cell reached by Tab."""
        view = self.page.form.grids[name].view
        self.hands.tab_to(lambda widget: widget is view)
        self.hands.press("Ctrl+Home", *["Down"] * at)
        for row in rows:
            for place, text in enumerate(row.split("|")):
                if place:
                    self.hands.press("Tab")
                if text:
                    self.hands.type(text)
            self.hands.press("Return", *["Home"])
        assert not self.page.form.grids[name].rows_model.bad

    def partner(self, name: str, roles: str, street: str, signatory: str, job: str) -> None:
        """A partner that is not known yet, made from the sheet of parties."""
        hands = self.hands

        def fill(page: RecordPage) -> None:
            hands.fill("name", name)
            hands.fill("roles", roles)
            for sheet, cells in (("addresses", ("kantor", street, "Palangka Raya")), ("signatories", (signatory, job))):
                hands.tab_to(partial(operator.is_, page.form.grids[sheet].view))
                for cell in cells:
                    hands.type(cell)
                    hands.press("Tab")

        self._made_here(fill)

    def product(self, name: str) -> None:
        """A product that is not known yet, made from the sheet of products."""
        hands = self.hands
        hands.tab_to(partial(operator.is_, self.page.form.grids["products"].view))
        self._made_here(lambda _page: hands.fill("name", name))

    def _made_here(self, fill: Callable[[RecordPage], object]) -> None:
        def when_open() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, LinkedRecord) or not dialog.isAncestorOf(self.hands.at):
                QTimer.singleShot(20, when_open)
                return
            fill(dialog.page)
            self.hands.press("Ctrl+S")

        QTimer.singleShot(20, when_open)
        self.hands.press("Ctrl+Shift+N")
        self.hands.back()

    def saved(self) -> None:
        self.hands.press("Ctrl+S")
        assert not self.page.changed, {
            n: (g.rows_model.rows, g.rows_model.bad) for n, g in self.page.form.grids.items()
        }

    def shown(self) -> str:
        return "\n".join(found.text() for found in self.desk.window.findChildren(QLabel) if found.isVisible())

    def mend(self, finding: str, field: str, text: str) -> None:
        """Goes from a finding of the check to its field and mends it."""
        (card,) = self.desk.window.findChildren(ChecksCard)
        if not card.rows.isVisible():  # folded where it has no room beside the form
            self.hands.push("Tunjukkan")
        self.hands.wait(lambda: self._place_of(card, finding) is not None)
        self.hands.tab_to(lambda widget: widget is card.rows)
        self.hands.press("Home", *["Down"] * (self._place_of(card, finding) or 0), "Return")
        if field:
            self.hands.fill(field, text)
        else:
            self.hands.type(text)
        self.saved()
        self.hands.wait(lambda: self._place_of(card, finding) is None)

    @staticmethod
    def _place_of(card: ChecksCard, finding: str) -> int | None:
        told = [card.rows.item(number).text() for number in range(card.rows.count())]
        return next((number for number, text in enumerate(told) if finding in text), None)

    def sign(self, place: str, number: str = "") -> None:
        """By its button; the panel proposes the day and the number there is."""
        self.hands.push("Tandatangani…")
        self.hands.wait(lambda: self.hands.at.objectName() == "number")
        if number:
            self.hands.fill("number", number)
        self.hands.fill("signed_at", place)
        self.hands.press("Return", "Return")

    def printed(self) -> str:
        """All words of the paper in the preview, closed again by Esc."""
        printing = self.desk.printing
        self.hands.wait(lambda: printing.preview is not None and printing.preview.isVisible())
        assert printing.preview is not None
        told = words(printing.preview._path)
        printing.preview.activateWindow()
        self.hands.press("Esc")
        self.hands.wait(lambda: printing.preview is None or not printing.preview.isVisible())
        self.hands.back()
        return told

    def compared(self) -> str:
        return "".join(page.text.toPlainText() for page in self.desk.window.findChildren(ComparePage))

    def stored(self, entity: Any) -> Any:
        """The newest record of a kind with its rows."""
        with self.office.session() as session:
            record = session.scalars(select(entity).order_by(entity.id.desc())).first()
            for name in record.children:
                list(getattr(record, name))
            return record


@pytest.fixture
def officer(office: Office, qtbot: QtBot) -> Officer:
    return Officer(office, datetime(2026, 1, 19, 9, 0), qtbot)


def test_case_2_from_nothing_to_its_renewal(officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands = officer.hands
    officer.introduce("Lapas Narkotika Kelas IIA Kasongan", "Kasongan", "Batara Hutasoit", "1/1/26", "Fanuel Hanshius")
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
    officer.introduce("Lapas Kelas IIA Pangkalpinang", "Pangkalpinang", "Sugeng Indrawan", "2/1/25", "Eko Cahyono")
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
