"""The chart of stacked columns on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from lapas_desktop.domain.chart import LEFT, Column, stacked_columns
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.palette import current, grown

LEGEND = 18  # height of the line of the legend


class ColumnChart(QWidget):
    """Columns of one or two series, with a legend; a tooltip tells the figures of the column under the mouse.

    Everything grows with the letters; the second series is hatched, so that colour alone tells nothing.
    """

    def __init__(self, series: Sequence[str], unit: str) -> None:
        super().__init__()
        self._series, self._unit = tuple(series), unit
        self._columns: tuple[Column, ...] = ()
        self.setMinimumHeight(grown(150))

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Draws these columns; a screen reader gets their figures as words."""
        self._columns = tuple(columns)
        self.setAccessibleDescription("; ".join(self._told(column) for column in self._columns))
        self.update()

    @staticmethod
    def _colours() -> tuple[QColor, QColor]:
        return QColor(current().accent), QColor(current().gold)

    def _told(self, column: Column) -> str:
        parts = zip(self._series, column.parts, strict=True)
        return f"{column.caption}: " + ", ".join(f"{name} {format_number(part)} {self._unit}" for name, part in parts)

    def sizeHint(self) -> QSize:
        return QSize(grown(500), grown(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(260), grown(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = grown(100) / 100
        painter.scale(scale, scale)
        width, height = self.width() / scale, self.height() / scale
        font = QFont(self.font())
        font.setPointSizeF(8)
        painter.setFont(font)
        drawing = stacked_columns(self._columns, width, height - LEGEND)
        painter.translate(0, LEGEND)
        self._paint_lines(painter, width, [(mark.y, mark.text) for mark in drawing.ticks])
        for bar in drawing.bars:
            self._paint_bar(painter, QRectF(bar.x, bar.y, bar.width, bar.height), bar.series)
        painter.setPen(QColor(current().muted))
        for mark in drawing.captions:
            painter.drawText(QRectF(mark.x - 40, mark.y + 4, 80, 18), Qt.AlignmentFlag.AlignCenter, mark.text)
        painter.translate(0, -LEGEND)
        if drawing.bars:
            self._paint_legend(painter, width)
        else:
            nothing = _(N_("Belum ada pengiriman tahun ini."))
            painter.drawText(QRectF(LEFT, 0, width - LEFT, height), Qt.AlignmentFlag.AlignCenter, nothing)
        painter.end()

    def _paint_bar(self, painter: QPainter, box: QRectF, series: int) -> None:
        painter.fillRect(box, self._colours()[series])
        if series:
            painter.fillRect(box, QBrush(QColor(current().card), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QColor(current().warning))
            painter.drawRect(box)

    def _paint_lines(self, painter: QPainter, width: float, ticks: Sequence[tuple[float, str]]) -> None:
        for y, text in ticks:
            painter.setPen(QColor(current().line))
            painter.drawLine(QPointF(LEFT, y), QPointF(width, y))
            painter.setPen(QColor(current().muted))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 9, LEFT - 8, 18), side, text)

    def _paint_legend(self, painter: QPainter, width: float) -> None:
        x = width
        for number, name in reversed(tuple(enumerate(self._series))):
            x -= painter.fontMetrics().horizontalAdvance(name) + 4
            painter.setPen(QColor(current().muted))
            painter.drawText(QPointF(x, 12), name)
            x -= 16
            self._paint_bar(painter, QRectF(x, 3, 10, 10), number)
            x -= 14

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._columns:
            left = grown(LEFT)
            slot = (self.width() - left) / len(self._columns)
            number = int((event.pos().x() - left) // slot)
            told = self._told(self._columns[number]) if 0 <= number < len(self._columns) else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)
