"""Every page on every screen and with every size of letters: nothing cut, nothing to scroll sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.ui import look
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.look import Look
from lapas_desktop.ui.parts import ShortLabel
from lapas_desktop.ui.window import Window
from tests.screen import SIZE
from tests.ui.conftest import press
from tests.ui.pages import every_page, settle, visible, words

SCREENS = [
    (1366, 768, 100), (1366, 768, 130), (1024, 600, 115),
    (1093, 614, 100), (911, 512, 115), (683, 384, 100),  # 1366 × 768 at 125, 150 and 200 %
]  # fmt: skip


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the closed window of the test
    look.wear(qapp, Look())


@pytest.mark.parametrize(("width", "height", "letters"), SCREENS)
def test_no_page_cuts_a_text_or_scrolls_sideways(
    dressed: QApplication, practising: Desk, width: int, height: int, letters: int
) -> None:
    look.wear(dressed, Look("light", letters))
    practising.window.resize(width, height)
    settle(practising)
    assert practising.window.size() == QSize(width, height)
    wrong: list[str] = []
    for name, page in every_page(practising):
        assert practising.window.size() == QSize(width, height), name
        if found := misfits(page):
            settle(practising)  # on a busy PC a layout may still be on its way
            found = misfits(page)
        wrong += [f"{name}: {one}" for one in found]
    assert not wrong, "\n".join(wrong)


def misfits(page: QWidget) -> list[str]:
    return [*cut(page.window()), *("scrolls sideways" for area in sideways(page) if area)]


def cut(root: QWidget) -> Iterator[str]:
    """Texts that have less room than they need."""
    for found in visible(root, QLabel):
        assert isinstance(found, QLabel)
        room = found.contentsRect()
        if not found.text().strip() or isinstance(found, ShortLabel) or found.toolTip():
            continue  # what is shortened on purpose tells the rest in a tooltip
        flags = int(Qt.TextFlag.TextWordWrap if found.wordWrap() else Qt.TextFlag.TextSingleLine)
        needed = found.fontMetrics().boundingRect(0, 0, room.width(), 10_000, flags, found.text())
        if needed.width() > room.width() + 1 or needed.height() > room.height() + 2:
            yield f"{words(found)} needs {needed.size().toTuple()}, has {room.size().toTuple()}"
    for found in visible(root, QAbstractButton):
        if not isinstance(found, QCheckBox | QToolButton) and found.width() + 1 < found.minimumSizeHint().width():
            yield f"{words(found)} needs {found.minimumSizeHint().width()}, has {found.width()}"


def sideways(page: QWidget) -> Iterator[QScrollArea]:
    areas = [*page.findChildren(QScrollArea), *([page] if isinstance(page, QScrollArea) else [])]
    for area in areas:
        inside = area.widget()
        if area.isVisible() and inside is not None and inside.width() > area.viewport().width():
            yield area


def test_actions_without_room_are_in_a_menu_and_keep_their_keys(practising: Desk, qtbot: QtBot) -> None:
    desk = practising
    desk.window.resize(760, 560)
    desk.go("shipments")
    qtbot.keyClick(desk.lists["shipments"].page.view, Qt.Key.Key_Return)
    assert desk.page is not None
    top = desk.window.frame.top
    assert top.more.isVisible()
    menu = top.more.menu()
    assert menu is not None
    folded = {action.text(): action for action in menu.actions()}
    assert "Salin" in folded and desk.page.save_button.isVisible()
    folded["Salin"].trigger()
    assert desk.page.record_id is None and "Salinan dari" in desk.page._notice.accessibleName()
    desk.page.changed = False
    desk.window.resize(1366, 768)
    qtbot.waitUntil(lambda: not top.more.isVisible())
    press(qtbot, desk.window, "Kembali")


def test_a_place_in_a_narrow_window_is_an_icon_with_its_name_in_words(practising: Desk, qtbot: QtBot) -> None:
    practising.window.resize(911, 512)
    side = practising.window.frame.side
    qtbot.waitUntil(lambda: side.width() < 100)
    button = side._buttons["products"]
    assert (button.text(), button.accessibleName()) == ("", "Produk") and "Produk" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert practising.window.frame.title.text() == "Produk"


def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == SIZE
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(5_000, 4_000, 900, 600)  # where a second screen was
    window.show()
    window.close()
    again = Window()
    qtbot.addWidget(again)
    screen = again.screen().availableGeometry()
    assert screen.contains(again.geometry())
