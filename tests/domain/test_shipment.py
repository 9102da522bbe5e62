from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment, ShipmentTotals
from lapas_desktop.domain.shipment_rows import Package, ShipmentLine

TODAY = date(2026, 1, 19)
FIGURE = st.integers(0, 10**7).map(lambda n: Decimal(n).scaleb(-3))


def package(first: int, last: int, **more: Any) -> Package:
    given_figures = {name: Decimal(value) if isinstance(value, str) and name != "kind" else value
                     for name, value in more.items()}  # fmt: skip
    return Package(**{"kind": "CT", "from_no": first, "to_no": last, **given_figures})


def fields(record: Shipment | Package | ShipmentLine) -> list[str]:
    return [problem.field for problem in record.problems()]


def test_totals_are_sums_over_lines_and_packages() -> None:
    lines = [ShipmentLine(quantity=Decimal(500), unit_price=Decimal("1.25")),
             ShipmentLine(quantity=Decimal("2.5"), unit_price=Decimal("0.33"))]  # fmt: skip
    packages = [
        package(1, 10, net="4.5", gross="5", length="40", width="30", height="25"),
        package(11, 11, net="1.0001", gross="1.5"),
    ]
    assert Shipment(lines=lines, packages=packages).totals == ShipmentTotals(
        net=Decimal("46.0001"), gross=Decimal("51.5"), packages=11, volume=Decimal("0.3"), value=Decimal("625.83")
    )


def test_without_packages_the_lines_give_the_net_weight() -> None:
    lines = [ShipmentLine(quantity=Decimal(3), unit="buah", unit_net_weight=Decimal("0.0225")),
             ShipmentLine(quantity=Decimal("12.5"), unit="kg")]  # fmt: skip
    assert Shipment(lines=lines).totals.net == Decimal("12.5675")
    assert Shipment().totals == ShipmentTotals(Decimal(0), Decimal(0), 0, Decimal(0), Decimal(0))


def test_mixed_packages_are_counted_once_and_weighed_together() -> None:
    mixed = [package(1, 3, net="2", gross="2.5"), package(1, 3, net="1", gross="1"), package(4, 4, kind="PX")]
    shipment = Shipment(packages=mixed)
    assert list(shipment.package_counts()) == [("CT", 3), ("PX", 1)]
    assert (shipment.totals.packages, shipment.totals.net, shipment.totals.gross) == (4, Decimal(9), Decimal("10.5"))


@given(st.lists(st.tuples(st.integers(1, 50), FIGURE, FIGURE), max_size=8))
def test_totals_never_lose_a_gram(rows: list[tuple[int, Decimal, Decimal]]) -> None:
    packages, number = [], 1
    for count, net, tare in rows:
        packages.append(Package(kind="CT", from_no=number, to_no=number + count - 1, net=net, tare=tare))
        number += count
    shipment = Shipment(packages=packages)
    shipment.complete(TODAY)
    assert shipment.totals.packages == number - 1
    assert shipment.totals.net == sum((count * net for count, net, _tare in rows), Decimal(0))
    assert shipment.totals.gross == sum((count * (net + tare) for count, net, tare in rows), Decimal(0))


def test_weights_follow_from_the_content_where_the_scale_said_nothing() -> None:
    line = ShipmentLine(product_id=1, quantity=Decimal(200), unit="buah", unit_net_weight=Decimal("0.0225"))
    counted = package(1, 1, product_id=1, content="200", tare="0.5")
    weighed = package(2, 2, product_id=1, content="200", net="4.6", gross="5.2")
    Shipment(lines=[line], packages=[counted, weighed]).complete(TODAY)
    assert (counted.net, counted.gross) == (Decimal("4.5"), Decimal("5.0"))
    assert (weighed.net, weighed.gross) == (Decimal("4.6"), Decimal("5.2"))


def test_gross_below_net_is_told() -> None:
    assert fields(package(1, 1, net="5", gross="4.9999")) == ["gross"]
    assert fields(package(1, 1, net="5", gross="5")) == []


@pytest.mark.parametrize(("first", "last"), [(0, 1), (3, 2)])
def test_package_numbers_run_upwards_from_one(first: int, last: int) -> None:
    assert fields(package(first, last)) == ["to_no"]


def test_a_package_holds_only_what_is_sent() -> None:
    shipment = Shipment(lines=[ShipmentLine(product_id=1)], packages=[package(1, 1, product_id=2), package(2, 2)])
    assert fields(shipment) == ["packages[0].product_id"]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("packed_on", "shipped_on"), "shipped_on"), (("released_on", "shipped_on"), "shipped_on"),
        (("shipped_on", "delivered_on"), "delivered_on"), (("packed_on", "released_on"), "released_on"),
    ],
)  # fmt: skip
def test_the_steps_follow_each_other(names: tuple[str, str], told: str) -> None:
    earlier, later = names
    assert fields(Shipment(**{earlier: TODAY, later: TODAY - timedelta(days=1)})) == [told]
    assert fields(Shipment(**{earlier: TODAY, later: TODAY})) == []


def test_a_line_copies_what_the_product_is_today() -> None:
    product = Product(name="Keset", unit="lembar", hs_code="57022000", price_local=Decimal(10), price_export=Decimal(2))
    line = ShipmentLine(product=product, name="Keset khusus", quantity=Decimal(1))
    line.copy_product("ekspor")
    assert (line.name, line.unit, line.hs_code, line.unit_price) == ("Keset khusus", "lembar", "57022000", Decimal(2))
    home = ShipmentLine(product=product, unit_price=Decimal(0))
    home.copy_product("dalam_negeri")
    assert home.unit_price == 0


def test_quantities_of_a_line_are_plausible() -> None:
    assert fields(ShipmentLine(quantity=Decimal(0))) == ["quantity"]
    assert fields(ShipmentLine(quantity=Decimal(2), made_by_inmates=Decimal(3))) == ["made_by_inmates"]


@pytest.mark.parametrize(
    ("incoterm", "fob"), [("FOB", "100"), ("CFR", "90"), ("CIF", "85"), ("DDP", None), (None, None)]
)
def test_the_fob_value_follows_from_the_incoterm(incoterm: str | None, fob: str | None) -> None:
    line = ShipmentLine(quantity=Decimal(1), unit_price=Decimal(100))
    shipment = Shipment(incoterm=incoterm, freight=Decimal(10), insurance=Decimal(5), lines=[line])
    assert shipment.fob == (None if fob is None else Decimal(fob))


def test_the_rupiah_value_needs_a_rate() -> None:
    lines = [ShipmentLine(quantity=Decimal(1), unit_price=Decimal("1.25"))]
    assert Shipment(currency="IDR", lines=lines).rupiah_value == Decimal("1.25")
    assert Shipment(currency="NZD", lines=lines).rupiah_value is None
    assert Shipment(currency="NZD", rate=Decimal("9500.5"), lines=lines).rupiah_value == Decimal("11875.63")
