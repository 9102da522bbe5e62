from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain import lists, places
from lapas_desktop.domain.reading import read_check, read_choice, read_count, read_date, read_hs_code, read_number
from lapas_desktop.domain.wording import format_date, format_date_short, format_money, format_number

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
FIGURES = st.integers(0, 10**12 - 1).map(lambda n: Decimal(n).scaleb(-4))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Rp 1.000", "1000"), ("Rp1.000,-", "1000"), ("1.000,50", "1000.50"), ("1,5", "1.5"), ("1.5", "1.5"),
        ("12", "12"), ("USD 1.234,56", "1234.56"), ("0,0225 kg", "0.0225"), ("0.500", "0.5"), (",5", "0.5"),
        ("1.234.567", "1234567"), ("50 %", "50"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_offices_write_them(typed: str, value: str) -> None:
    assert read_number(typed, 4) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["dua", "1,2,3", "1,234.5", "1.2.3", "--1", "-5", "1e5", "١٢", "NaN", "Infinity", "1" * 5000, "0,00001"],
)
def test_what_is_no_number_is_told_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        read_number(typed, 4)


@pytest.mark.parametrize("typed", ["", "  ", "Rp", "\u200b"])
def test_nothing_typed_is_no_number(typed: str) -> None:
    assert read_number(typed, 2) is None
    assert read_count(typed) is None


@given(FIGURES)
def test_a_shown_number_reads_back_as_itself(value: Decimal) -> None:
    assert read_number(format_number(value), 4) == value


@given(st.integers(0, 10**13 - 1).map(lambda n: Decimal(n).scaleb(-2)), st.sampled_from(places.CURRENCIES))
def test_a_shown_amount_reads_back_as_itself(value: Decimal, currency: str) -> None:
    assert read_number(format_money(value, currency), 2) == value


@given(st.text())
def test_no_text_breaks_a_reader(text: str) -> None:
    for reader in (lambda t: read_number(t, 3), read_count, read_date, read_check, read_hs_code):
        try:
            reader(text)
        except ValueError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize(
    "typed", ["19/1/26", "19-01-2026", "19 jan 2026", "2026-01-19", "19 Januari 2026", "19.1.26", "19 JANUARY 2026"]
)
def test_one_day_may_be_written_in_many_ways(typed: str) -> None:
    assert read_date(typed) == date(2026, 1, 19)


def test_short_dates_need_a_today() -> None:
    today = date(2026, 1, 19)
    assert read_date("3 feb", today) == date(2026, 2, 3)
    assert read_date("+30", today) == date(2026, 2, 18)
    with pytest.raises(ValueError, match="tanggal"):
        read_date("3 feb")


@pytest.mark.parametrize(
    "typed",
    ["31/2/26", "0/1/26", "1/13/26", "besok", "1/1/3000", "99999999999999999999/1/2026", "1/" + "9" * 30 + "/26"],
)
def test_days_that_do_not_exist_are_told(typed: str) -> None:
    with pytest.raises(ValueError, match="anggal"):
        read_date(typed)


def test_the_leap_day_exists_only_in_leap_years() -> None:
    assert read_date("29/2/2028") == date(2028, 2, 29)
    with pytest.raises(ValueError, match="tidak ada"):
        read_date("29/2/2027")


@given(DAYS, st.sampled_from(["id", "en"]))
def test_a_shown_date_reads_back_as_itself(day: date, language: str) -> None:
    assert read_date(format_date(day, language)) == day
    assert read_date(format_date_short(day, language)) == day
    assert read_date(day.isoformat()) == day


def test_choices_are_found_by_code_and_by_label() -> None:
    assert read_choice("CT", lists.PACKAGES) == read_choice("karton", lists.PACKAGES) == "CT"
    assert read_choice("selandia baru", places.countries()) == "NZ"
    assert read_choice(" ", lists.PACKAGES) is None
    with pytest.raises(ValueError, match="tidak ada dalam daftar"):
        read_choice("<b>", lists.PACKAGES)


def test_the_customs_code_has_eight_digits() -> None:
    assert read_hs_code("9602.00.20") == "96020020"
    for wrong in ("9602", "960200200", "9602002x"):
        with pytest.raises(ValueError, match="8 angka"):
            read_hs_code(wrong)


@pytest.mark.parametrize(("typed", "value"), [("ya", True), ("X", True), ("tidak", False), ("", False), ("0", False)])
def test_yes_and_no_have_short_forms(typed: str, value: bool) -> None:
    assert read_check(typed) is value
