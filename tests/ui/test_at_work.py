"""Where the cursor is while somebody works by keyboard, and what Enter does there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.product import Product
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.desk import Desk
from tests.ui.conftest import press


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


def test_the_paper_of_a_row_is_made_by_its_key_also_where_the_details_have_no_room(
    desk: Desk, shipment: Saved, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def where(_parent: QWidget, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(tmp_path / "surat" / "manifes.xlsx"), "Excel (*.xlsx)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    (tmp_path / "surat").mkdir()
    desk.window.resize(720, 600)
    desk.go("shipments")
    page = desk.lists["shipments"].page
    qtbot.waitUntil(lambda: page.details.isHidden())
    for times in (1, 2):
        qtbot.keyClick(page.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda times=times: len(asked) == times)
        desk.jobs.wait()
    assert (tmp_path / "surat" / "manifes.xlsx").is_file()
    assert Path(asked[0]).is_absolute() and Path(asked[1]).parent == tmp_path / "surat"


def test_the_names_of_sections_are_never_cut(desk: Desk) -> None:
    desk.window.resize(760, 560)
    desk.go("agreements")
    desk.new_record()
    assert desk.page is not None
    links = [b for b in desk.page.form.findChildren(QPushButton, "section-link") if b.isVisible()]
    assert len({link.y() for link in links}) > 1
    assert all(link.width() >= link.sizeHint().width() for link in links)
    first = desk.page.form.editors["number"]
    assert first.mapTo(desk.page.form, QPoint(0, 0)).y() > links[-1].mapTo(desk.page.form, QPoint(0, 0)).y()


def test_a_verified_code_warns_no_more(desk: Desk, qtbot: QtBot) -> None:
    desk.go("products")
    desk.new_record()
    assert desk.page is not None
    editors = desk.page.form.editors
    qtbot.keyClicks(editors["hs_code"].input, "94016900")
    qtbot.keyClick(editors["hs_code"].input, Qt.Key.Key_Return)
    told = [found.text() for found in editors["hs_code"].findChildren(QLabel, "note-warning")]
    assert told and "HS" in told[0]
    qtbot.keyClick(editors["hs_verified"].input, Qt.Key.Key_Space)
    assert not editors["hs_code"].findChildren(QLabel, "note-warning")


def test_the_marked_section_is_one_that_is_seen(desk: Desk) -> None:
    desk.window.resize(1024, 600)
    desk.go("products")
    desk.new_record()
    assert desk.page is not None
    form = desk.page.form
    form.finish()
    bar = form.verticalScrollBar()
    bar.setValue(bar.maximum())  # by the wheel: the cursor stays in the first section, out of sight
    marked = [b.text() for b in form.findChildren(QPushButton, "section-link") if b.isChecked()]
    assert len(marked) == 1 and marked != ["Produk"]
    form.go_to_section(6)
    assert [b.text() for b in form.findChildren(QPushButton, "section-link") if b.isChecked()] == ["Lain-lain"]


def test_releasing_tells_the_number_that_was_given(desk: Desk, shipment: Saved, qtbot: QtBot) -> None:
    desk.go("shipments")
    qtbot.keyClick(desk.lists["shipments"].page.view, Qt.Key.Key_Return)
    press(qtbot, desk.window, "Rilis…")
    press(qtbot, desk.window, "Rilis KRM-2026-001")
    told = [found.text() for found in desk.window.findChildren(QLabel) if found.isVisible()]
    assert "KRM-2026-001 dirilis; isi suratnya dibekukan." in told


def test_the_next_number_is_still_told_when_its_pattern_is_left(desk: Desk, qtbot: QtBot) -> None:
    desk.go("office")
    assert desk.page is not None
    pattern = desk.page.form.editors["number_pattern"]
    told = [found.text() for found in pattern.findChildren(QLabel, "hint")]
    assert "Nomor berikutnya: KRM-2026-001" in told
    pattern.input.setFocus()
    qtbot.keyClick(pattern.input, Qt.Key.Key_Return)
    assert [found.text() for found in pattern.findChildren(QLabel, "hint")] == told
