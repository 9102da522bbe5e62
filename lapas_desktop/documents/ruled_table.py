"""A ruled table laid out page by page, so that its time grows with its length alone.

reportlab's own table is cut anew for every page with all the rows that are left, which takes quadratic time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

from lapas_desktop.documents.prose import Prose
from lapas_desktop.documents.styles import INK

Row = Sequence[list[Prose]]
_TALL = 400.0  # points; every page has room for more, on its long side too
_ABOVE, _BELOW = 2.5, 3.0


class RuledTable(Flowable):
    """``rows`` under a heading that comes again on every page; row ``kept`` is never the last on one.

    A row is divided only when it is too tall for any page. ``air``: points beside each text.
    """

    def __init__(
        self, heading: Row, rows: Sequence[Row], widths: Sequence[float], air: float, kept: int | None = None
    ) -> None:
        super().__init__()
        self._heading, self._rows, self._widths, self._air, self._kept = heading, rows, widths, air, kept
        self._table: Table | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, available_height + 1
        if self._fitting(available_height) == len(self._rows):
            self._table = self._made(self._rows)
            self.width, self.height = self._table.wrap(available_width, available_height)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        count = self._fitting(available_height)
        if count == len(self._rows):
            return [self]
        if self._kept is not None and count == self._kept + 1:
            count -= 1
        if count:
            return [self._made(self._rows[:count]), self._rest(count)]
        together = 2 if self._kept == 0 else 1
        if self._height(self._heading) + sum(map(self._height, self._rows[:together])) < _TALL:
            return []
        parts = self._made(self._rows[:1]).split(available_width, available_height)
        return [*parts, *([self._rest(1)] if len(self._rows) > 1 else [])] if parts else []

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        if self._table is not None:
            self._table.drawOn(canvas, x, y)

    def _fitting(self, height: float) -> int:
        """How many of the rows fit under the heading."""
        room = height - self._height(self._heading)
        for count, row in enumerate(self._rows):
            room -= self._height(row)
            if room < 0:
                return count
        return len(self._rows)

    def _height(self, row: Row) -> float:
        cells = zip(row, self._widths, strict=True)
        return (
            _ABOVE + _BELOW + max(sum(p.wrap(width - 2 * self._air, _TALL)[1] for p in cell) for cell, width in cells)
        )

    def _rest(self, count: int) -> RuledTable:
        kept = self._kept - count if self._kept is not None and self._kept >= count else None
        return RuledTable(self._heading, self._rows[count:], self._widths, self._air, kept)

    def _made(self, rows: Sequence[Row]) -> Table:
        cells: list[Any] = [self._heading, *rows]
        return Table(
            cells,
            list(self._widths),
            repeatRows=1,
            splitInRow=1,
            style=[
                ("GRID", (0, 0), (-1, -1), 0.5, INK),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), self._air),
                ("RIGHTPADDING", (0, 0), (-1, -1), self._air),
                ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
                ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
            ],
        )
