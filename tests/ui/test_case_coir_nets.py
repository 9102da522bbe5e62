"""Case 5 told by keyboard alone: from the workshop over the partner's check to Busan, ended as the data file says."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.frozen_shipment import FrozenShipment
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.attachments import attachments_of
from lapas_desktop.services.printed import printed_papers
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.papers_card import PapersCard
from tests.ui.officer import Officer


@pytest.fixture
def officer(office: Office, qtbot: QtBot) -> Officer:
    return Officer(office, datetime(2025, 9, 1, 9, 0), qtbot)


def introduced(officer: Officer) -> None:
    """The office, the partner and the buyer, the net, the agreement of 1 September."""
    hands = officer.hands
    officer.introduce(
        "Lapas Kelas I Cirebon", "Cirebon", "Jawa Barat", "Nanank Syamsudin", "2/1/25", "Kasubsi contoh"
    )  # fmt: skip
    hands.go("products")
    hands.press("Ctrl+N")
    for name, text in (
        ("name", "Jaring sabut kelapa"), ("export_name", "Coir net, knotted"), ("hs_code", "56089090"),
        ("unit_net_weight", "4,2"), ("pack_type", "Bal"), ("units_per_pack", "30"), ("pack_tare", "1,5"),
        ("pack_length", "100"), ("pack_width", "60"), ("pack_height", "60"), ("premi_per_unit", "5.000"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.saved()
    hands.go("partners")
    hands.press("Ctrl+N")
    for name, text in (
        ("legal_form", "Asing"), ("name", "Sample Korea Trading"), ("roles", "pembeli"), ("country", "Korea Selatan"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.sheet("addresses", "kantor|1 Sample-ro, Jung-gu|Busan")
    officer.saved()
    hands.go("agreements")
    hands.press("Ctrl+N")
    for name, text in (
        ("number", "CONTOH-PK.08.01-021 TAHUN 2025"), ("type", "Produksi"),
        ("title", "Produksi jaring sabut kelapa"), ("starts_on", "1/9/25"), ("ends_on", "1 tahun"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.sheet("parties", "|pembuat produk")
    officer.partner("Coir", "eksportir", "Jalan Contoh No. 10", "Direktur contoh", "Direktur")
    officer.sheet("parties", "|eksportir dan pemeriksa mutu", at=1)
    officer.sheet("products", "Jaring|20.000||3,25|USD")
    hands.fill("destinations", "Korea Selatan")
    officer.saved()
    officer.sign("Cirebon")
    agreement = officer.stored(Agreement)
    assert agreement.stage == "signed"
    assert [(row.quantity, row.price, row.currency) for row in agreement.products] == [(20_000, Decimal("3.25"), "USD")]
    hands.press("Esc")


def made(officer: Officer, protocol: Path) -> None:
    """5,400 nets by 40 heads, the partner's checks, his protocol as a scan."""
    hands = officer.hands
    officer.day = datetime(2025, 10, 16, 15, 0)
    hands.go("production")
    hands.press("Ctrl+N")
    for name, text in (
        ("stage", "Selesai"), ("product_id", "Jaring"), ("agreement_id", "CONTOH"), ("partner_id", "Coir"),
        ("starts_on", "29/9/25"), ("ends_on", "16/10/25"), ("target", "5.400"), ("made", "5.400"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.sheet("crews", "29/9/25|16/10/25|40")
    officer.sheet(
        "checks", "8/10/25|Pemeriksa PT Coir|Mitra|60|Lulus", "16/10/25|Pemeriksa PT Coir|Mitra|90|Lulus|BA-7/X/2025"
    )
    officer.saved()
    hands.push("+ Pindaian")
    batch = officer.stored(Batch)
    hands.wait(lambda: attachments_of(officer.office, Batch, batch.id))
    assert (batch.made, batch.premi, batch.quality_state) == (5400, Decimal("27000000.00"), "lulus")
    assert protocol.exists()
    hands.press("Esc")


def packed(officer: Officer) -> None:
    """The second export to Korea, in bales, with its papers asked for."""
    hands = officer.hands
    hands.go("shipments")
    hands.press("Ctrl+N")
    for name, text in (
        ("agreement_id", "CONTOH"), ("destination_country", "Korea Selatan"), ("export_sequence", "2"),
        ("buyer_id", "Sample Korea"), ("consignee_id", "Sample Korea"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.sheet("lines", "Jaring|5.400")
    form = officer.page.form
    view = form.grids["lines"].view
    hands.tab_to(lambda widget: widget is view)
    hands.press("Ctrl+Home", *["Right"] * [field.name for field in view.sheet.columns].index("batch_id"))
    hands.type("PRO-0001")
    hands.press("Return", "Ctrl+Tab")
    packages = form.grids["packages"].view
    hands.tab_to(lambda widget: widget is packages)
    hands.press("Ctrl+B")
    assert "Bal 1–180" in officer.shown()
    hands.press("Return")
    for name, text in (
        ("mode", "Laut"), ("incoterm", "FOB"), ("incoterm_place", "Tanjung Priok"),
        ("port_of_loading", "Tanjung Priok, Jakarta (IDTPP)"), ("port_of_discharge", "Busan (KRPUS)"),
        ("vessel", "KM Contoh 012N"), ("container", "CTHU1000018"), ("seal", "CONTOH-0001"),
        ("rate", "16.600"), ("rate_on", "16/10/25"), ("rate_source", "Kurs contoh"), ("invoice_number", "INV-002"),
        ("invoice_date", "16/10/25"), ("packing_list_number", "PL-002"), ("packing_list_date", "16/10/25"),
    ):  # fmt: skip
        hands.fill(name, text)
    documents = form.grids["documents"].view
    hands.tab_to(lambda widget: widget is documents)
    hands.press("Ctrl+B")
    for name, text in (
        ("ceremony_on", "17/10/25"), ("ceremony_place", "Lapas Kelas I Cirebon"),
        ("officials", "Kusnali, Kanwil Ditjenpas Jawa Barat"),
    ):  # fmt: skip
        hands.fill(name, text)
    officer.saved()
    officer.mend("kontainer", "container", "CTHU1000017")
    shipment = officer.stored(Shipment)
    assert shipment.export_sequence == 2 and shipment.lines[0].batch_id
    assert [(row.from_no, row.to_no, row.content) for row in shipment.packages] == [(1, 180, 30)]
    assert (shipment.totals.net, shipment.totals.gross) == (22680, 22950)
    assert (shipment.lines[0].unit_price, shipment.currency) == (Decimal("3.25"), "USD")
    assert "SKA" in [row.document for row in shipment.documents]


def test_case_5_from_the_workshop_to_the_buyer(
    officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = officer.hands
    protocol = tmp_path / "berita acara QC.png"
    Image.new("RGB", (800, 1100), "white").save(protocol)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(protocol)], ""))
    introduced(officer)
    made(officer, protocol)
    packed(officer)
    officer.day = datetime(2025, 10, 17, 9, 0)
    hands.push("Rilis…")
    hands.press("Return")
    shipment = officer.stored(Shipment)
    assert (shipment.number, shipment.status, shipment.released_on) == ("KRM-2025-001", "released", date(2025, 10, 17))

    manifest, package = tmp_path / "manifes.xlsx", tmp_path / "paket.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(manifest), ""))
    hands.press("Ctrl+P")
    hands.wait(manifest.exists)
    book = load_workbook(manifest, data_only=True)
    told = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"KRM-2025-001", "INV-002", "CTHU1000017", "17550"} <= told, told
    (card,) = officer.page.findChildren(PapersCard)
    officer.take(card, "Commercial Invoice")
    invoice = officer.printed()
    for words in ("Coir net, knotted", "5608.90.90", "17,550.00", "Sample Korea Trading", "Busan"):
        assert words in invoice, invoice
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(package), ""))
    hands.push("Paket kirim (ZIP)…")
    hands.wait(package.exists)
    with zipfile.ZipFile(package) as held:
        names = held.namelist()
    assert "index.html" in names and "surat/Packing List KRM-2025-001.pdf" in names
    hands.wait(lambda: len(printed_papers(officer.office, shipment.id)) >= 8)

    officer.day = datetime(2025, 10, 18, 9, 0)
    hands.push("Kirim…")
    hands.press("Return")
    hands.type("BL-CONTOH-77")
    hands.press("Return", "Return")
    officer.day = datetime(2025, 11, 3, 9, 0)
    hands.push("Terima…")
    hands.press("Return")
    hands.type("Gudang Busan")
    hands.press("Return")
    hands.press("Return", "Return")
    done = officer.stored(Shipment)
    assert (done.status, done.shipped_on, done.delivered_on) == ("delivered", date(2025, 10, 18), date(2025, 11, 3))
    assert (done.transport_document, done.received_by, done.lines[0].accepted) == ("BL-CONTOH-77", "Gudang Busan", 5400)
    with officer.office.session() as session:
        (kept,) = session.scalars(select(FrozenShipment))
        assert kept.is_whole and kept.number == "KRM-2025-001"
