"""A form made from the declared sections of an entity. It holds plain data and knows no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.entity import Record, child_class, field_of, required_problems
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.i18n import _
from lapas_desktop.ui.editors import EnterGoesOn, FieldEditor, Links, Make
from lapas_desktop.ui.field_columns import FieldColumns
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.parts import card, label

_CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")


class Form(QScrollArea):
    """All sections of one record under each other, scrolled as a whole."""

    edited = Signal()

    def __init__(
        self, entity: type[Record], links: Links, today: date, makers: Mapping[str, Make] | None = None
    ) -> None:
        """``makers``: for which kinds of linked record a new one can be made on the spot, and how."""
        super().__init__()
        self._makers = makers or {}
        self.entity = entity
        self.editors: dict[str, FieldEditor] = {}
        self.grids: dict[str, RowsGrid] = {}
        self._enter = EnterGoesOn(self)
        self.setWidgetResizable(True)
        self.setAccessibleName(_(entity.label))
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(12)
        for section in entity.sections:
            frame, inner = card()
            if section.children:
                grid = RowsGrid(_(section.title), child_class(entity, section.children), links, today)
                grid.edited.connect(self.edited)
                self.grids[section.children] = grid
                inner.addWidget(grid)
            else:
                inner.addWidget(label(_(section.title), "section"))
                inner.addWidget(self._fields(section.names, links, today))
            layout.addWidget(frame)
        self._layout = layout
        layout.addStretch(1)
        self.setWidget(page)

    def add_below(self, widget: QWidget) -> None:
        """Puts a further card under the sections."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _fields(self, names: Iterable[str], links: Links, today: date) -> FieldColumns:
        columns = FieldColumns()
        for name in names:
            declared = field_of(self.entity, name)
            editor = FieldEditor(declared, links, today, self._makers.get(declared.kind.target or ""))
            editor.edited.connect(self.edited)
            editor.input.installEventFilter(self._enter)
            self.editors[name] = editor
            columns.add(editor, declared.wide)
        return columns

    def load(self, values: dict[str, Any]) -> None:
        """Shows a record."""
        for name, editor in self.editors.items():
            editor.set_value(values.get(name))
        for name, grid in self.grids.items():
            grid.rows_model.load(values.get(name, []))
            grid.tell("")

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
        if problems:
            raise Invalid([*problems, *missing])  # told at once, not one after the other
        return values

    def typed(self) -> dict[str, Any]:
        """All that stands in the form, letter by letter, for keeping it through a power cut."""
        return {
            "fields": {name: editor.typed() for name, editor in self.editors.items()},
            "rows": {name: grid.rows_model.typed() for name, grid in self.grids.items()},
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

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Puts each problem beside its field and goes to the first."""
        for editor in self.editors.values():
            editor.set_problem("")
        for grid in self.grids.values():
            grid.rows_model.bad = {key: wrong for key, wrong in grid.rows_model.bad.items() if wrong[0]}
            grid.tell("")
        first: QWidget | None = None
        for problem in problems:
            cell = _CELL.fullmatch(problem.field)
            target: QWidget | None = None
            if problem.field in self.editors:
                self.editors[problem.field].set_problem(problem.message)
                target = self.editors[problem.field].input
            elif cell and cell[1] in self.grids:
                self.grids[cell[1]].set_problem(int(cell[2]), cell[3], problem.message)
                target = self.grids[cell[1]].view
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
