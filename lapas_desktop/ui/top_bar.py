"""The top bar: title, search, and the actions of the page. What finds no room goes into the menu "⋯"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.icons import icon
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import PushButton, label, plain_tooltip
from lapas_desktop.ui.search_box import LEAST, WIDTH, SearchBox

HEIGHT = 56
TITLE = 240  # what a long title keeps at least
SPACE = 8


class ActionStack(QStackedWidget):
    """The actions of the page that is shown, just as wide as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        wanted = shown.sizeHint() if shown and shown.layout() else QSize(0, 0)
        return wanted.expandedTo(QSize(0, 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TopBar(QFrame):
    """The title gets what the others leave; then the search becomes shorter; then actions go into the menu."""

    def __init__(self, over: QWidget) -> None:
        """``over`` is what the answers of the search float over."""
        super().__init__()
        self.setObjectName("top")
        self._whole_title = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(SPACE)
        self.title = label("", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.title, 1)
        self.search = SearchBox(over)
        layout.addWidget(self.search)
        QShortcut(QKeySequence("Ctrl+K"), over).activated.connect(self.search.begin)
        self.more = PushButton(icon("more"), "")
        self.more.setAccessibleName(_(N_("Tindakan lain")))
        self.more.setToolTip(_(N_("Tindakan lain")))
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self.more.hide()
        layout.addWidget(self.more)
        self.actions_of_page = ActionStack()
        layout.addWidget(self.actions_of_page)
        self._folded: list[QAbstractButton] = []
        self._fit_height()

    def show_page(self, title: str, actions: QWidget) -> None:
        """The title and the actions of a page."""
        if self.actions_of_page.indexOf(actions) < 0:
            self.actions_of_page.addWidget(actions)
            actions.installEventFilter(self)
        self._unfold()
        self.actions_of_page.setCurrentWidget(actions)
        self.set_title(title)

    def drop(self, actions: QWidget) -> None:
        """Forgets actions that are done with."""
        if self.actions_of_page.currentWidget() is actions:
            self._unfold()
        actions.removeEventFilter(self)
        self.actions_of_page.removeWidget(actions)

    def set_title(self, title: str) -> None:
        self._whole_title = title
        self.title.setToolTip(plain_tooltip(title))
        self.fit()

    # Room

    def fit(self) -> None:
        """Shares the width anew."""
        self._unfold()
        natural = self.title.fontMetrics().horizontalAdvance(self._whole_title) + 4
        least = min(natural, grown(TITLE))
        buttons = self._buttons()
        room = self.width() - 40 - 2 * SPACE - least - grown(LEAST)
        while buttons and self._width(buttons) > room - (self._more_width() if self._folded else 0):
            if len(buttons) == 1:
                break
            self._fold(next((found for found in buttons if found.objectName() != "main"), buttons[0]))
            buttons = self._buttons()
        self._fill_menu()
        used = self._width(buttons) + (self._more_width() if self._folded else 0)
        left = self.width() - 40 - 2 * SPACE - used
        self.search.setFixedWidth(max(grown(LEAST), min(grown(WIDTH), left - min(natural, left - grown(LEAST)))))
        shown = max(left - self.search.width(), 60)
        cut = self.title.fontMetrics().elidedText(self._whole_title, Qt.TextElideMode.ElideMiddle, shown)
        self.title.setText(cut)
        self.actions_of_page.updateGeometry()

    def _buttons(self) -> list[QAbstractButton]:
        """The actions that stand in the bar now, from left to right."""
        bar = self.actions_of_page.currentWidget()
        if bar is None:
            return []
        inside = bar.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [found for found in inside if not found.isHidden()]

    @staticmethod
    def _width(buttons: list[QAbstractButton]) -> int:
        return sum(found.sizeHint().width() + SPACE for found in buttons)

    def _more_width(self) -> int:
        return self.more.sizeHint().width() + SPACE

    def _fold(self, found: QAbstractButton) -> None:
        found.hide()
        self._folded.append(found)

    def _unfold(self) -> None:
        for action in self._menu.actions():
            self.removeAction(action)
        self._menu.clear()
        for found in self._folded:
            found.show()
        self._folded.clear()
        self.more.hide()

    def _fill_menu(self) -> None:
        for found in self._folded:
            action = QAction(found.icon(), found.text(), self._menu)
            action.setEnabled(found.isEnabled())
            action.setShortcut(QKeySequence(found.property("keys") or ""))  # a hidden button answers none
            action.triggered.connect(lambda _checked=False, found=found: found.click())
            self._menu.addAction(action)
            self.addAction(action)
        self.more.setVisible(bool(self._folded))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.actions_of_page.currentWidget():
            self._fit_later()
        return super().eventFilter(watched, event)

    def _fit_later(self) -> None:
        """Buttons that came, went or were renamed may need the menu, or leave it."""
        bar = self.actions_of_page.currentWidget()
        wanted = bar.sizeHint().width() if bar else 0
        if wanted > self.actions_of_page.width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # other letters are worn
            self._fit_height()
            self.fit()

    def _fit_height(self) -> None:
        self.setFixedHeight(max(HEIGHT, grown(HEIGHT) - 8))
