"""A list and what belongs to its line: beside each other where there is room, else one under the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lapas_desktop.ui.palette import grown

ROOMY = 620  # from here on there is room for both
LIST = 290
LOW = 150  # the list's height over the other


class SideBySide(QWidget):
    """The left one keeps its width, the right one takes the rest."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._down = left, False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(left)
        self._layout.addWidget(right, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down = self.width() < grown(ROOMY)
        if down != self._down:
            self._down = down
            self._fit()

    def _fit(self) -> None:
        direction = QBoxLayout.Direction.TopToBottom if self._down else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)
        self._left.setMinimumSize(0 if self._down else grown(LIST), grown(LOW))
        self._left.setMaximumSize(16_777_215 if self._down else grown(LIST), grown(LOW) if self._down else 16_777_215)
