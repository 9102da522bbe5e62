"""Where the cursor is while somebody works by keyboard, and what Enter does there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.product import Product
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.desk import Desk


def focus() -> str:
    found = QApplication.focusWidget()
    return found.objectName() if found else ""


@pytest.mark.parametrize(("place", "first"), [("products", "name"), ("partners", "legal_form"), ("shipments", "kind")])
def test_a_new_record_is_typed_behind_its_proposed_code(desk: Desk, place: str, first: str) -> None:
    desk.go(place)
    desk.new_record()
    assert focus() == first


def test_saving_a_new_record_leaves_cursor_and_page_where_they_were(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(1024, 600)
    desk.go("products")
    desk.new_record()
    assert desk.page is not None
    form = desk.page.form
    qtbot.keyClicks(form.editors["name"].input, "Kursi jati")
    form.editors["price_local"].input.setFocus()
    bar = form.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    where = bar.value()
    assert where > 0
    qtbot.keyClick(form.editors["price_local"].input, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.page is not None and desk.page.record_id is not None and desk.page.form is not form
    assert focus() == "price_local"
    assert desk.page.form.verticalScrollBar().value() == where


def test_saving_from_a_sheet_leaves_the_cell(desk: Desk, product: Saved, qtbot: QtBot) -> None:
    desk.go("shipments")
    desk.new_record()
    assert desk.page is not None
    view = desk.page.form.grids["lines"].view
    view.setFocus()
    view.go_to(0, 0)
    view.paste("Gantungan kunci\t5\n")
    view.go_to(0, 2)
    qtbot.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.page is not None
    after = desk.page.form.grids["lines"].view
    assert after is not view and QApplication.focusWidget() is after
    assert (after.currentIndex().row(), after.currentIndex().column()) == (0, 2)


def test_enter_presses_the_button_that_has_the_focus(desk: Desk, product: Saved, qtbot: QtBot) -> None:
    desk.go("products")
    new = next(b for b in desk.window.findChildren(QPushButton) if b.isVisible() and "Produk baru" in b.text())
    new.setFocus()
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert desk.page is not None and desk.page.entity is Product
    name = desk.page.form.editors["name"].input
    assert isinstance(name, QLineEdit) and not name.text()
