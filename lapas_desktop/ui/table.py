"""The table model of a list: it holds only the pages around what is seen, so length costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from lapas_desktop.domain.column import NEWEST, Column
from lapas_desktop.i18n import _
from lapas_desktop.services.records import Page
from lapas_desktop.ui.palette import tone
from lapas_desktop.ui.parts import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
FONT = int(Qt.ItemDataRole.FontRole)
CODE = int(Qt.ItemDataRole.UserRole)

# (typed, sort column, descending, offset, limit, *conditions) → Page
FetchPage = Callable[..., Page]
# (typed, conditions, done) → calls done(number), now or later
AskCount = Callable[[str, tuple[Any, ...], Callable[[int], object]], object]


class ListModel(QAbstractTableModel):
    """Asks for pages as they come into view and keeps their texts.

    A long list shows its first page at once; how long it is comes a moment later (``count_known``).
    """

    count_known = Signal()

    def __init__(self, columns: Sequence[Column], fetch: FetchPage, ask_count: AskCount) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._fetch, self._ask_count = fetch, ask_count
        self._reading = 0
        self._pages: dict[int, tuple[tuple[int, ...], list[tuple[str, ...]], tuple[tuple[Any, ...], ...]]] = {}
        self._length = 0
        self.typed, self.sort_column, self.descending = "", 0, False
        self.within: tuple[Any, ...] = ()
        self.counted = True
        self._bold = QFont()
        self._bold.setBold(True)
        self._right = [int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) if c.kind.right else None
                       for c in self.columns]  # fmt: skip

    def reload(self, typed: str | None = None) -> None:
        """Reads the list anew: its first page, and the count behind it only when the page does not tell it."""
        if typed is not None:
            self.typed = typed
        self.beginResetModel()
        self._pages.clear()
        first = self._load(0)
        self._length = len(first[0])
        self.counted = self._length < PAGE
        self._reading += 1
        self.endResetModel()
        if not self.counted:
            reading = self._reading
            self._ask_count(self.typed, self.within, lambda number: self._count_came(reading, number))

    def _count_came(self, reading: int, number: int) -> None:
        if reading != self._reading:
            return  # of what was typed before
        self.counted = True
        if number > self._length:
            self.beginInsertRows(QModelIndex(), self._length, number - 1)
            self._length = number
            self.endInsertRows()
        self.count_known.emit()

    def _load(self, number: int) -> tuple[tuple[int, ...], list[tuple[str, ...]], tuple[tuple[Any, ...], ...]]:
        if number not in self._pages:
            if len(self._pages) > 30:
                self._pages.clear()
            page = self._fetch(self.typed, self.sort_column, self.descending, number * PAGE, PAGE, *self.within)
            kinds = [column.kind for column in self.columns]
            texts = [tuple(kind.shown(value) for kind, value in zip(kinds, row, strict=True)) for row in page.rows]
            self._pages[number] = (page.ids, texts, page.rows)
        return self._pages[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._length

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        role = int(role)
        if role == DISPLAY:
            number, offset = divmod(index.row(), PAGE)
            texts = self._load(number)[1]
            return texts[offset][index.column()] if offset < len(texts) else ""
        if role == ALIGN:
            return self._right[index.column()]
        if role == FONT:
            return self._bold if self.columns[index.column()].strong else None
        if role == CODE:
            number, offset = divmod(index.row(), PAGE)
            rows = self._load(number)[2]
            return rows[offset][index.column()] if offset < len(rows) else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return _(self.columns[section].label)
        if role == ALIGN and orientation == Qt.Orientation.Horizontal:
            return self._right[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        if NEWEST <= column < len(self.columns) and (column, descending) != (self.sort_column, self.descending):
            self.sort_column, self.descending = column, descending
            self.reload()

    def record_id(self, row: int) -> int | None:
        """The id of the record in a row."""
        number, offset = divmod(row, PAGE)
        ids = self._load(number)[0] if 0 <= row < self._length else ()
        return ids[offset] if offset < len(ids) else None

    def table(self, rows: Sequence[int]) -> list[tuple[str, ...]]:
        """The headings and the texts of some rows, as a spreadsheet takes them."""
        headings = tuple(_(column.label) for column in self.columns)
        return [headings, *(self._load(row // PAGE)[1][row % PAGE] for row in rows)]

    def row_of(self, record_id: int) -> int:
        """The row of a record among the pages at hand, -1 when it is not there."""
        for number, (ids, _texts, _rows) in self._pages.items():
            if record_id in ids:
                return number * PAGE + ids.index(record_id)
        return -1


class TextDelegate(QStyledItemDelegate):
    """Tells the whole text of a cell that is too narrow for it."""

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        text = str(index.data() or "")
        cut = self.sizeHint(option, index).width() > view.visualRect(index).width()
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if cut else "", view)
        return True


class NumberDelegate(TextDelegate):
    """Shortens a long number at its beginning: numbers differ at their ends."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class BadgeDelegate(TextDelegate):
    """Paints a status as its word on its tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        text, bare.text = bare.text, ""
        bare.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        ink, ground = tone(str(index.data(CODE) or ""))
        font = QFont(bare.font)
        font.setPointSizeF(max(7.0, font.pointSizeF() - 1))
        font.setBold(True)
        painter.save()
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = painter.fontMetrics().horizontalAdvance(text) + 18
        height = painter.fontMetrics().height() + 4
        box = QRect(
            bare.rect.left() + 6, bare.rect.center().y() - height // 2, min(width, bare.rect.width() - 8), height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
