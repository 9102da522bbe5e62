"""The sheet of rows: typing, pasting from Excel, bad cells, deleting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.ui.grid import RowsGrid

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
    return [field.name for field in grid.rows_model.fields].index(name)


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
