"""The first column of a wide sheet, standing still while the rest is scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from lapas_desktop.ui.cell_delegate import CellDelegate


class FrozenColumn(QTableView):
    """A twin of a sheet that shows its first column over it, only while that column is out of sight."""

    def __init__(self, sheet: QTableView) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.setObjectName("frozen")
        self.setModel(sheet.model())
        self.setSelectionModel(sheet.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(CellDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(sheet.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(sheet.horizontalHeader().defaultAlignment())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(sheet.verticalScrollMode())
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)
        sheet.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(sheet.verticalScrollBar().setValue)
        sheet.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())
        sheet.horizontalHeader().sectionResized.connect(lambda *_sizes: self.place())
        self.pressed.connect(self._pressed)
        self.hide()

    def _pressed(self, index: QModelIndex) -> None:
        self._sheet.setCurrentIndex(index)
        self._sheet.setFocus()

    def covers(self) -> int:
        """How many pixels of the sheet lie under it."""
        return self.columnWidth(0) if self.isVisible() else 0

    def place(self) -> None:
        """Lies over the left edge of the sheet, as wide as the first column."""
        sheet = self._sheet
        self.setVisible(sheet.horizontalScrollBar().value() > 0)
        self.setColumnWidth(0, sheet.columnWidth(0))
        self.horizontalHeader().setFixedHeight(sheet.horizontalHeader().height())
        left, top = sheet.verticalHeader().width() + sheet.frameWidth(), sheet.frameWidth()
        self.setGeometry(left, top, sheet.columnWidth(0), sheet.viewport().height() + sheet.horizontalHeader().height())
        self.verticalScrollBar().setValue(sheet.verticalScrollBar().value())
