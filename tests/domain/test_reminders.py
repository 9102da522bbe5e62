from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.number_rows import number_rows
from lapas_desktop.domain.obligation import Obligation, months_later
from lapas_desktop.domain.reminders import reminder_days, reminder_step, reminder_steps

END = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("typed", "steps"),
    [("90, 30, 7, 0", (90, 30, 7, 0)), ("0;7", (7, 0)), ("", (90, 30, 7, 0)), ("x", (90, 30, 7, 0))],
)
def test_the_steps_are_read_from_the_settings(typed: str, steps: tuple[int, ...]) -> None:
    assert reminder_steps(typed) == steps


@given(st.integers(0, 400), st.lists(st.integers(0, 400), max_size=5), st.integers(-5, 500))
def test_the_step_is_the_last_day_of_reminding_that_has_come(notice: int, steps: list[int], before: int) -> None:
    agreement = Agreement(stage="signed", ends_on=END, notice_days=notice)
    on = END - timedelta(days=before)
    found = reminder_step(agreement, on, steps)
    come = [step for day, step in reminder_days(agreement, date.min, on, steps)]
    assert found == (min(come) if come and before >= 0 else None)
    assert (found is not None) == (agreement.status(on) == "ending")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["bulanan", "triwulan", "tahunan"]))
def test_a_periodic_promise_never_drifts(due: date, period: str) -> None:
    duty = Obligation(due_on=due, period=period, done=False)
    duty.settle()
    for index in range(1, 30):
        duty.fulfil(due, None)
        assert duty.next_due_on == duty.occurrence(index)
        assert duty.next_due_on is not None
        assert duty.next_due_on.day in (due.day, months_later(duty.next_due_on, 0).day)
        assert duty.next_due_on.day == due.day or (duty.next_due_on + timedelta(days=1)).day == 1
    duty.reopen()
    assert duty.next_due_on == duty.occurrence(28)


def test_rows_of_numbers_are_told_only_where_a_pattern_is_seen() -> None:
    numbers = ["W20.PAS.3-PR.03-01", "W20.PAS.3-PR.03-02", "W20.PAS.3-PR.03-05", "110/DIR/HCC/VII/2010", "bebas"]
    (row,) = number_rows(numbers)
    assert (row.shape, row.lowest, row.highest) == ("W20.PAS.3-PR.03-…", 1, 5)
    assert row.missing == ("W20.PAS.3-PR.03-03", "W20.PAS.3-PR.03-04")
    assert number_rows(numbers[:2]) == []
