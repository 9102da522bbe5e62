"""Typing comes back after the program ended without saving."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.drafts import kept_drafts
from lapas_desktop.services.records import Saved, load
from lapas_desktop.storage.drafts import FOLDER
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window
from tests.ui.conftest import forget_typing, press


def type_on(qtbot: QtBot, desk: Desk) -> None:
    """A shipment half changed: a field, a bad cell and a new row."""
    desk.go("shipments")
    qtbot.keyClick(desk.lists["shipments"].page.view, Qt.Key.Key_Return)
    assert desk.page is not None
    seal = desk.page.form.editors["seal"].input
    assert isinstance(seal, QLineEdit)
    seal.setFocus()
    qtbot.keyClicks(seal, "<b>S-77")
    lines = desk.page.form.grids["lines"].view
    lines.setCurrentIndex(lines.model().index(1, 0))
    lines.paste("PRD-0001\tdua")


@pytest.fixture
def again(desk: Desk, office: Office, shipment: Saved, now: datetime, qtbot: QtBot) -> Desk:
    """The desk of the next start; the first one was never closed, as in a power cut."""
    type_on(qtbot, desk)
    qtbot.waitUntil(lambda: bool(list(kept_drafts(office.folder))), timeout=4_000)
    window = Window()
    later = Desk(window, office, Jobs(), lambda: now)
    qtbot.addWidget(window, before_close_func=lambda _window: forget_typing(later))
    window.show()
    return later


def test_what_was_typed_is_offered_and_comes_back(again: Desk, office: Office, shipment: Saved, qtbot: QtBot) -> None:
    press(qtbot, again.home, "Pulihkan →")
    page = again.page
    assert page is not None and page.changed and page.record_id == shipment.id
    assert page.form.editors["seal"].typed() == "<b>S-77"
    rows = page.form.grids["lines"].rows_model
    assert rows.rows[0]["quantity"] == Decimal(500)
    assert rows.bad[(1, "quantity")][0] == "dua"
    rows.setData(rows.index(1, 1), "2")
    press(qtbot, again.window, "Simpan")
    stored = load(office, Shipment, shipment.id)
    assert (stored["seal"], [line["quantity"] for line in stored["lines"]]) == ("<b>S-77", [500, 2])
    assert list(kept_drafts(office.folder)) == []


def test_typing_given_up_on_purpose_is_not_offered(desk: Desk, office: Office, shipment: Saved, qtbot: QtBot) -> None:
    type_on(qtbot, desk)
    qtbot.waitUntil(lambda: bool(list(kept_drafts(office.folder))), timeout=4_000)
    page = desk.page
    assert page is not None
    page._unchanged()  # what "Jangan simpan" does
    assert list(kept_drafts(office.folder)) == []


def test_a_damaged_draft_is_passed_over(office: Office) -> None:
    place = office.folder / FOLDER
    place.mkdir()
    for name, text in (("Product-1", "{"), ("Product-2", "[]"), ("Gone-3", "{}"), ("Product-4", '{"kept_at": "x"}')):
        (place / f"{name}.json").write_text(text)
    (place / "..aneh.json").write_text("{}")
    assert list(kept_drafts(office.folder)) == []
