"""The names of a form's sections over it: one click, or Ctrl+PgDn and Ctrl+PgUp, goes to a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.parts import button

LEFT, RIGHT, EDGE = 34, 20, 4


class SectionBar(QWidget):
    """``go`` is called with the number of the section that was asked for."""

    def __init__(self, titles: Sequence[str], go: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LEFT, EDGE, RIGHT, EDGE)
        self._flow = Flow(self, 18, 0)
        layout.addWidget(self._flow)
        self.buttons: list[QPushButton] = []
        for number, title in enumerate(titles):
            made = button(title, lambda number=number: go(number), "section-link")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            made.setToolTip(f"{title} ({_(N_('bagian berikutnya'))}: Ctrl+PgDn)")
            self.buttons.append(made)
            self._flow.add(made)

    def height_at(self, width: int) -> int:
        """How high it is in this width: names that find no room go into a second line."""
        return self._flow.height_at(width - LEFT - RIGHT) + 2 * EDGE

    def mark(self, number: int) -> None:
        """Shows which section stands at the top."""
        for place, made in enumerate(self.buttons):
            made.setChecked(place == number)
