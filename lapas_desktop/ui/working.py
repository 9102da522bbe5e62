"""What is being done behind the window, how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from lapas_desktop.domain.progress import Progress
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.floating import MARGIN, Floating, stand_over
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.parts import button, label

PATIENCE_MS = 500  # what is done sooner shows nothing
_LOOK_MS = 100
_WIDTH = 620


class Working(Floating):
    """A bar at the bottom of ``over`` while long work runs; it never moves the page."""

    def __init__(self, jobs: Jobs, over: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._over = over
        self._progress: Progress | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 10, 9)
        layout.setSpacing(14)
        self._text = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(150)
        self._bar.setTextVisible(False)
        self._stop = button(_(N_("Batal")), self._cancel)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        self._patience, self._look = QTimer(self), QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._appear)
        self._look.timeout.connect(self._show_state)
        self._jobs = jobs
        jobs.begun.connect(self._begun)
        jobs.ended.connect(self._ended)
        self.escaped.connect(self._cancel)
        over.installEventFilter(self)
        self.hide()

    def _begun(self, progress: Progress) -> None:
        if self._progress is None:
            self._progress = progress
            self._patience.start(PATIENCE_MS)

    def _ended(self, progress: Progress) -> None:
        if progress is not self._progress:
            return
        self._progress = None
        self._patience.stop()
        self._look.stop()
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_focus:
            self._over.setFocus()
        if self._jobs.watched:
            self._begun(self._jobs.watched[0])

    def _appear(self) -> None:
        self._stop.setEnabled(True)
        self._show_state()
        self._look.start(_LOOK_MS)
        self.show()
        self._place()
        self.raise_()

    def _show_state(self) -> None:
        progress = self._progress
        if progress is None:
            return
        text = _(N_("Dibatalkan…")) if progress.cancelled else progress.words
        if self._text.text() != text:
            self._text.setText(text)
            self.setAccessibleName(text)
            self._bar.setAccessibleName(text)
        self._bar.setRange(0, progress.total)  # 0 to 0 is a bar that only moves
        self._bar.setValue(progress.done)

    def _cancel(self) -> None:
        if self._progress:
            self._progress.cancel()
            self._stop.setEnabled(False)
            self._show_state()

    def _place(self) -> None:
        stand_over(self, self._over, max(240, min(_WIDTH, self._over.width() - 2 * MARGIN)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
