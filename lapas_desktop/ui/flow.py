"""Widgets one after the other; a new line begins when one is full, as words do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

SPACE = 6


class Flow(QWidget):
    """From left to right, then down; just as high as the lines need."""

    def __init__(self, parent: QWidget | None = None, across: int = SPACE, down: int = SPACE) -> None:
        """``across`` and ``down``: pixels between two widgets and between two lines."""
        super().__init__(parent)
        self._across, self._down = across, down
        self._widgets: list[QWidget] = []

    def add(self, widget: QWidget) -> None:
        """Puts a widget behind the others."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._set()

    def sizeHint(self) -> QSize:
        shown = [self._size(widget) for widget in self._widgets if not widget.isHidden()]
        return QSize(sum(size.width() + self._across for size in shown), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        shown = [self._size(widget).width() for widget in self._widgets if not widget.isHidden()]
        return QSize(max(shown, default=0), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of them came, went, or got other words
            self._set()
            self.updateGeometry()
        return super().event(event)

    @staticmethod
    def _size(widget: QWidget) -> QSize:
        return widget.sizeHint().expandedTo(widget.minimumSize())

    def _set(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)
        height = self.height_at(self.width())
        if height != self.minimumHeight() or self.maximumHeight() != self.minimumHeight():
            self.setFixedHeight(height)

    def height_at(self, width: int) -> int:
        """How high all lines are together in this width."""
        return max((place.bottom() + 1 for _widget, place in self._places(width)), default=0)

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = self._size(widget)
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._down, 0
            line = max(line, size.height())
            yield widget, QRect(QPoint(x, y), size)
            x += size.width() + self._across
