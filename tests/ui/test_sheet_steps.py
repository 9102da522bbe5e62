"""Undo of a sheet: whatever was done, going back gives what was there, going forward what was made of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.ui.rows_model import RowsModel

PRODUCTS = [(1, "Gantungan kunci · PRD-0001"), (2, "Tempat tisu · PRD-0002")]
TEXTS = st.sampled_from(["", "5", "1.250,5", "dua", "PRD-0001", "sapu", "100 = 2,25", "buah"])
PLACE, COLUMN = st.integers(0, 5), st.integers(0, 11)
LINE = st.lists(TEXTS, min_size=1, max_size=3)
ACTIONS = st.one_of(
    st.tuples(st.just("type"), PLACE, COLUMN, TEXTS),
    st.tuples(st.just("paste"), PLACE, COLUMN, st.lists(LINE, min_size=1, max_size=3)),
    st.tuples(st.just("empty"), st.lists(st.tuples(PLACE, COLUMN), max_size=4)),
    st.tuples(st.just("remove"), st.lists(PLACE, max_size=3)),
    st.tuples(st.just("move"), PLACE, PLACE, st.sampled_from([-1, 1])),
)  # fmt: skip


def act(model: RowsModel, action: tuple[Any, ...]) -> None:
    kind, *given_values = action
    if kind == "type":
        row, column, text = given_values
        model.setData(model.index(min(row, len(model.rows)), column), text)
    elif kind == "paste":
        row, column, lines = given_values
        model.put_block(min(row, len(model.rows)), column, lines)
    elif kind == "empty":
        model.put_everywhere(given_values[0], "")
    elif kind == "remove":
        model.remove(*given_values[0])
    else:
        model.move(*given_values)


def shown(model: RowsModel) -> tuple[list[dict[str, Any]], dict[tuple[int, str], tuple[str, str]]]:
    return [dict(row) for row in model.rows], dict(model.bad)


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTIONS, max_size=12))
def test_all_undone_is_the_beginning_and_all_redone_the_end(actions: list[tuple[Any, ...]]) -> None:
    assert QApplication.instance() or QApplication([])
    model = RowsModel(ShipmentLine, lambda target: PRODUCTS, date(2026, 1, 19))
    model.load([{"product_id": 1, "id": 7}, {"product_id": 2, "id": 8}])
    states = [shown(model)]
    for action in actions:
        act(model, action)
        if shown(model) != states[-1]:
            states.append(shown(model))
    for state in reversed(states[:-1]):
        assert model.undo()
        assert shown(model) == state
    assert not model.undo()
    for state in states[1:]:
        assert model.redo()
        assert shown(model) == state
    assert not model.redo()


def test_the_marks_of_cells_go_with_their_rows() -> None:
    assert QApplication.instance() or QApplication([])
    model = RowsModel(ShipmentLine, lambda target: PRODUCTS, date(2026, 1, 19))
    model.put_block(0, 1, [["1"], ["dua"], ["tiga"], ["4"]])
    assert model.move(1, 2, -1)
    assert sorted(model.bad) == [(0, "quantity"), (1, "quantity")]
    assert [wrong[0] for _cell, wrong in sorted(model.bad.items())] == ["dua", "tiga"]
    assert model.move(0, 1, 1) and not model.move(0, 3, 1)
    model.remove(0, 2)
    assert {cell: wrong[0] for cell, wrong in model.bad.items()} == {(0, "quantity"): "dua"}
