from __future__ import annotations

import time
from datetime import date, timedelta

import pytest

from lapas_desktop.domain.text_checks import date_problems, figure_problems, number_problems, periods
from lapas_desktop.domain.wording import MONTHS, WEEKDAYS, date_in_words, format_weekday_date, roman

DAYS = [date(2000, 1, 1) + timedelta(days=n) for n in range((date(2101, 1, 1) - date(2000, 1, 1)).days)]
UNITS = "x satu dua tiga empat lima enam tujuh delapan sembilan".split()


def spoken(number: int) -> str:
    """Indonesian numbers below ten thousand, by the grammar and not by the program."""
    if number < 10:
        return UNITS[number]
    if number < 12:
        return ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{UNITS[number - 10]} belas"
    for size, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            head, rest = divmod(number, size)
            begin = f"se{word}" if head == 1 else f"{spoken(head)} {word}"
            return f"{begin} {spoken(rest)}" if rest else begin
    raise AssertionError(number)


def test_every_day_of_a_hundred_years_in_words() -> None:
    for day in DAYS:
        month = MONTHS["id"][day.month - 1]
        assert date_in_words(day) == f"{spoken(day.day).title()} bulan {month} tahun {spoken(day.year).title()}"


def test_every_right_day_passes_and_every_other_weekday_is_told() -> None:
    for day in DAYS[::7] + DAYS[3::11]:
        opening = f"{WEEKDAYS['id'][day.weekday()]} tanggal {date_in_words(day)} ({day:%d-%m-%Y}), bertempat di X"
        assert list(date_problems(f"Pada hari ini {opening}. Mulai {format_weekday_date(day)}.")) == []
        other = WEEKDAYS["id"][(day.weekday() + 1 + day.day % 6) % 7]
        for text in (
            f"{other}, {day.day} {MONTHS['id'][day.month - 1]} {day.year}",
            f"{other} tanggal {date_in_words(day)}.",
        ):
            (problem,) = date_problems(text)
            assert format_weekday_date(day) in problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Senin, 20 Januari 2026", "Selasa, 20 Januari 2026"),
        ("pada tanggal 30 Februari 2026", "tidak ada di kalender"),
        ("tanggal Dua Puluh bulan Januari tahun Dua Ribu Dua Puluh Enam (19-01-2026)", "huruf dan angka"),
        ("tanggal Dua Pulih bulan Januari tahun Dua Ribu Dua Puluh Enam (20-01-2026)", "tidak terbaca"),
        ("Jum'at, 16 Januari 2026", ""),
        ("Jumat 17 Oktober 2025", ""),
        ("Nomor 19 Januari", ""),
    ],
)
def test_days_in_typed_text(text: str, said: str) -> None:
    found = list(date_problems(text))
    assert (len(found), said in "".join(found)) == (1 if said else 0, True)


def test_figures_and_their_words() -> None:
    assert list(figure_problems("14 (empat belas) Hari, Rp5.000 (lima ribu), 2 (dua), 3 (tiga) kali, 5 (contoh)")) == []
    (problem,) = figure_problems("paling lama 14 (dua belas) Hari")
    assert "empat belas" in problem


@pytest.mark.parametrize(
    "text",
    [
        "9" * 20_000 + " (satu)",
        "1." * 9_000 + "000 (satu)",
        "tanggal a bulan januari tahun dua ribu " * 500,
        "Senin, " * 3_000,
        "selama 1 " * 2_000,
        "0 Januari 0000, 99 Desember 9999",
    ],
)
def test_no_text_takes_long_or_fails(text: str) -> None:
    begun = time.process_time()
    for check in (date_problems, figure_problems, periods):
        list(check(text))
    assert time.process_time() - begun < 2


def test_periods_in_text() -> None:
    assert list(periods("berlaku selama 2 (dua) tahun dan selama 30 hari")) == [(2, "tahun"), (30, "hari")]


@pytest.mark.parametrize("month", range(1, 13))
def test_the_roman_month_in_a_number(month: int) -> None:
    number = f"110/DIR/HCC/{roman(month)}/2026"
    assert list(number_problems(number, date(2026, month, 5))) == []
    assert len(list(number_problems(number, date(2027, month % 12 + 1, 5)))) == 2


@pytest.mark.parametrize(
    "number", ["W6.PAS.PAS3-UM.01.01-0006 TAHUN 2026", "W20.PAS.3-PR.03-01", "WP.28.PAS.6-HK.01.05 – 1/3", ""]
)
def test_other_numbers_say_nothing(number: str) -> None:
    assert list(number_problems(number, date(2026, 1, 19))) == []


def test_roman_numerals_add_up() -> None:
    values = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    seen = set()
    for number in range(1, 4000):
        text = roman(number)
        figures = [values[letter] for letter in text]
        total = sum(-v if v < max(figures[i:]) else v for i, v in enumerate(figures))
        assert total == number and not any(letter * 4 in text for letter in "IXCM")
        seen.add(text)
    assert len(seen) == 3999
