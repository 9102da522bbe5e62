"""Help beside the page that is open, for reading while a form is filled in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.help_reader import HelpReader
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, card, label, row

WIDTH = 360  # pixels at ordinary letters, as below
NARROWEST = 560  # a page with less room than this is covered rather than squeezed


class HelpPanel(QWidget):
    """Stands at the right of the pages. A page that is too wide to stand beside it is covered there.

    Esc inside it closes it, whatever Esc does on the page.
    """

    closed = Signal()
    all_asked = Signal()

    def __init__(self, room: QWidget, pages: QStackedWidget) -> None:
        """``room`` holds the pages; its layout leaves the panel a margin."""
        super().__init__(room)
        self._room, self._pages = room, pages
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        room.installEventFilter(self)
        pages.currentChanged.connect(lambda _index: self._place())

    def _place(self) -> None:
        page = self._pages.currentWidget()
        if self.isHidden() or page is None:
            return
        width = min(grown(WIDTH), self._room.width())
        beside = self._room.width() - width >= max(grown(NARROWEST), page.minimumSizeHint().width())
        self._leave_margin(width if beside else 0)
        self.setGeometry(self._room.width() - width, 0, width, self._room.height())
        self.raise_()

    def _leave_margin(self, width: int) -> None:
        layout = self._room.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, width, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # not merely with the whole window
            self._leave_margin(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

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
