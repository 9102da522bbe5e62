"""What the screen shows follows the language of the interface; papers and stored texts say their own."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.agreement import STATUS
from lapas_desktop.domain.kinds import Kind

ROLES = kinds.choices("roles", kinds.labels_of(lists.PARTNER_ROLES))
SHOWN = [
    (kinds.DATE, date(2026, 8, 19), "19 Agu 2026", "19 Aug 2026"),
    (kinds.TIME, datetime(2026, 8, 19, 9, 5), "19 Agu 2026 09.05", "19 Aug 2026 09.05"),
    (kinds.COUNTRY, "NZ", "Selandia Baru", "New Zealand"),
    (kinds.COUNTRIES, "NZ,KR", "Selandia Baru, Korea Selatan", "New Zealand, South Korea"),
    (kinds.CHECK, True, "ya", "yes"),
    (STATUS, "ending", "Akan berakhir", "Ending soon"),
    (ROLES, "pembeli,ppjk", "Pembeli, PPJK", "Buyer, Customs broker (PPJK)"),
    (kinds.MONEY, Decimal("1234.56"), "1.234,56", "1.234,56"),
    (kinds.COUNT, 1200, "1.200", "1.200"),
    (kinds.TEXT, "Keset", "Keset", "Keset"),
]  # fmt: skip
every_kind = pytest.mark.parametrize(("kind", "value", "indonesian", "english_text"), SHOWN)


@every_kind
def test_an_indonesian_screen(kind: Kind, value: Any, indonesian: str, english_text: str) -> None:
    assert kind.shown(value) == kind.format(value, "id") == indonesian


@every_kind
def test_an_english_screen(english: None, kind: Kind, value: Any, indonesian: str, english_text: str) -> None:
    assert kind.shown(value) == english_text
    assert kind.format(value, "id") == indonesian


@every_kind
def test_what_either_screen_shows_can_be_typed_in_both(
    english: None, kind: Kind, value: Any, indonesian: str, english_text: str
) -> None:
    if kind is not kinds.TIME:  # kept by the program, never typed
        assert kind.parse(indonesian) == kind.parse(english_text) == value


def test_a_list_of_choices_is_in_the_language_of_the_interface(english: None) -> None:
    assert kinds.COUNTRY.options()["DE"] == "Germany"
    assert list(STATUS.options().values())[:2] == ["Draft", "In review"]
    assert kinds.TEXT.options() == {}
