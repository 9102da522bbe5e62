"""Beranda as a person uses it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.storage.backup import backup_folder, backups
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from tests.ui.conftest import press


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
