"""Settings, the office's lists, the second place, practice and restoring, through the window."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop.app import Program
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.product import Product
from lapas_desktop.services import kop
from lapas_desktop.services.maintenance import back_up_now
from lapas_desktop.services.office_lists import lists_values
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.storage.office import Office, create_office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.kop_card import KopCard
from lapas_desktop.ui.screens.products import PRODUCTS
from lapas_desktop.ui.second_place_card import SecondPlaceCard
from tests.ui.conftest import press


def answer(words: str) -> None:
    """Presses a button of the question that comes up next."""

    def press_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(found for found in box.buttons() if found.text() == words).click()

    QTimer.singleShot(100, press_it)


def visible_texts(desk: Desk) -> list[str]:
    return [found.text() for found in desk.window.findChildren(QLabel) if found.isVisible()]


def test_a_new_unit_typed_in_the_lists_can_be_chosen_for_a_product(
    product: Saved, desk: Desk, office: Office, qtbot: QtBot
) -> None:
    desk.go("settings")
    press(qtbot, desk.window, "Atur daftar")
    assert desk.page is not None
    grid = desk.page.form.grids["units"]
    grid.view.setCurrentIndex(grid.rows_model.index(len(grid.rows_model.rows), 0))
    grid.view.paste("rim\tream\treams\tRM\tRM")
    qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert lists_values(office)["units"][-1]["word"] == "rim"
    qtbot.keyClick(desk.page, Qt.Key.Key_Escape)
    desk.open_record(PRODUCTS, product.id)
    assert desk.page is not None
    unit = desk.page.form.editors["unit"]
    unit.type_in("rim")
    qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert load(office, Product, product.id)["unit"] == "rim"


def test_an_hs_code_is_found_by_words_and_told(product: Saved, desk: Desk, office: Office, qtbot: QtBot) -> None:
    desk.open_record(PRODUCTS, product.id)
    assert desk.page is not None
    editor = desk.page.form.editors["hs_code"]
    line = editor.input
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "perangkap")
    completer = line.completer()
    assert completer is not None
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert line.text() == "7326.20.60"
    assert "Perangkap tikus, kawat" in visible_texts(desk)
    qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert load(office, Product, product.id)["hs_code"] == "73262060"


def test_an_hs_code_off_the_list_is_allowed_with_a_note(
    product: Saved, desk: Desk, office: Office, qtbot: QtBot
) -> None:
    desk.open_record(PRODUCTS, product.id)
    assert desk.page is not None
    line = desk.page.form.editors["hs_code"].input
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "11112222")
    assert any("Tidak ada di daftar HS" in text for text in visible_texts(desk))
    qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert load(office, Product, product.id)["hs_code"] == "11112222"


def test_a_second_place_is_chosen_told_and_forgotten(
    product: Saved, desk: Desk, office: Office, tmp_path: Path, now: datetime, qtbot: QtBot
) -> None:
    back_up_now(office, now)
    desk.go("settings")
    found = desk.window.findChild(SecondPlaceCard)
    assert found is not None
    found.choose(tmp_path / "tidak ada")
    qtbot.waitUntil(lambda: any("bukan folder" in text for text in visible_texts(desk)))
    disk = tmp_path / "disk"
    disk.mkdir()
    found.choose(disk)
    qtbot.waitUntil(lambda: str(disk) in visible_texts(desk))
    assert len(list(disk.glob("*/cadangan-*.db"))) == 1
    press(qtbot, found, "Tidak dipakai lagi")
    assert "Belum dipilih." in visible_texts(desk)


def opened(qtbot: QtBot, folder: Path, first: object = None) -> Program:
    program = Program(folder, first)  # type: ignore[arg-type]
    qtbot.addWidget(program.window)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=30_000)
    assert program.desk is not None
    program.desk.clock = lambda: datetime(2026, 1, 19, 9)
    return program


def test_practice_begins_anew_from_the_window(qtbot: QtBot, tmp_path: Path, now: datetime) -> None:
    folder = tmp_path / "latihan"
    make_practice_office(folder, now.date())
    program = opened(qtbot, folder)
    assert program.desk is not None
    office = program.desk.office
    save_record(office, Product, {**blank(office, Product), "name": "Buatan saya"}, now)
    program.desk.go("practice")
    assert program.window.frame.objectName() == "practising"
    answer("Mulai dari awal")
    press(qtbot, program.window, "Mulai dari awal…")
    assert program.window.again
    program.finish()
    again = opened(qtbot, folder, program.window.meanwhile)
    assert again.desk is not None
    again.desk.go("products")
    again.desk.lists["products"].page.filter.setText("Buatan saya")
    qtbot.waitUntil(lambda: again.desk is not None and again.desk.lists["products"].page.model.rowCount() == 0)
    again.finish()


def test_a_task_leads_to_its_place(qtbot: QtBot, tmp_path: Path, now: datetime) -> None:
    folder = tmp_path / "latihan"
    make_practice_office(folder, now.date())
    program = opened(qtbot, folder)
    assert program.desk is not None
    program.desk.go("practice")
    ways = [found for found in program.window.findChildren(QPushButton) if found.text() == "Kerjakan →"]
    qtbot.mouseClick(ways[0], Qt.MouseButton.LeftButton)
    assert program.desk.page is not None and program.desk.page.entity is Product
    program.desk.page.changed = False
    program.finish()


def test_a_backup_of_the_old_pc_is_restored_in_place(
    qtbot: QtBot, office: Office, product: Saved, tmp_path: Path, now: datetime
) -> None:
    made = back_up_now(office, now)
    create_office(tmp_path / "pc baru").close()
    program = opened(qtbot, tmp_path / "pc baru")
    assert program.desk is not None
    program.desk.own.restore_from(tmp_path / "tidak ada.db")
    assert not program.window.again
    answer("Pulihkan cadangan")
    program.desk.own.restore_from(made)
    assert program.window.again
    program.finish()
    again = opened(qtbot, tmp_path / "pc baru", program.window.meanwhile)
    assert again.desk is not None
    assert load(again.desk.office, Product, product.id)["name"] == "Gantungan kunci"
    again.finish()


def test_the_office_form_shows_the_kop_the_next_number_and_gaps_of_heads(
    shipment: Saved, desk: Desk, office: Office, qtbot: QtBot
) -> None:
    desk.go("office")
    assert desk.page is not None
    form = desk.page.form
    form.editors["name"].type_in("Lapas Kasongan")
    form.editors["number_pattern"].type_in("KSG-{urut:03}")
    assert "Nomor berikutnya: KSG-001" in visible_texts(desk)
    grid = form.grids["officers"]
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    grid.view.paste("Lama\t\tKepala\tKepala\t1/1/24\t31/12/24\nBaru\t\tKepala\tKepala\t1/2/25\t")
    assert "Tidak ada kepala dari 1 Jan 2025 sampai 31 Jan 2025." in visible_texts(desk)
    picture = form.findChild(QLabel, "kop")
    assert picture is not None
    qtbot.waitUntil(lambda: not picture.pixmap().isNull(), timeout=5_000)
    small = picture.pixmap().height()
    form.editors["kop"].type_in("\n".join(f"BARIS {n}" for n in range(1, 9)))
    qtbot.waitUntil(lambda: picture.pixmap().height() > small, timeout=5_000)


def test_a_broken_logo_is_told_and_a_good_one_can_be_undone(
    desk: Desk, office: Office, tmp_path: Path, qtbot: QtBot, now: datetime
) -> None:
    save_record(office, OfficeProfile, {**blank(office, OfficeProfile), "name": "Lapas"}, now)
    desk.go("office")
    assert desk.page is not None
    desk.page.form.finish()
    card = desk.page.findChild(KopCard)
    assert card is not None
    broken = tmp_path / "rusak.png"
    broken.write_bytes(b"bukan gambar")
    card.choose("left", broken)
    assert any("tidak dapat dibaca" in text for text in visible_texts(desk))
    good = tmp_path / "baik.png"
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(good))
    card.choose("left", good)
    press(qtbot, card, "Lepas logo kiri")
    assert kop.logos(office) == (None, None)
    qtbot.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kop.logos(office)[0]
