"""The table of a list: its keys, how its columns share the width, and what it remembers of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from lapas_desktop.domain.column import NEWEST
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import shared_widths
from lapas_desktop.ui.table import BadgeDelegate, ListModel, NumberDelegate, TextDelegate

MOST_COPIED = 5_000
READABLE = (20, 16, 12, 8)  # characters of a text that are shown, tried in this order
LONG = 18  # characters of a value that may be shortened where there is no room


class ListView(QTableView):
    """Enter opens, Del deletes, Ctrl+C copies rows. Short values get the width they need; texts share the rest.

    Sorting, hidden columns and widths set by hand are kept under ``memory``, a group of the settings.
    """

    opened = Signal()
    deleted = Signal()

    def __init__(self, model: ListModel, memory: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list, self._memory = model, memory
        self._sharing = False
        self._by_hand: dict[int, int] = {}
        self._first = model.sort_column
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
        self.verticalHeader().setDefaultSectionSize(grown(32))
        self.setItemDelegate(TextDelegate(self))
        for number, column in enumerate(model.columns):
            if column.badge:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
            elif column.characters >= LONG and not column.kind.elastic:
                self.setItemDelegateForColumn(number, NumberDelegate(self))
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self._prepare_header()

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.ask_columns(header.mapToGlobal(at)))
        self._recall()
        header.setSortIndicator(
            self._list.sort_column,
            Qt.SortOrder.DescendingOrder if self._list.descending else Qt.SortOrder.AscendingOrder,
        )
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(self._remember_order)

    # What is remembered

    def _recall(self) -> None:
        settings, columns = QSettings(), range(self._list.columnCount())
        sort = settings.value(f"{self._memory}/sort", self._list.sort_column, int)
        if isinstance(sort, int) and sort in columns:
            self._list.sort_column = sort
            self._list.descending = bool(settings.value(f"{self._memory}/descending", self._list.descending, bool))
        for number in columns:
            name, hidden = self._list.columns[number].label, self._list.columns[number].hidden
            if number and settings.value(f"{self._memory}/hidden/{name}", hidden, bool):
                self.setColumnHidden(number, True)
            width = settings.value(f"{self._memory}/width/{name}", 0, int)
            if isinstance(width, int) and 0 < width < 2000:
                self._by_hand[number] = width

    def _remember_order(self, column: int, order: Qt.SortOrder) -> None:
        QSettings().setValue(f"{self._memory}/sort", column)
        QSettings().setValue(f"{self._memory}/descending", order == Qt.SortOrder.DescendingOrder)

    def _resized(self, column: int, _old: int, width: int) -> None:
        if self._sharing or not self.isVisible() or QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            return
        self._by_hand[column] = width
        QSettings().setValue(f"{self._memory}/width/{self._list.columns[column].label}", width)

    def take(self, row: int) -> None:
        """Selects one row, whatever keys are held down: Qt's own ``selectRow`` unselects it while Ctrl is."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._list.index(row, 0), how)

    def ask_columns(self, at: QPoint, above: bool = False) -> None:
        """The menu of columns at a point of the screen, gone when it is closed."""
        menu = self.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at - QPoint(0, menu.sizeHint().height() if above else 0))

    def column_menu(self) -> QMenu:
        """Which columns are shown, the first always is; by which the list is sorted; how wide they are."""
        menu = QMenu(self)
        for number, column in enumerate(self._list.columns):
            shown = menu.addAction(_(column.label).replace("&", "&&"))
            shown.setCheckable(True)
            shown.setChecked(not self.isColumnHidden(number))
            shown.setEnabled(number > 0)
            shown.toggled.connect(lambda on, number=number: self.show_column(number, on))
        menu.addSeparator()
        sorting = menu.addMenu(_(N_("Urutkan menurut")))
        for number in self.shown_columns:
            by = sorting.addAction(_(self._list.columns[number].label).replace("&", "&&"))
            by.triggered.connect(lambda _checked=False, number=number: self.sort_by(number))
        if self._first == NEWEST:
            menu.addAction(_(N_("Urutkan dari yang terbaru"))).triggered.connect(self.sort_by_newest)
        menu.addAction(_(N_("Lebar otomatis"))).triggered.connect(self.forget_widths)
        return menu

    def sort_by(self, number: int) -> None:
        """By a column, as a click on its heading does: downwards when it is sorted by it already."""
        header = self.horizontalHeader()
        again = header.sortIndicatorSection() == number and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        header.setSortIndicator(number, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def sort_by_newest(self) -> None:
        """As the list is first opened: what was entered last stands on top."""
        self.horizontalHeader().setSortIndicator(NEWEST, Qt.SortOrder.DescendingOrder)

    def show_column(self, number: int, shown: bool) -> None:
        self.setColumnHidden(number, not shown)
        QSettings().setValue(f"{self._memory}/hidden/{self._list.columns[number].label}", not shown)
        self.share_width()

    @property
    def shown_columns(self) -> tuple[int, ...]:
        """Numbers of the columns that are not hidden."""
        return tuple(number for number in range(self._list.columnCount()) if not self.isColumnHidden(number))

    def forget_widths(self) -> None:
        self._by_hand.clear()
        QSettings().remove(f"{self._memory}/width")
        self.share_width()

    # Width

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # other letters are worn
            self.verticalHeader().setDefaultSectionSize(grown(32))
            self.share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Lays the columns over the width: none cuts its heading, and only texts are shortened."""
        shown = self.shown_columns
        digit = self.fontMetrics().horizontalAdvance("0")
        headings = [self._by_hand.get(number, self._heading_width(number)) for number in shown]
        columns = [self._list.columns[number] for number in shown]
        contents = [column.characters * digit + (34 if column.badge else 22) for column in columns]
        needs = [
            self._by_hand.get(number, max(heading, content))
            for number, heading, content in zip(shown, headings, contents, strict=True)
        ]
        texts = [
            place
            for place, number in enumerate(shown)
            if self._list.columns[number].kind.elastic and number not in self._by_hand
        ]
        room = self.viewport().width()

        def floors(readable: int) -> list[int]:
            return [max(head, min(need, readable * digit)) for head, need in zip(headings, needs, strict=True)]

        if self._least(floors(READABLE[0]), needs, texts) > room:  # long numbers give way before texts do
            texts += [place for place, number in enumerate(shown) if place not in texts and self._is_long(number)]
        tried = map(floors, READABLE)  # the widest that leaves nothing out of sight; headings alone if need be
        least = next((one for one in tried if self._least(one, needs, texts) <= room), headings)
        self._sharing = True
        for number, width in zip(shown, shared_widths(room, needs, least, texts), strict=True):
            self.setColumnWidth(number, width)
        self._sharing = False

    @staticmethod
    def _least(floors: Sequence[int], needs: Sequence[int], elastic: Collection[int]) -> int:
        return sum(floors[place] if place in elastic else need for place, need in enumerate(needs))

    def _is_long(self, number: int) -> bool:
        column = self._list.columns[number]
        return column.characters >= LONG and not column.badge and number not in self._by_hand

    def _heading_width(self, number: int) -> int:
        font = QFont(self.horizontalHeader().font())
        font.setBold(True)
        heading = _(self._list.columns[number].label)
        return QFontMetrics(font).horizontalAdvance(heading) + 34  # padding and the mark of the sorted column

    # Keys and mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():  # beside the rows nothing is unselected
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """The selected rows with their headings, as a table for a spreadsheet or a letter."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())[:MOST_COPIED]
        lines = [[row[number].replace("\t", " ") for number in self.shown_columns] for row in self._list.table(rows)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
