"""Work done in pieces, one in each turn of the event loop: the window answers between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

Piece = Callable[[], object]


class Turns(QObject):
    """The pieces are done in their order and end with their parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: deque[Piece] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_one)

    def then(self, piece: Piece) -> None:
        """One more piece; done at once when nothing waits before it."""
        if self._pieces:
            self._pieces.append(piece)
        else:
            piece()

    def later(self, piece: Piece) -> None:
        """One more piece, not done before the next turn."""
        self._pieces.append(piece)
        self._timer.start(0)

    def finish(self) -> bool:
        """Does at once all that waits; whether anything did."""
        waited = bool(self._pieces)
        while self._pieces:
            self._pieces.popleft()()
        return waited

    def _do_one(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        if not self._pieces:
            self._timer.stop()
