from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.agreement import STATUSES, Agreement, Share
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.partner import Partner, Signatory
from lapas_desktop.domain.reading import last_day

TODAY = date(2026, 1, 19)
DAY = timedelta(days=1)
SOME_DAY = st.none() | st.dates(date(2025, 12, 1), date(2026, 3, 1))


def signed(**more: Any) -> Agreement:
    values = {"stage": "signed", "starts_on": date(2025, 1, 1), "ends_on": date(2026, 12, 31), "notice_days": 90}
    return Agreement(**{**values, **more})


@pytest.mark.parametrize("stage", ["draft", "review", "cancelled"])
def test_what_is_not_signed_shows_its_stage(stage: str) -> None:
    assert signed(stage=stage).status(TODAY) == stage


@pytest.mark.parametrize(
    ("days_left", "status"), [(-1, "ended"), (0, "ending"), (1, "ending"), (90, "ending"), (91, "running")]
)
def test_the_last_day_still_counts(days_left: int, status: str) -> None:
    agreement = signed(ends_on=TODAY + days_left * DAY)
    assert agreement.status(TODAY) == status
    assert agreement.days_remaining(TODAY) == days_left


def test_without_an_end_it_never_expires() -> None:
    agreement = signed(ends_on=None)
    assert agreement.status(date(2199, 1, 1)) == "running"
    assert agreement.days_remaining(TODAY) is None


def test_it_begins_on_its_first_day() -> None:
    agreement = signed(starts_on=TODAY)
    assert agreement.status(TODAY - DAY) == "upcoming"
    assert agreement.status(TODAY) == "running"


def test_an_agreement_of_one_day_runs_on_that_day() -> None:
    agreement = signed(starts_on=TODAY, ends_on=TODAY, notice_days=0)
    assert [agreement.status(TODAY + n * DAY) for n in (-1, 0, 1)] == ["upcoming", "ending", "ended"]


def test_a_notice_longer_than_the_period_warns_from_the_start_only() -> None:
    agreement = signed(starts_on=TODAY, ends_on=TODAY + 30 * DAY, notice_days=90)
    assert agreement.status(TODAY - DAY) == "upcoming"
    assert agreement.status(TODAY) == "ending"


def test_a_notice_longer_than_the_calendar_starts_with_it() -> None:
    agreement = signed(notice_days=10**9)
    agreement.complete(TODAY)
    assert agreement.notice_on == date.min
    assert agreement.status(TODAY) == "ending"


def test_the_leap_day_is_a_day_like_others() -> None:
    agreement = signed(ends_on=date(2028, 2, 29), notice_days=1)
    assert agreement.status(date(2028, 2, 27)) == "running"
    assert agreement.status(date(2028, 2, 28)) == "ending"
    assert agreement.status(date(2028, 2, 29)) == "ending"
    assert agreement.status(date(2028, 3, 1)) == "ended"


def test_a_renewal_before_the_end_counts_from_the_day_before_it_begins() -> None:
    follower = signed(starts_on=TODAY + 10 * DAY)
    agreement = signed(ends_on=TODAY + 20 * DAY, successors=[follower])
    assert agreement.status(TODAY + 8 * DAY) == "ending"
    assert agreement.status(TODAY + 9 * DAY) == "renewed"
    assert agreement.status(TODAY + 30 * DAY) == "renewed"


def test_only_a_signed_and_kept_renewal_counts() -> None:
    draft, undated = signed(stage="draft"), signed(starts_on=None)
    agreement = signed(ends_on=TODAY - DAY, successors=[draft, undated])
    assert agreement.status(TODAY) == "ended"


def test_a_termination_counts_from_its_day() -> None:
    agreement = signed(stage="terminated", terminated_on=TODAY)
    assert agreement.status(TODAY - DAY) == "running"
    assert agreement.status(TODAY) == "terminated"
    assert signed(stage="terminated").status(date(2025, 1, 1)) == "terminated"


@given(
    st.sampled_from(["draft", "review", "signed", "cancelled", "terminated"]),
    SOME_DAY, SOME_DAY, SOME_DAY, st.integers(0, 10**9), st.dates(date(2025, 11, 1), date(2026, 4, 1)),
)  # fmt: skip
def test_every_agreement_has_a_known_status_on_every_day(
    stage: str, start: date | None, end: date | None, terminated: date | None, notice: int, on: date
) -> None:
    agreement = Agreement(stage=stage, starts_on=start, ends_on=end, terminated_on=terminated, notice_days=notice)
    agreement.complete(on)
    assert agreement.status(on) in STATUSES


def test_one_party_is_the_office_and_one_is_not() -> None:
    own, other = Party(), Party(partner_id=1)
    assert [p.field for p in signed(number="1", signed_on=TODAY, signed_at="X", parties=[own, other]).problems()] == []
    for parties in ([], [own], [own, Party()], [other, Party(partner_id=2)]):
        fields = {p.field for p in signed(parties=parties).problems()}
        assert "parties" in fields


def test_signing_asks_for_number_day_and_place() -> None:
    fields = {problem.field for problem in signed(starts_on=None).problems()}
    assert {"number", "signed_on", "signed_at", "starts_on"} <= fields


@pytest.mark.parametrize(
    ("basis", "values", "told"),
    [
        ("laba", ("50", "15", "35"), False), ("omzet", ("33.33", "33.33", "33.34"), False),
        ("laba", ("50", "49.99"), True), ("unit", ("5000",), False), ("laba", (), False),
    ],
)  # fmt: skip
def test_shares_in_percent_make_a_hundred(basis: str, values: tuple[str, ...], told: bool) -> None:
    shares = [Share(name="x", value=Decimal(value)) for value in values]
    found = [p.message for p in Agreement(sharing_basis=basis, shares=shares).problems() if p.field == "shares"]
    assert bool(found) is told
    assert all("99,99 %" in message for message in found)


def test_the_signatory_of_the_signing_day_is_copied_once() -> None:
    before = Signatory(name="Lama", valid_to=TODAY)
    after = Signatory(name="Baru", valid_from=TODAY + DAY)
    party = Party(partner=Partner(name="Coir", signatories=[before, after]))
    party.copy_signatory(None, TODAY)
    assert party.signatory_name == "Lama"
    party.copy_signatory(None, TODAY + DAY)
    assert party.signatory_name == "Lama"


@pytest.mark.parametrize(
    ("starts_on", "years", "end"),
    [
        (date(2026, 1, 19), 1, date(2027, 1, 18)),
        (date(2026, 3, 1), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2026, 1, 1), 5, date(2030, 12, 31)),
    ],
)
def test_whole_years_end_the_day_before(starts_on: date, years: int, end: date) -> None:
    assert last_day(starts_on, years) == end


@pytest.mark.parametrize(("parties", "copies"), [(0, 2), (1, 2), (2, 2), (3, 3), (5, 5)])
def test_an_original_for_each_party_unless_somebody_says_otherwise(parties: int, copies: int) -> None:
    agreement = signed(parties=[Party() for _number in range(parties)])
    agreement.complete(TODAY)
    assert agreement.copies == copies
    agreement = signed(parties=[Party() for _number in range(parties)], copies=7)
    agreement.complete(TODAY)
    assert agreement.copies == 7
