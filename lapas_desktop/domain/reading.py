"""Reading what a person typed: numbers, dates and codes as they are written in an Indonesian office."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lapas_desktop.domain.text import clean_line, search_key
from lapas_desktop.domain.wording import MONTHS, SHORT_MONTHS
from lapas_desktop.i18n import N_, _

LARGEST = Decimal(10) ** 12
# "Rp" or a currency code before the figure, "kg" or "%" behind it, and spaces anywhere
_DECORATION = re.compile(r"(?i)^(rp|[a-z]{3})\.?\s*(?=[-+]?[\d.,])|^rp\.?$|(?<=\d)\s*(kg|%)$|\s")


def read_number(typed: str, decimals: int) -> Decimal | None:
    """``Rp 1.000``, ``1.000,50``, ``1,5``, ``12`` → Decimal; a lone point is read as a decimal point only
    when it cannot group thousands (``1.5`` but not ``1.500``)."""
    text = _DECORATION.sub("", clean_line(typed)).removesuffix(",-")
    if not text:
        return None
    whole, comma, fraction = text.partition(",")
    if comma:
        text = f"{whole.replace('.', '')}.{fraction}" if "." not in fraction else "x"
    elif re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+", text):
        text = text.replace(".", "")
    try:
        value = Decimal(text) if re.fullmatch(r"[-+]?\d+(\.\d*)?|\.\d+", text, re.ASCII) else Decimal("x")
    except InvalidOperation:
        raise ValueError(_(N_("Isi dengan angka, misalnya 1.000,50."))) from None
    if value < 0:
        raise ValueError(_(N_("Tidak boleh kurang dari nol.")))
    if value >= LARGEST:
        raise ValueError(_(N_("Angka terlalu besar.")))
    if value != round(value, decimals):
        raise ValueError(_(N_("Paling banyak {n} angka di belakang koma.")).format(n=decimals))
    return round(value, decimals)


def read_weighing(typed: str, decimals: int) -> Decimal | None:
    """The weight of one: ``0,0225``, or as weighed: ``100 = 2,25``, ``100 buah = 2,25 kg``, ``2,25/100``."""
    text = clean_line(typed)
    if many := re.fullmatch(r"([\d.,]+)\s*[a-zA-Z]*\s*=\s*([^=/]+)", text):
        count, weight = read_number(many[1], 3), read_number(many[2], decimals)
    elif shared := re.fullmatch(r"([^=/]+)/\s*([\d.,]+)\s*[a-zA-Z]*", text):
        count, weight = read_number(shared[2], 3), read_number(shared[1], decimals)
    else:
        return read_number(typed, decimals)
    if not count or weight is None:
        raise ValueError(_(N_("Isi berapa buah dan beratnya, misalnya 100 = 2,25.")))
    return (weight / count).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def read_count(typed: str) -> int | None:
    """A whole number from 0 to one thousand million."""
    value = read_number(typed, 0)
    if value is not None and value > 10**9:
        raise ValueError(_(N_("Angka terlalu besar.")))
    return None if value is None else int(value)


def _month(word: str) -> int | None:
    key = search_key(word)[:3]
    for names in (SHORT_MONTHS["id"], SHORT_MONTHS["en"], MONTHS["id"]):
        for index, name in enumerate(names, 1):
            if len(key) == 3 and search_key(name).startswith(key):
                return index
    return int(word) if word.isdecimal() else None


def read_date(typed: str, today: date | None = None) -> date | None:
    """``19/1/26``, ``19-01-2026``, ``19 jan 2026``, ``2026-01-19``; with ``today`` also ``19 jan`` and ``+30``.

    A two-digit year means 20xx.
    """
    text = clean_line(typed)
    if not text:
        return None
    if today and (plus := re.fullmatch(r"\+(\d{1,4})", text)):
        return today + timedelta(days=int(plus[1]))
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        parts = (iso[3], iso[2], iso[1])
    else:
        words = [word for word in re.split(r"[\s/.,-]+", text) if word]
        if len(words) == 2 and today:
            words.append(str(today.year))
        if len(words) != 3:
            raise ValueError(_(N_("Isi dengan tanggal, misalnya 19/1/2026.")))
        parts = (words[0], words[1], words[2])
    try:
        day, month, year = int(parts[0]), _month(parts[1]), int(parts[2])
        year += 2000 if year < 100 else 0
        if month is None or not 1900 <= year <= 2200:
            raise ValueError
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise ValueError(_(N_("Tanggal ini tidak ada. Contoh: 19/1/2026."))) from None


def read_years(typed: str) -> int | None:
    """``1 tahun``, ``2 th`` → whole years; None for anything else."""
    found = re.fullmatch(r"([1-9]\d?)\s*(?:tahun|thn?|t)\.?", clean_line(typed).casefold(), re.ASCII)
    return int(found[1]) if found else None


def last_day(starts_on: date, years: int) -> date:
    """The end of a period of whole years: the day before the same date, 19 Jan 2026 → 18 Jan 2027."""
    leap_day = (starts_on.month, starts_on.day) == (2, 29)
    first = date(starts_on.year, 3, 1) if leap_day else starts_on
    return first.replace(year=starts_on.year + years) - timedelta(days=1)


def read_check(typed: str) -> bool | None:
    """``ya``/``tidak`` and their usual short forms."""
    key = search_key(typed)
    if key in ("", "0", "tidak", "no", "n", "false"):
        return False
    if key in ("1", "ya", "yes", "y", "true", "v", "x"):
        return True
    raise ValueError(_(N_("Isi dengan ya atau tidak.")))


def read_choice(typed: str, *options: dict[str, str]) -> str | None:
    """A code or one of its labels, forgiving of case and accents; the same codes with labels in each language."""
    key = search_key(typed)
    if not key:
        return None
    for code, label in (pair for known in options for pair in known.items()):
        if key in (search_key(code), search_key(label)):
            return code
    raise ValueError(_(N_("“{typed}” tidak ada dalam daftar.")).format(typed=clean_line(typed)[:40]))


def read_hs_code(typed: str) -> str | None:
    """Eight digits with or without dots (BTKI 2022), kept as text without dots."""
    digits = re.sub(r"[.\s]", "", clean_line(typed))
    if not digits:
        return None
    if not re.fullmatch(r"[0-9]{8}", digits):
        raise ValueError(_(N_("Kode HS terdiri dari 8 angka, misalnya 9602.00.20.")))
    return digits
