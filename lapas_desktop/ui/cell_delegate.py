"""How a cell of a sheet is edited and marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from lapas_desktop.domain.entity import Field
from lapas_desktop.i18n import _
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.palette import current
from lapas_desktop.ui.parts import plain_tooltip
from lapas_desktop.ui.rows_model import MARK_ROLE, Index, RowsModel, Values
from lapas_desktop.ui.typed_text import echo_of

Options = list[tuple[Any, str]]
Narrow = Callable[[Values, Options], Options]  # the row and all choices → the choices that fit it


class CellDelegate(QStyledItemDelegate):
    """Lists for choices, a line for everything else; the model reads the text.

    ``open_editor`` is the editor of the cell being typed in, if there is one.
    """

    open_editor: QWidget | None = None
    narrow: dict[str, Narrow]  # column → which of its choices a row is offered
    _echo: EchoLabel | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.narrow = {}

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        field = model.columns[index.column()]
        if field.name in model.options:
            options = model.options[field.name]
            if field.name in self.narrow and index.row() < len(model.rows):
                options = self.narrow[field.name](model.rows[index.row()], options)
            combo = Combo(options, True, _(field.empty) if field.empty else "", typed=True)
            combo.setParent(parent)
            self.open_editor = combo
            return combo
        line = QLineEdit(parent)
        line.setFrame(False)
        if field.kind.right:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._echo = EchoLabel(parent, line, field, model)
        line.textEdited.connect(self._echo.tell)
        self.open_editor = line
        return line

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What is wrong with a cell, else the whole text of one that is too narrow for it."""
        told = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if not told and self.sizeHint(option, index).width() > view.visualRect(index).width():
            told = plain_tooltip(str(index.data() or ""))
        QToolTip.showText(event.globalPos(), told, view)
        return True

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.open_editor:
            self.open_editor = None
        if self._echo is not None:
            self._echo.hide()
            self._echo.deleteLater()
            self._echo = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fills the editor once: Qt asks again whenever the rows change around it, which would undo the typing."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        mark = index.data(MARK_ROLE)
        if mark:
            paint_sign(painter, option.rect, mark, bool(index.data(Qt.ItemDataRole.TextAlignmentRole)))  # type: ignore[attr-defined]


def paint_sign(painter: QPainter, cell: QRect, mark: str, at_left: bool) -> None:
    """An exclamation mark at the end of a cell where no text stands, so that colour does not speak alone."""
    painter.save()
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(current().bad if mark == "bad" else current().warning))
    side = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
    painter.drawText(cell.adjusted(4, 0, -5, 0), side | Qt.AlignmentFlag.AlignVCenter, "!")
    painter.restore()


class EchoLabel(QLabel):
    """A small hint under an open cell that shows how the figure or date is read."""

    def __init__(self, page: QWidget, line: QLineEdit, field: Field, model: RowsModel) -> None:
        super().__init__(page)
        self._page, self._line, self._field, self._model = page, line, field, model
        self.setObjectName("echo")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, typed: str) -> None:
        """Stands below the cell, above it where there is no room."""
        echo = echo_of(self._field, typed, self._model.today)
        self.setText(echo)
        self.adjustSize()
        cell, page = self._line.geometry(), self._page.rect()
        below = cell.bottom() + 1
        top = below if below + self.height() <= page.bottom() else cell.top() - self.height()
        self.move(max(0, min(cell.right() - self.width() + 1, page.right() - self.width())), top)
        self.setVisible(bool(echo))
        self.raise_()
