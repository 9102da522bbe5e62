"""What cannot be done says why, long work can be stopped, the recycle bin gives back: by keyboard."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.progress import Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.bin import bin_count
from lapas_desktop.services.records import Saved, delete_records, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.actions import ActionButton
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.why_not import WhyNot
from tests.ui.conftest import press
from tests.ui.pages import settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def action(owner: QWidget, words: str) -> ActionButton:
    return next(b for b in owner.findChildren(ActionButton) if b.isVisible() and b.action.text == words)


def cards(desk: Desk) -> list[WhyNot]:
    return [card for card in desk.window.findChildren(WhyNot) if card.isVisible()]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(qtbot: QtBot, pressed: Qt.Key) -> None:
    qtbot.keyClick(focused(), pressed)


def say_later(words: str) -> None:
    """Answers the question that comes up with the button of these words."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            next(button for button in box.buttons() if button.text() == words).click()
        else:
            QTimer.singleShot(20, answer)

    QTimer.singleShot(20, answer)


def test_an_impossible_release_says_why_and_leads_to_the_goods(
    desk: Desk, office: Office, now: datetime, qtbot: QtBot
) -> None:
    empty = save_record(office, Shipment, {}, now)
    desk.go("shipments")
    desk.open_record(desk.lists["shipments"].screen, empty.id)
    release = action(desk.window, "Rilis…")
    assert release.property("possible") is False
    assert "Belum ada barang." in release.accessibleDescription()
    release.setFocus()
    assert release.hasFocus()
    key(qtbot, Qt.Key.Key_Space)
    (card,) = cards(desk)
    assert "Belum ada barang." in card.accessibleName()
    assert focused().accessibleName() == "Tunjukkan"
    key(qtbot, Qt.Key.Key_Space)
    assert desk.page is not None
    assert desk.page.form.grids["lines"].isAncestorOf(focused())
    assert not cards(desk)
    assert load(office, Shipment, empty.id)["number"] is None


def test_esc_takes_the_reason_away_and_not_the_page(desk: Desk, office: Office, now: datetime, qtbot: QtBot) -> None:
    empty = save_record(office, Shipment, {}, now)
    desk.go("shipments")
    desk.open_record(desk.lists["shipments"].screen, empty.id)
    assert desk.page is not None
    qtbot.keyClick(desk.page, Qt.Key.Key_P, CONTROL)
    assert cards(desk)
    key(qtbot, Qt.Key.Key_Escape)
    assert not cards(desk)
    assert desk.page is not None and desk.page.isVisible()
    assert focused() is action(desk.window, "Manifes Excel")


def test_the_bar_does_not_jump_when_an_action_becomes_impossible(
    desk: Desk, office: Office, shipment: Saved, qtbot: QtBot
) -> None:
    desk.go("shipments")
    desk.open_record(desk.lists["shipments"].screen, shipment.id)
    pack = action(desk.window, "Tandai dikemas")
    settle(desk)
    bar = desk.window.frame.top
    before = [(b.text(), b.width()) for b in bar.findChildren(QPushButton) if b.isVisible()]
    save_record(office, Shipment, {"lines": [], "packages": []}, datetime(2026, 1, 19, 10, 0), shipment.id)
    qtbot.mouseClick(pack, Qt.MouseButton.LeftButton)
    assert load(office, Shipment, shipment.id)["status"] == "draft"
    settle(desk)
    assert [(b.text(), b.width()) for b in bar.findChildren(QPushButton) if b.isVisible()] == before
    assert action(desk.window, "Tandai dikemas") is pack
    assert "Belum ada barang" in pack.accessibleDescription()


def test_a_new_form_is_saved_first_and_then_released(desk: Desk, office: Office, product: Saved, qtbot: QtBot) -> None:
    desk.go("shipments")
    desk.new_record()
    assert desk.page is not None
    copy = action(desk.window, "Salin")
    assert "Simpan dahulu" in copy.accessibleDescription()
    view = desk.page.form.grids["lines"].view
    view.setCurrentIndex(view.model().index(0, 0))
    view.paste("PRD-0001\t5")
    press(qtbot, desk.window, "Rilis…")
    press(qtbot, desk.window, "Rilis KRM-2026-001")
    assert load(office, Shipment, 1)["number"] == "KRM-2026-001"
    assert desk.page is not None and desk.page.title == "Pengiriman KRM-2026-001"


