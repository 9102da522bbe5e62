"""The window as a person uses it, and what is in the data file afterwards."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.linked_record import LinkedRecord
from lapas_desktop.ui.preview import Preview
from tests.documents.samples import page_texts
from tests.ui.conftest import press


def write(qtbot: QtBot, desk: Desk, name: str, text: str) -> None:
    """Types into the field as a person: focus, keys, on to the next."""
    assert desk.page is not None
    editor = desk.page.form.editors[name].input
    editor.setFocus()
    if isinstance(editor, QComboBox) and not editor.isEditable():
        qtbot.keyClicks(editor, text)
    else:
        typed: QWidget = editor
        if isinstance(editor, QComboBox):
            line = editor.lineEdit()
            assert line is not None
            typed = line
        if isinstance(typed, QLineEdit):
            typed.selectAll()
        qtbot.keyClicks(typed, text)
        if isinstance(editor, QComboBox):
            editor.completer().popup().hide()


def paste(desk: Desk, name: str, block: str) -> None:
    """Pastes a block into a child table from its first cell on."""
    assert desk.page is not None
    view = desk.page.form.grids[name].view
    view.setCurrentIndex(view.model().index(0, 0))
    view.paste(block)


def save(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk.window, "Simpan")
    assert desk.page is not None
    wrong = {n: e.problem for n, e in desk.page.form.editors.items() if e.problem}
    assert not desk.page.changed, wrong


def stored(office: Office, entity: Any) -> Any:
    with office.session() as session:
        record = session.scalars(select(entity)).one()
        for name in record.children:
            getattr(record, name)
        return record


def test_a_product_typed_in_is_in_the_data_file(desk: Desk, office: Office, qtbot: QtBot) -> None:
    desk.go("products")
    press(qtbot, desk.window, "+ Produk baru")
    write(qtbot, desk, "name", "Gantungan kunci getah nyatu")
    write(qtbot, desk, "unit_net_weight", "0,02")
    save(qtbot, desk)
    product = stored(office, Product)
    assert (product.code, product.name) == ("PRD-0001", "Gantungan kunci getah nyatu")
    assert product.unit_net_weight == Decimal("0.02")


def test_a_form_with_a_mistake_says_so_and_keeps_the_typing(desk: Desk, office: Office, qtbot: QtBot) -> None:
    desk.go("products")
    press(qtbot, desk.window, "+ Produk baru")
    write(qtbot, desk, "hs_code", "123")
    press(qtbot, desk.window, "Simpan")
    assert desk.page is not None
    assert "8 angka" in desk.page.form.editors["hs_code"].problem
    assert desk.page.changed
    with office.session() as session:
        assert session.scalars(select(Product)).all() == []


def test_delete_and_undo_bring_the_record_back(desk: Desk, office: Office, product: Any, qtbot: QtBot) -> None:
    desk.go("products")
    listed = desk.lists["products"].page
    qtbot.keyClick(listed.view, Qt.Key.Key_Delete)
    assert listed.model.rowCount() == 0
    press(qtbot, desk.window, "Urungkan")
    assert listed.model.rowCount() == 1
    assert stored(office, Product).deleted_at is None


def test_the_filter_finds_without_accents_and_case(desk: Desk, product: Any, qtbot: QtBot) -> None:
    desk.go("products")
    listed = desk.lists["products"].page
    qtbot.keyClicks(listed.filter, "zzz%")
    qtbot.waitUntil(lambda: listed.model.rowCount() == 0)
    assert listed.empty.isVisible()
    listed.filter.clear()
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1)


def test_case_two_is_typed_in_and_its_summary_is_shown(
    desk: Desk, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.go("office")
    write(qtbot, desk, "name", "Lembaga Pemasyarakatan Narkotika Kelas IIA Kasongan")
    write(qtbot, desk, "city", "Kasongan")
    paste(desk, "officers", "Batara Hutasoit\t\tKepala Lapas\tKepala\t1/1/2026\t")
    save(qtbot, desk)
    desk.go("products")
    press(qtbot, desk.window, "+ Produk baru")
    write(qtbot, desk, "name", "Gantungan kunci getah nyatu")
    save(qtbot, desk)
    desk.go("partners")
    press(qtbot, desk.window, "+ Mitra baru")
    write(qtbot, desk, "name", "Life Style Nusantara")
    write(qtbot, desk, "roles", "pembeli, eksportir")
    paste(desk, "signatories", "Hairunnisa\tPerwakilan")
    save(qtbot, desk)
    assert stored(office, Partner).roles == "pembeli,eksportir"
    desk.go("agreements")
    press(qtbot, desk.window, "+ PKS baru")
    write(qtbot, desk, "title", "Penjualan kerajinan getah nyatu untuk ekspor")
    write(qtbot, desk, "type", "Ekspor")
    write(qtbot, desk, "number", "W17.PAS.PAS7-PK.05.04-021")
    write(qtbot, desk, "signed_on", "19/1/26")
    write(qtbot, desk, "signed_at", "Kasongan")
    write(qtbot, desk, "starts_on", "19 jan 2026")
    write(qtbot, desk, "ends_on", "18-01-2027")
    write(qtbot, desk, "destinations", "Selandia Baru")
    paste(desk, "parties", "\tpemilik produk\nMTR-0001\tpembeli dan eksportir")
    paste(desk, "products", "PRD-0001\t5.000")
    save(qtbot, desk)
    press(qtbot, desk.window, "Tandatangani…")
    press(qtbot, desk.window, "Tandatangani")
    agreement = stored(office, Agreement)
    assert agreement.signed_on == date(2026, 1, 19)
    assert agreement.destinations == "NZ"
    assert [party.signatory_name for party in agreement.parties] == ["Batara Hutasoit", "Hairunnisa"]
    press(qtbot, desk.window, "Cetak ringkasan")
    qtbot.waitUntil(lambda: desk.printing.preview is not None and desk.printing.preview.isVisible(), timeout=20_000)
    assert isinstance(desk.printing.preview, Preview)
    assert desk.printing.preview.page_count >= 1
    press(qtbot, desk.printing.preview, "+")
    assert "125 %" in desk.printing.preview._where.text()
    printed = QPrinter(QPrinter.PrinterMode.HighResolution)
    printed.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printed.setOutputFileName(str(tmp_path / "cetak.pdf"))
    desk.printing.preview.draw_on(printed)
    assert len(page_texts(tmp_path / "cetak.pdf")) == desk.printing.preview.page_count
    desk.printing.preview.close()


def test_leaving_a_saved_form_does_not_ask(desk: Desk, product: Any, qtbot: QtBot) -> None:
    desk.go("products")
    listed = desk.lists["products"].page
    qtbot.keyClick(listed.view, Qt.Key.Key_Return)
    assert desk.page is not None
    press(qtbot, desk.window, "Kembali")
    assert desk.page is None


def test_release_gives_the_number_in_the_window(desk: Desk, office: Office, product: Any, qtbot: QtBot) -> None:
    desk.go("shipments")
    press(qtbot, desk.window, "+ Pengiriman baru")
    paste(desk, "lines", "PRD-0001\t100\t1,75")
    save(qtbot, desk)
    press(qtbot, desk.window, "Rilis…")
    press(qtbot, desk.window, "Rilis KRM-2026-001")
    shipment = stored(office, Shipment)
    assert (shipment.number, shipment.status) == ("KRM-2026-001", "released")
    assert desk.window.frame.title.text() == "Pengiriman KRM-2026-001"


def test_the_second_writer_is_told_and_nothing_is_overwritten(
    desk: Desk, office: Office, product: Saved, now: datetime, qtbot: QtBot
) -> None:
    desk.go("products")
    qtbot.keyClick(desk.lists["products"].page.view, Qt.Key.Key_Return)
    save_record(office, Product, {"name": "Nama dari tempat lain"}, now, product.id)
    write(qtbot, desk, "material", "getah nyatu")
    press(qtbot, desk.window, "Simpan")
    assert desk.page is not None and desk.page.changed
    assert stored(office, Product).name == "Nama dari tempat lain"


def test_a_cell_still_open_is_saved_with_the_form(desk: Desk, office: Office, product: Saved, qtbot: QtBot) -> None:
    desk.go("shipments")
    press(qtbot, desk.window, "+ Pengiriman baru")
    paste(desk, "lines", "PRD-0001\t100\t1,75")
    save(qtbot, desk)
    assert desk.page is not None
    grid = desk.page.form.grids["lines"]
    grid.view.setCurrentIndex(grid.rows_model.index(0, 2))
    grid.view.edit(grid.view.currentIndex())
    cell = grid.view.findChild(QLineEdit)
    assert cell is not None
    cell.setText("9,99")
    assert not desk.page.changed
    save(qtbot, desk)
    assert stored(office, Shipment).lines[0].unit_price == Decimal("9.99")
    grid.view.edit(grid.rows_model.index(0, 2))
    open_cell = grid.view.indexWidget(grid.rows_model.index(0, 2)) or grid.view.findChildren(QLineEdit)[-1]
    assert isinstance(open_cell, QLineEdit)
    open_cell.setText("8")
    grid.commit()
    assert desk.page.changed


def test_a_copy_is_a_new_record_without_what_belongs_to_the_first(
    desk: Desk, office: Office, shipment: Saved, qtbot: QtBot
) -> None:
    desk.go("shipments")
    qtbot.keyClick(desk.lists["shipments"].page.view, Qt.Key.Key_Return)
    press(qtbot, desk.window, "Rilis…")
    press(qtbot, desk.window, "Rilis KRM-2026-001")
    assert desk.page is not None
    desk.page.act("Salin")
    assert desk.page is not None and desk.page.record_id is None and desk.page.changed
    save(qtbot, desk)
    with office.session() as session:
        first, second = session.scalars(select(Shipment).order_by(Shipment.id))
        assert (first.number, second.number, second.status) == ("KRM-2026-001", None, "draft")
        assert [line.quantity for line in second.lines] == [line.quantity for line in first.lines]
        assert second.buyer_id == first.buyer_id and second.released_on is None


def test_alt_page_down_goes_to_the_next_record(desk: Desk, office: Office, now: datetime, qtbot: QtBot) -> None:
    for number in (1, 2):
        save_record(office, Product, {"code": f"PRD-000{number}", "name": f"Keset {number}"}, now)
    desk.go("products")
    qtbot.keyClick(desk.lists["products"].page.view, Qt.Key.Key_Return)
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    assert desk.page is not None
    qtbot.keyClick(desk.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert desk.page.title == "Produk PRD-0002"
    qtbot.keyClick(desk.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(desk.page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert desk.page.title == "Produk PRD-0001"


def test_a_buyer_is_made_on_the_spot_without_losing_the_form(
    desk: Desk, office: Office, product: Saved, qtbot: QtBot
) -> None:
    desk.go("shipments")
    press(qtbot, desk.window, "+ Pengiriman baru")
    write(qtbot, desk, "seal", "S-1")

    def fill() -> None:
        (dialog,) = desk.window.findChildren(LinkedRecord)
        for name, text in (("name", "Rodney"), ("roles", "pembeli")):
            editor = dialog.page.form.editors[name].input
            editor.setFocus()
            qtbot.keyClicks(editor, text)
        press(qtbot, dialog, "Simpan")

    assert desk.page is not None
    QTimer.singleShot(200, fill)
    press(qtbot, desk.page.form.editors["buyer_id"], "+ baru")
    save(qtbot, desk)
    shipment = stored(office, Shipment)
    assert shipment.seal == "S-1"
    assert shipment.buyer_id == stored(office, Partner).id


def test_the_same_partner_is_told_while_typing_and_may_still_be_saved(
    desk: Desk, office: Office, partner: Saved, qtbot: QtBot
) -> None:
    desk.go("partners")
    press(qtbot, desk.window, "+ Mitra baru")
    write(qtbot, desk, "name", "PT. COIR")
    assert desk.page is not None
    editor = desk.page.form.editors["name"]
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Sudah ada" in found.text() for found in editor.findChildren(QLabel)))
    write(qtbot, desk, "roles", "pembeli")
    save(qtbot, desk)
