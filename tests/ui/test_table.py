"""The windowed list: long lists, sorting in the database, searching."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from lapas_desktop.domain.product import Product
from lapas_desktop.services.lists import columns_of
from lapas_desktop.services.records import list_count, list_page
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.table import ListModel

ON = date(2026, 1, 19)


@pytest.fixture
def model(office: Office, now: datetime, qtbot: QtBot) -> ListModel:
    rows = [
        {"code": f"PRD-{n:04}", "name": f"Produk {n % 7} Māori", "unit": "buah", "search": f"prd-{n:04} maori",
         "hs_verified": False, "sample": True, "archived": False, "version": 1}
        for n in range(1, 1001)
    ]  # fmt: skip
    with office.transaction() as session:
        session.execute(insert(Product), rows)
    columns = columns_of(Product, ON)
    model = ListModel(
        columns,
        partial(list_page, office, Product, columns),
        lambda typed, within, done: done(list_count(office, Product, typed, *within)),
    )
    model.reload()
    return model


def codes(model: ListModel, *rows: int) -> list[str]:
    return [str(model.index(row, 0).data()) for row in rows]


def test_every_row_of_a_long_list_is_reached(model: ListModel) -> None:
    assert model.rowCount() == 1000
    assert codes(model, 0, 99, 100, 999) == ["PRD-0001", "PRD-0100", "PRD-0101", "PRD-1000"]


def test_sorting_happens_in_the_database(model: ListModel) -> None:
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert codes(model, 0, 999) == ["PRD-1000", "PRD-0001"]


def test_the_filter_knows_no_wildcards(model: ListModel) -> None:
    model.reload("MAORI 0042")
    assert codes(model, 0) == ["PRD-0042"]
    assert model.rowCount() == 1
    model.reload("%")
    assert model.rowCount() == 0
    model.reload("_")
    assert model.rowCount() == 0


def test_the_model_keeps_qts_rules(model: ListModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.reload("prd-000")
    assert tester.model() is model
