"""The reports of the office: a card each, with what it is asked for and where it goes."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.wording import format_month
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services.reports import REPORTS, Asked, Report
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.parts import button, card, label, row

YEARS_BACK, MONTHS_BACK = 10, 15


def periods(today: date) -> list[tuple[tuple[date, date], str]]:
    """The periods offered, each with its words."""
    month = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return [
        ((today.replace(day=1), month), _(N_("Bulan ini"))),
        ((today, today + timedelta(days=90)), _(N_("90 hari ke depan"))),
        ((today, today + timedelta(days=365)), _(N_("Setahun ke depan"))),
        ((date(today.year, 1, 1), date(today.year, 12, 31)), _(N_("Tahun ini"))),
    ]


def years(today: date) -> list[tuple[tuple[date, date], str]]:
    """The years offered, the latest first."""
    return [
        ((date(year, 1, 1), date(year, 12, 31)), str(year))
        for year in range(today.year + 1, today.year - YEARS_BACK, -1)
    ]


def months(today: date) -> list[tuple[tuple[date, date], str]]:
    """The months offered, the one of today first."""
    found: list[tuple[tuple[date, date], str]] = []
    first = today.replace(day=1)
    for _number in range(MONTHS_BACK):
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        found.append(((first, last), format_month(first, language())))
        first = (first - timedelta(days=1)).replace(day=1)
    return found


SPANS = {"year": (N_("Tahun"), years), "month": (N_("Bulan"), months), "period": (N_("Masa"), periods)}


class ReportsPage(QScrollArea):
    """``shown`` and ``saved`` tell the report and what it is asked: for the preview, and for a workbook."""

    shown = Signal(object, object)
    saved = Signal(object, object)

    def __init__(self, today: date, reports: Sequence[Report] = REPORTS) -> None:
        super().__init__()
        self.today = today
        self.choices: dict[str, Combo] = {}
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(20, 14, 20, 14)
        outer.setSpacing(12)
        for report in reports:
            outer.addWidget(self._card(report))
        outer.addStretch(1)
        self.setWidget(page)

    def _card(self, report: Report) -> QFrame:
        frame, inner = card()
        inner.addWidget(label(_(report.title), "section"))
        inner.addWidget(label(_(report.about), "muted", wrap=True))
        show = button(_(N_("Lihat dan cetak")), lambda: self._ask(report, True), "", "", "print")
        save = button(_(N_("Simpan Excel…")), lambda: self._ask(report, False), "", "", "export")
        for pressed in (show, save):
            pressed.setAccessibleName(f"{pressed.text()}: {_(report.title)}")
        inner.addLayout(row(*self._choice(report), show, save, 1))
        return frame

    def _choice(self, report: Report) -> list[Combo]:
        """What is chosen for a report, at first this year or the month that is over; nothing for one of the day."""
        if report.span == "day":
            return []
        word, offered = SPANS[report.span]
        choice = Combo(offered(self.today), False, typed=False)
        choice.setCurrentIndex(1)
        choice.setAccessibleName(f"{_(report.title)}: {_(word)}")
        choice.setMinimumWidth(190)
        self.choices[report.key] = choice
        return [choice]

    def _ask(self, report: Report, narrow: bool) -> None:
        choice = self.choices.get(report.key)
        first, last = choice.chosen() if choice else (self.today, self.today)
        asked = Asked(first, last, self.today, narrow)
        (self.shown if narrow else self.saved).emit(report, asked)
