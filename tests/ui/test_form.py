"""The form: every kind of editor read and written, problems beside the field, nothing lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.domain.product import Product
from lapas_desktop.ui.form import Form

TODAY = date(2026, 1, 19)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form(Product, lambda target: [(7, "MTR-0001 · PT Coir")], TODAY)
    qtbot.addWidget(form)
    form.resize(1100, 700)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.load({"code": "PRD-0001", "unit": "buah", "quality_items": []})
    return form


def line(form: Form, name: str) -> QLineEdit:
    editor = form.editors[name].input
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    return editor


def test_typed_values_are_read_by_their_kind(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(form, "name"), "Gantungan kunci")
    qtbot.keyClicks(line(form, "hs_code"), "9602.00.20")
    qtbot.keyClicks(line(form, "unit_net_weight"), "0,0225")
    qtbot.keyClicks(line(form, "price_local"), "Rp 1.500")
    values = form.values()
    assert values["name"] == "Gantungan kunci"
    assert values["hs_code"] == "96020020"
    assert values["unit_net_weight"] == Decimal("0.0225")
    assert values["price_local"] == Decimal(1500)


def test_enter_goes_to_the_next_field(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClick(line(form, "code"), Qt.Key.Key_Return)
    assert form.focusWidget() is form.editors["name"].input


def test_a_number_echoes_how_it_was_read(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(form, "price_local"), "1000000,5")
    qtbot.keyClick(line(form, "price_local"), Qt.Key.Key_Return)
    assert line(form, "price_local").text() == "1.000.000,5"


def test_what_cannot_be_read_stays_and_is_told_beside_the_field(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(form, "hs_code"), "1234567")
    qtbot.keyClick(line(form, "hs_code"), Qt.Key.Key_Return)
    assert "8 angka" in form.editors["hs_code"].problem
    assert line(form, "hs_code").text() == "1234567"
    with pytest.raises(Invalid):
        form.values()


def test_a_problem_of_a_cell_is_told_above_its_sheet(form: Form) -> None:
    grid = form.grids["quality_items"]
    grid.rows_model.setData(grid.rows_model.index(0, 1), "jangka sorong")
    form.show_problems([Problem("quality_items[0].item", "Wajib diisi.")])
    assert grid.rows_model.data(grid.rows_model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert form.values()["quality_items"][0]["method"] == "jangka sorong"


def test_hostile_text_comes_back_as_typed(form: Form) -> None:
    for text in ("PT <b>Maju & Jaya</b>", '=HYPERLINK("x")', '<font color="[[[">', "CON", "a/b:c", "שלום"):
        line(form, "name").setText(text)
        assert form.values()["name"] == text
    line(form, "name").setText("x" * 10_000)
    with pytest.raises(Invalid):
        form.values()
