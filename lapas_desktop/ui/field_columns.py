"""The fields of one section side by side, in as many columns as the width has room for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from lapas_desktop.ui.editors import FieldEditor
from lapas_desktop.ui.palette import grown

MOST = 4
FIELD = 215  # what one column needs at least


class FieldColumns(QWidget):
    """Fields in reading order; a wide one takes two columns where there are two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[tuple[FieldEditor, bool]] = []
        self._columns = 0
        self._away: set[FieldEditor] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)

    def add(self, field: FieldEditor, wide: bool = False) -> None:
        """Puts a field behind the others."""
        self._fields.append((field, wide))
        self._lay_out(self._columns or MOST)

    def show_only(self, wanted: Callable[[str], bool]) -> None:
        """Shows the fields whose names are wanted, without gaps between them."""
        away = {editor for editor, _wide in self._fields if not wanted(editor.field.name)}
        if away != self._away:
            self._away = away
            for editor, _wide in self._fields:
                editor.setVisible(editor not in away)
            self._lay_out(self._columns or MOST)

    def minimumSizeHint(self) -> QSize:
        """One column is enough, however many there are now."""
        widest = max((field.minimumSizeHint().width() for field, _wide in self._fields), default=0)
        return QSize(min(widest, grown(FIELD)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, min(MOST, (event.size().width() + 14) // (grown(FIELD) + 14)))
        if fitting != self._columns:
            self._lay_out(fitting)

    def _lay_out(self, columns: int) -> None:
        self._columns, place = columns, 0
        for field, wide in self._fields:
            if field in self._away:
                self._grid.removeWidget(field)
                continue
            span = min(columns, 2 if wide else 1)
            if place % columns + span > columns:
                place += columns - place % columns
            self._grid.addWidget(field, place // columns, place % columns, 1, span)
            place += span
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
