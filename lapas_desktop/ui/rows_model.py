"""The rows of a child table as plain data, with what was typed and could not be read."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from lapas_desktop.domain.entity import Field, Row, fields_of
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.reading import read_date
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.editors import Links, option_pairs
from lapas_desktop.ui.palette import current
from lapas_desktop.ui.parts import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LISTED = (Editor.CHOICE, Editor.REFERENCE)


class RowsModel(QAbstractTableModel):
    """Rows as plain data, plus one empty row at the end to type into.

    A cell that cannot be read keeps what was typed and says what is wrong.
    """

    edited = Signal()

    def __init__(self, entity: type[Row], links: Links, today: date) -> None:
        super().__init__()
        self.fields: tuple[Field, ...] = fields_of(entity)
        self.rows: list[dict[str, Any]] = []
        self.today = today
        self.bad: dict[tuple[int, str], tuple[str, str]] = {}
        self.options = {f.name: option_pairs(f, links) for f in self.fields if f.kind.editor in _LISTED}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical:
            shown = str(section + 1) if section < len(self.rows) else "+"
            return shown if role == Qt.ItemDataRole.DisplayRole else None
        field = self.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(field)
        if role == Qt.ItemDataRole.TextAlignmentRole and field.kind.right:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and field.hint:
            return _(field.hint)
        return None

    @staticmethod
    def heading(field: Field) -> str:
        """The label of a column, with a star when it must be filled."""
        return _(field.label) + (" *" if field.required and field.kind.editor is not Editor.CHECK else "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = 0) -> Any:
        if index.row() >= len(self.rows):
            return None
        field = self.fields[index.column()]
        wrong = self.bad.get((index.row(), field.name))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return wrong[0] if wrong and wrong[0] else self.shown(field, self.rows[index.row()].get(field.name))
        if role == Qt.ItemDataRole.TextAlignmentRole and field.kind.right:
            return _RIGHT
        if wrong and role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(QColor(current().bad_ground))
        if wrong and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(wrong[1])
        return None

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
        if index.row() >= len(self.rows):
            if not text.strip():
                return False
            self.insert_rows(1)
        field = self.fields[index.column()]
        key = (index.row(), field.name)
        self.bad.pop(key, None)
        try:
            self.rows[index.row()][field.name] = self.read(field, text)
        except ValueError as error:
            self.bad[key] = (text, str(error))
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def read(self, field: Field, text: str) -> Any:
        """The value a typed text means in this column; `ValueError` says what is wrong."""
        if field.kind.editor is Editor.DATE:
            return read_date(text, self.today)
        if field.kind.editor is not Editor.REFERENCE:
            return field.kind.parse(text)
        wanted = text.strip().casefold()
        if not wanted or (field.empty and wanted == _(field.empty).casefold()):
            return None
        options = self.options[field.name]
        exact = [key for key, shown in options if wanted in (shown.casefold(), *shown.casefold().split(" · "))]
        near = exact or [key for key, shown in options if wanted in shown.casefold()]
        if len(near) != 1:
            raise ValueError(_(N_("“{typed}” tidak ada dalam daftar.")).format(typed=text[:40]))
        return near[0]

    def insert_rows(self, count: int) -> None:
        at = len(self.rows)
        self.beginInsertRows(QModelIndex(), at, at + count - 1)
        self.rows.extend({f.name: f.default for f in self.fields} for _index in range(count))
        self.endInsertRows()

    def remove(self, row_number: int) -> None:
        if not 0 <= row_number < len(self.rows):
            return
        self.beginRemoveRows(QModelIndex(), row_number, row_number)
        del self.rows[row_number]
        self.endRemoveRows()
        self.bad = {(r - (r > row_number), name): wrong for (r, name), wrong in self.bad.items() if r != row_number}
        self.edited.emit()

    def load(self, rows: list[dict[str, Any]]) -> None:
        self.beginResetModel()
        self.rows = [dict(values) for values in rows]
        self.bad = {}
        self.endResetModel()

    def typed(self) -> list[dict[str, str]]:
        """What stands in the cells, letter by letter; ``id`` names a stored row."""
        return [
            {"id": str(row.get("id") or ""), **{
                f.name: str(self.data(self.index(number, column), int(Qt.ItemDataRole.EditRole)) or "")
                for column, f in enumerate(self.fields)
            }}
            for number, row in enumerate(self.rows)
        ]  # fmt: skip

    def type_in(self, rows: list[dict[str, str]]) -> None:
        """Puts texts into the cells as if they had been typed; stored rows keep what no column shows."""
        if rows == self.typed():
            return
        stored = {str(row.get("id")): row for row in self.rows if row.get("id")}
        self.load([stored.get(typed.get("id", ""), {f.name: f.default for f in self.fields}) for typed in rows])
        for number, typed in enumerate(rows):
            for column, f in enumerate(self.fields):
                self.setData(self.index(number, column), typed.get(f.name, ""))
        self.edited.emit()

    def set_problem(self, row_number: int, name: str, message: str) -> None:
        typed = self.bad.get((row_number, name), ("", ""))[0]
        self.bad[(row_number, name)] = (typed, message)
        self.layoutChanged.emit()
