"""The reports in the window: into the preview, or into a workbook where the user wants it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.reports import Asked, Report, write_report
from lapas_desktop.ui.file_place import ask_where
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.reports_page import ReportsPage
from lapas_desktop.ui.workplace import Workplace


class ReportsPlace(QObject):
    """The page is made anew on another day: what it offers depends on it."""

    def __init__(self, at: Workplace, printing: Printing) -> None:
        super().__init__(at.window)
        self._at, self._printing = at, printing
        self.bar = QWidget()
        self.page = self._made(at.clock().date())

    def look(self, today: date) -> None:
        """Offers what a day offers."""
        if self.page.today != today:
            self.page.deleteLater()
            self.page = self._made(today)

    def _made(self, today: date) -> ReportsPage:
        page = ReportsPage(today)
        page.shown.connect(self.show)
        page.saved.connect(self.save)
        return page

    def show(self, report: Report, asked: Asked) -> None:
        """The report as a paper, into the preview."""
        write = partial(write_report, self._at.office, report, asked)
        self._printing.preview_of(f"{self._named(report, asked)}.pdf", write)

    def save(self, report: Report, asked: Asked) -> None:
        """The report as a workbook."""
        suggested = file_name(self._named(report, asked), ".xlsx")
        name, _kind = ask_where(self._at.window, _(N_("Simpan laporan")), suggested, "Excel (*.xlsx)")
        if name:
            path = Path(name).with_suffix(".xlsx")
            work = partial(write_report, self._at.office, report, asked, path)
            words = _(N_("Menyiapkan {name}…")).format(name=path.name)
            self._at.take_time(self, words, work, lambda _count: self._at.offer(path))

    @staticmethod
    def _named(report: Report, asked: Asked) -> str:
        return f"{_(report.title)} {asked.first.year if report.span == 'year' else f'{asked.first:%Y-%m-%d}'}"
