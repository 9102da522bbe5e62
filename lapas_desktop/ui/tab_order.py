"""Where Tab goes in a page that is put together piece by piece.

Qt visits widgets in the order of their making, so what comes late would stand behind the whole window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class TabOrder:
    """The cards of one page, each behind the one that stands above it."""

    def __init__(self) -> None:
        self._last: dict[QWidget, QWidget] = {}  # of each card: where Tab leaves it

    def put(self, new: QWidget, above: QWidget | None) -> None:
        """Goes through a card that was just made, or just given its parent, right after the one above it."""
        before = self._last.get(above) if above else None
        inside, stops = new.nextInFocusChain(), []
        while inside and inside is not new and new.isAncestorOf(inside):
            if inside.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
                stops.append(inside)
            inside = inside.nextInFocusChain()
        for stop in stops:
            if before:
                QWidget.setTabOrder(before, stop)
            before = stop
        if before:
            self._last[new] = before
