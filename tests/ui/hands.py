"""A person who uses the keyboard only: every key goes to what has the focus, as the keyboard's own do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.side_bar import PLACES


class Hands:
    """Two hands on the keyboard of one window."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        with qtbot.waitActive(desk.window):
            desk.window.activateWindow()

    @property
    def at(self) -> QWidget:
        """What the next key goes to."""
        return QApplication.focusWidget() or QApplication.activeWindow() or self.desk.window

    def press(self, *keys: str) -> None:
        """Keys by the names on them: ``press("Ctrl+N", "Tab")``."""
        for name in keys:
            key = QKeySequence(name)[0]
            QTest.keyClick(self.at, key.key(), key.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letters into what has the focus; what stood in it and is selected goes."""
        if text.isascii():
            for letter in text:  # the first may open an editor, which takes the others
                QTest.keyClicks(self.at, letter)
        else:
            QGuiApplication.clipboard().setText(text)
            self.press("Ctrl+V")
        QApplication.processEvents()

    def go(self, place: str) -> None:
        """To a place of the side bar by its own key."""
        names = {key: text for _title, places in PLACES for key, text in places}
        number = list(names).index(place) + 1
        if number <= 9:
            self.press(f"Ctrl+{number}")
            return
        search = self.desk.window.frame.search
        self.press("Ctrl+K")
        self.type(names[place])
        self.wait(lambda: search.hits.isVisible() and search.hits.item(0).text().startswith(names[place]))
        self.press("Return")

    def tab_to(self, wanted: Callable[[QWidget], bool], most: int = 600) -> None:
        """Tab after Tab until something has the focus."""
        for _step in range(most):
            if wanted(self.at):
                return
            self.press("Tab")
        raise AssertionError(f"not reached by Tab from {self.at.objectName() or self.at}")

    def fill(self, name: str, text: str) -> None:
        """Into the field of the open form, reached by Tab."""
        self.tab_to(lambda widget: widget.objectName() == name)
        if isinstance(self.at, QLineEdit) or (isinstance(self.at, QComboBox) and self.at.isEditable()):
            self.press("Ctrl+A")
        self.type(text)

    def push(self, words: str) -> None:
        """The button that says these words, reached by Tab and pressed with Space; or its line in the menu."""
        more = self.desk.window.frame.top.more
        shown = [found.text() for found in self.desk.window.findChildren(QAbstractButton) if found.isVisible()]
        folded = [line.text() for line in more.menu().actions()] if more.isVisible() else []
        if not any(text.startswith(words) for text in shown) and any(text.startswith(words) for text in folded):
            self.tab_to(lambda widget: widget is more)
            QTimer.singleShot(0, lambda: self._choose(more.menu(), words))
            self.press("Space")
            self.back()
        else:
            self.tab_to(lambda widget: isinstance(widget, QAbstractButton) and widget.text().startswith(words))
            self.press("Space")

    def back(self) -> None:
        """In the window again, where the cursor was; a window manager would see to it."""
        self.desk.window.activateWindow()
        self.wait(lambda: self.desk.window.isActiveWindow() and QApplication.focusWidget())

    @staticmethod
    def _choose(menu: QMenu, words: str) -> None:
        for _step in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            chosen = menu.activeAction()
            if chosen and chosen.text().startswith(words):
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        menu.close()
        raise AssertionError("not reached in the menu")

    def wait(self, until: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(until()), timeout=10_000)
