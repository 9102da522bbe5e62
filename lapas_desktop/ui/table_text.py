"""A block of cells as text, the way spreadsheets put it on the clipboard: tabs, line ends, quotes around both."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A quote opens a cell only when another one closes it at the cell's end: 5" is a size, not an open quote.
_CELL = re.compile(r'"((?:[^"]++|"")*+)"(?=\t|\r?\n|\r|\Z)|([^\t\r\n]*)')
_SIGNS = re.compile(r'[\t\r\n"]')
_END = re.compile(r"\t|\r?\n|\r")


def cells_of(text: str) -> list[list[str]]:
    """The lines of cells in a pasted text; empty lines at its end are none."""
    lines: list[list[str]] = [[]]
    place = 0
    while True:
        found = _CELL.match(text, place)
        assert found is not None
        quoted, plain = found.groups()
        lines[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        end = _END.match(text, found.end())
        if end is None:
            break
        place = end.end()
        if end[0] != "\t":
            lines.append([])
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def text_of(lines: Sequence[Sequence[str]]) -> str:
    """The clipboard's text of a block of cells."""
    return "".join("\t".join(map(_quoted, line)) + "\n" for line in lines)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _SIGNS.search(cell) else cell
