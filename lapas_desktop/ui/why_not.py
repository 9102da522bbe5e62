"""“Kenapa tidak bisa?”: a small card beside a button that says what stands against its action, and a way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.floating import Floating
from lapas_desktop.ui.parts import button, label

_WIDTH = 340
_GAP = 6

Ways = Sequence[tuple[str, Callable[[], object]]]


class WhyNot(Floating):
    """Lies over the window until it is answered: Esc, another place of the window, or one of its buttons."""

    def __init__(self, beside: QWidget, reason: str, ways: Ways) -> None:
        super().__init__(beside.window())
        self._beside = beside
        self.setObjectName("why")
        self.setAccessibleName(_(N_("Kenapa tidak bisa? {reason}")).format(reason=reason))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(_(N_("Kenapa tidak bisa?")), "section"))
        layout.addWidget(label(reason, wrap=True))
        line = QHBoxLayout()
        line.addStretch(1)
        buttons = [button(words, lambda way=way: self._take(way), "main") for words, way in ways]
        buttons.append(button(_(N_("Mengerti")), self.dismiss, "" if ways else "main"))
        for widget in buttons:
            line.addWidget(widget)
        layout.addLayout(line)
        self._place()
        self.show()
        self.raise_()
        buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)
        self.escaped.connect(self.dismiss)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        beside.destroyed.connect(self.close)

    def _place(self) -> None:
        window = self.window()
        width = min(_WIDTH, window.width() - 2 * _GAP)
        self.setFixedWidth(width)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        under = self._beside.mapTo(window, QPoint(0, self._beside.height() + _GAP))
        left = min(max(under.x() + self._beside.width() - width, _GAP), window.width() - width - _GAP)
        top = (
            under.y() if under.y() + height < window.height() else under.y() - self._beside.height() - height - _GAP * 2
        )
        self.setGeometry(left, max(top, _GAP), width, height)

    def _take(self, way: Callable[[], object]) -> None:
        self.dismiss()
        way()

    def dismiss(self) -> None:
        """Goes away; the cursor is where it was."""
        self.close()
        self._beside.setFocus()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.close()


def show_reason(beside: QWidget, reason: str, ways: Ways = ()) -> WhyNot:
    """Shows the card, in place of one that is still open."""
    for old in beside.window().findChildren(WhyNot):
        old.close()
    return WhyNot(beside, reason, ways)
