"""The line icons, each one file for all colours: they are drawn in the colours worn at the moment of painting."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from lapas_desktop.resources import resource
from lapas_desktop.ui.palette import current, grown

INK = "currentColor"  # what the files say instead of a colour


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace(INK, colour).encode()))


class _Worn(QIconEngine):
    """Asks the palette at every painting, so a change of theme needs nobody to set icons anew."""

    def __init__(self, name: str, ink: str, pressed: str) -> None:
        super().__init__()
        self._name, self._ink, self._pressed = name, ink, pressed

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ink = self._pressed if state == QIcon.State.On else self._ink
        ink = "muted" if mode == QIcon.Mode.Disabled else ink
        side = min(rect.width(), rect.height())  # what is wider keeps the text away
        left = 0 if rect.width() > rect.height() else (rect.width() - side) // 2
        square = QRectF(rect.x() + left, rect.y() + (rect.height() - side) // 2, side, side)
        _drawing(self._name, getattr(current(), ink)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Worn(self._name, self._ink, self._pressed)


def icon(name: str, ink: str = "text", pressed: str = "") -> QIcon:
    """A file of ``resources/icons`` in a colour of the palette; ``pressed`` is the colour while checked."""
    return QIcon(_Worn(name, ink, pressed or ink))


def beside_text(size: int = 16) -> QSize:
    """The size of an icon before a text: a square and a little space."""
    return QSize(grown(size) + 4, grown(size))


class Symbol(QWidget):
    """An icon that is looked at, not pressed: its meaning stands beside it or is its accessible name."""

    def __init__(self, name: str, ink: str, size: int = 18, meaning: str = "") -> None:
        super().__init__()
        self._name, self._ink = name, ink
        self.setFixedSize(grown(size), grown(size))
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)

    def become(self, name: str) -> None:
        """Shows another icon."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _drawing(self._name, getattr(current(), self._ink)).render(painter, QRectF(self.rect()))
        painter.end()
