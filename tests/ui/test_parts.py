"""Widths shared among columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.ui.parts import plain_tooltip, shared_widths

COLUMNS = st.lists(st.tuples(st.integers(40, 300), st.integers(20, 120), st.booleans()), min_size=1, max_size=9)


@given(st.integers(200, 2000), COLUMNS)
def test_columns_fill_the_width_unless_their_floors_forbid_it(
    available: int, columns: list[tuple[int, int, bool]]
) -> None:
    needs, floors = [max(c[:2]) for c in columns], [c[1] for c in columns]
    elastic = {number for number, column in enumerate(columns) if column[2]}
    widths = shared_widths(available, needs, floors, elastic)
    assert all(width >= floor for width, floor in zip(widths, floors, strict=True))
    assert all(widths[number] == need for number, need in enumerate(needs) if number not in elastic)
    least = sum(floors[n] if n in elastic else need for n, need in enumerate(needs))
    if elastic and least <= available:
        assert available - len(columns) <= sum(widths) <= available


def test_a_tooltip_shows_markup_as_letters() -> None:
    assert "&lt;img src=x&gt;" in plain_tooltip("<img src=x>")
