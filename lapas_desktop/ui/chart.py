"""The chart of stacked columns on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from lapas_desktop.domain.chart import Column, stacked_columns
from lapas_desktop.domain.wording import format_number
from lapas_desktop.ui.palette import current


class ColumnChart(QWidget):
    """Columns of one or two series, with a legend; a tooltip tells the figures of the column under the mouse."""

    def __init__(self, series: Sequence[str], unit: str) -> None:
        super().__init__()
        self._series, self._unit = tuple(series), unit
        self._columns: tuple[Column, ...] = ()
        self.setMinimumHeight(150)

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
        return QSize(500, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(8)
        painter.setFont(font)
        drawing = stacked_columns(self._columns, self.width(), self.height() - 18)
        painter.translate(0, 18)
        self._paint_lines(painter, [(mark.y, mark.text) for mark in drawing.ticks])
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in drawing.bars:
            painter.setBrush(self._colours()[bar.series])
            painter.drawRect(QRectF(bar.x, bar.y, bar.width, bar.height))
        painter.setPen(QColor(current().muted))
        for mark in drawing.captions:
            painter.drawText(QRectF(mark.x - 40, mark.y + 4, 80, 18), Qt.AlignmentFlag.AlignCenter, mark.text)
        painter.translate(0, -18)
        self._paint_legend(painter)
        painter.end()

    def _paint_lines(self, painter: QPainter, ticks: Sequence[tuple[float, str]]) -> None:
        for y, text in ticks:
            painter.setPen(QColor(current().line))
            painter.drawLine(QPointF(44, y), QPointF(self.width(), y))
            painter.setPen(QColor(current().muted))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 9, 36, 18), side, text)

    def _paint_legend(self, painter: QPainter) -> None:
        x = float(self.width())
        for name, colour in reversed(tuple(zip(self._series, self._colours(), strict=False))):
            x -= painter.fontMetrics().horizontalAdvance(name) + 4
            painter.setPen(QColor(current().muted))
            painter.drawText(QPointF(x, 12), name)
            x -= 16
            painter.fillRect(QRectF(x, 3, 10, 10), colour)
            x -= 14

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._columns:
            slot = (self.width() - 44) / len(self._columns)
            number = int((event.pos().x() - 44) // slot)
            told = self._told(self._columns[number]) if 0 <= number < len(self._columns) else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)
