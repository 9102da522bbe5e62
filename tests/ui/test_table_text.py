"""Blocks of cells on the clipboard, as spreadsheets write them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.ui.table_text import cells_of, text_of

CELL = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)
BLOCK = st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=1, max_size=5))


def test_a_cell_with_a_line_end_a_tab_or_quotes_is_one_cell() -> None:
    assert cells_of('"dua\nbaris"\t"kata ""ini"""\r\nx\t1\r\n') == [["dua\nbaris", 'kata "ini"'], ["x", "1"]]


def test_a_quote_that_opens_nothing_is_a_letter() -> None:
    assert cells_of('"Murah" sekali\t5" x 3"\n"tak tertutup\ta') == [
        ['"Murah" sekali', '5" x 3"'],
        ['"tak tertutup', "a"],
    ]


def test_empty_lines_at_the_end_are_no_rows() -> None:
    assert cells_of("a\n\n\t\n") == [["a"]]
    assert cells_of("\r\n") == []


@given(BLOCK)
def test_what_was_copied_is_what_is_pasted(block: list[list[str]]) -> None:
    while block and not any(block[-1]):
        block.pop()
    assert cells_of(text_of(block)) == block
