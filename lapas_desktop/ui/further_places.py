"""The places beside the lists: calendar, reports, the library of pasal. Each is made at the first visit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_place import RecordPlace
from lapas_desktop.ui.screen import Screen
from lapas_desktop.ui.screens.clauses import CLAUSES
from lapas_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from lapas_desktop.ui.calendar_place import CalendarPlace
    from lapas_desktop.ui.library_page import LibraryPage
    from lapas_desktop.ui.reports_place import ReportsPlace


class Ways(Protocol):
    """What these places ask of the desk."""

    record: RecordPlace

    def go(self, key: str) -> None: ...
    def go_back(self, key: str) -> None: ...
    def open_found(self, place: str, record_id: int) -> None: ...
    def open_record(self, screen: Screen, record_id: int) -> None: ...


class FurtherPlaces:
    """Opens them in the window."""

    def __init__(self, at: Workplace, printing: Printing, ways: Ways) -> None:
        self._at, self._printing, self._ways = at, printing, ways
        self.calendar: CalendarPlace | None = None
        self.reports: ReportsPlace | None = None
        self._library: LibraryPage | None = None

    def open_calendar(self) -> None:
        """The month that was looked at last."""
        from lapas_desktop.ui.calendar_place import CalendarPlace

        if self.calendar is None:
            self.calendar = CalendarPlace(self._at, self._printing, self._ways.open_found)
        self.calendar.read(self.calendar.page.day)
        self._at.window.frame.show_page("calendar", self.calendar.page, _(N_("Kalender")), self.calendar.bar)
        self.calendar.page.setFocus()

    def open_reports(self) -> None:
        """What the reports of today offer."""
        from lapas_desktop.ui.reports_place import ReportsPlace

        if self.reports is None:
            self.reports = ReportsPlace(self._at, self._printing)
        self.reports.look(self._at.clock().date())
        self._at.window.frame.show_page("reports", self.reports.page, _(N_("Laporan")), self.reports.bar)

    def open_library(self, key: str) -> None:
        """The library of pasal; ``key`` may name the type and the agreement it is for."""
        from lapas_desktop.ui.library_page import LibraryPage

        if self._library is None:
            ways = self._ways
            opened, new = partial(ways.open_record, CLAUSES), partial(ways.record.new, CLAUSES)
            self._library = LibraryPage(self._at, opened, new, ways.go, ways.go_back)
        self._library.open(key)
