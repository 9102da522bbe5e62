from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.wording import (
    MONTHS,
    date_in_words,
    format_money,
    format_number,
    format_weekday_date,
    money_in_words,
    number_in_words,
    roman,
)


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (date(2026, 1, 19), "Senin"), (date(2025, 12, 23), "Selasa"), (date(2025, 11, 3), "Senin"),
        (date(2025, 3, 22), "Sabtu"), (date(2025, 10, 17), "Jumat"),
    ],
)  # fmt: skip
def test_known_days_have_their_weekday(day: date, weekday: str) -> None:
    assert format_weekday_date(day).startswith(f"{weekday}, {day.day} ")


def test_a_date_is_written_as_on_papers() -> None:
    assert format_weekday_date(date(2026, 1, 19)) == "Senin, 19 Januari 2026"
    assert format_weekday_date(date(2026, 1, 19), "en") == "Monday, 19 January 2026"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"), (1, "satu"), (11, "sebelas"), (100, "seratus"), (1000, "seribu"), (1_000_000, "satu juta"),
        (2_600_000, "dua juta enam ratus ribu"), (1_001_000, "satu juta seribu"), (1_000_000_000, "satu miliar"),
    ],
)  # fmt: skip
def test_numbers_in_words(value: int, words: str) -> None:
    assert number_in_words(value) == words


@given(st.integers(0, 10**14))
def test_no_number_says_sejuta(value: int) -> None:
    assert "sejuta" not in number_in_words(value)


def test_amounts_in_words_name_the_currency() -> None:
    assert money_in_words(Decimal(2_600_000)) == "dua juta enam ratus ribu rupiah"
    assert money_in_words(Decimal("1.05"), "USD", "en") == "one US dollars and five cents"
    assert money_in_words(Decimal("0.995"), "IDR") == "satu rupiah"


def test_amounts_in_figures() -> None:
    assert format_money(Decimal(500_000)) == "Rp500.000,00"
    assert format_money(Decimal("-1.5")) == "-Rp1,50"
    assert format_money(Decimal("1234.56"), "USD", "en") == "USD 1,234.56"
    assert format_number(Decimal("1234.5600")) == "1.234,56"
    assert format_number(Decimal("0.125"), places=2) == "0,13"


WORDS = {word: value for value, word in enumerate("satu dua tiga empat lima enam tujuh delapan sembilan".split(), 1)}
WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
TIMES = {"puluh": 10, "ratus": 100}


def as_number(words: str) -> int:
    """A number below a million read back from its words, without a look at how they are made."""
    total = last = 0
    for word in words.casefold().split():
        if word in WORDS:
            last = WORDS[word]
            continue
        total += WHOLE.get(word, 0) or (last + 10 if word == "belas" else last * TIMES.get(word, 1))
        total, last = (total * 1000 if word == "ribu" else total), 0
    return total + last


def test_every_day_of_the_century_reads_back_from_its_words() -> None:
    day = date(2000, 1, 1)
    while day <= date(2100, 12, 31):
        days, month, years = re.split(" bulan | tahun ", date_in_words(day))
        assert (as_number(days), month, as_number(years)) == (day.day, MONTHS["id"][day.month - 1], day.year)
        day += timedelta(days=1)
    assert date_in_words(date(2026, 1, 19)) == "Sembilan Belas bulan Januari tahun Dua Ribu Dua Puluh Enam"


@given(st.integers(1, 3999))
def test_roman_numerals_add_up_to_their_value(value: int) -> None:
    weights = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in roman(value)]
    pairs = zip(weights, [*weights[1:], 0], strict=True)
    assert sum(-weight if weight < after else weight for weight, after in pairs) == value


@pytest.mark.parametrize(("value", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (12, "XII"), (3999, "MMMCMXCIX")])
def test_known_roman_numerals(value: int, text: str) -> None:
    assert roman(value) == text


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_no_roman_numeral_outside_its_range(value: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(value)
