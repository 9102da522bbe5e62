"""A list with its details beside it. Screens give it columns and actions; nothing subclasses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lapas_desktop.domain.column import Column
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.overview import Overview
from lapas_desktop.ui.parts import badge, button, card, emptied, label
from lapas_desktop.ui.table import BadgeDelegate, FetchCount, FetchPage, ListModel

FILTER_MS = 40


@dataclass(frozen=True)
class Action:
    """A named thing to do with the selected record."""

    text: str
    do: Callable[[int], object]
    shortcut: str = ""


class ListView(QTableView):
    """Enter opens, Del deletes; the columns share the width as their contents need it."""

    opened = Signal()
    deleted = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        model = self.model()
        assert isinstance(model, ListModel)
        wanted = [column.characters for column in model.columns]
        width = self.viewport().width()
        for number, characters in enumerate(wanted):
            self.setColumnWidth(number, width * characters // sum(wanted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class ListScreen(QWidget):
    """Filter, table and details of one kind of record."""

    opened = Signal(int)
    delete_asked = Signal(list)

    def __init__(
        self, columns: Sequence[Column], fetch: FetchPage, count: FetchCount,
        details: Callable[[int], Overview], actions: Sequence[Action], empty: str,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("page")
        self.model = ListModel(columns, fetch, count)
        self._details, self._actions, self._empty_text = details, actions, empty
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 14, 20, 12)
        across.setSpacing(16)
        left = QVBoxLayout()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_(N_("Saring daftar… (Ctrl+F)")))
        self.filter.setAccessibleName(_(N_("Saring daftar")))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.filter.setMaxLength(200)
        left.addWidget(self.filter)
        frame, inner = card()
        inner.setContentsMargins(1, 1, 1, 1)
        self.view = self._table()
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self.view, 1)
        inner.addWidget(self.empty, 1)
        left.addWidget(frame, 1)
        self.foot = label("", "muted")
        left.addWidget(self.foot)
        across.addLayout(left, 1)
        across.addWidget(self._side())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.reload(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._timer.start(FILTER_MS))
        self.filter.returnPressed.connect(self.view.setFocus)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.filter.setFocus)

    def _table(self) -> ListView:
        view = ListView()
        view.setModel(self.model)
        view.setAccessibleName(_(N_("Daftar")))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(32)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, column in enumerate(self.model.columns):
            if column.badge:
                view.setItemDelegateForColumn(number, BadgeDelegate(view))
        header.setStretchLastSection(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        view.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._reset)
        view.doubleClicked.connect(lambda _index: self._open())
        view.opened.connect(self._open)
        view.deleted.connect(lambda: self.delete_asked.emit(self.selected_ids()))
        return view

    def _side(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFixedWidth(350)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame, self._details_layout = card()
        area.setWidget(frame)
        return area

    def reload(self, typed: str | None = None) -> None:
        """Reads the list anew and keeps the selected record selected."""
        chosen = self.selected_ids()[:1]
        self.model.reload(typed)
        row = self.model.row_of(chosen[0]) if chosen else 0
        if self.model.rowCount():
            self.view.selectRow(max(row, 0))
        else:
            self._show_details(None)

    def _reset(self) -> None:
        length = self.model.rowCount()
        self.view.setVisible(length > 0)
        self.empty.setVisible(length == 0)
        nothing = _(N_("Tidak ada yang cocok dengan “{typed}”.")).format(typed=self.model.typed)
        self.empty.setText(nothing if self.model.typed else self._empty_text)
        hint = _(N_("Enter membuka · Ctrl+N baru · Del memindahkan ke tempat sampah"))
        self.foot.setText(f"{length:,} ".replace(",", ".") + _(N_("data")) + f" · {hint}")

    def selected_ids(self) -> list[int]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [found for row in rows if (found := self.model.record_id(row)) is not None]

    def select(self, record_id: int) -> None:
        row = self.model.row_of(record_id)
        if row >= 0:
            self.view.selectRow(row)

    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        ids = self.selected_ids()
        self._show_details(ids[0] if ids else None)

    def _open(self) -> None:
        ids = self.selected_ids()
        if ids:
            self.opened.emit(ids[0])

    def _show_details(self, record_id: int | None) -> None:
        layout = emptied(self._details_layout)
        if record_id is None:
            layout.addWidget(label(_(N_("Pilih satu baris untuk melihat rinciannya.")), "muted", wrap=True))
            layout.addStretch(1)
            return
        details = self._details(record_id)
        if details.status_word:
            layout.addWidget(badge(details.status_word, details.status), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(label(details.title, "heading", wrap=True))
        if details.subtitle:
            layout.addWidget(label(details.subtitle, "muted", wrap=True))
        self._add_actions(layout, record_id)
        for name, value in details.facts:
            layout.addLayout(_fact(name, value))
        for title, rows in details.tables:
            layout.addSpacing(6)
            layout.addWidget(label(title, "section"))
            for cells in rows:
                layout.addLayout(_cells(cells))
        layout.addStretch(1)

    def _add_actions(self, layout: QVBoxLayout, record_id: int) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for number, action in enumerate(self._actions):
            run: Callable[[], Any] = lambda do=action.do: do(record_id)  # noqa: E731 - bound to this record
            buttons.addWidget(button(action.text, run, "" if number else "main", action.shortcut))
        buttons.addStretch(1)
        layout.addLayout(buttons)


def _fact(name: str, value: str) -> QHBoxLayout:
    line = QHBoxLayout()
    caption = label(name, "caption", wrap=True)
    caption.setFixedWidth(112)
    line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(value, wrap=True), 1)
    return line


def _cells(cells: Sequence[str]) -> QHBoxLayout:
    line = QHBoxLayout()
    for number, cell in enumerate(cells):
        text = label(cell, wrap=number == 0)
        text.setAlignment(Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignRight)
        if number:
            text.setMinimumWidth(78)
        line.addWidget(text, 1 if number == 0 else 0)
    return line
