"""What a form is made of, and what is done with all of it: kept typing, locks, problems, the way to a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from lapas_desktop.domain.computed import computed_of
from lapas_desktop.domain.entity import Row, Section, child_class, required_problems
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.domain.locks import Lock
from lapas_desktop.ui.clauses_card import ClausesCard
from lapas_desktop.ui.editors import FieldEditor, Make
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.rows_model import Cell

CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")


@dataclass(frozen=True)
class Parts:
    """The editors, sheets and own cards of a form by the names of their fields and child tables."""

    editors: dict[str, FieldEditor]
    grids: dict[str, RowsGrid]
    cards: dict[str, ClausesCard]


def readable(parts: Parts) -> dict[str, Any]:
    """What stands in the form now, without what cannot be read."""
    values: dict[str, Any] = {name: [dict(row) for row in grid.rows_model.rows] for name, grid in parts.grids.items()}
    values |= {name: own.rows() for name, own in parts.cards.items()}
    for name, editor in parts.editors.items():
        with suppress(ValueError):
            values[name] = editor.value()
    return values


def unread(parts: Parts) -> list[Problem]:
    """What was typed and cannot be read, in fields and cells."""
    found = []
    for name, editor in parts.editors.items():
        try:
            editor.value()
        except ValueError as error:
            found.append(Problem(name, str(error)))
    for name, grid in parts.grids.items():
        found += [
            Problem(f"{name}[{row}].{field}", message)
            for (row, field), (typed, message) in grid.rows_model.bad.items()
            if typed
        ]
    return found


def values(parts: Parts) -> dict[str, Any]:
    """What stands in the form; `Invalid` when some of it cannot be read."""
    told, found = unread(parts), readable(parts)
    missing = [
        problem
        for name, editor in parts.editors.items()
        if name in found
        for problem in required_problems(editor.field, found[name])
    ]
    if told:
        raise Invalid([*told, *missing])  # at once, not one after the other
    return found


def known_everywhere(make: Make, parts: Callable[[], Parts]) -> Make:
    """Whatever is made in one place of a form is offered in all of them."""

    def made(target: str) -> int | None:
        new = make(target)
        if new is not None:
            for part in (*parts().editors.values(), *parts().grids.values()):
                part.offer(target)
        return new

    return made


def typed(parts: Parts) -> dict[str, Any]:
    """All that stands in the form, letter by letter."""
    return {
        "fields": {name: editor.typed() for name, editor in parts.editors.items()},
        "rows": {name: grid.rows_model.typed() for name, grid in parts.grids.items()}
        | {name: own.typed() for name, own in parts.cards.items()},
    }


def type_in(parts: Parts, kept: dict[str, Any]) -> None:
    """Puts kept typing into the form; what is not in it stays as it is."""
    fields, rows = kept.get("fields", {}), kept.get("rows", {})
    for name, editor in parts.editors.items():
        if isinstance(fields.get(name), str):
            editor.type_in(fields[name])
    for name, grid in parts.grids.items():
        if isinstance(rows.get(name), list):
            grid.rows_model.type_in([row for row in rows[name] if isinstance(row, dict)])
    for name, own in parts.cards.items():
        if isinstance(rows.get(name), list):
            own.type_in([row for row in rows[name] if isinstance(row, dict)])


def lock_section(
    section: Section, editors: Mapping[str, FieldEditor], grids: Mapping[str, RowsGrid], what: Lock | None
) -> None:
    """Leaves only that of a section to be typed which a lock leaves open."""
    if what is None:
        return
    for name in section.names:
        if name not in what.fields:
            editors[name].lock(what.reason)
    name = section.children
    if name in grids and name not in what.tables:
        later = frozenset(cell for table, cell in what.filled_later if table == name)
        grids[name].lock(what.reason, what.cells.get(name, frozenset()), later)


def show_worked_out(grids: Mapping[str, RowsGrid], record: Row, on: date) -> None:
    """Shows in each sheet what follows from its rows and what is doubtful in them; ``record`` as the form stands."""
    doubts: dict[str, dict[Cell, str]] = {name: {} for name in grids}
    for doubt in record.doubts():
        if cell := CELL.fullmatch(doubt.field):
            doubts[cell[1]][int(cell[2]), cell[3]] = doubt.message
    for name, grid in grids.items():
        shown = computed_of(child_class(type(record), name))
        rows = [{c.field.name: c.of(row, on) for c in shown} for row in getattr(record, name)]
        grid.show_worked_out(rows, doubts[name])


def show_problems(parts: Parts, problems: Sequence[Problem]) -> QWidget | None:
    """Puts each problem beside its field; the widget of the first one that has a place."""
    for editor in parts.editors.values():
        editor.set_problem("")
    for grid in parts.grids.values():
        grid.rows_model.bad = {key: wrong for key, wrong in grid.rows_model.bad.items() if wrong[0]}
        grid.tell("")
    for name, own in parts.cards.items():
        cells = {(int(c[2]), c[3]): p.message for p in problems if (c := CELL.fullmatch(p.field)) and c[1] == name}
        own.set_problems(cells, next((p.message for p in problems if p.field == name), ""))
    for problem in problems:
        cell = CELL.fullmatch(problem.field)
        if problem.field in parts.editors:
            parts.editors[problem.field].set_problem(problem.message)
        elif cell and cell[1] in parts.grids:
            parts.grids[cell[1]].set_problem(int(cell[2]), cell[3], problem.message)
        elif problem.field in parts.grids:
            parts.grids[problem.field].tell(problem.message)
    return next((place for problem in problems if (place := _widget(parts, problem.field))), None)


def found(parts: Parts, field: str) -> QWidget | None:
    """The widget of a field or cell, at the cell; None when it is not in the form."""
    cell, grid = CELL.fullmatch(field), parts.grids.get(field.partition("[")[0])
    if grid is not None:
        grid.view.go_to(int(cell[2]) if cell else 0, grid.column_of(cell[3]) if cell else 0)
    return _widget(parts, field)


def _widget(parts: Parts, field: str) -> QWidget | None:
    if field in parts.editors:
        return parts.editors[field].input
    table = field.partition("[")[0]
    part = parts.grids.get(table) or parts.cards.get(table)
    return part.view if part else None
