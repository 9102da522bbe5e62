"""The names of a form's sections over it: one click, or Ctrl+PgDn and Ctrl+PgUp, goes to a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.parts import button

LEFT, RIGHT, EDGE = 34, 20, 4
MOST_LINES = 2


class SectionBar(QWidget):
    """All names in one line or two; where they find no room, the one at the top with a menu of all.

    ``go`` is called with the number of the section that was asked for.
    """

    def __init__(self, titles: Sequence[str], go: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LEFT, EDGE, RIGHT, EDGE)
        self._flow = Flow(self, 18, 0)
        layout.addWidget(self._flow)
        self._titles = tuple(titles)
        self.buttons: list[QPushButton] = []
        self.names = QMenu(self)
        for number, title in enumerate(titles):
            asked = partial(go, number)
            made = _name(title, asked)
            made.setCheckable(True)
            self.buttons.append(made)
            self._flow.add(made)
            self.names.addAction(title.replace("&", "&&"), asked)
        self.folded = _name("", lambda: None)
        self.folded.setMenu(self.names)
        self.folded.hide()
        layout.addWidget(self.folded, 0, Qt.AlignmentFlag.AlignLeft)

    def fit(self, width: int) -> int:
        """Lays the names out in a width; returns the height they need."""
        high, line = self._flow.height_at(width - LEFT - RIGHT), self.folded.sizeHint().height()
        folded = high > MOST_LINES * (line + 4)
        self._flow.setVisible(not folded)
        self.folded.setVisible(folded)
        return (line if folded else high) + 2 * EDGE

    def mark(self, number: int) -> None:
        """Shows which section stands at the top."""
        for place, made in enumerate(self.buttons):
            made.setChecked(place == number)
        if 0 <= number < len(self._titles):
            told = _(N_("Bagian: {title}")).format(title=self._titles[number])
            self.folded.setText(f"{told} ▾".replace("&", "&&"))
            self.folded.setAccessibleName(told)


def _name(title: str, pressed: Callable[[], object]) -> QPushButton:
    made = button(title, pressed, "section-link")
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    made.setToolTip(f"{title} ({_(N_('bagian berikutnya'))}: Ctrl+PgDn)")
    return made
