"""What typed legal text says about days and figures, held against the calendar and against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from lapas_desktop.domain.wording import MONTHS, WEEKDAYS, format_weekday_date, number_in_words
from lapas_desktop.i18n import N_, _

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS["id"], 1)}
_MONTHS |= {"nopember": 11, "pebruari": 2}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(WEEKDAYS["id"])}
_WEEKDAYS |= {"jum'at": 4, "jum’at": 4, "ahad": 6}
_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_MONTH = "|".join(_MONTHS)
_PLAIN = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\s*,?\s+(?:tanggal\s+)?)?(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+"
    r"(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\s*,?\s+)?\btanggal\s+(?P<day>[a-z]+(?: [a-z]+){{0,3}}?)\s+bulan\s+"
    rf"(?P<month>{_MONTH})\s+tahun\s+(?P<year>dua ribu(?: (?!\(|$)[a-z]+)*?)\s*"
    r"(?:\(\s*(?P<figures>\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4})\s*\)|(?=[,.;:]|$))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\d.,/-])(\d{1,3}(?:\.\d{3}){1,3}|\d{1,12})\s+\(([a-z]+(?: [a-z]+)*)\)", re.IGNORECASE)
_PERIOD = re.compile(r"\bselama\s+(\d{1,4})\s+(?:\([a-z ]+\)\s+)?(tahun|bulan|hari)\b", re.IGNORECASE)
_TOKENS = re.compile(r"[/\s-]+")
_ROMAN_MONTHS = {name: n for n, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


def date_problems(text: str) -> Iterator[str]:
    """A sentence for every day in a text that does not exist, has another weekday, or differs from its words."""
    for found in _PLAIN.finditer(text):
        yield from _day_problems(found, int(found["year"]), int(found["day"]))
    for found in _SPOKEN.finditer(text):
        year, day = _spoken_years().get(_folded(found["year"])), _spoken_days().get(_folded(found["day"]))
        if year is None or day is None:
            yield _(N_("“{text}”: tanggal dalam huruf ini tidak terbaca.")).format(text=found[0].strip())
            continue
        yield from _day_problems(found, year, day)
        if found["figures"]:
            figures = [int(part) for part in re.split(r"\D+", found["figures"])]
            if figures != [day, _MONTHS[found["month"].casefold()], year]:
                yield _(N_("“{text}”: huruf dan angka tanggalnya berbeda.")).format(text=found[0].strip())


def figure_problems(text: str) -> Iterator[str]:
    """A sentence for every "14 (dua belas)" whose words say another number."""
    for found in _COUNTED.finditer(text):
        number, spoken = int(found[1].replace(".", "")), _folded(found[2])
        words = number_in_words(number)
        if spoken != words and set(spoken.split()) <= _number_words():
            yield _(N_("“{text}”: huruf dan angkanya berbeda, {number} dibaca “{words}”.")).format(
                text=found[0], number=found[1], words=words
            )


def periods(text: str) -> Iterator[tuple[int, str]]:
    """Every "selama 2 (dua) tahun" as (2, "tahun")."""
    for found in _PERIOD.finditer(text):
        yield int(found[1]), found[2].casefold()


def number_problems(number: str, signed_on: date) -> Iterator[str]:
    """A sentence when the Roman month or the year inside a letter number is not that of the day."""
    tokens = [token for token in _TOKENS.split(number.upper()) if token]
    months = [_ROMAN_MONTHS[token] for token in tokens if token in _ROMAN_MONTHS]
    if months and signed_on.month not in months:
        yield _(N_("Bulan Romawi di dalam nomor bukan bulan tanda tangan ({month}).")).format(
            month=MONTHS["id"][signed_on.month - 1]
        )
    years = [int(token) for token in tokens if re.fullmatch(r"(?:19|20)\d\d", token)]
    if years and signed_on.year not in years:
        yield _(N_("Tahun di dalam nomor bukan tahun tanda tangan ({year}).")).format(year=signed_on.year)


def _day_problems(found: re.Match[str], year: int, day: int) -> Iterator[str]:
    said = found[0].strip()
    try:
        real = date(year, _MONTHS[found["month"].casefold()], day)
    except ValueError:
        yield _(N_("“{text}”: tanggal ini tidak ada di kalender.")).format(text=said)
        return
    if found["weekday"] and _WEEKDAYS[found["weekday"].casefold()] != real.weekday():
        yield _(N_("“{text}”: harinya tidak cocok, yang benar {day}.")).format(text=said, day=format_weekday_date(real))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _spoken_days() -> dict[str, int]:
    return {number_in_words(day): day for day in range(1, 32)}


@cache
def _spoken_years() -> dict[str, int]:
    return {number_in_words(year): year for year in range(2000, 2101)}


@cache
def _number_words() -> frozenset[str]:
    units = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh"
    return frozenset((units + " seratus ratus seribu ribu juta miliar triliun").split())
