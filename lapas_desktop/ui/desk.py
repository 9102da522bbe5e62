"""Puts the pages of an open office into the window and connects them to the use cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.today import Today, ToDo
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import maintenance, office_profile, records
from lapas_desktop.services.drafts import draft_of
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.today import today
from lapas_desktop.ui.bin_place import BinPlace
from lapas_desktop.ui.everything import Everything
from lapas_desktop.ui.further_places import FurtherPlaces
from lapas_desktop.ui.help_place import HelpPlace
from lapas_desktop.ui.home_bar import home_bar
from lapas_desktop.ui.home_page import HomePage
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.list_place import ListPlace
from lapas_desktop.ui.own_office import OwnOffice
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.question import ask
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.record_place import RecordPlace
from lapas_desktop.ui.screen import Screen
from lapas_desktop.ui.screens.addenda import ADDENDA
from lapas_desktop.ui.screens.agreements import AGREEMENTS
from lapas_desktop.ui.screens.clauses import CLAUSES
from lapas_desktop.ui.screens.partners import PARTNERS
from lapas_desktop.ui.screens.production import PRODUCTION
from lapas_desktop.ui.screens.products import PRODUCTS
from lapas_desktop.ui.screens.shipments import SHIPMENTS
from lapas_desktop.ui.window import Window
from lapas_desktop.ui.working import Working
from lapas_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from lapas_desktop.ui.practice_page import PracticePage
    from lapas_desktop.ui.welcome_page import WelcomePage

SCREENS = {screen.key: screen for screen in (AGREEMENTS, PRODUCTION, SHIPMENTS, PRODUCTS, PARTNERS, ADDENDA, CLAUSES)}
FIRST = "home"


class Desk(QObject):
    """One open office in one window. ``clock`` gives the present moment, ``who`` works here, for the history."""

    def __init__(
        self, window: Window, office: Office, jobs: Jobs, clock: Callable[[], datetime], who: str = "",
        home: HomePage | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.window, self.office, self.jobs = window, office, jobs
        self._at = Workplace(window, office, jobs, clock, who, self.show_records)
        self.clock = clock
        self.printing = Printing(self._at)
        self.record = RecordPlace(self._at, self.printing)
        self.record.left.connect(self.go_back)
        self.record.step_asked.connect(self._step)
        self.record.place_asked.connect(self.go)
        self.record.saved.connect(lambda _saved: (self.show_office(), self.refresh_home(), self._list_again()))
        self.further = FurtherPlaces(self._at, self.printing, self)
        self.help = HelpPlace(self._at, self.printing, self._subject, self.go)
        self.lists: dict[str, ListPlace] = {}
        self.bin: BinPlace | None = None
        self._here, self._last_list = FIRST, AGREEMENTS.key
        self.home = home or HomePage()
        self._no_actions = QWidget()
        self._home_bar: QWidget | None = None
        self.own = OwnOffice(self._at, self.act, self.show_office)
        self._tasks: PracticePage | None = None
        self._first: WelcomePage | None = None
        self.home.asked.connect(self.solve)
        self.home.opened.connect(self.open_shipment)
        self.everything = Everything(self._at, window.frame.search, self.open_found, self.act)
        window.frame.place_chosen.connect(self.go)
        window.may_close = self.may_close
        self.working = Working(jobs, window.frame.pages, window.frame)
        QShortcut(QKeySequence.StandardKey.New, window).activated.connect(self.new_record)
        self.show_office()
        if office_profile.is_new(office):
            self._welcome()
        else:
            self.go(FIRST)

    @property
    def workplace(self) -> Workplace:
        """What the pages work with."""
        return self._at

    @property
    def page(self) -> RecordPage | None:
        """The form that is open."""
        return self.record.page

    def _subject(self) -> str:
        """The place that help is wanted for: the open form's, else the one shown."""
        form = next((key for key, screen in SCREENS.items() if self.page and screen.entity is self.page.entity), "")
        return form or self._here.partition(":")[0]

    def go(self, key: str) -> None:
        """Shows a place, unless an unsaved form is to be kept."""
        if not self.record.may_leave():
            self.window.frame.mark_place(self._here)
            return
        self.record.close()
        self._here = key
        if key == FIRST:
            self._open_home()
        elif key == "office":
            self.record.open_office()
        elif key == "bin":
            self._open_bin()
        elif key == "settings":
            self.own.show_settings()
        elif key == "lists":
            self.record.open_lists()
        elif key == "practice":
            self._open_tasks()
        elif key.startswith("library"):
            self.further.open_library(key)
        elif key == "help":
            self.help.open()
        elif key == "calendar":
            self.further.open_calendar()
        elif key == "reports":
            self.further.open_reports()
        else:
            self._last_list = key
            place = self.list_place(key)
            place.page.reload()
            self.window.frame.show_page(key, place.page, _(place.screen.entity.label_plural), place.bar)
            place.page.view.setFocus()

    def may_close(self) -> bool:
        """Asks only when something would be lost: typing, or work that is not done yet."""
        if not self.record.may_leave():
            return False
        if not self.jobs.watched:
            return True
        title, text = _(N_("Pekerjaan belum selesai")), self.jobs.watched[0].words
        if ask(self.window, title, text, (_(N_("Tunggu")), _(N_("Batalkan dan tutup"))), 0) == 0:
            return False
        self.jobs.cancel()
        return True

    def _welcome(self) -> None:
        from lapas_desktop.ui.welcome_page import Ways, WelcomePage

        self._here = "welcome"
        if self._first is None:
            ways = Ways(self._begin, self.own.practise, self.own.restore)
            self._first = WelcomePage(self._at, ways, self.show_office)
        self.window.frame.show_page(FIRST, self._first, _(N_("Mulai")), self._no_actions)
        self._first.name.setFocus()

    def _begin(self, values: dict[str, Any]) -> None:
        told = {**records.blank(self.office, OfficeProfile), **values}
        records.save_record(self.office, OfficeProfile, told, self.clock(), None, self._at.who)
        self.show_office()
        self.go(FIRST)

    def _open_home(self) -> None:
        if self._first and office_profile.is_new(self.office):
            self._welcome()  # with all that was typed there
            return
        if self._home_bar is None:  # at the first visit, as all that may never be shown: it goes with the window
            self._home_bar = home_bar(self.printing.show_overview, self.back_up, self.act)
        self.window.frame.show_page(FIRST, self.home, _(N_("Beranda")), self._home_bar)
        self.refresh_home()

    def refresh_home(self) -> None:
        """Computes the start page behind the window."""
        self.jobs.run(self, partial(today, self.office, self.clock()), self._show_today, self.window.frame.say)

    def _show_today(self, found: Today) -> None:
        self.home.show_today(found)
        self.window.frame.show_badges(found.badges)

    def solve(self, todo: ToDo) -> None:
        """Goes where a thing that waits is done."""
        if todo.place == "backup":
            self.back_up()
        elif todo.place == "draft":
            self._restore_typing(todo.view)
        elif todo.place == "help":
            self.help.show_topic(todo.view)
        elif todo.record_id:
            self.open_record(SCREENS[todo.place], todo.record_id)
        else:
            self.go(todo.place)
            if todo.view:
                self.lists[todo.place].page.show_view(todo.view)

    def _restore_typing(self, key: str) -> None:
        draft = draft_of(self.office.folder, key)
        if draft:
            screen = next((screen for screen in SCREENS.values() if screen.entity is draft.entity), None)
            self.record.restore(draft, screen)

    def back_up(self) -> None:
        """A proved backup, made behind the window."""
        work = partial(maintenance.back_up_now, self.office, self.clock())
        self._at.take_time(self, _(N_("Membuat dan menguji cadangan…")), work, self._backed_up)

    def _backed_up(self, made: Path) -> None:
        self.show_office()
        self.refresh_home()
        self.window.frame.say(_(N_("Cadangan dibuat dan diuji: {name}")).format(name=made.name))

    def list_place(self, key: str) -> ListPlace:
        """The list of a kind of record, made at the first visit."""
        if key not in self.lists:
            screen = SCREENS[key]
            place = ListPlace(screen, self._at, self.printing, self.record)
            place.open_asked.connect(partial(self.open_record, screen))
            place.new_asked.connect(self.new_record)
            place.changed.connect(partial(self._came_back, screen.entity))
            self.lists[key] = place
        return self.lists[key]

    def new_record(self) -> None:
        """An empty form of the kind of record whose list is shown."""
        if self._here in SCREENS and self.record.may_leave():
            self.record.close()
            self.record.new(SCREENS[self._here])

    def open_found(self, place: str, record_id: int) -> None:
        """The form of one record by the place of its list."""
        self.open_record(SCREENS[place], record_id)

    def open_record(self, screen: Screen, record_id: int) -> None:
        """The form of one record, unless an unsaved form is to be kept."""
        if self.record.may_leave():
            self.record.close()
            self.record.open(screen, record_id)
            self.everything.opened(screen.entity, record_id)

    def show_records(self, entity: type[Record], ids: Sequence[int]) -> None:
        """The form of one record, or the list with several selected."""
        screen = next(screen for screen in SCREENS.values() if screen.entity is entity)
        if len(ids) == 1:
            self.open_record(screen, ids[0])
            return
        self.go(screen.key)
        if self._here == screen.key:
            self.lists[screen.key].page.select_all_of(ids)

    def _step(self, by: int) -> None:
        """The record before or after the open one, in the order of its list."""
        page = self.record.page
        place = next((place for place in self.lists.values() if page and place.screen.entity is page.entity), None)
        if page and place and page.record_id is not None:
            row = place.page.model.row_of(page.record_id)
            neighbour = place.page.model.record_id(row + by) if row >= 0 else None
            if neighbour is None:
                self.window.frame.say(_(N_("Tidak ada lagi ke arah itu.")))
            else:
                place.page.select(neighbour)
                self.open_record(place.screen, neighbour)

    def act(self, key: str) -> None:
        """Does what the search offered: "go:place", "new:place", "do:backup" or "help:page"."""
        verb, _colon, what = key.partition(":")
        if verb == "do":
            self.back_up()
            return
        if verb == "help":
            self.help.show_topic(what)
            return
        self.go(what)
        if verb == "new" and self._here == what:
            self.new_record()

    def open_shipment(self, record_id: int) -> None:
        """The form of one shipment."""
        self.open_record(SHIPMENTS, record_id)

    def _list_again(self) -> None:
        """The list that is shown, after something was undone from it."""
        if self.page is None and self._here in self.lists:
            self.lists[self._here].page.reload()

    def _came_back(self, entity: type[Record], ids: list[int]) -> None:
        self.window.frame.hush()
        for place in self.lists.values():
            if place.screen.entity is entity:
                place.page.reload()
                place.page.select(ids[0])
        if self.bin:
            self.bin.page.reload()

    def _open_bin(self) -> None:
        if self.bin is None:
            self.bin = BinPlace(self._at)
            self.bin.changed.connect(lambda: [place.page.reload() for place in self.lists.values()])
        self.bin.page.reload()
        self.window.frame.show_page("bin", self.bin.page, _(N_("Tempat sampah")), self.bin.bar)
        self.bin.page.view.setFocus()

    def _open_tasks(self) -> None:
        from lapas_desktop.services.practice_tasks import practice_tasks
        from lapas_desktop.ui.practice_page import PracticePage

        if self._tasks is None:
            tasks = partial(practice_tasks, self.office)
            self._tasks = PracticePage(tasks, self.act, self.own.begin_practice_anew)
        self._tasks.reload()
        self.window.frame.show_page("practice", self._tasks, _(N_("Tugas latihan")), self._no_actions)

    def show_office(self) -> None:
        """The office's name and its last backup in the side bar."""
        name, last = office_profile.side_texts(self.office)
        self.window.frame.office_label.setText(name or _(N_("Kantor belum diisi")))
        self.window.frame.foot.setText(last)
        self.window.frame.mark_practice(office_profile.is_practice(self.office))

    def go_back(self, key: str) -> None:
        place, _colon, number = key.partition(":")
        if key == CLAUSES.key and self._here.startswith("library"):
            self.go(self._here)
            return
        if number:
            self.open_record(SCREENS[place], int(number))
            return
        self.go(key if key in SCREENS or key == "settings" else self._last_list)
