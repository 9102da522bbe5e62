"""Countries (ISO 3166 alpha-2, names from CLDR through Babel) and the currencies of export papers."""

from __future__ import annotations

from functools import lru_cache

CURRENCIES = ("IDR", "USD", "EUR", "NZD", "AUD", "KRW", "JPY", "SGD", "MYR", "CNY", "GBP")

FIRST: list[str] = []  # countries that the office deals with most, see `office_lists.use`


@lru_cache(maxsize=2)
def countries(language: str = "id") -> dict[str, str]:
    """Code → name in one language, sorted by name; about 250 entries."""
    from babel import Locale

    names = Locale(language).territories
    pairs = ((code, name) for code, name in names.items() if len(code) == 2 and code.isalpha())
    outside = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
    return dict(sorted(((c, n) for c, n in pairs if c not in outside), key=lambda pair: pair[1].casefold()))


def country_name(code: str, language: str = "id") -> str:
    """``NZ`` → "Selandia Baru" or "New Zealand"; an unknown code is returned as it is."""
    return countries(language).get(code, code)


def offered(language: str = "id") -> dict[str, str]:
    """`countries` as a list of choices shows them: those that the office uses most come first."""
    known = countries(language)
    return {code: known[code] for code in FIRST if code in known} | known
