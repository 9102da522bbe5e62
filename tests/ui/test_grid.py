"""The sheet of rows: typing, pasting from Excel, bad cells, deleting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.ui.cell_delegate import EchoLabel
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.rows_model import MARK_ROLE

PRODUCTS = [(1, "PRD-0001 · Gantungan kunci"), (2, "PRD-0002 · Tempat tisu")]


@pytest.fixture
def grid(qtbot: QtBot) -> RowsGrid:
    grid = RowsGrid("Barang", ShipmentLine, lambda target: PRODUCTS, date(2026, 1, 19))
    qtbot.addWidget(grid)
    grid.resize(1000, 300)
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    return grid


def column(grid: RowsGrid, name: str) -> int:
    return [field.name for field in grid.rows_model.columns].index(name)


def test_a_block_from_excel_fills_rows_and_marks_the_bad_cell(grid: RowsGrid) -> None:
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    grid.view.paste("PRD-0001\t1.200\t1,75\nTempat tisu\tdua\t9,5\n")
    rows = grid.rows_model.rows
    assert [row["product_id"] for row in rows] == [1, 2]
    assert rows[0]["quantity"] == Decimal(1200)
    assert rows[0]["unit_price"] == Decimal("1.75")
    assert rows[1]["unit_price"] == Decimal("9.5")
    typed, message = grid.rows_model.bad[(1, "quantity")]
    assert typed == "dua" and "angka" in message


@pytest.mark.parametrize("name", ["quantity", "product_id"])
def test_what_is_worked_out_meanwhile_takes_no_letter_from_the_cell_in_hand(
    grid: RowsGrid, qtbot: QtBot, name: str
) -> None:
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    grid.view.paste("PRD-0001\t1.200\t1,75")
    grid.view.setFocus()
    grid.view.go_to(0, column(grid, name))
    typed = "750" if name == "quantity" else "Tempat tisu"
    qtbot.keyClick(grid.view, typed[0])
    for letter in typed[1:]:
        grid.show_worked_out([{"amount": Decimal(2100)}], {})
        qtbot.keyClick(grid.view.focusWidget(), letter)
    grid.commit()
    row = grid.rows_model.rows[0]
    assert (row["quantity"], row["product_id"]) == ((Decimal(750), 1) if name == "quantity" else (Decimal(1200), 2))


def test_typing_into_the_last_row_adds_a_row(grid: RowsGrid, qtbot: QtBot) -> None:
    index = grid.rows_model.index(0, column(grid, "quantity"))
    grid.view.setFocus()
    grid.view.setCurrentIndex(index)
    qtbot.keyClick(grid.view, Qt.Key.Key_5)
    cell = grid.view.focusWidget()
    assert isinstance(cell, QLineEdit)
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.rows_model.rowCount() == 2)
    assert grid.rows_model.rows[0]["quantity"] == Decimal(5)


def test_a_product_chosen_by_typing_is_taken_with_enter_and_the_next_row_waits(grid: RowsGrid, qtbot: QtBot) -> None:
    grid.view.setFocus()
    for typed, product in (("tisu", 2), ("gantungan", 1)):
        row = len(grid.rows_model.rows)
        grid.view.setCurrentIndex(grid.rows_model.index(row, 0))
        qtbot.keyClick(grid.view, typed[0])
        cell = grid.view.focusWidget()
        assert isinstance(cell, QComboBox)
        qtbot.keyClicks(cell.lineEdit(), typed[1:])
        cell.completer().popup().hide()
        qtbot.keyClick(cell, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda row=row: len(grid.rows_model.rows) == row + 1)
        assert grid.rows_model.rows[row]["product_id"] == product
        assert grid.view.currentIndex().row() == row + 1


def test_a_name_that_is_in_no_list_stays_and_is_told(grid: RowsGrid) -> None:
    grid.rows_model.setData(grid.rows_model.index(0, 0), "Sapu lidi")
    assert "tidak ada dalam daftar" in grid.rows_model.bad[(0, "product_id")][1]
    assert grid.rows_model.data(grid.rows_model.index(0, 0), Qt.ItemDataRole.DisplayRole) == "Sapu lidi"


def test_figures_stand_under_headings_on_their_side(grid: RowsGrid) -> None:
    side = Qt.Orientation.Horizontal
    align = grid.rows_model.headerData(column(grid, "quantity"), side, int(Qt.ItemDataRole.TextAlignmentRole))
    assert align & int(Qt.AlignmentFlag.AlignRight)


def test_removing_a_row_moves_the_marks_of_those_below(grid: RowsGrid) -> None:
    grid.view.setCurrentIndex(grid.rows_model.index(0, column(grid, "quantity")))
    grid.view.paste("1\ndua\n3")
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    grid.remove_current()
    assert list(grid.rows_model.bad) == [(0, "quantity")]
    assert grid.rows_model.rows[1]["quantity"] == Decimal(3)


def test_the_model_keeps_qts_rules(grid: RowsGrid) -> None:
    tester = QAbstractItemModelTester(grid.rows_model, QAbstractItemModelTester.FailureReportingMode.Warning, grid)
    grid.rows_model.insert_rows(2)
    grid.rows_model.remove(0)
    assert tester.model() is grid.rows_model


def at(grid: RowsGrid, row: int, name: str) -> None:
    grid.view.setFocus()
    grid.view.go_to(row, column(grid, name))


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


NONE = Qt.KeyboardModifier.NoModifier


def key(qtbot: QtBot, grid: RowsGrid, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(grid.view, which, held)


CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def quantities(grid: RowsGrid) -> list[Decimal | None]:
    return [row["quantity"] for row in grid.rows_model.rows]


def test_a_pasted_block_is_undone_and_redone_as_one_step(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "product_id")
    put("PRD-0001\t1\t2\nPRD-0002\t3\t4\n")
    key(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert quantities(grid) == [1, 3]
    key(qtbot, grid, Qt.Key.Key_Z, CTRL)
    assert grid.rows_model.rows == []
    key(qtbot, grid, Qt.Key.Key_Y, CTRL)
    assert quantities(grid) == [1, 3]
    key(qtbot, grid, Qt.Key.Key_Z, CTRL)
    key(qtbot, grid, Qt.Key.Key_Z, CTRL | SHIFT)
    assert quantities(grid) == [1, 3]


def test_rows_are_moved_removed_and_emptied_by_keys(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "quantity")
    grid.view.paste("1\n2\n3\n4")
    at(grid, 2, "quantity")
    key(qtbot, grid, Qt.Key.Key_Down, SHIFT)
    key(qtbot, grid, Qt.Key.Key_Up, ALT)
    assert quantities(grid) == [1, 3, 4, 2]
    key(qtbot, grid, Qt.Key.Key_Down, ALT)
    assert quantities(grid) == [1, 2, 3, 4]
    key(qtbot, grid, Qt.Key.Key_Delete)
    assert quantities(grid) == [1, 2, None, None]
    key(qtbot, grid, Qt.Key.Key_Delete, CTRL)
    assert quantities(grid) == [1, 2]


def test_a_block_is_copied_cut_and_one_cell_fills_a_selection(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "quantity")
    grid.view.paste('1.250,5\t3\t\t\t"baris\nbaru"\n2\t4')
    key(qtbot, grid, Qt.Key.Key_Right, SHIFT)
    key(qtbot, grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1.250,5\t3\n"
    key(qtbot, grid, Qt.Key.Key_Down, SHIFT)
    key(qtbot, grid, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "1.250,5\t3\n2\t4\n"
    assert quantities(grid) == [None, None]
    put("7")
    key(qtbot, grid, Qt.Key.Key_V, CTRL)
    assert [(row["quantity"], row["unit_price"]) for row in grid.rows_model.rows] == [(7, 7), (7, 7)]


def test_tab_walks_the_cells_passes_computed_ones_and_leaves_after_the_last_row(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "unit_price")
    grid.view.paste("5")
    key(qtbot, grid, Qt.Key.Key_Tab)
    assert grid.view.currentIndex().column() == column(grid, "amount") + 1
    last = grid.rows_model.fields[-1].name
    at(grid, 0, last)
    key(qtbot, grid, Qt.Key.Key_Tab)
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (1, 0)
    key(qtbot, grid, Qt.Key.Key_Backtab, SHIFT)
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (0, column(grid, last))


def test_escape_gives_a_cell_its_old_text_back_and_f2_edits_it(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "quantity")
    grid.view.paste("12")
    key(qtbot, grid, Qt.Key.Key_F2)
    cell = grid.view.focusWidget()
    assert isinstance(cell, QLineEdit) and cell.text() == "12"
    qtbot.keyClicks(cell, "99")
    qtbot.keyClick(cell, Qt.Key.Key_Escape)
    assert quantities(grid) == [12]


def test_an_open_cell_tells_how_a_figure_is_read(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "unit_net_weight")
    qtbot.keyClick(grid.view, "1")
    cell = grid.view.focusWidget()
    assert isinstance(cell, QLineEdit)
    qtbot.keyClicks(cell, "00 = 2,25")
    told = grid.view.findChild(EchoLabel)
    assert told is not None and told.isVisible() and told.text() == "= 0,0225"
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(grid.rows_model.rows) == 1)
    assert grid.rows_model.rows[0]["unit_net_weight"] == Decimal("0.0225")


def test_more_rows_than_a_sheet_holds_are_told(grid: RowsGrid) -> None:
    at(grid, 0, "quantity")
    grid.view.paste("\n".join(str(n) for n in range(1, 521)))
    assert len(grid.rows_model.rows) == 500
    assert any("500 baris" in told.toolTip() for told in grid.findChildren(QLabel))


def test_f8_walks_the_bad_cells_which_wear_a_sign(grid: RowsGrid, qtbot: QtBot) -> None:
    at(grid, 0, "quantity")
    grid.view.paste("1\tdua\ntiga\t4")
    for place in ((0, "unit_price"), (1, "quantity"), (0, "unit_price")):
        key(qtbot, grid, Qt.Key.Key_F8)
        qtbot.wait(1)
        index = grid.rows_model.index(place[0], column(grid, place[1]))
        assert grid.view.currentIndex() == index
        assert index.data(MARK_ROLE) == "bad" and "angka" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_first_column_stays_in_sight(grid: RowsGrid) -> None:
    at(grid, 0, "quantity")
    grid.view.paste("1\n2")
    assert not grid.view.frozen.isVisible()
    at(grid, 1, "made_by_inmates")
    assert grid.view.frozen.isVisible()
    at(grid, 1, "hs_code")
    assert grid.view.visualRect(grid.view.currentIndex()).left() >= grid.view.columnWidth(0)
    at(grid, 1, "product_id")
    assert not grid.view.frozen.isVisible()


def test_what_is_being_typed_stays_while_the_sheet_is_worked_out(grid: RowsGrid, qtbot: QtBot) -> None:
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    grid.view.paste("PRD-0001\t7")
    grid.view.setFocus()
    grid.view.setCurrentIndex(grid.rows_model.index(0, column(grid, "quantity")))
    qtbot.keyClicks(grid.view, "1")
    cell = grid.view.focusWidget()
    assert isinstance(cell, QLineEdit)
    qtbot.keyClicks(cell, "2")
    grid.show_worked_out([{}], {})
    qtbot.keyClicks(cell, "5")
    assert cell.text() == "125"
