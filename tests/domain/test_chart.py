"""Columns in a box: nothing outside, heights in proportion, round lines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.chart import BOTTOM, LEFT, Column, nice_step, stacked_columns

VALUES = st.decimals(min_value=0, max_value=10**12, places=2)
COLUMNS = st.lists(st.tuples(VALUES, VALUES), max_size=12)


@pytest.mark.parametrize(
    ("highest", "step"), [("0", "1"), ("3", "1"), ("4.1", "2"), ("19", "5"), ("21", "10"), ("0.03", "0.01")]
)
def test_lines_stand_at_round_values(highest: str, step: str) -> None:
    assert nice_step(Decimal(highest)) == Decimal(step)


@given(COLUMNS)
def test_everything_lies_in_the_box(parts: list[tuple[Decimal, Decimal]]) -> None:
    drawing = stacked_columns([Column("x", pair) for pair in parts], 500, 240)
    assert len(drawing.captions) == len(parts)
    assert len(drawing.ticks) <= 5
    for bar in drawing.bars:
        assert bar.x >= LEFT and bar.x + bar.width <= 500
        assert bar.y >= -1e-6 and bar.y + bar.height <= 240 - BOTTOM + 1e-6


def test_parts_stand_on_each_other_in_proportion() -> None:
    first, second = stacked_columns([Column("Jan", (Decimal(30), Decimal(10)))], 500, 240).bars
    assert first.height == pytest.approx(3 * second.height)
    assert second.y + second.height == pytest.approx(first.y)
