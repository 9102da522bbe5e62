"""The names of a form's sections over it: one click, or Ctrl+PgDn and Ctrl+PgUp, goes to a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.parts import button


class SectionBar(QWidget):
    """All names side by side; where they find no room, the one at the top with a menu of the others.

    ``go`` is called with the number of the section that was asked for.
    """

    def __init__(self, titles: Sequence[str], go: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(34, 4, 20, 4)
        layout.setSpacing(18)
        self._titles = tuple(titles)
        self.buttons: list[QPushButton] = []
        for number, title in enumerate(titles):
            made = self._button(title, lambda number=number: go(number))
            made.setCheckable(True)
            self.buttons.append(made)
            layout.addWidget(made)
        self.names = QMenu(self)
        for number, title in enumerate(titles):
            self.names.addAction(title.replace("&", "&&"), lambda number=number: go(number))
        self.folded = self._button("", lambda: None)
        self.folded.setMenu(self.names)
        self.folded.hide()
        layout.addWidget(self.folded)
        layout.addStretch(1)

    def _button(self, title: str, pressed: Callable[[], object]) -> QPushButton:
        made = button(title, pressed, "section-link")
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.setToolTip(f"{title} ({_(N_('bagian berikutnya'))}: Ctrl+PgDn)")
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(made.sizeHint().width() + 18 for made in self.buttons) + 54
        folded = needed > self.width()
        for made in self.buttons:
            made.setVisible(not folded)
        self.folded.setVisible(folded)

    def mark(self, number: int) -> None:
        """Shows which section stands at the top."""
        for place, made in enumerate(self.buttons):
            made.setChecked(place == number)
        if 0 <= number < len(self._titles):
            told = _(N_("Bagian: {title}")).format(title=self._titles[number])
            self.folded.setText(f"{told} ▾".replace("&", "&&"))
            self.folded.setAccessibleName(told)
