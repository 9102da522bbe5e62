"""A list of choices as every form and sheet has it: typed into when it is long, quiet under the wheel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from lapas_desktop.i18n import _
from lapas_desktop.ui.palette import grown

MOST_WIDE = 420  # of a list of choices; longer texts end in "…"


class Combo(QComboBox):
    """A list that can be typed into; the wheel scrolls the page, not the value."""

    def __init__(
        self, pairs: list[tuple[Any, str]], optional: bool, empty: str = "", typed: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``typed``: whether text can be typed into it; by default when the list is long."""
        super().__init__(parent)
        self._typed = QElapsedTimer()  # since the last letter
        if optional:
            self.addItem(empty, None)
        for value, text in pairs:
            self.addItem(text, value)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        longest = max((text for _value, text in pairs), key=len, default="")
        wide = min(grown(MOST_WIDE), self.fontMetrics().horizontalAdvance(longest) + 40)
        self.view().setMinimumWidth(wide)
        self.view().setItemDelegate(QStyledItemDelegate(self))  # which, unlike the default, obeys the style sheet
        if len(pairs) > 15 if typed is None else typed:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = QCompleter(self.model(), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            style_popup(completer, wide)
            self.setCompleter(completer)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text that is too long ends in "…"."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        place = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A space between the letters of a name belongs to it; else it opens the list."""
        typing = self._typed.isValid() and self._typed.elapsed() < QApplication.keyboardInputInterval()
        if event.key() == Qt.Key.Key_Space and typing and not self.isEditable():
            self.view().keyboardSearch(" ")
            found = self.view().currentIndex().row()
            if found not in (-1, self.currentIndex()):
                self.setCurrentIndex(found)
                self.activated.emit(found)
        else:
            super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._typed.start()

    def choose(self, value: Any) -> None:
        """Selects a value, or nothing when it is not in the list."""
        self.setCurrentIndex(max(self.findData(value), 0 if self.itemData(0) is None else -1))
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # a long text shows its beginning

    def chosen(self) -> Any:
        """The value whose text stands in the field; `ValueError` for a text that is none of them."""
        if not self.isEditable():
            return self.currentData()
        text = self.currentText().strip()
        if not text:
            return None
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index < 0:
            near = self.findText(text, Qt.MatchFlag.MatchContains)
            index = near if near >= 0 and len(text) >= 3 else -1
        if index < 0:
            raise ValueError(_("“{typed}” tidak ada dalam daftar.").format(typed=text[:40]))
        return self.itemData(index)


def style_popup(completer: QCompleter, wide: int = 0) -> None:
    """The list under a typed text looks like every other list of choices and is at least ``wide`` pixels wide."""
    popup = completer.popup()
    assert popup is not None
    popup.setMinimumWidth(wide)
    popup.setObjectName("choices")
    popup.setItemDelegate(QStyledItemDelegate(popup))
