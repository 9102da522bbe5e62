"""A form made from the declared sections of an entity. It holds plain data and knows no database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.computed import computed_of, sketch
from lapas_desktop.domain.entity import Record, child_class, field_of, required_problems
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.i18n import _
from lapas_desktop.ui.clauses_card import ClausesCard
from lapas_desktop.ui.editors import EnterGoesOn, FieldEditor, Links, Make
from lapas_desktop.ui.facts import Facts
from lapas_desktop.ui.field_columns import FieldColumns
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.parts import card, label
from lapas_desktop.ui.rows_model import Cell
from lapas_desktop.ui.section_bar import SectionBar

_CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")
Cards = Mapping[str, Callable[[], ClausesCard]]
PAUSE_MS = 60  # after the last change the computed values follow


class Form(QScrollArea):
    """All sections of one record under each other, scrolled as a whole."""

    edited = Signal()
    worked_out = Signal(dict)  # plain data of what can be read

    def __init__(
        self, entity: type[Record], links: Links, today: date, makers: Mapping[str, Make] | None = None,
        cards: Cards | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``makers``: for which kinds of linked record a new one can be made on the spot, and how.

        ``cards``: which child tables have a card of their own in place of a sheet.
        """
        super().__init__(parent)
        self._makers = makers or {}
        self._today = today
        self.entity = entity
        self._facts: list[Facts] = []
        self._cards: list[QFrame] = []
        self.cards: dict[str, ClausesCard] = {}
        self.editors: dict[str, FieldEditor] = {}
        self.grids: dict[str, RowsGrid] = {}
        self._enter = EnterGoesOn(self)
        self.setWidgetResizable(True)
        self.setAccessibleName(_(entity.label))
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 8, 20, 76)  # so that the last field can leave the notice below
        layout.setSpacing(8)
        # every widget goes into its place before it is filled: Qt styles all that is in it anew when it moves
        self.setWidget(page)
        for section in entity.sections:
            frame, inner = card()
            layout.addWidget(frame)
            self._cards.append(frame)
            inner.setContentsMargins(14, 8, 14, 6)
            inner.setSpacing(4)
            if cards and section.children in cards:
                own = cards[section.children]()
                own.edited.connect(self.edited)
                self.cards[section.children] = own
                inner.addWidget(own)
            elif section.children:
                grid = RowsGrid(_(section.title), child_class(entity, section.children), links, today)
                grid.edited.connect(self.edited)
                self.grids[section.children] = grid
                inner.addWidget(grid)
            else:
                inner.addWidget(label(_(section.title), "section"))
                fields = FieldColumns()
                inner.addWidget(fields)
                self._fill(fields, section.names, links, today)
            if section.facts:
                self._facts.append(Facts(entity, section.facts, today))
                inner.addWidget(self._facts[-1])
        self._layout = layout
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.work_out)
        self.edited.connect(lambda: self._pause.start(PAUSE_MS))
        self._add_section_bar()

    def _add_section_bar(self) -> None:
        self._bar = SectionBar([_(section.title) for section in self.entity.sections], self.go_to_section, self)
        self.setViewportMargins(0, self._bar.sizeHint().height(), 0, 0)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._bar.mark(self._section_at_top()))
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            step = QShortcut(QKeySequence(keys), self)
            step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            step.activated.connect(lambda by=by: self.go_to_section(self._section_in_hand() + by))
        self._bar.mark(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setGeometry(0, 0, self.width(), self._bar.sizeHint().height())

    def _section_at_top(self) -> int:
        top = self.verticalScrollBar().value()
        if top and top >= self.verticalScrollBar().maximum():
            return self._section_in_hand()
        return next((n for n, frame in enumerate(self._cards) if frame.geometry().bottom() > top + 20), 0)

    def _section_in_hand(self) -> int:
        """The number of the section that the cursor is in."""
        focus = QApplication.focusWidget()
        return next((n for n, frame in enumerate(self._cards) if focus and frame.isAncestorOf(focus)), 0)

    def go_to_section(self, number: int) -> None:
        """Shows a section from its top, with the cursor in its first field or sheet."""
        if not 0 <= number < len(self._cards):
            return
        section = self.entity.sections[number]
        tables = {**self.grids, **self.cards}
        target = tables[section.children].view if section.children else self.editors[section.names[0]].input
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.verticalScrollBar().setValue(self._cards[number].y() - 8)
        self._bar.mark(number)

    def add_below(self, widget: QWidget, after: str = "") -> None:
        """Puts a further card under the sections, or under the section of one field or child table."""
        place = self._layout.count() - 1
        for section, frame in zip(self.entity.sections, self._cards, strict=True):
            if after and after in (section.children, *section.names):
                place = self._layout.indexOf(frame) + 1
        self._layout.insertWidget(place, widget)

    def _fill(self, columns: FieldColumns, names: Iterable[str], links: Links, today: date) -> None:
        for name in names:
            declared = field_of(self.entity, name)
            editor = FieldEditor(declared, links, today, self._makers.get(declared.kind.target or ""), columns)
            editor.edited.connect(self.edited)
            editor.since = self._day_in
            editor.input.installEventFilter(self._enter)
            self.editors[name] = editor
            columns.add(editor, declared.wide)

    def load(self, values: dict[str, Any]) -> None:
        """Shows a record."""
        for name, editor in self.editors.items():
            editor.set_value(values.get(name))
        for name, grid in self.grids.items():
            grid.rows_model.load(values.get(name, []))
            grid.tell("")
        for own in self.cards.values():
            own.load(values)
        self.work_out()

    def _day_in(self, name: str) -> date | None:
        """The day that stands in a date field; None when there is none or it cannot be read."""
        with suppress(ValueError):
            return self.editors[name].value()
        return None

    def _readable(self) -> dict[str, Any]:
        """What stands in the form now, without what cannot be read."""
        values: dict[str, Any] = {name: grid.rows_model.rows for name, grid in self.grids.items()}
        values |= {name: own.rows() for name, own in self.cards.items()}
        for name, editor in self.editors.items():
            with suppress(ValueError):
                values[name] = editor.value()
        return values

    def work_out(self) -> None:
        """Shows what follows from the form as it stands: facts, computed cells, doubts."""
        readable = self._readable()
        record = sketch(self.entity, readable, self._today)
        for own in self.cards.values():
            own.follow(readable)
        for facts in self._facts:
            facts.show_facts(record)
        doubts: dict[str, dict[Cell, str]] = {name: {} for name in self.grids}
        for doubt in record.doubts():
            if cell := _CELL.fullmatch(doubt.field):
                doubts[cell[1]][int(cell[2]), cell[3]] = doubt.message
        for name, grid in self.grids.items():
            shown = computed_of(child_class(self.entity, name))
            rows = [{c.field.name: c.of(row, self._today) for c in shown} for row in getattr(record, name)]
            grid.show_worked_out(rows, doubts[name])
        self.worked_out.emit(readable)

    def commit(self) -> None:
        """Takes over a cell that is still being typed in, so that saving and leaving know of it."""
        for grid in self.grids.values():
            grid.commit()

    def values(self) -> dict[str, Any]:
        """What stands in the form; `Invalid` when some of it cannot be read."""
        problems, values = [], {}
        missing = []
        for name, editor in self.editors.items():
            try:
                values[name] = editor.value()
                missing += required_problems(editor.field, values[name])
            except ValueError as error:
                problems.append(Problem(name, str(error)))
        for name, grid in self.grids.items():
            values[name] = [dict(row) for row in grid.rows_model.rows]
            problems += [
                Problem(f"{name}[{row}].{field}", message)
                for (row, field), (typed, message) in grid.rows_model.bad.items()
                if typed
            ]
        values |= {name: own.rows() for name, own in self.cards.items()}
        if problems:
            raise Invalid([*problems, *missing])  # told at once, not one after the other
        return values

    def typed(self) -> dict[str, Any]:
        """All that stands in the form, letter by letter, for keeping it through a power cut."""
        return {
            "fields": {name: editor.typed() for name, editor in self.editors.items()},
            "rows": {name: grid.rows_model.typed() for name, grid in self.grids.items()}
            | {name: own.typed() for name, own in self.cards.items()},
        }

    def type_in(self, typed: dict[str, Any]) -> None:
        """Brings kept typing back into the form; what is not in it stays as loaded."""
        fields, rows = typed.get("fields", {}), typed.get("rows", {})
        for name, editor in self.editors.items():
            if isinstance(fields.get(name), str):
                editor.type_in(fields[name])
        for name, grid in self.grids.items():
            if isinstance(rows.get(name), list):
                grid.rows_model.type_in([row for row in rows[name] if isinstance(row, dict)])
        for name, own in self.cards.items():
            if isinstance(rows.get(name), list):
                own.type_in([row for row in rows[name] if isinstance(row, dict)])

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Puts each problem beside its field and goes to the first."""
        for editor in self.editors.values():
            editor.set_problem("")
        for grid in self.grids.values():
            grid.rows_model.bad = {key: wrong for key, wrong in grid.rows_model.bad.items() if wrong[0]}
            grid.tell("")
        problems = list(problems)
        first: QWidget | None = None
        for name, own in self.cards.items():
            found = {(int(c[2]), c[3]): p.message for p in problems if (c := _CELL.fullmatch(p.field)) and c[1] == name}
            own.set_problems(found, next((p.message for p in problems if p.field == name), ""))
        for problem in problems:
            cell = _CELL.fullmatch(problem.field)
            target: QWidget | None = None
            if problem.field in self.editors:
                self.editors[problem.field].set_problem(problem.message)
                target = self.editors[problem.field].input
            elif cell and cell[1] in self.grids:
                self.grids[cell[1]].set_problem(int(cell[2]), cell[3], problem.message)
                target = self.grids[cell[1]].view
            elif (own := self.cards.get(problem.field.partition("[")[0])) is not None:
                target = own.view
            elif problem.field in self.grids:
                self.grids[problem.field].tell(problem.message)
                target = self.grids[problem.field].view
            first = first or target
        if first:
            first.setFocus()
            self.ensureWidgetVisible(first, 40, 80)

    def focus_first(self) -> None:
        """The cursor in the first editor that is empty, else in the first."""
        for editor in self.editors.values():
            if editor.isEnabled():
                editor.input.setFocus()
                return
