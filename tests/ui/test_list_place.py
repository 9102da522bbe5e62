"""Lists as a person uses them: views, several rows at once, columns, copying, exporting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import func, insert, or_, select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.list_place import ListPlace
from lapas_desktop.ui.list_screen import ListScreen
from tests.ui.conftest import press


@pytest.fixture
def products(desk: Desk, office: Office, now: datetime) -> ListScreen:
    for number, code in enumerate(("08011100", None, "46012900"), 1):
        values = {"code": f"PRD-{number:04}", "name": f"Keset {number}", "hs_code": code}
        save_record(office, Product, values, now)
    desk.go("products")
    return desk.lists["products"].page


def chips(page: ListScreen) -> list[str]:
    return [chip.text() for chip in page.chips.findChildren(QPushButton) if chip.isVisible()]


def archived(office: Office) -> list[bool]:
    return [load(office, Product, number)["archived"] for number in (1, 2, 3)]


def test_a_view_tells_how_many_and_shows_them(products: ListScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: chips(products) == ["Semua 3", "Tanpa kode HS 1", "Tanpa berat 3"])
    press(qtbot, products, "Tanpa kode HS 1")
    assert products.model.index(0, 0).data() == "PRD-0002"
    assert products.model.rowCount() == 1


def test_several_rows_are_archived_at_once_and_taken_back(
    desk: Desk, office: Office, products: ListScreen, qtbot: QtBot
) -> None:
    qtbot.keyClick(products.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, products, "Arsipkan")
    assert archived(office) == [True, True, True]
    qtbot.waitUntil(lambda: "Arsip 3" in chips(products))
    press(qtbot, desk.window, "Urungkan")
    assert archived(office) == [False, False, False]
    assert products.model.rowCount() == 3


def test_a_list_sorted_by_a_heading_keeps_its_record_in_hand(desk: Desk, products: ListScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: products.selected_ids() == [1])
    header = products.view.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(1) + header.sectionSize(1) // 2, header.height() // 2)
    for first in ([1, 2, 3], [3, 2, 1]):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert [products.model.record_id(row) for row in range(3)] == first
        assert products.selected_ids() == [1]
    press(qtbot, products, "Buka")
    assert desk.page is not None and desk.page.record_id == 1


def test_what_comes_back_by_ctrl_z_is_in_hand_although_ctrl_is_still_down(
    desk: Desk, office: Office, products: ListScreen, qtbot: QtBot
) -> None:
    desk.list_place("products").delete([2])
    products.select(3)
    qtbot.keyPress(products.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert load(office, Product, 2)["deleted_at"] is None
    assert products.selected_ids() == [2]
    products.select(2)  # again, as when a list comes back that has it in hand
    assert products.selected_ids() == [2]
    qtbot.keyRelease(products.view, Qt.Key.Key_Z)


@pytest.fixture
def many(desk: Desk, office: Office, qtbot: QtBot) -> ListScreen:
    rows = [
        {"code": f"PRD-{n:04}", "name": f"Keset {n}", "unit": "buah", "hs_verified": False, "sample": False,
         "archived": False, "version": 1, "search": f"keset {n}"}
        for n in range(1, 301)
    ]  # fmt: skip
    with office.transaction() as session:
        session.execute(insert(Product), rows)
    desk.go("products")
    page = desk.lists["products"].page
    qtbot.waitUntil(lambda: page.model.counted)
    return page


def put_away(office: Office) -> int:
    with office.session() as session:
        gone = or_(Product.archived, Product.deleted_at.is_not(None))
        return session.scalar(select(func.count()).select_from(Product).where(gone)) or 0


@pytest.mark.parametrize("word", ["Arsipkan", "Hapus ke tempat sampah"])
def test_hundreds_of_rows_are_put_away_behind_the_window_and_taken_back(
    desk: Desk, office: Office, many: ListScreen, qtbot: QtBot, word: str
) -> None:
    qtbot.keyClick(many.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, many, word)
    assert [progress.words for progress in desk.jobs.watched] == ["Mengubah 300 data…"]
    qtbot.waitUntil(lambda: not desk.jobs.watched, timeout=20_000)
    assert put_away(office) == 300
    press(qtbot, desk.window, "Urungkan")
    qtbot.waitUntil(lambda: not desk.jobs.watched, timeout=20_000)
    assert put_away(office) == 0


def test_putting_away_hundreds_of_rows_is_given_up_without_a_trace(
    desk: Desk, office: Office, many: ListScreen, qtbot: QtBot
) -> None:
    qtbot.keyClick(many.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, many, "Arsipkan")
    desk.jobs.cancel()
    qtbot.waitUntil(lambda: not desk.jobs.watched, timeout=20_000)
    assert put_away(office) == 0


def test_rows_are_copied_as_a_table(products: ListScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(products.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(products.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, first, second = QGuiApplication.clipboard().text().split("\n")
    assert heading.split("\t")[:2] == ["Kode", "Nama produk"]
    assert first.split("\t")[:3] == ["PRD-0001", "Keset 1", "0801.11.00"]
    assert second.startswith("PRD-0002\tKeset 2\t")


def test_hidden_columns_order_and_view_are_remembered(
    desk: Desk, products: ListScreen, office: Office, qtbot: QtBot
) -> None:
    products.view.column_menu().actions()[2].trigger()
    products.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    products.show_view("no_weight")
    del desk.lists["products"]
    desk.go("products")
    again = desk.lists["products"].page
    assert again.view.isColumnHidden(2) and not again.view.isColumnHidden(1)
    assert again.model.index(0, 1).data() == "Keset 3"
    assert again.chips.key == "no_weight"


def test_columns_and_order_are_chosen_by_keys(desk: Desk, products: ListScreen, qtbot: QtBot) -> None:
    (chooser,) = [found for found in products.findChildren(QPushButton) if found.text() == "Kolom dan urutan"]
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Space)
    (menu,) = [found for found in products.view.findChildren(QMenu) if found.title() == ""]
    qtbot.waitUntil(menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert [number for number in range(3) if products.view.isColumnHidden(number)] == [2]
    for descending in (False, True):
        qtbot.waitUntil(lambda: not [one for one in products.view.findChildren(QMenu) if one.title() == ""])
        menu = products.view.column_menu()
        (by,) = [one.menu() for one in menu.actions() if one.text() == "Urutkan menurut"]
        assert isinstance(by, QMenu)
        by.actions()[1].trigger()
        menu.deleteLater()
        assert (products.model.sort_column, products.model.descending) == (1, descending)


def test_the_visible_list_becomes_a_workbook(
    desk: Desk, products: ListScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "daftar"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), "Excel (*.xlsx)"))
    products.filter.setText("prd-0002")
    qtbot.waitUntil(lambda: products.model.rowCount() == 1)
    press(qtbot, desk.window, "Ekspor daftar…")
    desk.jobs.wait()
    sheet = openpyxl.load_workbook(tmp_path / "daftar.xlsx").worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=5, values_only=True)] == ["PRD-0002"]


def test_the_summaries_of_several_agreements_are_one_paper(
    desk: Desk, office: Office, agreement: Saved, now: datetime, qtbot: QtBot
) -> None:
    desk.go("agreements")
    desk.lists["agreements"].page.view.selectAll()
    desk.printing.together("summary", [agreement.id, agreement.id])
    qtbot.waitUntil(lambda: desk.printing.preview is not None, timeout=20_000)
    assert desk.printing.preview is not None
    assert desk.printing.preview.page_count >= 2
    desk.printing.preview.close()


def test_agreements_open_with_the_newest_and_stay_as_somebody_sorted_them(
    desk: Desk, office: Office, draft: Saved, now: datetime, qtbot: QtBot
) -> None:
    values = {key: value for key, value in load(office, Agreement, draft.id).items() if key not in ("id", "version")}
    second = save_record(office, Agreement, values | {"number": "A-2", "stage": "draft"}, now)
    third = save_record(office, Agreement, values | {"number": "Z-3", "stage": "draft"}, now)
    desk.go("agreements")
    page = desk.lists["agreements"].page

    def ids() -> list[int | None]:
        return [page.model.record_id(row) for row in range(page.model.rowCount())]

    assert ids() == [third.id, second.id, draft.id]
    header = page.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    by_number = ids()
    assert sorted([second.id, draft.id, third.id]) == sorted(map(int, filter(None, by_number)))
    assert by_number in ([second.id, draft.id, third.id], [third.id, draft.id, second.id])
    again = ListPlace(SCREENS["agreements"], desk._at, desk.printing, desk.record)
    again.page.reload()
    assert [again.page.model.record_id(row) for row in range(3)] == by_number
    (newest,) = [one for one in page.view.column_menu().actions() if one.text() == "Urutkan dari yang terbaru"]
    newest.trigger()
    assert ids() == [third.id, second.id, draft.id]
    again.page.deleteLater()
