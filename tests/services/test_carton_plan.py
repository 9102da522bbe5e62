"""The carton plan of a shipment: made from the usual packing, saved whole, never half."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapas_desktop.domain.carton_plan import Goods, plan
from lapas_desktop.domain.errors import Conflict, Invalid, Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_checks import Known, shipment_findings
from lapas_desktop.domain.shipment_rows import Package, ShipmentLine
from lapas_desktop.services.carton_plan import plan_cartons, save_carton_plan
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.services.shipments import release_shipment, status_of
from lapas_desktop.storage.office import Office

D = Decimal
PACKING = {"units_per_pack": D(20), "pack_type": "BL", "pack_tare": D("0.8"), "pack_length": D(110),
           "pack_width": D(80), "pack_height": D(75), "unit_net_weight": D("3.2")}  # fmt: skip


@pytest.fixture
def nets(office: Office, now: datetime) -> Saved:
    return save_record(office, Product, {**blank(office, Product), "name": "Jaring sabut", **PACKING}, now)


def sent(office: Office, now: datetime, *goods: tuple[Saved, int], **more: object) -> Saved:
    lines = [{"product_id": product.id, "quantity": D(quantity)} for product, quantity in goods]
    return save_record(office, Shipment, {"lines": lines, **more}, now)


def test_a_plan_is_saved_as_the_packages(office: Office, nets: Saved, now: datetime) -> None:
    shipment = sent(office, now, (nets, 5410))
    planned = plan_cartons(office, shipment.id)
    assert (planned.packages, planned.net, planned.gross) == (271, D(17312), D("17528.8"))
    assert [(row.first, row.last, row.each) for row in planned.ranges] == [(1, 270, 20), (271, 271, 10)]
    assert next(load for load in planned.loads if load.room.name == "40' HC").needed == 3
    assert not load(office, Shipment, shipment.id)["packages"]
    save_carton_plan(office, shipment.id, planned, now + timedelta(minutes=1))
    with pytest.raises(Conflict):
        save_carton_plan(office, shipment.id, planned, now)
    paper = manifest_of(office, shipment.id, now.date())
    assert paper.totals.packages == 271 and paper.totals.gross_weight == D("17528.8")
    assert (paper.lines[0].gross_weight, paper.lines[0].packages) == (D("17528.8"), 271)
    release_shipment(office, shipment.id, now)
    with pytest.raises(Refused, match="buka revisi"):
        save_carton_plan(office, shipment.id, plan_cartons(office, shipment.id), now)


def test_goods_without_packing_or_in_another_unit_are_not_half_planned(
    office: Office, nets: Saved, product: Saved, now: datetime
) -> None:
    shipment = sent(office, now, (nets, 40), (product, 3))
    planned = plan_cartons(office, shipment.id)
    assert planned.unplanned == ("Gantungan kunci",) and planned.packages == 2
    with pytest.raises(Refused, match="Gantungan kunci"):
        save_carton_plan(office, shipment.id, planned, now)
    lines = [{"product_id": nets.id, "quantity": D(40), "unit": "lusin"}]
    dozens = save_record(office, Shipment, {"lines": lines}, now)
    assert plan_cartons(office, dozens.id).unplanned == ("Jaring sabut",)
    with pytest.raises(Refused, match="Belum ada barang"):
        plan_cartons(office, save_record(office, Shipment, {}, now).id)


def test_a_thousand_million_pieces_and_huge_weights_are_told_in_a_sentence(
    office: Office, nets: Saved, now: datetime
) -> None:
    many = sent(office, now, (nets, 10**9))
    with pytest.raises(Refused, match="Jaring sabut: lebih dari 100000 kemasan"):
        plan_cartons(office, many.id)
    big = D(10) ** 9
    with pytest.raises(Invalid, match="Terlalu besar"):
        save_record(
            office, Shipment, {"lines": [{"product_id": nets.id, "quantity": big, "unit_net_weight": big}]}, now
        )
    row = {"from_no": 1, "to_no": 1, "product_id": nets.id, "content": big, "net": D(10) ** 12}
    with pytest.raises(Invalid, match="Terlalu besar"):
        save_record(office, Shipment, {"packages": [row]}, now, many.id)
    row = {"from_no": 1, "to_no": 1, "product_id": nets.id, "length": big, "width": big, "height": big}
    with pytest.raises(Invalid, match="Terlalu besar"):
        save_record(office, Shipment, {"packages": [row]}, now, many.id)


@pytest.mark.parametrize(
    ("packages", "price", "sentence"),
    [
        ({"to_no": 10**9, "content": D(1)}, D(1), "1.000.000.000 kemasan terlalu banyak"),
        ({"to_no": 1, "content": D(10**9), "net": D(10) ** 11}, D(1), "Berat seluruhnya terlalu besar"),
        ({"to_no": 10_000, "content": D(100_000), "length": D(10**6), "width": D(10**5), "height": D(10**4)}, D(1),
         "Volume seluruhnya terlalu besar"),
        ({"to_no": 1, "content": D(10**9)}, D(900), "Nilai seluruhnya terlalu besar"),
    ],
)  # fmt: skip
def test_sums_that_no_sheet_holds_stop_the_release(
    office: Office, nets: Saved, now: datetime, packages: dict[str, object], price: Decimal, sentence: str
) -> None:
    line = {"product_id": nets.id, "quantity": D(10**9), "unit_price": price, "unit_net_weight": D("0.001")}
    values = {"lines": [line] * (2 if "Nilai" in sentence else 1), "packages": [
        {"from_no": 1, "product_id": nets.id, **packages}], "currency": "NZD", "rate": D(10_000)}  # fmt: skip
    shipment = save_record(office, Shipment, values, now)
    with pytest.raises(Invalid, match=sentence):
        release_shipment(office, shipment.id, now)
    assert load(office, Shipment, shipment.id)["number"] is None
    assert status_of(office, shipment.id) == "draft"


LINE = st.tuples(
    st.integers(1, 60_000),  # quantity
    st.integers(1, 400),  # in a package
    st.decimals("0.0001", "30", places=4),  # weight of one
    st.decimals("0", "9", places=2),  # tare
    st.sampled_from(["CT", "BL", "SA"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=6), st.booleans())
def test_whatever_is_sent_a_plan_agrees_with_the_goods(
    lines: list[tuple[int, int, Decimal, Decimal, str]], mixed: bool
) -> None:
    goods = [
        Goods(number, f"barang {number}", D(quantity), weight, kind, D(each), tare, D(40), D(30), D(20))
        for number, (quantity, each, weight, tare, kind) in enumerate(lines, 1)
    ]
    rows = plan(goods, mixed).rows
    shipment = Shipment(
        kind="dalam_negeri", currency="IDR", status="draft",
        lines=[ShipmentLine(product_id=g.product_id, name=g.name, quantity=g.quantity, unit="buah",
                            unit_net_weight=g.unit_net) for g in goods],
        packages=[Package(**row) for row in rows],
    )  # fmt: skip
    shipment.complete(datetime(2026, 1, 19).date())
    packed = {g.product_id: sum(row.content * row.count for row in shipment.packages if row.product_id == g.product_id)
              for g in goods}  # fmt: skip
    assert packed == shipment.quantities
    totals = shipment.totals
    assert totals.gross >= totals.net > 0
    assert abs(totals.net - sum(line.net for line in shipment.lines)) <= D("0.0001") * totals.packages * len(goods)
    assert totals.packages == max(row.to_no for row in shipment.packages)
    wrong = [finding for finding in shipment_findings(shipment, Known(), datetime(2026, 1, 19).date()) if finding.wrong]
    assert not wrong, wrong
