"""For who sees no screen or uses no mouse: every control has a name and a way by keyboard, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.grid import RowsGrid
from tests.ui.pages import every_page, visible, words

BY_MOUSE_TOO = ("small-link", "section-link")  # beside a field or over a form that has a key for the same


def focusable(root: QWidget) -> list[QWidget]:
    able = [found for found in visible(root, QWidget) if found.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [found for found in able if found.focusProxy() is None]  # a line inside a combo is the combo


def test_every_control_has_a_name_for_screen_readers(practising: Desk) -> None:
    nameless: list[str] = []
    for name, page in every_page(practising):
        for found in focusable(page.window()):
            told = QAccessible.queryAccessibleInterface(found)
            if not told or not told.text(QAccessible.Text.Name).strip():
                nameless.append(f"{name}: {words(found)}")
    assert not nameless, "\n".join(nameless)


def test_every_button_can_be_reached_by_keyboard(practising: Desk) -> None:
    lost: list[str] = []
    for name, page in every_page(practising):
        for found in visible(page.window(), QAbstractButton):
            inner = found.parent()
            if found.objectName() in BY_MOUSE_TOO or not isinstance(inner, QWidget) or isinstance(inner, QTableView):
                continue
            if isinstance(inner, RowsGrid):
                assert "(" in found.toolTip(), words(found)  # Tab goes straight into the sheet: each has a key
                continue
            if type(found).__name__ in ("QToolButton", "QTableCornerButton"):
                continue  # parts of a field that has keys of its own
            assert isinstance(found, QAbstractButton)
            group = found.group()  # Tab comes to the one that is pressed, the arrows to the others
            stop = group.checkedButton() if group else None
            if not (stop or found).focusPolicy() & Qt.FocusPolicy.TabFocus:
                lost.append(f"{name}: {words(found)}")
    assert not lost, "\n".join(lost)


def test_tab_goes_in_reading_order(practising: Desk) -> None:
    wrong: list[str] = []
    for name, page in every_page(practising):
        for region in regions(practising, page):
            wrong += [f"{name}: {found}" for found in leaps(region)]
    assert not wrong, "\n".join(wrong)


def regions(desk: Desk, page: QWidget) -> Iterator[QWidget]:
    """What is read as one column: a dialog, or the bars, the cards of the page, and what asks over it."""
    if page.isWindow():
        yield page
        return
    frame = desk.window.frame
    yield frame.side
    yield frame.top
    cards = [found for found in visible(page, QFrame) if found.objectName() in ("card", "why")]
    yield from (found for found in cards if not any(other.isAncestorOf(found) for other in cards if other != found))


def leaps(region: QWidget) -> Iterator[str]:
    """Pairs where the next stop of Tab lies before the last one."""
    stops = tab_stops(region)
    for before, after in zip(stops, stops[1:], strict=False):
        a, b = place(before, region), place(after, region)
        same_line = a.top() < b.bottom() and b.top() < a.bottom()
        if (same_line and b.left() < a.left()) or (not same_line and b.top() < a.top()):
            yield f"{words(before)} → {words(after)}"


def tab_stops(region: QWidget) -> list[QWidget]:
    wanted = {id(found) for found in focusable(region)}
    stops, at = [], region.nextInFocusChain()
    while at is not None and at is not region:
        if id(at) in wanted:
            stops.append(at)
        at = at.nextInFocusChain()
    return stops


def place(widget: QWidget, region: QWidget) -> QRect:
    return QRect(widget.mapTo(region, QPoint(0, 0)), widget.size())


def test_tables_tell_their_headings(practising: Desk) -> None:
    for name, page in every_page(practising):
        for found in visible(page.window(), QTableView):
            assert isinstance(found, QTableView)
            model = found.model()
            heads = [str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(model.columnCount())]
            assert all(head.strip() for head in heads), (name, heads)


def test_a_status_is_always_a_word(practising: Desk) -> None:
    for name, page in every_page(practising):
        for found in visible(page.window(), QLabel):
            if found.objectName() == "badge":
                assert isinstance(found, QLabel) and found.text().strip(), name


def test_how_urgent_a_thing_is_has_a_shape_and_a_word(practising: Desk) -> None:
    practising.go("home")
    practising.jobs.wait()
    QApplication.processEvents()
    told = {found.accessibleDescription() for found in visible(practising.home, QAbstractButton)}
    assert {"Mendesak", "Perhatikan", "Bila sempat"} <= told


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_never_gets_stuck(practising: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    desk = practising
    desk.window.activateWindow()
    for place_of_window in ("home", "agreements", "settings", "bin"):
        desk.go(place_of_window)
        desk.jobs.wait()
        QApplication.processEvents()
        seen: list[int] = []
        for _step in range(120):
            focused = QApplication.focusWidget()
            assert focused is not None
            if seen and id(focused) == seen[0]:
                break
            seen.append(id(focused))
            qtbot.keyClick(focused, key)
        assert len(set(seen)) == len(seen) >= 4, place_of_window
