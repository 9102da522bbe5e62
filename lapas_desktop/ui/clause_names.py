"""The list of pasal by number and title; each has under it where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.parts import plain_tooltip


class ClauseNames(QListWidget):
    """Alt with the arrows moves, Del removes, Enter goes to the text."""

    move_asked = Signal(int)
    remove_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topics")
        self.setAccessibleName(_(N_("Daftar pasal")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(QStyledItemDelegate(self))

    def show_names(self, names: Sequence[tuple[str, str]], current: int) -> None:
        """Shows (name, mark) for each; the one in hand changes only when there are others."""
        same = len(names) == self.count()
        if not same:
            self.blockSignals(True)
            self.clear()
            self.addItems([""] * len(names))
            self.blockSignals(False)
        for place, (name, mark) in enumerate(names):
            item = self.item(place)
            text = f"{name}\n{mark}"
            if item.text() != text:
                item.setText(text)
                item.setToolTip(plain_tooltip(text))
        if names and self.currentRow() != current:
            self.blockSignals(True)
            self.setCurrentRow(max(0, current))
            self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)
