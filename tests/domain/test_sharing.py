from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.sharing import CENT, parted

AMOUNT = st.decimals(0, Decimal(10) ** 12, places=2)
SHARES = st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=8).filter(any)


@given(AMOUNT, SHARES)
def test_the_parts_add_up_to_the_whole(amount: Decimal, shares: list[Decimal]) -> None:
    parts = parted(amount, shares)
    assert sum(parts) == amount
    total = sum(shares)
    assert all(abs(part - amount * share / total) < CENT for part, share in zip(parts, shares, strict=True))


@pytest.mark.parametrize(
    ("amount", "shares", "unit", "parts"),
    [
        ("100", (50, 15, 35), "0.01", ("50", "15", "35")),
        ("0.10", (1, 1, 1), "0.01", ("0.04", "0.03", "0.03")),
        ("100000", (1, 1, 1), "1", ("33334", "33333", "33333")),
        ("0", (50, 50), "0.01", ("0", "0")),
        ("0.01", (15, 25, 60), "0.01", ("0", "0", "0.01")),
    ],
)
def test_what_is_left_over_goes_to_those_who_lost_most(
    amount: str, shares: tuple[int, ...], unit: str, parts: tuple[str, ...]
) -> None:
    found = parted(Decimal(amount), [Decimal(share) for share in shares], Decimal(unit))
    assert found == [Decimal(part) for part in parts]


@pytest.mark.parametrize(("amount", "shares"), [("1", ()), ("1", (0, 0)), ("1", (-1, 2)), ("0.001", (1,))])
def test_what_cannot_be_parted_is_an_error(amount: str, shares: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="Decimal"):
        parted(Decimal(amount), [Decimal(share) for share in shares])
