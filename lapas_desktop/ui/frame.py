"""What stands around every page: side bar with places, top bar with title and actions, notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.notice import Notice
from lapas_desktop.ui.parts import label, plain_tooltip
from lapas_desktop.ui.search_box import SearchBox

PLACES = (
    ("", (("home", N_("Beranda")),)),
    (N_("DATA"), (("agreements", N_("Perjanjian", "banyak")), ("shipments", N_("Pengiriman", "banyak")),
                  ("products", N_("Produk", "banyak")),
                  ("partners", N_("Mitra", "banyak")))),
    (N_("KANTOR"), (("office", N_("Kantor")), ("bin", N_("Tempat sampah")), ("settings", N_("Pengaturan")),
                    ("help", N_("Bantuan")), ("practice", N_("Tugas latihan")))),
)  # fmt: skip
NOTICE_MS = 10_000


class PlaceButton(QPushButton):
    """A place of the side bar; how many things wait there stands at its right."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self.setCheckable(True)
        self.setAccessibleName(text)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 10, 0)
        self._count = label("", "count")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.hide()

    def show_count(self, number: int) -> None:
        """Shows the number, nothing for 0."""
        self._count.setText(str(number) if number < 100 else "99+")
        self._count.setVisible(number > 0)
        told = _(N_("{place}, {n} perlu perhatian")).format(place=self._text, n=number)
        self.setAccessibleName(told if number else self._text)


class ActionStack(QStackedWidget):
    """The actions of the page that is shown, just as wide as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        wanted = shown.sizeHint() if shown and shown.layout() else QSize(0, 0)
        return wanted.expandedTo(QSize(0, 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Frame(QWidget):
    """Side bar, top bar and pages. ``place_chosen`` says which place was asked for."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, PlaceButton] = {}
        self._whole_title = ""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side())
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self._top())
        self.pages = QStackedWidget()
        self.room = QWidget()  # of the pages and of what stands beside them
        self.room.setObjectName("page")
        inside = QHBoxLayout(self.room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pages)
        down.addWidget(self.room, 1)
        self._notice = Notice(self.pages, self, "Ctrl+Z")
        across.addLayout(down, 1)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(208)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(10, 16, 10, 12)
        layout.setSpacing(2)
        mark = label("L", "mark")
        mark.setFixedSize(32, 32)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        names = QVBoxLayout()
        names.setSpacing(0)
        self.office_label = label("", "office", wrap=True)
        names.addWidget(label("Lapas Desktop", "brand"))
        names.addWidget(self.office_label)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        layout.addLayout(head)
        self._practice = label(_(N_("LATIHAN · bukan data sungguhan")), "practice", wrap=True)
        self._practice.hide()
        layout.addWidget(self._practice)
        group = QButtonGroup(self)
        for number, (title, places) in enumerate(PLACES):
            if title:
                layout.addWidget(label(_(title), "group"))
            else:
                layout.addSpacing(12)
            for key, text in places:
                layout.addWidget(self._place(key, _(text), group))
            layout.addSpacing(4 if number else 0)
        self._buttons["practice"].hide()
        layout.addStretch(1)
        self.foot = label("", "foot", wrap=True)
        layout.addWidget(self.foot)
        return side

    def _place(self, key: str, text: str, group: QButtonGroup) -> QPushButton:
        place = PlaceButton(text)
        place.clicked.connect(lambda _checked=False: self.place_chosen.emit(key))
        group.addButton(place)
        self._buttons[key] = place
        if len(self._buttons) <= 9:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{len(self._buttons)}"), self)
            shortcut.activated.connect(place.click)
        return place

    def _top(self) -> QFrame:
        top = QFrame()
        top.setObjectName("top")
        top.setFixedHeight(56)
        layout = QHBoxLayout(top)
        layout.setContentsMargins(20, 0, 20, 0)
        self.title = label("", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.title, 1)
        self.search = SearchBox(self)
        layout.addWidget(self.search)
        layout.addSpacing(8)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search.begin)
        self._actions = ActionStack()
        layout.addWidget(self._actions)
        return top

    def show_page(self, key: str, page: QWidget, title: str, actions: QWidget) -> None:
        """Shows a page with its title and its actions in the top bar."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        if self._actions.indexOf(actions) < 0:
            self._actions.addWidget(actions)
        self.pages.setCurrentWidget(page)
        self._notice.raise_()
        self._actions.setCurrentWidget(actions)
        self.set_title(title)
        self.mark_place(key)

    def drop_page(self, page: QWidget, actions: QWidget) -> None:
        """Removes a page that is done with."""
        self.pages.removeWidget(page)
        self._actions.removeWidget(actions)
        page.deleteLater()
        actions.deleteLater()

    def set_title(self, title: str) -> None:
        self._whole_title = title
        self.title.setText(title)
        QTimer.singleShot(0, self._fit_title)  # when the actions beside it have their width
        self.title.setToolTip(plain_tooltip(title))

    def _fit_title(self) -> None:
        """A title too long for its place shows its beginning and its end."""
        room = max(80, self.title.width())
        self.title.setText(self.title.fontMetrics().elidedText(self._whole_title, Qt.TextElideMode.ElideMiddle, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit_title)

    def mark_place(self, key: str) -> None:
        """Shows which place the window is at."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def mark_practice(self, practising: bool) -> None:
        """Shows by colour and by words that nothing here is real; only then are there tasks to learn on."""
        self._buttons["practice"].setVisible(practising)
        self._practice.setVisible(practising)

    def show_badges(self, badges: Mapping[str, int]) -> None:
        """Writes beside a place how many things wait there."""
        for key, place in self._buttons.items():
            place.show_count(badges.get(key, 0))

    def say(self, text: str, undo: Callable[[], object] | None = None, word: str = "") -> None:
        """A sentence at the bottom for ten seconds, with one thing to do about it: undo, or ``word``."""
        self._notice.tell(text, undo, word or _(N_("Urungkan")), ms=NOTICE_MS)

    def hush(self) -> None:
        """Takes the sentence away when its subject is gone."""
        self._notice.hide()
