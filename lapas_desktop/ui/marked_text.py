"""Text to read and to copy whose marks are signs and lines as well as colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from lapas_desktop.domain.clause_text import Change
from lapas_desktop.domain.word_marks import ADDED, OPEN, REMOVED, WRONG
from lapas_desktop.ui.palette import current

_INKS = {REMOVED: "bad", ADDED: "good", WRONG: "bad", OPEN: "warning"}


def format_of(kind: str) -> QTextCharFormat:
    """How a stretch of a kind is written in the colours worn now."""
    made = QTextCharFormat()
    if kind in _INKS:
        made.setForeground(QColor(getattr(current(), _INKS[kind])))
        made.setBackground(QColor(getattr(current(), f"{_INKS[kind]}_ground")))
        made.setFontStrikeOut(kind == REMOVED)
        made.setFontUnderline(kind != REMOVED)
    else:
        made.setForeground(QColor(current().text))
    return made


class MarkedText(QPlainTextEdit):
    """Stretches of plain text, each in the look of its kind."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._shown: Sequence[Change] = ()

    def show_stretches(self, stretches: Sequence[Change]) -> None:
        """Shows other stretches; what is the same keeps its place."""
        if list(stretches) != list(self._shown):
            self._shown = list(stretches)
            self._write()

    def _write(self) -> None:
        place = self.verticalScrollBar().value()
        self.clear()
        cursor = self.textCursor()
        for stretch in self._shown:
            cursor.insertText(stretch.text, format_of(stretch.kind))
        self.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._shown:  # other colours are worn
            self._write()
