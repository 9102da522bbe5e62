"""How numbers, money and dates are written on papers, in Indonesian and English.

Indonesian: ``Rp500.000,00``, ``1.234,56``, ``Senin, 19 Januari 2026``. English (export papers):
``1,234.56``, ``19 January 2026``. Amounts in words: "seribu", "satu juta" (never "sejuta").
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from lapas_desktop.i18n import N_, _

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
SHORT_MONTHS = {
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
WEEKDAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_SWAP = str.maketrans(",.", ".,")
_MAJOR = {
    "id": {"IDR": "rupiah", "USD": "dolar Amerika Serikat", "EUR": "euro", "KRW": "won Korea",
           "NZD": "dolar Selandia Baru", "AUD": "dolar Australia", "JPY": "yen Jepang", "SGD": "dolar Singapura"},
    "en": {"IDR": "Indonesian rupiah", "USD": "US dollars", "EUR": "euros", "KRW": "Korean won",
           "NZD": "New Zealand dollars", "AUD": "Australian dollars", "JPY": "Japanese yen",
           "SGD": "Singapore dollars"},
}  # fmt: skip
# num2words says "satu juta satu ribu"; offices write "satu juta seribu" (but "dua puluh satu ribu").
_ONE_THOUSAND = re.compile(r"((?:juta|miliar|triliun) )satu ribu\b")
_CENTS = {"id": "sen", "en": "cents"}


def format_number(value: Decimal | int, language: str = "id", places: int | None = None) -> str:
    """Grouped figure. ``places=None`` shows the decimals the value has, without trailing zeros."""
    if places is None:
        text = f"{value:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return text.translate(_SWAP) if language == "id" else text


def format_money(value: Decimal, currency: str = "IDR", language: str = "id") -> str:
    """``Rp500.000,00`` on Indonesian papers, ``USD 1,234.56`` on English ones."""
    number = format_number(value, language, 2)
    if currency == "IDR" and language == "id":
        return f"-Rp{number[1:]}" if number.startswith("-") else f"Rp{number}"
    return f"{currency} {number}"


def format_rupiah_short(value: Decimal) -> str:
    """Rupiah for a narrow place: ``Rp 950.000``, ``Rp 186,4 jt``, ``Rp 1,2 M`` (milyar)."""
    for least, unit in ((Decimal(10) ** 12, N_("T")), (Decimal(10) ** 9, N_("M")), (Decimal(10) ** 6, N_("jt"))):
        if value >= least:
            return f"Rp {format_number((value / least).quantize(Decimal('0.1'), ROUND_HALF_UP))} {_(unit)}"
    return f"Rp {format_number(value, places=0)}"


def format_date(day: date, language: str = "id") -> str:
    """``19 Januari 2026``"""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def format_month(day: date, language: str = "id") -> str:
    """``Januari 2026``"""
    return f"{MONTHS[language][day.month - 1]} {day.year}"


def format_date_short(day: date, language: str = "id") -> str:
    """``19 Jan 2026``"""
    return f"{day.day} {SHORT_MONTHS[language][day.month - 1]} {day.year}"


def format_period(first: date, last: date) -> str:
    """How long it is from one day to another, both included: ``1 tahun``, ``2 tahun 6 bulan``, ``45 hari``."""
    after = last + timedelta(days=1) if last < date.max else last
    months = (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day)
    start = first.year * 12 + first.month - 1 + months
    year, month = divmod(start, 12)
    short = first.day - monthrange(year, month + 1)[1]  # 31 Jan and a month is 1 Mar, as 29 Feb and a year
    reached = date(year, month + 1, first.day - max(0, short)) + timedelta(days=short > 0)
    parts = ((months // 12, N_("{n} tahun")), (months % 12, N_("{n} bulan")), ((after - reached).days, N_("{n} hari")))
    return " ".join(_(text).format(n=number) for number, text in parts if number)


def format_weekday_date(day: date, language: str = "id") -> str:
    """``Senin, 19 Januari 2026``"""
    return f"{WEEKDAYS[language][day.weekday()]}, {format_date(day, language)}"


@lru_cache(maxsize=512)
def number_in_words(value: int, language: str = "id") -> str:
    """Whole number in words, lower case: 1000 → "seribu", 1_000_000 → "satu juta"."""
    from num2words import num2words

    words = " ".join(str(num2words(value, lang=language)).split())
    return _ONE_THOUSAND.sub(r"\1seribu", words)


def money_in_words(value: Decimal, currency: str = "IDR", language: str = "id") -> str:
    """Amount in words with the currency: "dua juta enam ratus ribu rupiah", cents only when there are any."""
    cents_total = int((abs(value) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    whole, cents = divmod(cents_total, 100)
    major = _MAJOR[language].get(currency, currency)
    words = f"{number_in_words(whole, language)} {major}"
    if cents:
        join = " and" if language == "en" else ""
        words += f"{join} {number_in_words(cents, language)} {_CENTS[language]}"
    sign = "minus " if value < 0 else ""
    return sign + words


def date_in_words(day: date) -> str:
    """ "Sembilan Belas bulan Januari tahun Dua Ribu Dua Puluh Enam", as a PKS opens."""
    return (
        f"{number_in_words(day.day).title()} bulan {MONTHS['id'][day.month - 1]} "
        f"tahun {number_in_words(day.year).title()}"
    )


def roman(value: int) -> str:
    """Roman numeral of 1..3999, as months stand inside letter numbers."""
    if not 1 <= value <= 3999:
        raise ValueError(f"no Roman numeral for {value}")
    pairs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
             (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    text = ""
    for weight, letters in pairs:
        count, value = divmod(value, weight)
        text += letters * count
    return text
