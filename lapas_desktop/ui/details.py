"""What stands beside a list about the selected record, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.overview import Overview
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import badge, button, card, emptied, label

WIDTH, LEAST = 350, 250


@dataclass(frozen=True)
class Action:
    """A named thing to do with one record, by its id."""

    text: str
    do: Callable[[int], object]
    shortcut: str = ""


@dataclass(frozen=True)
class BulkAction:
    """A named thing to do with several records at once."""

    text: str
    do: Callable[[list[int]], object]


@dataclass(frozen=True)
class Actions:
    """What a list offers for one selected record and for several."""

    one: Sequence[Action]
    many: Sequence[BulkAction]


class Details(QScrollArea):
    """The overview of one record or of several with their actions; an invitation while none is selected."""

    def __init__(self, actions: Actions, selected: Callable[[], list[int]], parent: QWidget | None = None) -> None:
        """``selected`` tells the ids that a pressed action is for."""
        super().__init__(parent)
        self._actions, self._selected = actions, selected
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
        layout = emptied(self._layout)
        layout.addWidget(label(text or _(N_("Pilih satu baris untuk melihat rinciannya.")), "muted", wrap=True))
        layout.addStretch(1)

    def show_many(self, count: int) -> None:
        """Offers what can be done with several records at once."""
        layout = emptied(self._layout)
        layout.addWidget(label(_(N_("{n} data dipilih")).format(n=count), "heading"))
        for action in self._actions.many:
            layout.addWidget(button(action.text, lambda do=action.do: do(self._selected())))
        layout.addStretch(1)

    def show_record(self, overview: Overview) -> None:
        """Shows one record."""
        layout = emptied(self._layout)
        if overview.status_word:
            layout.addWidget(badge(overview.status_word, overview.status), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(label(overview.title, "heading", wrap=True))
        if overview.subtitle:
            layout.addWidget(label(overview.subtitle, "muted", wrap=True))
        layout.addLayout(self._buttons())
        for name, value in overview.facts:
            layout.addLayout(_fact(name, value))
        for title, rows in overview.tables:
            layout.addSpacing(6)
            layout.addWidget(label(title, "section"))
            for cells in rows:
                layout.addLayout(_cells(cells))
        layout.addStretch(1)

    def _buttons(self) -> Flow:
        line = Flow()
        line.setSpacing(6)
        for number, action in enumerate(self._actions.one):
            pressed: Callable[[], object] = lambda do=action.do: do(self._selected()[0])  # noqa: E731 - bound to it
            line.addWidget(button(action.text, pressed, "" if number else "main", action.shortcut))
        return line


def _fact(name: str, value: str) -> QHBoxLayout:
    line = QHBoxLayout()
    caption = label(name, "caption", wrap=True)
    caption.setFixedWidth(grown(112))
    line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(value, wrap=True), 1)
    return line


def _cells(cells: Sequence[str]) -> QHBoxLayout:
    line = QHBoxLayout()
    for number, cell in enumerate(cells):
        text = label(cell, wrap=number == 0)
        text.setAlignment(Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignRight)
        if number:
            text.setMinimumWidth(grown(60))
        line.addWidget(text, 1 if number == 0 else 0)
    return line
