"""What lies over a page for a while. It never moves the page, and Esc in it is its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

MARGIN = 16


class Floating(QFrame):
    """``escaped``: Esc was pressed while the cursor was inside; the page beneath does not see it."""

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()  # or it would leave the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def stand_over(widget: QWidget, page: QWidget, width: int) -> None:
    """Puts a widget of that width at the bottom of a page that lies in its parent or is it."""
    parent = widget.parentWidget()
    assert parent is not None
    widget.setFixedWidth(width)
    height = max(widget.heightForWidth(width), widget.sizeHint().height(), 44)
    corner = parent.mapFromGlobal(page.mapToGlobal(QPoint(0, 0)))
    left, top = (page.width() - width) // 2, page.height() - height - MARGIN
    widget.setGeometry(corner.x() + left, corner.y() + top, width, height)
