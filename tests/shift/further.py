"""Actions of a shift in the further places: calendar, reports, library of pasal, partners that are one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from lapas_desktop.domain import lists
from lapas_desktop.ui.calendar_page import CalendarPage
from lapas_desktop.ui.library_page import LibraryPage
from lapas_desktop.ui.merge_dialog import MergeDialog
from lapas_desktop.ui.reports_page import ReportsPage
from tests.shift.shift import Day, Shift, undo

DAYS = ("Left", "Right", "Up", "Down", "PageUp", "PageDown", "Home")


def use_calendar(shift: Shift) -> None:
    """Days and months by keys; a day opened, or the month printed or saved."""
    shift.desk.go("calendar")
    page = shift.desk.window.frame.pages.currentWidget()
    if not isinstance(page, CalendarPage):
        return
    for name in shift.random.choices(DAYS, k=shift.random.randint(1, 8)):
        QTest.keyClick(page.view, Qt.Key[f"Key_{name}"])
    calendar, chance = shift.desk.further.calendar, shift.random.random()
    if chance < 0.4:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    elif calendar and chance < 0.6:
        calendar.print_month()
    elif calendar and chance < 0.7:
        calendar.save()
    shift.look_at_papers()


def ask_for_report(shift: Shift) -> None:
    """Any report for any span, looked at or saved."""
    shift.desk.go("reports")
    page = shift.desk.window.frame.pages.currentWidget()
    if not isinstance(page, ReportsPage):
        return
    for choice in page.choices.values():
        choice.setCurrentIndex(shift.random.randrange(choice.count()))
    shift.random.choice(page.findChildren(QPushButton)).click()
    shift.look_at_papers()


def read_library(shift: Shift) -> None:
    """The standard pasal of a type; one changed for the office, opened, or given back."""
    shift.desk.go(f"library:{shift.random.choice(list(lists.AGREEMENT_TYPES))}")
    page = shift.desk.window.frame.pages.currentWidget()
    if not isinstance(page, LibraryPage) or not page.names.count():
        return
    page.names.setCurrentRow(shift.random.randrange(page.names.count()))
    shift.press(page, shift.random.choice(("Ubah untuk kantor ini", "Buka", "Kembali ke bawaan", "")))
    if shift.random.random() < 0.5:
        shift.press(shift.desk.window, "Kembali")


def merge_partners(shift: Shift) -> None:
    """Two partners become one, mostly two again."""
    shift.desk.go("partners")
    page = shift.desk.list_place("partners").page
    if shift.desk.page or page.model.rowCount() < 2:
        return
    page.view.selectRow(shift.random.randrange(page.model.rowCount() - 1))
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    if not shift.press(page, "Gabungkan…"):
        return
    for dialog in shift.desk.window.findChildren(MergeDialog):
        shift.desk.jobs.wait()
        QTest.qWait(30)
        if shift.random.random() < 0.5:
            dialog.swap()
            shift.desk.jobs.wait()
            QTest.qWait(30)
        if shift.random.random() < 0.8:
            dialog.merge()
        shift.give_up(dialog)
    if shift.random.random() < 0.9:
        undo(shift)


FURTHER: Day = {use_calendar: 3, ask_for_report: 2, read_library: 3, merge_partners: 1}
