"""The rows of a child table, edited in place like a sheet: type to edit, Tab, Enter, paste from Excel."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lapas_desktop.domain.entity import Field, Row, fields_of
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.reading import read_date
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.editors import Combo, Links, option_pairs
from lapas_desktop.ui.palette import LIGHT
from lapas_desktop.ui.parts import button, label, plain_tooltip, row, shared_widths

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
            return QBrush(QColor(LIGHT.bad_ground))
        if wrong and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(wrong[1])
        return None

    def shown(self, field: Field, value: Any) -> str:
        if field.kind.editor is Editor.REFERENCE:
            return next(
                (text for key, text in self.options[field.name] if key == value), _(field.empty) if field.empty else ""
            )
        if field.kind.editor is Editor.CHECK:
            return field.kind.format(value, "id") if value else ""
        return field.kind.format(value, "id")

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

    def set_problem(self, row_number: int, name: str, message: str) -> None:
        typed = self.bad.get((row_number, name), ("", ""))[0]
        self.bad[(row_number, name)] = (typed, message)
        self.layoutChanged.emit()


class CellDelegate(QStyledItemDelegate):
    """Lists for choices, a line for everything else; the model reads the text.

    ``open_editor`` is the editor of the cell being typed in, if there is one.
    """

    open_editor: QWidget | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        field = model.fields[index.column()]
        if field.name in model.options:
            combo = Combo(model.options[field.name], True, _(field.empty) if field.empty else "", typed=True)
            combo.setParent(parent)
            self.open_editor = combo
            return combo
        line = QLineEdit(parent)
        line.setFrame(False)
        if field.kind.right:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.open_editor = line
        return line

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.open_editor:
            self.open_editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, Combo):
            editor.setCurrentIndex(editor.findText(text))
            editor.setEditText(text)
            line = editor.lineEdit()
            assert line is not None
            line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, Combo | QLineEdit)
        typed = editor.currentText() if isinstance(editor, Combo) else editor.text()
        if typed != (index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, typed)


class SheetView(QTableView):
    """A table view with the keys of a sheet: Enter goes down, Del empties, Ctrl+V pastes a block."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        assert isinstance(model, RowsModel)
        current = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # a key that the open cell has answered already
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            model.remove(current.row())
        elif event.key() == Qt.Key.Key_Delete and current.row() < len(model.rows):
            model.setData(current, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # Enter, as in Excel
            self._go_down()

    def _go_down(self) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self.setCurrentIndex(self.model().index(min(row + 1, self.model().rowCount() - 1), column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Each column as wide as its heading and usual values; the texts share what is left over."""
        model = self.model()
        assert isinstance(model, RowsModel)
        font = QFont(self.horizontalHeader().font())
        font.setBold(True)
        metrics, digit = QFontMetrics(font), self.fontMetrics().horizontalAdvance("0")
        needs = [
            max(metrics.horizontalAdvance(model.heading(f)) + 20, min(f.kind.width, 26) * digit + 16)
            for f in model.fields
        ]
        texts = [number for number, field in enumerate(model.fields) if field.kind.elastic]
        for number, width in enumerate(shared_widths(self.viewport().width(), needs, needs, texts)):
            self.setColumnWidth(number, width)

    def paste(self, text: str) -> None:
        """Puts a block of cells, as Excel copies it, from the current cell on."""
        model, start = self.model(), self.currentIndex()
        for down, line in enumerate(text.rstrip("\n").split("\n")):
            for across, cell in enumerate(line.rstrip("\r").split("\t")):
                index = model.index(start.row() + down, start.column() + across)
                if index.isValid():
                    model.setData(index, cell)


class RowsGrid(QWidget):
    """The sheet of one child table with its title and its two actions."""

    edited = Signal()

    def __init__(self, title: str, entity: type[Row], links: Links, today: date) -> None:
        super().__init__()
        self.rows_model = RowsModel(entity, links, today)
        self.view = SheetView()
        self.view.setModel(self.rows_model)
        self._delegate = CellDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(title)
        trigger = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked
        )
        self.view.verticalHeader().setDefaultSectionSize(28)
        self.view.verticalHeader().setFixedWidth(28)
        header = self.view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        remove = button(_(N_("Hapus baris")), self.remove_current, "link")
        add = button(_(N_("+ Tambah baris")), self.add_row, "link")
        remove.setToolTip(f"{remove.text()} (Ctrl+Del)")
        layout.addLayout(row(label(title, "section"), 1, remove, add))
        self._wrong = label("", "problem", wrap=True)
        self._wrong.hide()
        layout.addWidget(self._wrong)
        layout.addWidget(self.view)
        self.rows_model.edited.connect(self._on_edited)
        self.rows_model.modelReset.connect(self._fit)
        self._fit()

    def _on_edited(self) -> None:
        self._fit()
        self._tell()
        self.edited.emit()

    def _fit(self) -> None:
        shown = min(self.rows_model.rowCount(), 9)
        self.view.setFixedHeight(shown * 28 + self.view.horizontalHeader().sizeHint().height() + 16)

    def commit(self) -> None:
        """Takes over what stands in a cell that is still being typed in."""
        editor = self._delegate.open_editor
        if editor is not None:
            self.view.commitData(editor)
            self.view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def add_row(self) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.rows_model.index(len(self.rows_model.rows), 0))
        self.view.edit(self.view.currentIndex())

    def remove_current(self) -> None:
        self.rows_model.remove(self.view.currentIndex().row())

    def set_problem(self, row_number: int, name: str, message: str) -> None:
        self.rows_model.set_problem(row_number, name, message)
        self._tell()

    def _tell(self) -> None:
        """The first wrong cell in words, above the sheet."""
        labels = {f.name: _(f.label) for f in self.rows_model.fields}
        wrong = sorted(self.rows_model.bad.items())
        texts = [f"{_(N_('Baris'))} {r + 1}, {labels.get(n, n)}: {message}" for (r, n), (_typed, message) in wrong[:3]]
        self._wrong.setText("\n".join(texts))
        self._wrong.setVisible(bool(texts))

    def tell(self, message: str) -> None:
        """A problem of the table as a whole."""
        self._wrong.setText(message)
        self._wrong.setVisible(bool(message))
