"""Ready-made filters above a list, each with how many records it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup

from lapas_desktop.domain.wording import format_number
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.parts import PushButton


class Chips(Flow):
    """One button a filter, exactly one pressed. ``chosen`` tells its number."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        """``words``: key and text of each filter."""
        super().__init__()
        self._words = tuple(words)
        self._group = QButtonGroup(self)
        for number, (_key, text) in enumerate(self._words):
            chip = PushButton(text)
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            self._group.addButton(chip, number)
            self.add(chip)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def choose(self, key: str) -> int:
        """Presses the filter of a key, the first when there is none; returns its number."""
        keys = [known for known, _text in self._words]
        number = keys.index(key) if key in keys else 0
        self._group.button(number).setChecked(True)
        return number

    @property
    def key(self) -> str:
        """The key of the filter that is pressed."""
        return self._words[self._group.checkedId()][0]

    @property
    def text(self) -> str:
        """The words of the filter that is pressed."""
        return self._words[self._group.checkedId()][1]

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Writes how many records each filter shows; one that shows none steps aside unless pressed."""
        for number, (key, text) in enumerate(self._words):
            chip = self._group.button(number)
            chip.setText(f"{text} {format_number(counts[key])}")
            chip.setAccessibleName(chip.text())
            bold = QFont(chip.font())
            bold.setBold(True)  # as it is when pressed
            chip.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(chip.text()) + 26)
            chip.setVisible(number == 0 or counts[key] > 0 or chip.isChecked())
