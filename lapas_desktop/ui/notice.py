"""A sentence that floats over the bottom of a page, with one thing to do about it. It never moves the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

from lapas_desktop.ui.floating import MARGIN, stand_over
from lapas_desktop.ui.parts import button, label, rename

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
        self._of: QWidget | None = None
        self._page = over
        self._do: Callable[[], object] | None = None
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self._glance = QTimer(self)
        self._glance.setSingleShot(True)
        self._glance.timeout.connect(lambda: self._uncover(QApplication.focusWidget()))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusObjectChanged.connect(self._focus_moved)
        self.hide()

    def tell(
        self, text: str, do: Callable[[], object] | None = None, word: str = "", tone: str = "dark", ms: int = 0,
        of: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Shows ``text``, with a button ``word`` that does ``do``; for ``ms`` milliseconds, 0 until hidden.

        It goes with ``of``, see `drop`.
        """
        self._text.setText(text)
        self._do, self._of = do, of
        rename(self._button, word)
        self._button.setVisible(do is not None)
        self.setProperty("tone", tone)
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setAccessibleName(text)
        for other in self.window().findChildren(Notice):
            other.setVisible(other is self)  # one sentence at a time
        self._place()
        self.raise_()
        self._uncover(QApplication.focusWidget())
        if ms:
            self._timer.start(ms)
        else:
            self._timer.stop()

    def _focus_moved(self, _focused: QObject | None) -> None:
        if self.isVisible():
            self._glance.start(0)  # when the page has scrolled to it

    def _uncover(self, focused: QWidget | None) -> None:
        """Scrolls what has the focus out from under the sentence."""
        if focused is None or not self.isVisible() or not self._page.isAncestorOf(focused):
            return
        here = QRect(self.mapFromGlobal(focused.mapToGlobal(QPoint(0, 0))), focused.size())
        if here.intersects(self.rect()):
            area = focused.parentWidget()
            while area is not None and not isinstance(area, QScrollArea):
                area = area.parentWidget()
            if area is not None:
                bar = area.verticalScrollBar()
                bar.setValue(bar.value() + here.bottom() + MARGIN)

    def drop(self, page: QWidget) -> None:
        """A page is done with: what was said of something on it goes too."""
        if self._of is not None and page.isAncestorOf(self._of):
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._do = self._of = None  # nothing is held longer than it is said

    def _pressed(self) -> None:
        do = self._do
        self.hide()
        if do:
            do()

    def _place(self) -> None:
        widest = max(200, min(WIDEST, self._page.width() - 2 * MARGIN))
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 30
        extra = self._button.sizeHint().width() + 14 if self._do else 0
        stand_over(self, self._page, min(widest, words + extra + 26))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
