"""The table of a list: its keys, and how its columns share the width."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.parts import shared_widths
from lapas_desktop.ui.table import BadgeDelegate, ListModel, TextDelegate


class ListView(QTableView):
    """Enter opens, Del deletes. Short values get the width they need; long texts share the rest."""

    opened = Signal()
    deleted = Signal()

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(_(N_("Daftar")))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.setItemDelegate(TextDelegate(self))
        for number, column in enumerate(model.columns):
            if column.badge:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Lays the columns over the width: none cuts its heading, and only texts are shortened."""
        model = self.model()
        assert isinstance(model, ListModel)
        digit = self.fontMetrics().horizontalAdvance("0")
        headings = [self._heading_width(number) for number in range(model.columnCount())]
        contents = [column.characters * digit + 22 for column in model.columns]
        needs = [max(pair) for pair in zip(headings, contents, strict=True)]
        texts = [number for number, column in enumerate(model.columns) if column.kind.elastic]
        for number, width in enumerate(shared_widths(self.viewport().width(), needs, headings, texts)):
            self.setColumnWidth(number, width)

    def _heading_width(self, number: int) -> int:
        header = self.horizontalHeader()
        font = QFont(header.font())
        font.setBold(True)
        heading = str(self.model().headerData(number, Qt.Orientation.Horizontal))
        return QFontMetrics(font).horizontalAdvance(heading) + 34  # padding and the mark of the sorted column

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():  # beside the rows nothing is unselected
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
