"""The calendar by keyboard, and the reports: files and records are what counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lapas_desktop.services.records import Saved
from lapas_desktop.ui.calendar_page import FIRST_YEAR, LAST_YEAR, other_month, weeks_of
from lapas_desktop.ui.desk import Desk
from tests.ui.hands import Hands

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@given(DAYS)
def test_a_month_holds_each_of_its_days_once_and_begins_on_monday(day: date) -> None:
    shown = [found for week in weeks_of(day) for found in week]
    assert sum(found.month == day.month for found in shown) in (28, 29, 30, 31) and len(set(shown)) == len(shown)
    assert shown[0].weekday() == 0 and len(shown) % 7 == 0


@given(DAYS, st.integers(-30, 30))
def test_other_months_stay_within_the_years_known(day: date, by: int) -> None:
    moved = other_month(day, by)
    assert FIRST_YEAR <= moved.year <= LAST_YEAR and moved.day <= day.day
    months = (moved.year - day.year) * 12 + moved.month - day.month
    assert months == by or (moved.year, moved.month) in ((FIRST_YEAR, 1), (LAST_YEAR, 12))


def test_keys_walk_to_the_end_of_an_agreement_and_open_it(desk: Desk, agreement: Saved, qtbot: QtBot) -> None:
    hands = Hands(desk, qtbot)
    hands.go("calendar")
    page = desk.further.calendar.page if desk.further.calendar else None
    assert page is not None and page.day == date(2026, 1, 19)
    hands.press(*["PgDown"] * 12)
    assert page.day == date(2027, 1, 19)
    hands.press("Left")
    assert [entry.record_id for entry in page.model.days[page.day]] == [agreement.id]
    hands.press("Return")
    assert desk.page is not None and desk.page.record_id == agreement.id


def test_arrows_cross_months_and_home_comes_back(desk: Desk, qtbot: QtBot) -> None:
    hands = Hands(desk, qtbot)
    hands.go("calendar")
    hands.press(*["Down"] * 2)
    assert desk.further.calendar is not None and desk.further.calendar.page.day == date(2026, 2, 2)
    assert "Februari 2026" in desk.further.calendar.page._title.text()
    hands.press("Home")
    assert desk.further.calendar.page.day == date(2026, 1, 19)


def test_the_month_is_printed_and_saved_for_other_calendars(
    desk: Desk, agreement: Saved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hands = Hands(desk, qtbot)
    hands.go("calendar")
    hands.press("Ctrl+P")
    hands.wait(lambda: desk.printing.preview is not None and desk.printing.preview.isVisible())
    assert desk.printing.preview is not None
    desk.printing.preview.close()
    target = tmp_path / "januari.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    assert desk.further.calendar is not None
    desk.further.calendar.page.choose(date(2027, 1, 1))
    desk.further.calendar.save()
    hands.wait(target.exists)
    text = target.read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270118" in text and text.count("BEGIN:VEVENT") == 1


def test_the_register_is_shown_and_saved_as_a_workbook(
    desk: Desk, agreement: Saved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "register.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    hands = Hands(desk, qtbot)
    hands.go("reports")
    hands.tab_to(lambda widget: widget.accessibleName() == "Simpan Excel…: Buku register PKS")
    hands.press("Space")
    hands.wait(target.exists)
    cells = [str(cell.value) for row in load_workbook(target).active.iter_rows() for cell in row]
    assert "W20.PAS.3-PR.03-01" in cells
    hands.tab_to(lambda widget: widget.accessibleName() == "Lihat dan cetak: Daftar pengingat")
    hands.press("Space")
    hands.wait(lambda: desk.printing.preview is not None and desk.printing.preview.page_count == 1)
    assert desk.printing.preview is not None
    desk.printing.preview.close()
