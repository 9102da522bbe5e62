"""Beranda as a person uses it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.services.today import today
from lapas_desktop.storage.backup import backup_folder, backups
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.home_page import HomePage
from tests.documents.samples import words
from tests.ui.conftest import PRACTICE_DAY, press


@pytest.fixture
def late(office: Office, shipment: Saved, now: datetime) -> Saved:
    return save_record(office, Shipment, {"planned_on": date(2026, 1, 12)}, now, shipment.id)


def shown(desk: Desk) -> list[str]:
    return [found.text() for found in desk.home.findChildren(QLabel) if found.isVisible()]


def test_the_first_page_says_what_waits_and_leads_there(late: Saved, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Pengiriman lewat rencana 7 hari" in shown(desk))
    press(qtbot, desk.home, "Buka →")
    assert desk.page is not None
    assert (desk.page.entity, desk.page.record_id) == (Shipment, late.id)


def test_the_backup_is_one_press(product: Saved, desk: Desk, office: Office, qtbot: QtBot) -> None:
    press(qtbot, desk.home, "Cadangkan →")
    qtbot.waitUntil(lambda: len(backups(backup_folder(office.folder))) == 1)
    qtbot.waitUntil(lambda: "Belum ada cadangan" not in shown(desk))


def test_a_place_wears_the_number_of_what_waits_there(late: Saved, desk: Desk, qtbot: QtBot) -> None:
    def named() -> list[str]:
        return [found.accessibleName() for found in desk.window.findChildren(QPushButton)]

    qtbot.waitUntil(lambda: "Pengiriman, 1 perlu perhatian" in named())


def test_saving_brings_the_page_up_to_date(desk: Desk, office: Office, draft: Saved, qtbot: QtBot) -> None:
    desk.go("agreements")
    qtbot.keyClick(desk.lists["agreements"].page.view, Qt.Key.Key_Return)
    assert desk.page is not None
    title = desk.page.form.editors["title"].input
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_End)
    qtbot.keyClicks(title, " perdana")
    press(qtbot, desk.window, "Simpan")
    desk.go("home")
    qtbot.waitUntil(lambda: any("Pemasaran gantungan kunci perdana" in text for text in shown(desk)))
    with office.session() as session:
        found = session.get(Agreement, draft.id)
        assert found is not None and found.title == "Pemasaran gantungan kunci perdana"


def test_the_start_page_is_printed_by_one_key(late: Saved, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.printing.preview is not None, timeout=10_000)
    preview = desk.printing.preview
    assert preview is not None
    text = words(preview._path)
    assert "Ringkasan kantor per 19 Januari 2026" in text and "Pengiriman lewat rencana 7 hari" in text
    preview.close()


def test_a_new_office_is_led_from_step_to_step(desk: Desk, office: Office, now: datetime, qtbot: QtBot) -> None:
    save_record(office, OfficeProfile, {"name": "Lapas Contoh"}, now)
    desk.go("home")
    qtbot.waitUntil(lambda: "Langkah 1: catat produk" in shown(desk))
    press(qtbot, desk.home, "Mulai →")
    assert desk.lists["products"].page.empty.isVisible()
    save_record(office, Product, {"code": "PRD-1", "name": "Sapu", "unit": "buah"}, now)
    desk.go("home")
    qtbot.waitUntil(lambda: "Langkah 2: catat mitra" in shown(desk))


def test_what_is_shown_already_is_not_built_again(late: Saved, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Pengiriman lewat rencana 7 hari" in shown(desk))
    before = desk.home.findChildren(QLabel)
    desk.go("products")
    desk.go("home")
    desk.jobs.wait()
    qtbot.wait(50)
    assert desk.home.findChildren(QLabel) == before


def test_a_sentence_at_the_bottom_never_hides_the_field_that_is_typed_in(
    desk: Desk, product: Saved, qtbot: QtBot
) -> None:
    desk.window.resize(911, 512)
    desk.window.activateWindow()
    desk.go("products")
    qtbot.keyClick(desk.lists["products"].page.view, Qt.Key.Key_Return)
    page = desk.page
    assert page is not None
    page.tell("Belum tersimpan: ada 1 isian yang perlu diperbaiki.")
    for editor in page.form.editors.values():
        editor.input.setFocus()
        page.form.ensureWidgetVisible(editor.input, 0, 0)
        qtbot.wait(5)
        field = editor.input.rect().translated(editor.input.mapTo(page, QPoint(0, 0)))
        assert not field.intersects(page._notice.geometry()), editor.field.name


def test_what_waits_is_never_squeezed(practising: Desk, qtbot: QtBot) -> None:
    home = HomePage()
    qtbot.addWidget(home)
    home.resize(1100, 600)
    home.show()
    home.show_today(today(practising.office, PRACTICE_DAY))
    first = home.findChild(QFrame, "todo")
    inside = first.parentWidget() if first else None
    layout = inside.layout() if inside else None
    assert inside is not None and layout is not None
    assert inside.height() >= layout.heightForWidth(inside.width()) > home.height()
