"""An area just as high as what stands in it; where there is less room it scrolls, by the wheel and by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lapas_desktop.ui.palette import grown

_LEAST = 90


class TallArea(QScrollArea):
    """``inside`` takes what it shows. Tab comes to it only while it scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        page = QWidget()
        self.inside = QVBoxLayout(page)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._scrolls)

    def _scrolls(self, _least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.inside.totalHeightForWidth(width), self.inside.totalSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self.inside.totalMinimumSize()
        return QSize(least.width(), min(grown(_LEAST), least.height()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # what is inside became higher or lower
        return super().event(event)
