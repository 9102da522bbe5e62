"""The carton plan: from quantities and the usual packing of each product to ranges of packages with their weights.

Full cartons first, then one with the rest; rests of several products may share one mixed carton. Lengths are cm,
weights kg, volumes m³. Nothing here is final: the scale may overwrite every figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Any

_GRAM = Decimal("0.0001")
MOST_PACKAGES = 100_000  # in one plan; more is a slip of the keyboard


@dataclass(frozen=True)
class Goods:
    """One line to be packed, with its product's usual packing. ``unit_net`` None: the weight is not known."""

    product_id: int
    name: str
    quantity: Decimal
    unit_net: Decimal | None
    kind: str = "CT"
    per_pack: Decimal | None = None
    tare: Decimal | None = None
    length: Decimal | None = None
    width: Decimal | None = None
    height: Decimal | None = None


@dataclass(frozen=True)
class Room:
    """What one container or pallet holds: usable volume in m³ (goods never fill all of it) and payload in kg."""

    name: str
    volume: Decimal
    payload: Decimal


# Inner measures of ISO 668 containers and a EUR pallet loaded 1.5 m high; about 85 % of the volume is usable.
ROOMS = (
    Room("Palet", Decimal("1.22"), Decimal(1000)),
    Room("20'", Decimal("28.2"), Decimal(21700)),
    Room("40'", Decimal("57.5"), Decimal(26500)),
    Room("40' HC", Decimal("64.8"), Decimal(26300)),
)


@dataclass(frozen=True)
class Load:
    """How the goods fill a `Room`: how many of them are needed, and what limits."""

    room: Room
    needed: int
    by_weight: bool


@dataclass(frozen=True)
class Plan:
    """``rows`` are rows of the packages sheet; ``unplanned`` names goods whose packing is not known."""

    rows: tuple[dict[str, Any], ...]
    unplanned: tuple[str, ...]


def plan(goods: Sequence[Goods], mixed_rest: bool = False) -> Plan:
    """Ranges of packages without overlap or gap, in the order of the goods.

    ``mixed_rest``: the rests of all goods in one carton, of the first's kind and size, instead of one each.
    ValueError when more than `MOST_PACKAGES` would be needed.
    """
    rows: list[dict[str, Any]] = []
    rests: list[tuple[Goods, Decimal]] = []
    unplanned, number = [], 1
    for line in goods:
        if not line.per_pack or line.per_pack <= 0 or line.quantity <= 0:
            unplanned.append(line.name)
            continue
        full = int(line.quantity // line.per_pack)
        if number + full > MOST_PACKAGES:
            raise ValueError(line.name)
        if full:
            rows.append(_row(line, number, number + full - 1, line.per_pack))
            number += full
        rest = line.quantity - full * line.per_pack
        if rest and mixed_rest:
            rests.append((line, rest))
        elif rest:
            rows.append(_row(line, number, number, rest))
            number += 1
    if rests:
        rows += _mixed(rests, number)
    return Plan(tuple(rows), tuple(unplanned))


def _row(line: Goods, first: int, last: int, content: Decimal) -> dict[str, Any]:
    net = None if line.unit_net is None else (content * line.unit_net).quantize(_GRAM, ROUND_HALF_UP)
    return {
        "from_no": first, "to_no": last, "kind": line.kind, "product_id": line.product_id, "content": content,
        "length": line.length, "width": line.width, "height": line.height, "tare": line.tare, "net": net,
        "gross": None if net is None else net + (line.tare or Decimal(0)), "marks": None,
    }  # fmt: skip


def _mixed(rests: Sequence[tuple[Goods, Decimal]], number: int) -> Iterator[dict[str, Any]]:
    """One carton measured once: its tare and size stand with the first content."""
    for index, (line, rest) in enumerate(rests):
        row = _row(line, number, number, rest) | {"kind": rests[0][0].kind}
        if index:
            row |= {"length": None, "width": None, "height": None, "tare": None, "gross": row["net"]}
        yield row


def unpacked(goods: Sequence[Goods], packages: Sequence[Any]) -> dict[int, Decimal]:
    """Product id → what is not in any package yet; negative when more is packed than sent."""
    left: dict[int, Decimal] = {}
    for line in goods:
        left[line.product_id] = left.get(line.product_id, Decimal(0)) + line.quantity
    for package in packages:
        if package.product_id in left and package.content is not None:
            left[package.product_id] -= package.content * package.count
    return left


def loads(volume: Decimal, gross: Decimal) -> list[Load]:
    """How many of each `ROOMS` hold so much; nothing for goods without weight and volume."""
    found = []
    for room in ROOMS:
        by_volume = (volume / room.volume).to_integral_value(ROUND_CEILING)
        by_weight = (gross / room.payload).to_integral_value(ROUND_CEILING)
        needed = int(max(by_volume, by_weight))
        if needed:
            found.append(Load(room, needed, by_weight > by_volume))
    return found
