"""The side bar: the places of the window with what waits there. In a narrow window only their icons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.icons import beside_text, icon
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import PushButton, label, plain_tooltip

PLACES = (
    ("", (("home", N_("Beranda")),)),
    (N_("DATA"), (("agreements", N_("Perjanjian", "banyak")), ("production", N_("Produksi", "banyak")),
                  ("shipments", N_("Pengiriman", "banyak")), ("products", N_("Produk", "banyak")),
                  ("partners", N_("Mitra", "banyak")))),
    (N_("DOKUMEN"), (("calendar", N_("Kalender")), ("reports", N_("Laporan")))),
    (N_("KANTOR"), (("office", N_("Kantor")), ("bin", N_("Tempat sampah")), ("settings", N_("Pengaturan")),
                    ("help", N_("Bantuan")), ("practice", N_("Tugas latihan")))),
)  # fmt: skip
WIDE, NARROW = 208, 64
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


# places without a line of their own
_UNDER = {"addenda": "agreements", "clauses": "settings", "library": "settings", "lists": "settings"}


class PlaceButton(PushButton):
    """A place of the side bar, named by its key's icon; how many things wait there stands at its right."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text)
        self._text, self._number = text, 0
        self.setCheckable(True)
        self.setIcon(icon(key, "side_text", "side_strong"))
        self.setAccessibleName(text)
        self._count = label("", "count")
        self._count.setParent(self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.setIndent(0)
        self._count.hide()

    def show_count(self, number: int) -> None:
        """Shows the number, nothing for 0."""
        self._number = number
        self._count.setText(str(number) if number < 100 else "99+")
        self._count.setVisible(number > 0)
        told = _(N_("{place}, {n} perlu perhatian")).format(place=self._text, n=number)
        self.setAccessibleName(told if number else self._text)
        self.shrink(not self.text())

    def shrink(self, narrow: bool) -> None:
        """Only the icon, and the rest in a tooltip; or all of it."""
        self.setText("" if narrow else self._text)
        self.setIconSize(QSize(grown(20), grown(20)) if narrow else beside_text(18))
        self.setToolTip(plain_tooltip(self.accessibleName()) if narrow or self._number > 99 else "")
        self._place_count()

    def _place_count(self) -> None:
        self._count.adjustSize()
        left = self.width() - self._count.width() - (2 if not self.text() else 10)
        top = 0 if not self.text() else (self.height() - self._count.height()) // 2
        self._count.move(max(0, left), top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_count()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for who works by keyboard; a click needs none."""
        self.setProperty("ring", event.reason() in _BY_KEY)
        self.style().unpolish(self)
        self.style().polish(self)
        super().focusInEvent(event)


class SideBar(QFrame):
    """``chosen`` says which place was asked for."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self._narrow = False
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._titles: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setSpacing(6)
        outer.addLayout(self._head())
        self._practice = label(_(N_("LATIHAN · bukan data sungguhan")), "practice", wrap=True)
        self._practice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._practice.setIndent(0)
        self._practice.hide()
        outer.addWidget(self._practice)
        outer.addWidget(self._list(), 1)
        self.foot = label("", "foot", wrap=True)
        outer.addWidget(self.foot)
        self._buttons["practice"].hide()
        self.fit(False)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        mark = label("L", "mark")
        mark.setFixedSize(32, 32)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._names = QWidget()
        self._names.setObjectName("names")
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(1)
        self.office_label = label("", "office", wrap=True)
        names.addWidget(label("Lapas Desktop", "brand"))
        names.addWidget(self.office_label)
        head.addWidget(self._names, 1)
        return head

    def _list(self) -> QScrollArea:
        """The places, scrolled when the window is too low for all of them."""
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        for title, places in PLACES:
            if title:
                self._titles.append(label(_(title), "group"))
                layout.addWidget(self._titles[-1])
            for key, text in places:
                layout.addWidget(self._place(key, _(text)))
        layout.addStretch(1)
        area.setWidget(inside)
        return area

    def _place(self, key: str, text: str) -> PlaceButton:
        place = PlaceButton(key, text)
        place.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(place)
        self._buttons[key] = place
        if len(self._buttons) <= 9:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{len(self._buttons)}"), self)
            shortcut.activated.connect(place.click)
        return place

    def fit(self, narrow: bool) -> None:
        """Shows everything, or only the icons."""
        self._narrow = narrow
        self.setFixedWidth(grown(NARROW if narrow else WIDE))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*((4, 16, 4, 8) if narrow else (10, 16, 10, 12)))
        self.setProperty("narrow", "true" if narrow else "false")
        for part in (self._names, self.foot, *self._titles):
            part.setVisible(not narrow)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(bar)  # the icons need the width; wheel and keys scroll all the same
        whole = _(N_("LATIHAN · bukan data sungguhan"))
        self._practice.setText(_(N_("LATIHAN")) if narrow else whole)
        self._practice.setToolTip(plain_tooltip(whole) if narrow else "")
        for widget in (self, self._practice, *self.findChildren(QPushButton), *self.findChildren(QWidget, "count")):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        for place in self._buttons.values():
            place.shrink(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # other letters are worn
            self.setFixedWidth(grown(NARROW if self._narrow else WIDE))

    def mark(self, key: str) -> None:
        """Shows which place the window is at; Tab comes to it, the arrows go to the others."""
        key = _UNDER.get(key.partition(":")[0], key)
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            for other, place in self._buttons.items():
                focus = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
                place.setFocusPolicy(focus)

    def mark_practice(self, practising: bool) -> None:
        """Shows by colour and by words that nothing here is real; only then are there tasks to learn on."""
        self._buttons["practice"].setVisible(practising)
        self._practice.setVisible(practising)

    def show_badges(self, badges: Mapping[str, int]) -> None:
        """Writes beside a place how many things wait there."""
        for key, place in self._buttons.items():
            place.show_count(badges.get(key, 0))
