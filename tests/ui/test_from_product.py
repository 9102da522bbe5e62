"""A product chosen in the sheets of a shipment brings along what is known of it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.product import Product
from lapas_desktop.services.records import Saved, blank, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.grid import RowsGrid


@pytest.fixture
def chair(office: Office, now: datetime) -> Saved:
    packed = {"pack_type": "PX", "units_per_pack": 2, "pack_length": 70, "pack_tare": Decimal("1.9")}
    values = {"name": "Kursi jati", "hs_code": "94016900", "unit_net_weight": Decimal("6.8"), "price_export": 34}
    return save_record(office, Product, {**blank(office, Product), **values, **packed}, now)


def sheet(desk: Desk, name: str) -> RowsGrid:
    desk.go("shipments")
    if desk.page is None:
        desk.new_record()
    assert desk.page is not None
    return desk.page.form.grids[name]


def choose(qtbot: QtBot, grid: RowsGrid, typed: str) -> None:
    """Types the beginning of a product's name into its cell of the first row."""
    names = [field.name for field in grid.rows_model.columns]
    grid.view.setFocus()
    grid.view.go_to(0, names.index("product_id"))
    qtbot.keyClick(grid.view, typed[0])
    cell = grid.view.focusWidget()
    assert isinstance(cell, QComboBox)
    qtbot.keyClicks(cell.lineEdit(), typed[1:])
    popup = cell.completer().popup()
    assert popup is not None
    popup.hide()
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.view.delegate.open_editor is None)


def test_goods_get_unit_code_weight_and_price_at_once(desk: Desk, chair: Saved, qtbot: QtBot) -> None:
    grid = sheet(desk, "lines")
    choose(qtbot, grid, "Kursi")
    row = grid.rows_model.rows[0]
    assert (row["name"], row["unit"], row["hs_code"]) == ("Kursi jati", "buah", "94016900")
    assert (row["unit_net_weight"], row["unit_price"]) == (Decimal("6.8"), Decimal(34))
    grid.view.undo()
    assert grid.rows_model.rows == []


def test_another_product_replaces_its_predecessor_but_no_price_of_ones_own(
    desk: Desk, chair: Saved, product: Saved, qtbot: QtBot
) -> None:
    grid = sheet(desk, "lines")
    choose(qtbot, grid, "Kursi")
    names = [field.name for field in grid.rows_model.columns]
    grid.rows_model.setData(grid.rows_model.index(0, names.index("unit_price")), "40")
    choose(qtbot, grid, "Gantungan")
    row = grid.rows_model.rows[0]
    assert (row["name"], row["hs_code"], row["unit_net_weight"]) == ("Gantungan kunci", None, None)
    assert row["unit_price"] == Decimal(40)


def test_a_pasted_price_stays(desk: Desk, chair: Saved) -> None:
    grid = sheet(desk, "lines")
    grid.view.go_to(0, 0)
    grid.view.paste("Kursi jati\t10\t31,5\n")
    row = grid.rows_model.rows[0]
    assert (row["unit_price"], row["hs_code"]) == (Decimal("31.5"), "94016900")


def test_a_package_gets_the_size_and_content_of_its_product(desk: Desk, chair: Saved, qtbot: QtBot) -> None:
    grid = sheet(desk, "packages")
    choose(qtbot, grid, "Kursi")
    row = grid.rows_model.rows[0]
    assert (row["kind"], row["content"], row["length"], row["tare"]) == ("PX", 2, 70, Decimal("1.9"))
    assert row["width"] is None
