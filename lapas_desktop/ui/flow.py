"""Widgets one after the other; a new line begins when one is full, as words do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

SPACE = 6


class Flow(QWidget):
    """From left to right, then down; just as high as the lines need."""

    def __init__(self, parent: QWidget | None = None, space: int = SPACE) -> None:
        super().__init__(parent)
        self._space = space
        self._widgets: list[QWidget] = []

    def add(self, widget: QWidget) -> None:
        """Puts a widget behind the others."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._set()

    def sizeHint(self) -> QSize:
        shown = [self._size(widget) for widget in self._widgets if not widget.isHidden()]
        return QSize(sum(size.width() + self._space for size in shown), self.minimumHeight())

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
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = self._size(widget)
            if x and x + size.width() > self.width():
                x, y, line = 0, y + line + SPACE, 0
            widget.setGeometry(x, y, size.width(), size.height())
            x, line = x + size.width() + self._space, max(line, size.height())
        if y + line != self.minimumHeight() or self.maximumHeight() != self.minimumHeight():
            self.setFixedHeight(y + line)
