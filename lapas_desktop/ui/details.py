"""What stands beside a list about the selected record, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.overview import Overview, Table
from lapas_desktop.ui.actions import Action, ActionButton, Actions
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import badge, boxed, breakable, card, emptied, label

WIDTH, LEAST = 330, 250
LOOKED_AT = 500  # of more records it is asked only when pressed


class Details(QScrollArea):
    """The overview of one record or of several with their actions; an invitation while none is selected."""

    def __init__(self, actions: Actions, selected: Callable[[], list[int]], parent: QWidget | None = None) -> None:
        """``selected`` tells the ids that a pressed action is for."""
        super().__init__(parent)
        self._actions, self._selected = actions, selected
        self._shown: list[ActionButton] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(_(N_("Rincian")))
        self.fit(WIDTH * 3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame, self._layout = card()
        self.setWidget(frame)
        self.show_nothing()

    def fit(self, room: int) -> None:
        """Takes a third of the ``room`` beside it, within bounds."""
        self.setFixedWidth(max(grown(LEAST), min(grown(WIDTH), room // 3)))

    def show_nothing(self, text: str = "") -> None:
        """Says what to do while no record is shown."""
        layout = self._emptied()
        layout.addWidget(label(text or _(N_("Pilih satu baris untuk melihat rinciannya.")), "muted", wrap=True))
        layout.addStretch(1)

    def show_many(self, count: int) -> None:
        """Offers what can be done with several records at once."""
        layout = self._emptied()
        layout.addWidget(label(_(N_("{n} data dipilih")).format(n=count), "heading"))
        for action in self._actions.many:
            layout.addWidget(self._button(action))
        layout.addStretch(1)

    def show_record(self, overview: Overview) -> None:
        """Shows one record."""
        layout = self._emptied()
        if overview.status_word:
            layout.addWidget(badge(overview.status_word, overview.status), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(label(overview.title, "heading", wrap=True))
        if overview.subtitle:
            layout.addWidget(label(overview.subtitle, "muted", wrap=True))
        layout.addWidget(self._buttons())
        for name, value in overview.facts:
            layout.addWidget(boxed(_fact(name, value)))
        for table in overview.tables:
            layout.addSpacing(6)
            layout.addWidget(label(table.title, "section"))
            layout.addWidget(boxed(_paragraphs(table) if len(table.head) > 3 else _lines(table)))
        layout.addStretch(1)
        layout.activate()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))  # as high as it needs at once

    def _emptied(self) -> QVBoxLayout:
        self._shown = []
        return emptied(self._layout)

    def _buttons(self) -> Flow:
        line = Flow()
        fitting = [action for action in self._actions.one if action.fits(self._selected())]
        for number, action in enumerate(fitting):
            line.add(self._button(action if number else replace(action, name="main")))
        return line

    def _button(self, action: Action) -> ActionButton:
        made = ActionButton(action, self._selected)
        if len(self._selected()) <= LOOKED_AT:
            made.look()
        self._shown.append(made)
        return made

    def act(self, do: Callable[[list[int]], object]) -> None:
        """Presses the button of the action that does this, as its key would."""
        for shown in self._shown:
            if shown.action.do == do:
                shown.act()
                return

    def press(self, key: str) -> None:
        """Does what a key stands for, also while the panel has no room to be seen."""
        for shown in self._shown:
            if shown.action.shortcut == key:
                shown.act()
                return


def _fact(name: str, value: str) -> QHBoxLayout:
    line = QHBoxLayout()
    caption = label(name, "caption", wrap=True)
    caption.setFixedWidth(grown(100))
    line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(breakable(value), wrap=True), 1, Qt.AlignmentFlag.AlignTop)
    return line


def _lines(table: Table) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(6)
    for down, cells in enumerate([table.head, *table.rows] if table.head else table.rows):
        for number, cell in enumerate(cells):
            text = label(
                breakable(cell) if number == 0 else cell, "" if down or not table.head else "muted", wrap=number == 0
            )
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            text.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, down, number)
    grid.setColumnStretch(0, 1)
    return grid


def _paragraphs(table: Table) -> QVBoxLayout:
    """A table too wide for the panel: what each row is about, and its figures with their headings under it."""
    down = QVBoxLayout()
    down.setSpacing(2)
    for first, *figures in table.rows:
        down.addWidget(label(breakable(first), wrap=True))
        pairs = zip(table.head[1:], figures, strict=True)
        down.addWidget(label(" · ".join(f"{head} {figure}" for head, figure in pairs if figure), "muted", wrap=True))
    return down
