"""A sentence that floats over the bottom of a page, with one thing to do about it. It never moves the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from lapas_desktop.ui.floating import MARGIN, stand_over
from lapas_desktop.ui.parts import button, label

WIDEST = 760


class Notice(QFrame):
    """Hidden until it has something to say. ``tone`` is ``"dark"`` (done) or ``"bad"`` (not done)."""

    def __init__(self, over: QWidget, parent: QWidget, shortcut: str = "") -> None:
        """It stands at the bottom of ``over``, which lies inside ``parent`` or is it."""
        super().__init__(parent)
        self.setObjectName("notice")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 10, 9)
        layout.setSpacing(14)
        self._text = label("", wrap=True)
        self._button = button("", self._pressed, shortcut=shortcut)
        self._page = over
        self._do: Callable[[], object] | None = None
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def tell(
        self, text: str, do: Callable[[], object] | None = None, word: str = "", tone: str = "dark", ms: int = 0
    ) -> None:
        """Shows ``text``, with a button ``word`` that does ``do``; for ``ms`` milliseconds, 0 until hidden."""
        self._text.setText(text)
        self._do = do
        self._button.setText(word.replace("&", "&&"))
        self._button.setAccessibleName(word)
        self._button.setVisible(do is not None)
        self.setProperty("tone", tone)
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        if ms:
            self._timer.start(ms)
        else:
            self._timer.stop()

    def _pressed(self) -> None:
        self.hide()
        if self._do:
            self._do()

    def _place(self) -> None:
        widest = max(200, min(WIDEST, self._page.width() - 2 * MARGIN))
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 30
        extra = self._button.sizeHint().width() + 14 if self._do else 0
        stand_over(self, self._page, min(widest, words + extra + 26))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
