"""What stands around every page: side bar with places, top bar with title and actions, notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.notice import Notice
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.search_box import SearchBox
from lapas_desktop.ui.side_bar import SideBar
from lapas_desktop.ui.top_bar import TopBar

NOTICE_MS = 10_000
ROOMY = 1_150  # from here on there is room for the names of the places


class Frame(QWidget):
    """Side bar, top bar and pages. ``place_chosen`` says which place was asked for."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        across = self._across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.side = SideBar()
        self.side.chosen.connect(self.place_chosen)
        across.addWidget(self.side)
        down = QVBoxLayout()
        down.setSpacing(0)
        self.top = TopBar(self)
        down.addWidget(self.top)
        self.pages = QStackedWidget()
        self.room = QWidget()  # of the pages and of what stands beside them
        self.room.setObjectName("page")
        inside = QHBoxLayout(self.room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pages)
        down.addWidget(self.room, 1)
        self._notice = Notice(self.pages, self, "Ctrl+Z")
        across.addLayout(down, 1)
        self._narrow = False

    @property
    def search(self) -> SearchBox:
        return self.top.search

    @property
    def title(self) -> QLabel:
        return self.top.title

    @property
    def office_label(self) -> QLabel:
        return self.side.office_label

    @property
    def foot(self) -> QLabel:
        """The last line of the side bar."""
        return self.side.foot

    def show_page(self, key: str, page: QWidget, title: str, actions: QWidget) -> None:
        """Shows a page with its title and its actions in the top bar."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._notice.raise_()
        self.top.show_page(title, actions)
        self.mark_place(key)
        if page.focusPolicy() != Qt.FocusPolicy.NoFocus:  # a page as a whole is scrolled by keys
            page.setAccessibleName(title)
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_page(self, page: QWidget, actions: QWidget) -> None:
        """Removes a page that is done with."""
        self._notice.drop(page)
        self.pages.removeWidget(page)
        self.top.drop(actions)
        page.deleteLater()
        actions.deleteLater()

    def set_title(self, title: str) -> None:
        self.top.set_title(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < grown(ROOMY)
        if narrow != self._narrow:
            self._narrow = narrow
            self.side.fit(narrow)

    def mark_place(self, key: str) -> None:
        """Shows which place the window is at."""
        self.side.mark(key)

    def mark_practice(self, practising: bool) -> None:
        """Shows by a frame and by words whether nothing here is real."""
        edge = 4 if practising else 0
        self._across.setContentsMargins(edge, edge, edge, edge)
        self.setObjectName("practising" if practising else "")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, practising)
        self.style().polish(self)
        self.side.mark_practice(practising)

    def show_badges(self, badges: Mapping[str, int]) -> None:
        """Writes beside a place how many things wait there."""
        self.side.show_badges(badges)

    def say(
        self, text: str, undo: Callable[[], object] | None = None, word: str = "", of: QWidget | None = None
    ) -> None:
        """A sentence at the bottom for ten seconds, with one thing to do about it: undo, or ``word``.

        It goes earlier when the page does that ``of`` stands on.
        """
        self._notice.tell(text, undo, word or _(N_("Urungkan")), ms=NOTICE_MS, of=of)

    def hush(self) -> None:
        """Takes the sentence away when its subject is gone."""
        self._notice.hide()
