"""The fixed phrases of an agreement's full text, which is always Indonesian: numbers, periods, days, shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from lapas_desktop.domain.lists import PERCENT_BASES
from lapas_desktop.domain.reading import last_day
from lapas_desktop.domain.wording import WEEKDAYS, date_in_words, format_date, format_money, money_in_words
from lapas_desktop.domain.wording import format_number as figure
from lapas_desktop.domain.wording import number_in_words as words

ORDINALS = "Pertama Kedua Ketiga Keempat Kelima Keenam Ketujuh Kedelapan Kesembilan Kesepuluh".split()
RENEWALS = {
    "tidak": "Perjanjian ini tidak diperpanjang setelah jangka waktunya berakhir.",
    "sepakat": "Perjanjian ini dapat diperpanjang atas kesepakatan tertulis PARA PIHAK.",
    "otomatis": (
        "Perjanjian ini diperpanjang dengan sendirinya untuk jangka waktu yang sama, kecuali salah satu pihak "
        "menyatakan sebaliknya secara tertulis sebelum jangka waktunya berakhir."
    ),
}
SHARING_BASES = {
    "laba": "laba bersih", "omzet": "omzet penjualan",
    "unit": "jumlah satuan yang diserahkan", "bulan": "pembayaran tetap",
}  # fmt: skip
_LONGEST_COUNT = 1200  # months: more is not a period that anybody agrees on


def called(index: int) -> str:
    """ "PIHAK PERTAMA" for 0."""
    return f"PIHAK {(ORDINALS[index] if index < len(ORDINALS) else str(index + 1)).upper()}"


def counted(number: int) -> str:
    """ "2 (dua)" """
    return f"{figure(number)} ({words(number)})"


def together(names: Sequence[str]) -> str:
    """ "A, B, dan C"; "A dan B"."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def duration(starts_on: date, ends_on: date) -> str:
    """The period in years, months or days, whichever is whole: "1 (satu) tahun"."""
    months = (ends_on.year - starts_on.year) * 12 + ends_on.month - starts_on.month
    for count in (months, months + 1):
        if 0 < count <= _LONGEST_COUNT and _after_months(starts_on, count) == ends_on + timedelta(days=1):
            return f"{counted(count // 12)} tahun" if count % 12 == 0 else f"{counted(count)} bulan"
    for years in (months // 12, months // 12 + 1):
        if 0 < years <= _LONGEST_COUNT // 12 and last_day(starts_on, years) == ends_on:
            return f"{counted(years)} tahun"
    return f"{counted((ends_on - starts_on).days + 1)} hari"


def _after_months(day: date, months: int) -> date | None:
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:  # no such day in that month
        return None


def validity(starts_on: date | None, ends_on: date | None) -> str:
    """ "selama 1 (satu) tahun, terhitung sejak tanggal … sampai dengan tanggal …"."""
    if starts_on is None:
        return ""
    if ends_on is None:
        return f"sejak tanggal {format_date(starts_on)} untuk waktu yang tidak ditentukan"
    period = duration(starts_on, ends_on)
    end = format_date(ends_on)
    return f"selama {period}, terhitung sejak tanggal {format_date(starts_on)} sampai dengan tanggal {end}"


def day_facts(signed_on: date | None, place: str) -> dict[str, str]:
    """The fields that tell day and place of a signature; empty while they are open."""
    return {
        "hari": WEEKDAYS["id"][signed_on.weekday()] if signed_on else "",
        "tanggal": format_date(signed_on) if signed_on else "",
        "tanggal_huruf": date_in_words(signed_on) if signed_on else "",
        "tanggal_angka": f"{signed_on:%d-%m-%Y}" if signed_on else "",
        "tempat": place,
    }


def stamped_copy(index: int, parties: int, copies: int) -> int:
    """Which original bears a party's meterai, 0 for none.

    Original n is kept by party n and stamped by the party after it, so nobody keeps its own meterai.
    """
    copy = index if index else parties
    return copy if copy <= copies else 0


def share_text(name: str, value: Decimal, basis: str) -> str:
    """ "Premi sebesar 50% (lima puluh persen)", "Premi sebesar Rp5.000,00 (lima ribu rupiah) untuk setiap satuan"."""
    if basis not in PERCENT_BASES:
        each = {"unit": " untuk setiap satuan", "bulan": " untuk setiap bulan"}.get(basis, "")
        return f"{name} sebesar {format_money(value)} ({money_in_words(value)}){each}"
    whole, decimals = divmod(value, 1)
    spoken = words(int(whole))
    if decimals:
        digits = f"{decimals.normalize():f}".split(".")[1]
        spoken += " koma " + " ".join(words(int(digit)) for digit in digits)
    return f"{name} sebesar {figure(value)}% ({spoken} persen)"
