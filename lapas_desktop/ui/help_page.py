"""The place Bantuan: all help pages at the left, with a line that searches in them, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services.help import FIRST, find_topics
from lapas_desktop.ui.help_reader import HelpReader
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import card, label

_NAME = int(Qt.ItemDataRole.UserRole)
SIDE = 250
READABLE = 800  # longer lines are hard to follow


class HelpPage(QWidget):
    """What is typed in the line is looked for in titles and texts; Enter goes on to the first page found."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.search = QLineEdit()
        self.search.setPlaceholderText(_(N_("Cari dalam bantuan… (Ctrl+F)")))
        self.search.setAccessibleName(_(N_("Cari dalam bantuan")))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(100)
        self.list = QListWidget()
        self.list.setObjectName("topics")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_(N_("Halaman bantuan")))
        self.reader = HelpReader()
        self._nothing = label(_(N_("Tidak ditemukan. Periksa ejaannya, atau coba kata lain.")), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._list_topics())
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(lambda item, _old: item and self.reader.turn_to(item.data(_NAME)))
        self.list.itemActivated.connect(lambda _item: self.reader.setFocus())
        self.reader.turned.connect(self._mark)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        self._list_topics()
        self.reader.turn_to(FIRST)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 14, 20, 14)
        across.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(10)
        self._found = QStackedWidget()
        self._found.addWidget(self.list)
        self._found.addWidget(self._nothing)
        for widget in (self.search, self._found):
            widget.setFixedWidth(grown(SIDE))
            left.addWidget(widget)
        if language() != "id":
            told = label(_(N_("Halaman bantuan ditulis dalam bahasa Indonesia.")), "muted", wrap=True)
            told.setFixedWidth(grown(SIDE))
            left.addWidget(told)
        across.addLayout(left)
        frame, inner = card()
        self.reader.setMaximumWidth(grown(READABLE))
        inner.addWidget(self.reader)
        across.addWidget(frame, 1)

    def _list_topics(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for found in find_topics(self.search.text()):
            item = QListWidgetItem(found.title)
            item.setData(_NAME, found.name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._found.setCurrentWidget(self.list if self.list.count() else self._nothing)
        if self.search.text() and self.list.count():
            self.list.setCurrentRow(0)
        elif self.reader.shown:
            self._mark(self.reader.shown.name)

    def _mark(self, name: str) -> None:
        """Shows in the list which page is open; a page that the search left out is not in it."""
        self.list.blockSignals(True)
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_NAME) == name]
        self.list.setCurrentRow(rows[0] if rows else -1)
        self.list.blockSignals(False)
