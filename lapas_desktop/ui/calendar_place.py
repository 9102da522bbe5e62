"""The calendar in the window: read anew at every visit, printed, and saved for other programs."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapas_desktop.domain.text import file_name
from lapas_desktop.domain.wording import MONTHS
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services import agenda
from lapas_desktop.services.reports import AGENDA, Asked, write_report
from lapas_desktop.ui.calendar_page import CalendarPage
from lapas_desktop.ui.file_place import ask_where
from lapas_desktop.ui.parts import button
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.workplace import Workplace


class CalendarPlace(QObject):
    """``open_record(place, id)`` opens what an entry is about."""

    def __init__(self, at: Workplace, printing: Printing, open_record: Callable[[str, int], object]) -> None:
        super().__init__(at.window)
        self._at, self._printing = at, printing
        self.page = CalendarPage(lambda: at.clock().date())
        self.page.month_asked.connect(self.read)
        self.page.open_asked.connect(open_record)
        self.bar = QWidget()
        layout = QHBoxLayout(self.bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(button(_(N_("Cetak bulan ini")), self.print_month, "", "Ctrl+P", "print"))
        layout.addWidget(button(_(N_("Simpan untuk kalender lain…")), self.save, picture="save"))

    def read(self, day: date) -> None:
        """Reads the month of a day."""
        days = agenda.month_agenda(self._at.office, day.year, day.month, self._at.clock().date())
        self.page.show_month(days)

    def _named(self) -> str:
        return f"{_(N_('Kalender'))} {MONTHS[language()][self.page.day.month - 1]} {self.page.day.year}"

    def _month(self) -> tuple[date, date]:
        day = self.page.day
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])

    def print_month(self) -> None:
        """What falls in the month as a list on paper, into the preview."""
        asked = Asked(*self._month(), self._at.clock().date(), narrow=True)
        self._printing.preview_of(f"{self._named()}.pdf", partial(write_report, self._at.office, AGENDA, asked))

    def save(self) -> None:
        """The month as a file that the calendars of phones and PCs read."""
        kinds = _(N_("Kalender (*.ics)"))
        name, _kind = ask_where(self._at.window, _(N_("Simpan kalender")), file_name(self._named(), ".ics"), kinds)
        if name:
            path = Path(name).with_suffix(".ics")
            work = partial(agenda.write_agenda, self._at.office, *self._month(), path, self._at.clock())
            self._at.jobs.run(self, work, lambda _count: self._at.offer(path), self._at.say)
