"""Letter numbers that follow a pattern: which figure counts, which are missing, which were given twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_FIGURE = re.compile(r"\d+")
_YEAR = re.compile(r"(19|20)\d\d")
LEAST = 3  # numbers of one shape make a pattern; two may be chance
MOST_MISSING = 100  # more than that and the figure does not count letters


@dataclass(frozen=True)
class NumberRow:
    """The numbers of one shape. ``shape`` shows the counting figure as ``…``; ``missing`` are full numbers."""

    shape: str
    lowest: int
    highest: int
    missing: tuple[str, ...]


def number_key(number: str) -> str:
    """What two spellings of one number share: no case, no spaces."""
    return re.sub(r"\s+", "", number).casefold()


def duplicates(numbers: Iterable[str]) -> set[str]:
    """Keys of the numbers that were given more than once."""
    seen, twice = set[str](), set[str]()
    for key in map(number_key, numbers):
        (twice if key in seen else seen).add(key)
    return twice


def number_rows(numbers: Iterable[str]) -> list[NumberRow]:
    """The rows among the numbers of one year, in the order of their shapes."""
    shapes: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for number in numbers:
        if counted := _counting_figure(" ".join(number.split())):
            before, figure, after = counted
            shapes[before, after][int(figure)] = len(figure)
    return list(_rows(shapes))


def _rows(shapes: dict[tuple[str, str], dict[int, int]]) -> Iterator[NumberRow]:
    for (before, after), figures in sorted(shapes.items()):
        lowest, highest = min(figures), max(figures)
        absent = highest - lowest + 1 - len(figures)
        if len(figures) < LEAST or absent > MOST_MISSING:
            continue
        width = min(figures.values())
        missing = (f"{before}{n:0{width}}{after}" for n in range(lowest, highest + 1) if n not in figures)
        yield NumberRow(f"{before}…{after}", lowest, highest, tuple(missing))


def _counting_figure(number: str) -> tuple[str, str, str] | None:
    """The last figure that is not a year, with what stands before and after it."""
    found = [match for match in _FIGURE.finditer(number) if not _YEAR.fullmatch(match[0]) and len(match[0]) <= 9]
    if not found:
        return None
    last = found[-1]
    return number[: last.start()], last[0], number[last.end() :]
