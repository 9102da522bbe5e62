"""Parting an amount by shares, so that the parts always add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

CENT = Decimal("0.01")


def parted(amount: Decimal, shares: Sequence[Decimal], unit: Decimal = CENT) -> list[Decimal]:
    """The amount in proportion to the shares, each part a multiple of ``unit`` (largest remainder).

    What rounding leaves over goes to the parts that lost most, the first of equals. ValueError for no shares,
    a negative share, or an amount that is no multiple of the unit.
    """
    total = sum(shares, Decimal(0))
    if total <= 0 or min(shares) < 0 or amount % unit:
        raise ValueError((amount, shares, unit))
    exact = [amount / unit * share / total for share in shares]
    parts = [value.to_integral_value(ROUND_FLOOR) for value in exact]
    over = int(amount / unit - sum(parts))
    order = sorted(range(len(shares)), key=lambda index: (parts[index] - exact[index], index))
    for index in order[:over]:
        parts[index] += 1
    return [part * unit for part in parts]
