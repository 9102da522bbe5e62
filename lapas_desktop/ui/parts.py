"""Small pieces used everywhere: labels that show typed text as plain text, cards, buttons, badges."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from lapas_desktop.ui.palette import TONES, grown

L = TypeVar("L", bound=QLayout)
_LONG_WORD = re.compile(r"\S{16,}")


def label(text: str, name: str = "", wrap: bool = False) -> QLabel:
    """A label that never reads its text as markup."""
    widget = QLabel()
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setText(text)
    widget.setObjectName(name)
    widget.setWordWrap(wrap)
    return widget


def plain_tooltip(text: str) -> str:
    """Text for a tooltip, which Qt would otherwise read as markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<p style='white-space:pre-wrap'>{escaped[:2000]}</p>" if text else ""


def breakable(text: str) -> str:
    """Text whose long words, such as addresses and numbers, may go on in the next line."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(re.findall(r".{1,11}", found[0])), text)


class PushButton(QPushButton):
    """A button that Enter presses as the space bar does, without being the answer of a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    text: str, pressed: Callable[[], object], name: str = "", shortcut: str = "", picture: str = ""
) -> QPushButton:
    """A push button that calls ``pressed``; the shortcut stands in its tooltip, ``picture`` names an icon."""
    widget = PushButton(text.replace("&", "&&"))
    if picture:
        from lapas_desktop.ui.icons import beside_text, icon

        widget.setIcon(icon(picture, "on_accent" if name == "main" else "accent" if name == "link" else "text"))
        widget.setIconSize(beside_text())
    widget.setObjectName(name)
    widget.setAccessibleName(text)
    widget.setAutoDefault(False)
    widget.clicked.connect(lambda _checked=False: pressed())
    if shortcut:  # the button's own shortcut would show it pressed first and act a tenth of a second later
        QShortcut(QKeySequence(shortcut), widget).activated.connect(pressed)
        widget.setProperty("keys", shortcut)
        rename(widget, text)
    return widget


def rename(button: QPushButton, text: str) -> None:
    """Gives a button other words, with the name of its key as it stands on the keyboard."""
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)
    if keys := button.property("keys"):
        button.setToolTip(f"{text} ({keys.replace('Return', 'Enter')})")


def shortcut(owner: QWidget, keys: str, pressed: Callable[[], object]) -> None:
    """A key that works while the cursor is in a widget or in something inside it."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(pressed)


class ShortLabel(QLabel):
    """A label on one line that makes room for others: what does not fit ends in "…", and a tooltip tells it whole."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setObjectName(name)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), grown(40)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.setToolTip("" if shown == self.text() else plain_tooltip(self.text()))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


def card(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """A white framed box and its layout."""
    frame = QFrame(parent)
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 10, 14, 12)
    layout.setSpacing(6)
    return frame, layout


def badge(text: str, status: str) -> QLabel:
    """A status as a word on its tone."""
    widget = label(text, "badge")
    widget.setProperty("tone", TONES.get(status, ""))
    return widget


def row(*widgets: QWidget | int) -> QHBoxLayout:
    """Widgets side by side; an int is a stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
    return layout


def shared_widths(available: int, needs: Sequence[int], floors: Sequence[int], elastic: Collection[int]) -> list[int]:
    """Column widths in pixels: what each needs; the elastic ones share what is left over or missing.

    ``elastic`` holds column numbers; none becomes narrower than its floor.
    """
    widths, able = list(needs), set(elastic)
    while able:
        spare = available - sum(width for number, width in enumerate(widths) if number not in able)
        wanted = sum(needs[number] for number in able) or 1
        for number in able:
            widths[number] = spare * needs[number] // wanted
        narrow = {number for number in able if widths[number] < floors[number]}
        if not narrow:
            break
        for number in narrow:  # at its floor; the others share what is then left
            widths[number] = floors[number]
        able -= narrow
    return widths


def boxed(inside: QLayout) -> QWidget:
    """A filled layout as a widget, for a place whose contents come and go.

    A filled layout that is added as such leaves its items with the outer one in Python, as long as that stands.
    """
    box = QWidget()
    inside.setContentsMargins(0, 0, 0, 0)
    box.setLayout(inside)
    return box


def emptied(layout: L) -> L:
    """The layout without its widgets.

    Elsewhere no item of a layout is asked for: Qt deletes it untold, and PySide then takes for it whatever comes to
    lie in its place.
    """
    while layout.count():
        item = layout.takeAt(0)
        assert item is not None
        inner = item.layout()
        if inner is not None:
            emptied(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        delete(item)  # a taken item belongs to nobody
    return layout
