"""A weight given as weighed, and an end given as a period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lapas_desktop.domain.kinds import UNIT_WEIGHT
from lapas_desktop.domain.reading import last_day, read_years


@pytest.mark.parametrize(
    "typed", ["0,0225", "100 = 2,25", "100 buah = 2,25 kg", "2,25/100", "2,25 kg / 100 buah", "1.000=22,5"]
)
def test_the_weight_of_one_is_read_as_it_is_or_as_weighed(typed: str) -> None:
    assert UNIT_WEIGHT.parse(typed) == Decimal("0.0225")


@pytest.mark.parametrize("typed", ["0 = 2", "100 =", "= 2", "2/0", "1/2/3", "a = b", "100 = 2 = 3", "/"])
def test_a_weighing_that_says_nothing_is_told_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        UNIT_WEIGHT.parse(typed)


def test_a_weighing_is_rounded_to_what_is_stored() -> None:
    assert UNIT_WEIGHT.parse("3 = 1") == Decimal("0.3333")


@pytest.mark.parametrize(("typed", "years"), [("1 tahun", 1), ("2 TAHUN", 2), ("5th", 5), ("3 thn.", 3), ("10t", 10)])
def test_a_period_of_years(typed: str, years: int) -> None:
    assert read_years(typed) == years


@pytest.mark.parametrize("typed", ["", "tahun", "0 tahun", "100 tahun", "1 tahun 2", "1/2/26", "-1 tahun", "٣ tahun"])
def test_what_is_no_period_of_years(typed: str) -> None:
    assert read_years(typed) is None


def test_the_longest_period_ends_on_a_day_there_is() -> None:
    assert last_day(date(2196, 2, 29), 99) == date(2295, 2, 28)
