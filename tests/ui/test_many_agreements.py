"""Many agreements from one, and where their originals lie, as a person asks for them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.many_dialog import ManyDialog
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(owner: QWidget) -> str:
    return "\n".join(found.text() for found in owner.findChildren(QLabel) if found.isVisibleTo(owner))


def opened(desk: Desk, qtbot: QtBot) -> ManyDialog:
    desk.go("agreements")
    press(qtbot, desk.lists["agreements"].page, "Buat banyak PKS dari ini…")
    (dialog,) = desk.window.findChildren(ManyDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def paste(dialog: ManyDialog, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(dialog.grid.view, Qt.Key.Key_V, CTRL)


def numbers(office: Office) -> list[str]:
    found = []
    for record_id in range(2, 50):
        with office.session() as session:
            agreement = session.get(Agreement, record_id)
            if agreement and not agreement.deleted_at:
                found.append(agreement.number or "")
    return found


def test_a_block_from_a_spreadsheet_becomes_forty_agreements_and_goes_again(
    desk: Desk, office: Office, agreement: Saved, partner: Saved, qtbot: QtBot
) -> None:
    dialog = opened(desk, qtbot)
    paste(
        dialog, qtbot, "\n".join(f"PT Coir\tPKS-{n:02}\tM/{n}\tTitip jual {n}\t1/2/26\t31/1/27" for n in range(1, 41))
    )
    assert "Buat 40 PKS" in [found.text() for found in dialog.findChildren(QPushButton)]
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(desk.lists["agreements"].page.selected_ids()) == 40)
    assert numbers(office) == [f"PKS-{n:02}" for n in range(1, 41)]
    last = load(office, Agreement, 41)
    assert (last["title"], last["starts_on"], last["ends_on"]) == ("Titip jual 40", date(2026, 2, 1), date(2027, 1, 31))
    assert (last["stage"], last["parties"][1]["number"]) == ("draft", "M/40")
    assert sorted(desk.lists["agreements"].page.selected_ids()) == list(range(2, 42))
    press(qtbot, desk.window, "Urungkan")
    assert numbers(office) == []
    assert load(office, Agreement, agreement.id)["deleted_at"] is None


def test_cells_that_cannot_be_read_are_marked_and_nothing_is_made_or_lost(
    desk: Desk, office: Office, agreement: Saved, partner: Saved, qtbot: QtBot
) -> None:
    dialog = opened(desk, qtbot)
    paste(dialog, qtbot, "Coir\tA-1\t\t\t1/2/26\t\nTidak Dikenal\tA-2\t\t\t32/1/26\t\n\tA-3")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert "Belum ada yang dibuat: perbaiki dahulu sel yang ditandai" in shown(dialog)
    assert set(dialog.grid.rows_model.bad) == {(1, "partner_id"), (1, "starts_on"), (2, "partner_id")}
    assert dialog.grid.rows_model.typed()[1]["partner_id"] == "Tidak Dikenal"
    assert numbers(office) == []


def test_a_number_given_twice_is_told_in_its_row(
    desk: Desk, office: Office, agreement: Saved, partner: Saved, qtbot: QtBot
) -> None:
    dialog = opened(desk, qtbot)
    paste(dialog, qtbot, "Coir\tA-1\nCoir\tA-1")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: (1, "number") in dialog.grid.rows_model.bad)
    assert numbers(office) == []
    dialog.grid.view.go_to(1, 1)
    paste(dialog, qtbot, "A-2")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: numbers(office) == ["A-1", "A-2"])


def test_typed_rows_do_not_go_unasked(desk: Desk, agreement: Saved, partner: Saved, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    paste(dialog, qtbot, "Coir\tA-1")

    def stay() -> None:
        (box,) = desk.window.findChildren(QMessageBox) or dialog.findChildren(QMessageBox)
        assert "Baris yang sudah diketik tidak disimpan." in box.text()
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(50, stay)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.grid.rows_model.rows
    dialog.grid.rows_model.load([])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_lent_original_has_its_view_and_its_list(
    desk: Desk, office: Office, agreement: Saved, now: datetime, qtbot: QtBot
) -> None:
    original = {"holder": "Lapas", "stamped": True, "lent_to": "Kanwil", "lent_on": date(2026, 1, 1)}
    save_record(office, Agreement, {"originals": [original]}, now, agreement.id)
    desk.go("agreements")
    page = desk.lists["agreements"].page
    qtbot.waitUntil(
        lambda: "Asli dipinjam 1" in [chip.text() for chip in page.chips.findChildren(QPushButton) if chip.isVisible()]
    )
    press(qtbot, page, "Asli dipinjam 1")
    press(qtbot, page, "Daftar naskah asli")
    qtbot.waitUntil(lambda: desk.printing.preview is not None)
    assert desk.printing.preview is not None
    desk.printing.preview.close()