def test_what_is_used_is_archived_instead(
    desk: Desk, office: Office, agreement: Saved, product: Saved, qtbot: QtBot
) -> None:
    desk.go("products")
    listed = desk.lists["products"].page
    qtbot.keyClick(listed.view, Qt.Key.Key_Delete)
    (card,) = cards(desk)
    assert "W20.PAS.3-PR.03-01" in card.accessibleName()
    assert focused().accessibleName() == "Arsipkan"
    key(qtbot, Qt.Key.Key_Space)
    stored = load(office, Product, product.id)
    assert stored["archived"] and stored["deleted_at"] is None
    press(qtbot, desk.window, "Urungkan")
    assert not load(office, Product, product.id)["archived"]


def test_an_empty_list_is_not_exported(desk: Desk, qtbot: QtBot) -> None:
    desk.go("products")
    press(qtbot, desk.window, "Ekspor daftar…")
    assert "kosong" in cards(desk)[0].accessibleName()


def test_long_work_shows_itself_and_esc_stops_it_without_a_file(
    desk: Desk, office: Office, now: datetime, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        save_record(office, Product, {"code": f"P-{number}", "name": f"Keset {number}"}, now)
    path = tmp_path / "daftar.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), "Excel (*.xlsx)"))
    held = threading.Event()
    told = Progress.__call__

    def slow(progress: Progress, done: int = 0, total: int = 0) -> None:
        held.wait(10)  # a disk that takes its time
        told(progress, done, total)

    monkeypatch.setattr(Progress, "__call__", slow)
    desk.go("products")
    press(qtbot, desk.window, "Ekspor daftar…")
    assert not desk.working.isVisible()
    qtbot.waitUntil(desk.working.isVisible, timeout=3_000)
    assert "daftar.xlsx" in desk.working.accessibleName()
    stop = next(b for b in desk.working.findChildren(QPushButton) if b.text() == "Batal")
    stop.setFocus()
    key(qtbot, Qt.Key.Key_Escape)
    held.set()
    qtbot.waitUntil(lambda: not desk.working.isVisible(), timeout=3_000)
    assert list(tmp_path.glob("*.xlsx")) == [] and list(tmp_path.glob(".~*")) == []
    assert not desk.jobs.watched


def test_closing_asks_only_while_work_is_not_done(desk: Desk, qtbot: QtBot) -> None:
    held = threading.Event()
    outcome: list[object] = []
    desk._at.take_time(desk, "Membuat buku", lambda progress: (held.wait(10), progress())[1], outcome.append)
    say_later("Tunggu")
    assert not desk.window.close()
    say_later("Batalkan dan tutup")
    assert desk.window.close()
    held.set()
    desk.jobs.wait()
    QApplication.processEvents()
    assert outcome == []


def test_the_question_on_leaving_saves_by_enter_and_stays_by_esc(
    desk: Desk, office: Office, product: Saved, qtbot: QtBot
) -> None:
    desk.go("products")
    desk.open_record(desk.lists["products"].screen, product.id)
    assert desk.page is not None
    name = desk.page.form.editors["name"].input
    qtbot.keyClick(name, Qt.Key.Key_End)
    qtbot.keyClicks(name, " baru")

    def answer(pressed: Qt.Key) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box, pressed)

    QTimer.singleShot(100, lambda: answer(Qt.Key.Key_Escape))
    desk.go("partners")
    assert desk.page is not None and desk.page.changed
    QTimer.singleShot(100, lambda: answer(Qt.Key.Key_Return))
    desk.go("partners")
    assert desk.page is None
    assert load(office, Product, product.id)["name"] == "Gantungan kunci baru"


def test_the_bin_gives_back_by_enter_and_is_emptied_after_a_question(
    desk: Desk, office: Office, product: Saved, agreement: Saved, now: datetime, qtbot: QtBot
) -> None:
    delete_records(office, Agreement, [agreement.id], now)
    delete_records(office, Product, [product.id], now + timedelta(minutes=5))
    desk.go("bin")
    assert desk.bin is not None
    view = desk.bin.page.view
    assert view.hasFocus() and desk.bin.page.model.rowCount() == 2
    assert desk.bin.page.model.index(0, 4).data() == "30 hari"
    key(qtbot, Qt.Key.Key_Return)
    assert load(office, Product, product.id)["deleted_at"] is None
    press(qtbot, desk.window, "Urungkan")
    assert bin_count(office) == 2
    say_later("Jangan hapus")
    press(qtbot, desk.window, "Kosongkan…")
    assert bin_count(office) == 2
    say_later("Hapus selamanya")
    press(qtbot, desk.window, "Kosongkan…")
    assert bin_count(office) == 0
    assert desk.bin.page.empty.isVisible()
    press(qtbot, desk.window, "Kosongkan…")
    assert "sudah kosong" in cards(desk)[0].accessibleName()
