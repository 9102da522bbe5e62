"""Help beside the page that is open, for reading while a form is filled in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.help_reader import HelpReader
from lapas_desktop.ui.parts import button, card, label, row

WIDTH = 360


class HelpPanel(QWidget):
    """Esc inside it closes it, whatever Esc does on the page beside it."""

    closed = Signal()
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 14, 16, 14)
        frame, layout = card()
        outer.addWidget(frame)
        self.reader = HelpReader()
        close = button(_(N_("Tutup")), self.closed.emit, "link")
        close.setToolTip(_(N_("Tutup bantuan (F1)")))
        everything = button(_(N_("Semua bantuan")), self.all_asked.emit, "link")
        layout.addLayout(row(label(_(N_("Bantuan")), "section"), 1, everything, close))
        layout.addWidget(self.reader, 1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
