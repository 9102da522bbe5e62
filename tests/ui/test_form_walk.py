"""Forms walked by keyboard: reading order, sections, echoes, facts, and a sheet's own undo before the window's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, blank_row
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.facts import Facts
from lapas_desktop.ui.form import Form
from lapas_desktop.ui.sheet_view import SheetView

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 1, 19)


def opened(qtbot: QtBot, entity: type[Record]) -> Form:
    form = Form(entity, lambda target: [(1, "Gantungan kunci · PRD-0001"), (2, "Tisu · PRD-0002")], TODAY)
    qtbot.addWidget(form)
    form.resize(1140, 700)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.load(blank_row(entity))
    return form


def in_hand() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed_into(qtbot: QtBot, form: Form, name: str, text: str) -> QLineEdit:
    line = form.editors[name].input
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    return line


def said(form: Form, name: str) -> list[str]:
    return [told.text() for told in form.editors[name].findChildren(QLabel)]


@pytest.mark.parametrize("entity", [Product, Partner, Agreement, Shipment, OfficeProfile])
def test_tab_walks_every_form_in_reading_order_and_is_caught_in_no_sheet(qtbot: QtBot, entity: type[Record]) -> None:
    form = opened(qtbot, entity)
    form.focus_first()
    page = form.widget()
    assert page is not None
    stops = len(form.editors) + len(form.grids)
    places = []
    for _stop in range(stops):
        widget = in_hand()
        corner = widget.mapTo(page, QPoint(0, 0))
        places.append((corner.y(), corner.x()))
        held = CTRL if isinstance(widget, SheetView) else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(widget, Qt.Key.Key_Tab, held)
    assert len(set(places)) == stops
    assert places == sorted(places)


def test_in_the_window_tab_leaves_a_form_only_behind_its_last_part(desk: Desk, draft: Saved, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.open_record(SCREENS["agreements"], draft.id)
    assert desk.page is not None
    form, files = desk.page.form, desk.page.files
    assert files is not None
    form.focus_first()
    seen: list[QWidget] = []
    while form.isAncestorOf(in_hand()) and in_hand() not in seen:
        seen.append(in_hand())
        held = CTRL if isinstance(in_hand(), SheetView) else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(in_hand(), Qt.Key.Key_Tab, held)
    wanted = [editor.input for editor in form.editors.values()] + [grid.view for grid in form.grids.values()]
    assert [widget for widget in wanted if widget.isEnabled() and widget not in seen] == []
    assert any(files.isAncestorOf(widget) for widget in seen)


def test_tab_in_the_empty_row_of_a_sheet_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    form = opened(qtbot, Product)
    sheet = form.grids["quality_items"].view
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    assert in_hand() is form.editors["notes"].input
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert in_hand() is form.editors["premi_per_unit"].input


def test_a_long_form_is_walked_section_by_section(qtbot: QtBot) -> None:
    form = opened(qtbot, Shipment)
    form.focus_first()
    qtbot.keyClick(in_hand(), Qt.Key.Key_PageDown, CTRL)
    assert in_hand() is form.grids["lines"].view
    qtbot.keyClick(in_hand(), Qt.Key.Key_PageDown, CTRL)
    assert in_hand() is form.grids["packages"].view
    qtbot.keyClick(in_hand(), Qt.Key.Key_PageDown, CTRL)
    assert in_hand() is form.editors["mode"].input
    assert form.verticalScrollBar().value() > 0
    qtbot.keyClick(in_hand(), Qt.Key.Key_PageUp, CTRL)
    assert in_hand() is form.grids["packages"].view


def test_a_figure_and_a_day_are_told_as_read_before_the_field_is_left(qtbot: QtBot) -> None:
    form = opened(qtbot, Shipment)
    typed_into(qtbot, form, "rate", "16250,5")
    assert "= 16.250,5" in said(form, "rate")
    typed_into(qtbot, form, "rate_on", "+3")
    assert "= Kamis, 22 Januari 2026" in said(form, "rate_on")
    line = typed_into(qtbot, form, "rate_on", "19/1x")
    assert form.editors["rate_on"].problem == ""
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert form.editors["rate_on"].problem


def test_an_end_is_typed_as_a_period_from_the_beginning(qtbot: QtBot) -> None:
    form = opened(qtbot, Agreement)
    line = typed_into(qtbot, form, "ends_on", "1 tahun")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert "mulai" in form.editors["ends_on"].problem
    typed_into(qtbot, form, "starts_on", "19/1/26")
    line = typed_into(qtbot, form, "ends_on", "1 tahun")
    assert "= Senin, 18 Januari 2027" in said(form, "ends_on")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert form.values()["ends_on"] == date(2027, 1, 18)
    facts = form.findChild(Facts)
    assert facts is not None
    qtbot.waitUntil(lambda: "Lamanya 1 tahun" in facts.text())


def test_totals_and_doubts_follow_the_typing(qtbot: QtBot) -> None:
    form = opened(qtbot, Shipment)
    lines = form.grids["lines"]
    lines.view.setFocus()
    lines.view.paste("PRD-0001\t1000\t1,25\nPRD-0001\t48\t2")
    amount = lines.rows_model.index(1, [c.name for c in lines.rows_model.columns].index("amount"))
    qtbot.waitUntil(lambda: amount.data() == "96")
    assert not amount.flags() & Qt.ItemFlag.ItemIsEditable
    assert any("Jumlah 1.048" in facts.text() and "1.346" in facts.text() for facts in form.findChildren(Facts))
    assert any("Sudah ada di baris 1" in told.text() for told in lines.findChildren(QLabel))
    qtbot.keyClick(lines.view, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not any("Sudah ada" in told.text() for told in lines.findChildren(QLabel)))


def test_undo_in_a_sheet_is_the_sheets_and_not_the_windows(
    desk: Desk, office: Office, product: Saved, shipment: Saved, qtbot: QtBot
) -> None:
    undone = []
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.open_record(SCREENS["shipments"], shipment.id)
    assert desk.page is not None
    desk.window.frame.say("Terhapus.", lambda: undone.append(True))
    sheet = desk.page.form.grids["lines"].view
    sheet.setFocus()
    sheet.go_to(0, 1)
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    qtbot.keyClick(sheet, Qt.Key.Key_Z, CTRL)
    assert not undone
    sheet.go_to(0, 2)
    qtbot.keyClick(sheet, "3")
    qtbot.keyClick(in_hand(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.sheet.rows[0]["unit_price"] == 3)
    qtbot.keyClick(sheet, Qt.Key.Key_S, CTRL)
    assert not desk.page.changed
    with office.session() as session:
        line = session.scalars(select(Shipment)).one().lines[0]
        assert (line.quantity, line.unit_price) == (Decimal(500), Decimal(3))
