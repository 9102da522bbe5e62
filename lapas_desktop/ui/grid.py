"""The rows of a child table, edited in place like a sheet: type to edit, Tab, Enter, paste from Excel."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import (
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

from lapas_desktop.domain.entity import Row
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.editors import Combo, Links
from lapas_desktop.ui.parts import button, label, row, shared_widths
from lapas_desktop.ui.rows_model import Index, RowsModel


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
