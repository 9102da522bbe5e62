"""The chart of stacked columns on paper: the drawing of the screen, readable without colour too."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lapas_desktop.documents.prose import draw_line
from lapas_desktop.documents.styles import ACCENT, INK, LINE, SECOND, WHITE, styles
from lapas_desktop.domain.chart import LEFT, Bar, Column, stacked_columns

_LEGEND = 18  # points above the columns
_HATCH = 3.2  # points between two lines of the second series


class ChartFlowable(Flowable):
    """Columns of one or two series with a legend; ``height`` in points, as wide as there is room."""

    def __init__(self, columns: Sequence[Column], series: Sequence[str], height: float) -> None:
        super().__init__()
        self._columns, self._series, self._tall = tuple(columns), tuple(series), height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self._tall
        return self.width, self.height

    def draw(self) -> None:
        canvas: Canvas = self.canv
        top = self._tall - _LEGEND
        drawing = stacked_columns(self._columns, self.width, top)
        canvas.setLineWidth(0.4)
        small, right = styles().small, styles().small_right
        for mark in drawing.ticks:
            canvas.setStrokeColor(LINE)
            canvas.line(LEFT, top - mark.y, self.width, top - mark.y)
            draw_line(canvas, mark.text, LEFT - 8, top - mark.y - 2.5, right, LEFT)
        for bar in drawing.bars:
            self._bar(canvas, bar, top)
        for mark in drawing.captions:
            width = stringWidth(mark.text, small.fontName, small.fontSize)
            draw_line(canvas, mark.text, mark.x - width / 2, top - mark.y - 13, small, width + 4)
        self._legend(canvas)

    def _bar(self, canvas: Canvas, bar: Bar, top: float) -> None:
        """The first series full, the second hatched, both with an outline."""
        x, y = bar.x, top - bar.y - bar.height
        canvas.saveState()
        outline = canvas.beginPath()
        outline.rect(x, y, bar.width, bar.height)
        canvas.setFillColor(SECOND if bar.series else ACCENT)
        canvas.drawPath(outline, stroke=0, fill=1)
        canvas.clipPath(outline, stroke=0, fill=0)
        if bar.series:
            canvas.setStrokeColor(WHITE)
            canvas.setLineWidth(1)
            reach, step = bar.width + bar.height, _HATCH
            while step < reach:
                canvas.line(x + step - bar.height, y, x + step, y + bar.height)
                step += _HATCH
        canvas.restoreState()
        canvas.setStrokeColor(INK)
        canvas.rect(x, y, bar.width, bar.height, stroke=1, fill=0)

    def _legend(self, canvas: Canvas) -> None:
        x, small = self.width, styles().small
        for number, name in reversed(tuple(enumerate(self._series))):
            wide = stringWidth(name, small.fontName, small.fontSize)
            x -= wide
            draw_line(canvas, name, x, self._tall - 9, small, wide + 2)
            x -= 14
            self._bar(canvas, Bar(x, 2, 10, 8, number, 0), self._tall)
            x -= 12
