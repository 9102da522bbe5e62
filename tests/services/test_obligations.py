from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.obligations import duties_between, fulfil_obligation, reopen_obligation
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.services.today import today
from lapas_desktop.storage.office import Office

FIRST, LAST = date(2026, 1, 1), date(2026, 5, 31)


@pytest.fixture
def duty(office: Office, draft: Saved, now: datetime) -> int:
    """A monthly report from 31 January on, under a signed agreement."""
    row = {"text": "Laporan", "party": "Pihak Kedua", "due_on": date(2026, 1, 31), "period": "bulanan"}
    save_record(office, Agreement, {"obligations": [row]}, now, draft.id)
    sign_agreement(office, draft.id, now)
    return load(office, Agreement, draft.id)["obligations"][0]["id"]


def days(office: Office) -> list[date]:
    return [found.due_on for found in duties_between(office, FIRST, LAST, FIRST)]


def cell(office: Office, agreement: Saved, name: str) -> Any:
    return load(office, Agreement, agreement.id)["obligations"][0][name]


def test_a_monthly_promise_falls_on_the_last_day_of_short_months(office: Office, duty: int) -> None:
    assert days(office) == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31),
    ]  # fmt: skip


def test_a_periodic_promise_waits_for_its_next_day(office: Office, draft: Saved, duty: int, now: datetime) -> None:
    later = datetime(2026, 3, 2, 9)
    assert any("Kewajiban lewat 30 hari" in todo.title for todo in today(office, later).todos)
    fulfil_obligation(office, draft.id, duty, date(2026, 2, 27), "Surat 12", later)
    assert days(office)[0] == date(2026, 2, 28)
    fulfil_obligation(office, draft.id, duty, date(2026, 3, 2), "", later)
    assert (days(office)[0], cell(office, draft, "done"), cell(office, draft, "evidence")) == (
        date(2026, 3, 31), False, "Surat 12",
    )  # fmt: skip
    assert not any("Kewajiban" in todo.title for todo in today(office, later).todos)
    reopen_obligation(office, draft.id, duty, later)
    assert days(office)[0] == date(2026, 2, 28)


def test_a_periodic_promise_ends_with_the_agreement(office: Office, duty: int) -> None:
    found = duties_between(office, date(2026, 12, 1), date(2027, 12, 31), FIRST)
    assert [one.due_on for one in found] == [date(2026, 12, 31)]


def test_a_promise_made_once_is_done_and_opened_again(office: Office, draft: Saved, now: datetime) -> None:
    save_record(office, Agreement, {"obligations": [{"text": "Melatih", "due_on": FIRST}]}, now, draft.id)
    sign_agreement(office, draft.id, now)
    row = cell(office, draft, "id")
    assert duties_between(office, FIRST, LAST, now.date())[0].overdue_days == 18
    fulfil_obligation(office, draft.id, row, now.date(), "BAST", now)
    assert cell(office, draft, "done") is True
    assert days(office) == []
    with pytest.raises(Refused, match="sudah selesai"):
        fulfil_obligation(office, draft.id, row, now.date(), "", now)
    reopen_obligation(office, draft.id, row, now)
    assert (days(office), cell(office, draft, "done_on")) == ([FIRST], None)
    with pytest.raises(Refused, match="belum pernah"):
        reopen_obligation(office, draft.id, row, now)


def test_bad_facts_of_a_fulfilment_are_told(office: Office, draft: Saved, duty: int, now: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        fulfil_obligation(office, draft.id, duty, now.date() + timedelta(days=1), "x" * 301, now)
    assert {problem.field for problem in caught.value.problems} == {"done_on", "evidence"}
    with pytest.raises(Refused, match="sudah tidak ada"):
        fulfil_obligation(office, draft.id, 999, now.date(), "", now)


def asked(office: Office, on: date) -> bool:
    return any("Kewajiban lewat" in todo.title for todo in today(office, datetime(on.year, on.month, on.day, 8)).todos)


def test_the_start_page_stops_asking_90_days_after_the_end_of_the_agreement(
    office: Office, draft: Saved, now: datetime
) -> None:
    save_record(office, Agreement, {"obligations": [{"text": "Melatih", "due_on": FIRST}]}, now, draft.id)
    sign_agreement(office, draft.id, now)
    end = date(2027, 1, 18)
    assert asked(office, end) and asked(office, end + timedelta(days=90))
    assert not asked(office, end + timedelta(days=91))
    assert [one.text for one in duties_between(office, FIRST, LAST, end + timedelta(days=91))] == ["Melatih"]


def test_a_termination_is_an_end_for_what_the_start_page_asks(office: Office, duty: int, draft: Saved) -> None:
    day = date(2026, 2, 28)
    at = datetime(2026, 2, 28, 9)
    terminate_agreement(office, draft.id, day, "Mitra tutup", "", at)
    assert asked(office, day) and asked(office, day + timedelta(days=89))  # that of 31 January
    assert not asked(office, day + timedelta(days=90))
    fulfil_obligation(office, draft.id, duty, day, "Surat 3", at)
    assert not asked(office, day + timedelta(days=30))  # that of 28 February fell on the first day without it
