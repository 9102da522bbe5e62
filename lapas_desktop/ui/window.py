"""The main window. It is painted before anything else is loaded; its frame and its pages come behind that.

Nothing here names ``Qt``: making that one name ready takes a tenth of the time to the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from lapas_desktop.ui.frame import Frame


class Window(QMainWindow):
    """``painted`` tells once that the window has been drawn; ``may_close`` may refuse to let it go."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Lapas Desktop")
        self._take_room()
        self.may_close: Callable[[], bool] = lambda: True
        self.again = False  # whether a new window is to open in the place of this one
        self.meanwhile: Callable[[], object] | None = None  # what is done while the data is closed
        self._drawn = False
        self._frame: Frame | None = None
        self._restore()

    @property
    def frame(self) -> Frame:
        """Side bar, top bar and pages, made at the first use."""
        if self._frame is None:
            from lapas_desktop.ui.frame import Frame

            self._frame = Frame(self)
            self.setCentralWidget(self._frame)
        return self._frame

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._drawn:
            self._drawn = True
            QTimer.singleShot(0, self.painted.emit)  # after the children, which are drawn in the same go

    def open_again(self, meanwhile: Callable[[], object] | None = None) -> None:
        """Closes, when it may, so that a new window opens with what was chosen meanwhile.

        ``meanwhile`` is done behind the new window, before it opens the data; it may raise `Refused`.
        """
        self.meanwhile = meanwhile
        self.again = self.close()

    def _take_room(self) -> None:
        """As large as a small office screen, where the screen has that; never larger than the screen."""
        screen = self.screen().availableGeometry()
        self.setMinimumSize(QSize(640, 380).boundedTo(screen.size()))
        self.resize(QSize(1366, 768).boundedTo(screen.size()))
        self._fills = screen.width() <= 1366 or screen.height() <= 768

    def appear(self) -> None:
        """Shows the window as it was left; at first as large as a small screen."""
        if self._fills:
            self.showMaximized()
        else:
            self.show()

    def _restore(self) -> None:
        geometry = QSettings().value("window/geometry")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            return
        self._fills = False  # restored with its state
        screen, frame = self.screen().availableGeometry(), self.geometry()
        if not screen.contains(frame) and not self.isMaximized():  # as on a screen that is no longer there
            frame.setSize(frame.size().boundedTo(screen.size()))
            frame.moveLeft(max(screen.left(), min(frame.left(), screen.right() + 1 - frame.width())))
            frame.moveTop(max(screen.top(), min(frame.top(), screen.bottom() + 1 - frame.height())))
            self.setGeometry(frame)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        QSettings().setValue("window/geometry", self.saveGeometry())
        event.accept()
