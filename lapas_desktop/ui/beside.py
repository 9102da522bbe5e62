"""What stands at the right of a form: cards with a list each; one line over the form where the page is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, card, label, row

WIDTH = 310
ROW = 30  # pixels of a row of one line
MOST_ROWS = 9  # of a card that does not grow
EDGE, BAR = 20, 11  # pixels beside the cards of a form, and of the form's own scroll bar
_BETWEEN = 12
_HIGH = 190  # of a list where it stands over the form
_NO_LIMIT = 16_777_215


class BesideCard(QWidget):
    """A title, a sentence and a list; folded to title and sentence where the page is narrow.

    The page, or the `BesideColumn` it stands in, tells by the property ``wide`` which it is. ``grows``: the list
    takes the room that is left; else it is as high as its rows, of one
    line each.
    """

    def __init__(self, title: str, grows: bool = True) -> None:
        super().__init__()
        self._open, self._grows = False, grows
        self.edges: tuple[int, int] = (EDGE, EDGE + BAR)  # left and right over the form
        outer = QVBoxLayout(self)
        self._outer = outer
        frame, inner = card()
        outer.addWidget(frame)
        inner.setContentsMargins(12, 8, 12, 8)
        self.state = label("", "muted", wrap=True)
        self._toggle = button("", self._turn, "link")
        inner.addLayout(row(label(title, "section"), 1, self._toggle))
        inner.addWidget(self.state)
        self.rows = QListWidget()
        self.rows.setObjectName("findings")
        self.rows.setAccessibleName(title)
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.rows.setIconSize(QSize(grown(16), grown(16)))
        self.rows.itemActivated.connect(self.taken)
        self.rows.itemClicked.connect(self.taken)
        inner.addWidget(self.rows, 1)
        inner.addStretch(0)
        self._inner = inner
        self.fit()

    def taken(self, item: QListWidgetItem) -> None:
        """A row was clicked or Enter pressed on it."""
        raise NotImplementedError

    def _turn(self) -> None:
        self._open = not self._open
        self.fit()

    def fit(self) -> None:
        """Takes the place that the page has for it, with the rows that there are."""
        wide, any_rows = bool(self.property("wide")), self.rows.count() > 0
        shown = any_rows and (wide or self._open)
        self.rows.setVisible(shown)
        self._toggle.setVisible(any_rows and not wide)
        words = _(N_("Sembunyikan")) if self._open else _(N_("Tunjukkan"))
        self._toggle.setText(words)
        self._toggle.setAccessibleName(f"{words}: {self.rows.accessibleName()}")
        left, right = (0, EDGE) if wide else self.edges
        self._outer.setContentsMargins(left, 8, right, 8 if wide else 0)
        self._inner.setStretch(self._inner.count() - 1, 0 if shown else 1)
        if wide:
            self.setFixedWidth(grown(WIDTH))
            self.rows.setMinimumHeight(0)
            self.rows.setMaximumHeight(_NO_LIMIT)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_NO_LIMIT)
        if not self._grows:
            self.rows.setFixedHeight(min(self.rows.count(), MOST_ROWS) * grown(ROW) + 2)
        elif not wide:
            self.rows.setFixedHeight(grown(_HIGH))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rows.doItemsLayout()


class BesideColumn(QWidget):
    """Several of them under each other; side by side where the page is narrow."""

    def __init__(self, *cards: BesideCard) -> None:
        super().__init__()
        self._cards = cards
        self._layout = layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, one in enumerate(cards):
            layout.addWidget(one, 1 if number == 0 else 0)
            one.edges = (0 if number else EDGE, EDGE + BAR if one is cards[-1] else _BETWEEN)
            one.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            wide = bool(self.property("wide"))
            way = QBoxLayout.Direction
            self._layout.setDirection(way.TopToBottom if wide else way.LeftToRight)
            for number, one in enumerate(self._cards):
                self._layout.setStretch(number, 1 if number == 0 or not wide else 0)
                one.setProperty("wide", wide)
        return super().event(event)
