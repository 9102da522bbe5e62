"""What an action must ask first, in the page itself: a few fields, what follows from them, one button that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from lapas_desktop.domain.entity import Field, required_problems
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.editors import FieldEditor
from lapas_desktop.ui.enter_key import EnterGoesOn
from lapas_desktop.ui.field_columns import FieldColumns
from lapas_desktop.ui.floating import MARGIN, Floating
from lapas_desktop.ui.icons import Symbol
from lapas_desktop.ui.palette import URGENCY, current, grown
from lapas_desktop.ui.parts import button, emptied, label, row
from lapas_desktop.ui.tall_area import TallArea
from lapas_desktop.ui.workplace import Workplace

WIDTH = 560
PAUSE_MS = 150
MOST_LINES = 5  # under one heading
_VEIL = 170  # of 255: what lies beneath is seen, not read


@dataclass(frozen=True)
class Line:
    """One sentence; ``urgency`` is a key of `URGENCY`, ``heading`` stands over the lines behind it."""

    text: str
    urgency: str = ""
    heading: bool = False


Values = dict[str, Any]


def _nothing(_values: Values) -> Sequence[Line]:
    return ()


@dataclass(frozen=True)
class Question:
    """``do`` gets the values and raises `Invalid` or `Refused`; ``about`` tells what follows from them."""

    title: str
    fields: Sequence[Field]
    values: Values
    word: str
    do: Callable[[Values], object]
    about: Callable[[Values], Sequence[Line]] = _nothing


def ask_first(at: Workplace, question: Question) -> None:
    """Asks over the page that is shown."""
    page = at.window.frame.pages.currentWidget()
    assert page is not None
    AskPanel(page, question, at.clock().date())


class _Card(Floating):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the card."""
        able = [
            found for found in self.findChildren(QWidget)
            if found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isVisible() and found.isEnabled()
        ]  # fmt: skip
        focus = QApplication.focusWidget()
        here = able.index(focus) if focus in able else -1
        able[(here + (1 if forward else -1)) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class AskPanel(QWidget):
    """Lies over a page until it is answered; Enter goes on and at the end does it, Esc changes nothing."""

    def __init__(self, page: QWidget, question: Question, today: date) -> None:
        super().__init__(page)
        for old in page.findChildren(AskPanel):
            if old is not self:
                old.dismiss()
        self.setObjectName("veil")
        self._question = question
        self._came_from = QApplication.focusWidget()
        self._card = _Card(self)
        self._card.setObjectName("why")
        self._card.setAccessibleName(question.title)
        self._card.escaped.connect(self.dismiss)
        self._card.entered.connect(self._entered)
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(18, 14, 18, 14)
        inner.setSpacing(8)
        inner.addWidget(label(question.title, "heading", wrap=True))
        enter = EnterGoesOn(self)
        area = TallArea(question.title)
        area.inside.setSpacing(8)
        inner.addWidget(area)
        columns = FieldColumns()
        area.inside.addWidget(columns)
        self.editors: dict[str, FieldEditor] = {}
        for field in question.fields:
            editor = FieldEditor(field, lambda _target: [], today)
            editor.set_value(question.values.get(field.name))
            editor.input.installEventFilter(enter)
            editor.edited.connect(self._edited)
            columns.add(editor, field.wide)
            self.editors[field.name] = editor
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        area.inside.addLayout(self._lines)
        area.inside.addStretch(1)
        self._wrong = label("", "problem", wrap=True)
        self._wrong.hide()
        inner.addWidget(self._wrong)
        self.yes = button(question.word, self.answer, "main")
        self.no = button(_(N_("Batal")), self.dismiss)
        inner.addLayout(row(1, self.yes, self.no))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell)
        page.installEventFilter(self)
        around = QVBoxLayout(self)
        around.setContentsMargins(MARGIN, 2 * MARGIN, MARGIN, 4)
        around.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._place()
        self.show()
        self.raise_()
        self._tell()
        first = next(iter(self.editors.values()), None)
        (first.input if first else self.yes).setFocus(Qt.FocusReason.PopupFocusReason)

    def _edited(self) -> None:
        self._wrong.hide()
        self._pause.start(PAUSE_MS)

    def _values(self) -> Values:
        problems, values = [], {}
        for name, editor in self.editors.items():
            try:
                values[name] = editor.value()
                problems += required_problems(editor.field, values[name])
            except ValueError as error:
                problems.append(Problem(name, str(error)))
        if problems:
            raise Invalid(problems)
        return values

    def _readable(self) -> Values:
        values: Values = {}
        for name, editor in self.editors.items():
            with suppress(ValueError):
                values[name] = editor.value()
        return values

    def _tell(self) -> None:
        layout, shown, left_out = emptied(self._lines), 0, 0
        for line in (*self._question.about(self._readable()), Line("", heading=True)):
            if line.heading and left_out:
                layout.addWidget(label(_(N_("… dan {n} lagi")).format(n=left_out), "hint"))
            if line.heading:
                shown = left_out = 0
                layout.addWidget(label(line.text, "section", wrap=True)) if line.text else None
            elif shown < MOST_LINES:
                shown += 1
                layout.addLayout(_line(line))
            else:
                left_out += 1

    def answer(self) -> None:
        """Does what the panel is for; what is wrong stands beside its field."""
        try:
            self._question.do(self._values())
        except Invalid as invalid:
            self._show(invalid.problems)
        except Refused as refused:
            self._show([Problem("", str(refused))])
        else:
            self.dismiss()

    def _show(self, problems: Sequence[Problem]) -> None:
        beside = {problem.field: problem.message for problem in reversed(problems) if problem.field in self.editors}
        for name, message in beside.items():
            self.editors[name].set_problem(message)
        others = " ".join(problem.message for problem in problems if problem.field not in beside)
        self._wrong.setText(others)
        self._wrong.setVisible(bool(others))
        first = next((editor for name, editor in self.editors.items() if name in beside), None)
        (first.input if first else self.yes).setFocus()

    def _entered(self) -> None:
        if self.no.hasFocus():
            self.dismiss()
        else:
            self.answer()

    def dismiss(self) -> None:
        """Goes away; the cursor is where it was, when that is still there."""
        self.hide()
        self.deleteLater()
        page = self.parentWidget()
        if page and page.isVisible() and self._came_from and self._came_from.isVisible():
            self._came_from.setFocus()

    def _place(self) -> None:
        page = self.parentWidget()
        assert page is not None
        self.setGeometry(page.rect())
        self._card.setFixedWidth(min(grown(WIDTH), self.width() - 2 * MARGIN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QColor(current().page)
        ground.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.end()


def _line(line: Line) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    if line.urgency:
        name, ink = URGENCY[line.urgency]
        across.addWidget(Symbol(name, ink, 14), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(label(line.text, wrap=True), 1)
    return across
