"""The rows of a child table as plain data, with what was typed and could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from lapas_desktop.domain.entity import Field, Row, fields_of
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.editors import Links, option_pairs
from lapas_desktop.ui.palette import current
from lapas_desktop.ui.parts import plain_tooltip
from lapas_desktop.ui.sheet_columns import sheet_columns
from lapas_desktop.ui.steps import Steps
from lapas_desktop.ui.typed_text import read_typed

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, str]
Values = dict[str, Any]
Follow = Callable[[Values, Values], Values]  # the row before and after a cell was filled → the row to keep
Sheet = type[Row] | tuple[Field, ...]  # the rows of a child table, or columns of nothing stored
MAX_ROWS = 500
MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # "bad", "doubt" or nothing
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LISTED = (Editor.CHOICE, Editor.REFERENCE)


@dataclass(frozen=True)
class SheetState:
    """All that undo brings back. The rows in it are never changed in place."""

    rows: tuple[Values, ...]
    bad: dict[Cell, tuple[str, str]]


class RowsModel(QAbstractTableModel):
    """Rows as plain data, plus one empty row at the end to type into.

    A cell that cannot be read keeps what was typed and says what is wrong. Computed columns stand among the
    declared ones and show what `show_worked_out` was told. ``follow`` says by the name of a column what a new
    value in it fills in beside it.
    """

    edited = Signal()

    def __init__(self, sheet: Sheet, links: Links, today: date) -> None:
        super().__init__()
        self.fields: tuple[Field, ...] = sheet if isinstance(sheet, tuple) else fields_of(sheet)
        self.columns = sheet if isinstance(sheet, tuple) else sheet_columns(sheet)
        self._stored = frozenset(f.name for f in self.fields)
        self.rows: list[Values] = []
        self.today = today
        self.bad: dict[Cell, tuple[str, str]] = {}
        self.doubts: dict[Cell, str] = {}
        self._stored_rows: list[Values] = []
        self._worked_out: list[Values] = []
        self._steps: Steps[SheetState] = Steps()
        self._stepping = False
        self.locked = False
        self._open = self._filled_later = frozenset[str]()
        self.options = {f.name: option_pairs(f, links) for f in self.fields if f.kind.editor in _LISTED}
        self.follow: dict[str, Follow] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows) + (not self.locked)

    def lock(self, open_cells: frozenset[str], filled_later: frozenset[str]) -> None:
        """No row comes, goes or moves; typed are ``open_cells``, and ``filled_later`` where nothing is stored."""
        self.beginResetModel()
        self.locked, self._open, self._filled_later = True, open_cells, filled_later
        self.endResetModel()

    def is_open(self, field: Field, row: int | None = None) -> bool:
        """Whether a column can be typed into, in one row or in some."""
        if not self.is_stored(field):
            return False
        if not self.locked or field.name in self._open:
            return True
        empty = row is None or (row < len(self.rows) and not self._stored_rows[row].get(field.name))
        return field.name in self._filled_later and empty

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical:
            shown = str(section + 1) if section < len(self.rows) else "+"
            return shown if role == Qt.ItemDataRole.DisplayRole else None
        field = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(field)
        if role == Qt.ItemDataRole.TextAlignmentRole and field.kind.right:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_(field.hint) if self.is_stored(field) else _(N_("dihitung"))) or None
        return None

    @staticmethod
    def heading(field: Field) -> str:
        """The label of a column, with a star when it must be filled."""
        return _(field.label) + ("\xa0*" if field.required and field.kind.editor is not Editor.CHECK else "")

    def is_stored(self, field: Field) -> bool:
        """Whether a column can be typed into; a computed one cannot."""
        return field.name in self._stored

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = self.is_open(self.columns[index.column()], index.row())
        return shown | Qt.ItemFlag.ItemIsEditable if typed else shown

    def data(self, index: Index, role: int = 0) -> Any:
        field = self.columns[index.column()]
        if role == Qt.ItemDataRole.BackgroundRole and not self.is_open(field, index.row()):
            return QBrush(QColor(current().page))
        if index.row() >= len(self.rows) or not self.rows[index.row()]:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text_at(index.row(), field)
        if role == Qt.ItemDataRole.TextAlignmentRole and field.kind.right:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and not self.is_stored(field):
            return QBrush(QColor(current().muted))
        return self._mark(index.row(), field, role)

    def _mark(self, row: int, field: Field, role: int) -> Any:
        wrong, doubt = self.bad.get((row, field.name)), self.doubts.get((row, field.name))
        told = wrong[1] if wrong else doubt
        if role == MARK_ROLE and told:
            return "bad" if wrong else "doubt"
        if role == Qt.ItemDataRole.BackgroundRole and told:
            return QBrush(QColor(current().bad_ground if wrong else current().warning_ground))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            told = told or ("" if self.is_stored(field) else _(N_("dihitung")))
            return plain_tooltip(told) if told and role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def text_at(self, row: int, field: Field) -> str:
        """What stands in a cell: as typed where it cannot be read, else as its kind writes it."""
        wrong = self.bad.get((row, field.name))
        if wrong and wrong[0]:
            return wrong[0]
        if self.is_stored(field):
            return self.shown(field, self.rows[row].get(field.name))
        return field.kind.shown(self._worked_out[row].get(field.name)) if row < len(self._worked_out) else ""

    def shown(self, field: Field, value: Any) -> str:
        if field.kind.editor is Editor.REFERENCE:
            return next(
                (text for key, text in self.options[field.name] if key == value), _(field.empty) if field.empty else ""
            )
        if field.kind.editor is Editor.CHECK:
            return field.kind.shown(value) if value else ""
        return field.kind.shown(value)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        text = str(value or "")
        if not index.isValid() or (index.row() >= len(self.rows) and not text.strip()):
            return False
        if not self.is_open(self.columns[index.column()], index.row()):
            return False
        return self.put_block(index.row(), index.column(), [[text]]) == 0

    def _put(self, row: int, field: Field, text: str) -> None:
        if not self.is_open(field, row):
            return
        self.bad.pop((row, field.name), None)
        before = self.rows[row]
        try:
            after = {**before, field.name: self.read(field, text)}
        except ValueError as error:
            self.bad[(row, field.name)] = (text, str(error))
            return
        follow = self.follow.get(field.name)
        self.rows[row] = follow(before, after) if follow and after != before else after

    def read(self, field: Field, text: str) -> Any:
        """The value a typed text means in this column; `ValueError` says what is wrong."""
        if field.kind.editor is not Editor.REFERENCE:
            return read_typed(field, text, self.today)
        wanted = text.strip().casefold()
        if not wanted or (field.empty and wanted == _(field.empty).casefold()):
            return None
        options = self.options[field.name]
        exact = [key for key, shown in options if wanted in (shown.casefold(), *shown.casefold().split(" · "))]
        near = exact or [key for key, shown in options if wanted in shown.casefold()]
        if len(near) != 1:
            raise ValueError(_(N_("“{typed}” tidak ada dalam daftar.")).format(typed=text[:40]))
        return near[0]

    @contextmanager
    def step(self) -> Iterator[None]:
        """Whatever changes inside is one step for undo, and told once."""
        if self._stepping:
            yield
            return
        before, self._stepping = self._state(), True
        try:
            yield
        finally:
            self._stepping = False
        if self._state() != before:
            self._steps.note(before)
            self.edited.emit()

    def _state(self) -> SheetState:
        return SheetState(tuple(self.rows), {cell: wrong for cell, wrong in self.bad.items() if wrong[0]})

    def undo(self) -> bool:
        return self._go_to(self._steps.back(self._state()))

    def redo(self) -> bool:
        return self._go_to(self._steps.forward(self._state()))

    def _go_to(self, state: SheetState | None) -> bool:
        if state is None:
            return False
        self._replace(state.rows, state.bad)
        self.edited.emit()
        return True

    def _replace(self, rows: Iterable[Values], bad: dict[Cell, tuple[str, str]]) -> None:
        self.beginResetModel()
        self.rows, self.bad, self.doubts = list(rows), dict(bad), {}
        self.endResetModel()

    def put_block(self, row: int, column: int, lines: Sequence[Sequence[str]]) -> int:
        """Puts texts into the cells from one cell on, adding rows; how many lines found no room."""
        taken = lines[: max(0, (len(self.rows) if self.locked else MAX_ROWS) - row)]
        if not taken:
            return 0 if self.locked else len(lines)
        with self.step():
            self.insert_rows(row + len(taken) - len(self.rows))
            for down, line in enumerate(taken):
                for field, text in zip(self.columns[column:], line, strict=False):
                    self._put(row + down, field, text)
            self._tell_changed(row, row + len(taken) - 1)
        return 0 if self.locked else len(lines) - len(taken)

    def put_everywhere(self, cells: Iterable[tuple[int, int]], text: str) -> None:
        """The same text in some cells of the rows there are."""
        with self.step():
            for row, column in cells:
                if row < len(self.rows):
                    self._put(row, self.columns[column], text)
            self._tell_changed(0, len(self.rows) - 1)

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def insert_rows(self, count: int) -> None:
        """More rows at the end. The empty row becomes the first of them, and the cursor in it stays."""
        at = len(self.rows)
        if count < 1:
            return
        self.beginInsertRows(QModelIndex(), at + 1, at + count)
        self.rows.extend({} for _index in range(count))  # as empty as the row that they stand behind
        self.endInsertRows()
        self.rows[at:] = [{f.name: f.default for f in self.fields} for _index in range(count)]
        self._tell_changed(at, at + count - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, at, at)

    def remove(self, *numbers: int) -> None:
        """Takes rows away as one step."""
        if self.locked:
            return
        with self.step():
            for number in sorted({n for n in numbers if 0 <= n < len(self.rows)}, reverse=True):
                self.beginRemoveRows(QModelIndex(), number, number)
                del self.rows[number]
                self._renumber([*range(number), None, *range(number, len(self.rows))])
                self.endRemoveRows()

    def move(self, first: int, last: int, by: int) -> bool:
        """Moves the rows from ``first`` to ``last`` one place up (-1) or down (1); False at the edge."""
        passed = first - 1 if by < 0 else last + 1
        if self.locked or not 0 <= first <= last < len(self.rows) or not 0 <= passed < len(self.rows):
            return False
        to = last if by < 0 else first
        with self.step():
            self.beginMoveRows(QModelIndex(), passed, passed, QModelIndex(), to + 1 if by < 0 else to)
            self.rows.insert(to, self.rows.pop(passed))
            places: list[int | None] = list(range(len(self.rows)))
            for number in range(first, last + 1):
                places[number] = number + by
            places[passed] = to
            self._renumber(places)
            self.endMoveRows()
        return True

    def _renumber(self, places: Sequence[int | None]) -> None:
        """Lets the marks follow their rows: ``places`` holds the new place of each old row, None when it went."""
        there = {old: new for old, new in enumerate(places) if new is not None}
        self.bad = {(there[row], name): wrong for (row, name), wrong in self.bad.items() if row in there}
        self.doubts = {(there[row], name): told for (row, name), told in self.doubts.items() if row in there}

    def replace_rows(self, rows: Iterable[Values]) -> None:
        """Other rows in place of those there are, as one step for undo."""
        with self.step():
            self._replace(rows, {})

    def load(self, rows: list[Values]) -> None:
        """Shows other rows; what was done before cannot be undone any more."""
        self._stored_rows = [dict(row) for row in rows]
        self._replace(map(dict, rows), {})
        self._steps.forget()

    def show_worked_out(self, rows: list[Values], doubts: dict[Cell, str]) -> None:
        """Shows what follows from the rows as they stand: values of the computed columns, and doubts."""
        self._worked_out, self.doubts = rows, doubts
        self._tell_changed(0, len(self.rows) - 1)

    def typed(self) -> list[dict[str, str]]:
        """What stands in the cells, letter by letter; ``id`` names a stored row."""
        return [
            {"id": str(row.get("id") or ""), **{f.name: self.text_at(number, f) for f in self.fields}}
            for number, row in enumerate(self.rows)
        ]

    def type_in(self, rows: list[dict[str, str]]) -> None:
        """Puts texts into the cells as if they had been typed; stored rows keep what no column shows."""
        if rows == self.typed():
            return
        stored = {str(row.get("id")): row for row in self.rows if row.get("id")}
        blank = {f.name: f.default for f in self.fields}
        self.load([stored.get(typed.get("id", ""), blank) for typed in rows])
        for number, typed in enumerate(rows):
            for field in self.fields:
                self._put(number, field, typed.get(field.name, ""))
        self._tell_changed(0, len(self.rows) - 1)
        self.edited.emit()

    def set_problem(self, row_number: int, name: str, message: str) -> None:
        typed = self.bad.get((row_number, name), ("", ""))[0]
        self.bad[(row_number, name)] = (typed, message)
        self.layoutChanged.emit()
