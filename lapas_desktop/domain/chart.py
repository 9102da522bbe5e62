"""A chart of stacked columns as rectangles and texts: one drawing for the screen and for paper.

Lengths are in the unit of the given width and height; y grows downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

LEFT, BOTTOM, TOP = 44, 24, 10
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Column:
    """What one column stands for: its caption and its parts from the bottom up."""

    caption: str
    parts: tuple[Decimal, ...]


@dataclass(frozen=True)
class Bar:
    """One part of one column."""

    x: float
    y: float
    width: float
    height: float
    series: int
    column: int


@dataclass(frozen=True)
class Mark:
    """A text: a tick at the left of the line ``y``, or a caption centred under ``x``."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Drawing:
    """All that is painted."""

    bars: tuple[Bar, ...]
    ticks: tuple[Mark, ...]
    captions: tuple[Mark, ...]


def nice_step(highest: Decimal, lines: int = 4) -> Decimal:
    """A round step (1, 2 or 5 times a power of ten) that reaches ``highest`` in at most ``lines`` steps."""
    if highest <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb((highest / lines).adjusted())
    while True:
        for factor in _STEPS:
            if power * factor * lines >= highest:
                return power * factor
        power *= 10


def stacked_columns(columns: Sequence[Column], width: float, height: float) -> Drawing:
    """Lays the columns out in a box, over lines at round values."""
    highest = max((sum(column.parts, Decimal(0)) for column in columns), default=Decimal(0))
    step = nice_step(highest)
    count = max(1, int((highest / step).to_integral_value(ROUND_CEILING)))
    ground, room = height - BOTTOM, height - BOTTOM - TOP
    scale = room / float(step * count)
    ticks = [Mark(LEFT - 8, ground - float(step * n) * scale, _plain(step * n)) for n in range(count + 1)]
    slot = (width - LEFT) / max(1, len(columns))
    bars: list[Bar] = []
    captions: list[Mark] = []
    for number, column in enumerate(columns):
        x, y = LEFT + slot * number, ground
        captions.append(Mark(x + slot / 2, ground, column.caption))
        for series, part in enumerate(column.parts):
            tall = float(part) * scale
            if tall > 0:
                y -= tall
                bars.append(Bar(x + slot * 0.22, y, slot * 0.56, tall, series, number))
    return Drawing(tuple(bars), tuple(ticks), tuple(captions))


def _plain(value: Decimal) -> str:
    text = f"{value.normalize():,f}"
    return text.translate(str.maketrans(",.", ".,"))
