from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.carton_plan import MOST_PACKAGES, Goods, loads, plan, unpacked

QUANTITIES = st.integers(1, 40_000).map(Decimal)
LINES = st.lists(
    st.builds(
        Goods, st.integers(1, 9), st.just("barang"), QUANTITIES, st.decimals("0.0001", "20", places=4),
        per_pack=st.integers(1, 500).map(Decimal), tare=st.decimals("0", "5", places=2),
    ),
    max_size=8,
)  # fmt: skip


@given(LINES, st.booleans())
def test_every_piece_is_packed_once_and_numbers_run_without_gap(goods: list[Goods], mixed: bool) -> None:
    made = plan(goods, mixed)
    assert not made.unplanned
    packages = [SimpleNamespace(count=row["to_no"] - row["from_no"] + 1, **row) for row in made.rows]
    assert all(left == 0 for left in unpacked(goods, packages).values())
    spans = sorted({(row["from_no"], row["to_no"]) for row in made.rows})
    expected = 1
    for first, last in spans:
        assert first == expected <= last
        expected = last + 1
    assert all(row["gross"] >= row["net"] for row in made.rows)


def test_case_five_fills_cartons_and_one_with_the_rest() -> None:
    nets = Goods(1, "Jaring sabut", Decimal(5410), Decimal("3.2"), "BL", Decimal(20), Decimal("0.8"))
    rows = plan([nets]).rows
    assert [(row["from_no"], row["to_no"], row["content"]) for row in rows] == [(1, 270, 20), (271, 271, 10)]
    assert (rows[0]["net"], rows[0]["gross"], rows[1]["net"]) == (Decimal(64), Decimal("64.8"), Decimal(32))


def test_rests_share_a_carton_when_asked() -> None:
    goods = [Goods(1, "a", Decimal(25), Decimal(1), per_pack=Decimal(10), tare=Decimal(1)),
             Goods(2, "b", Decimal(3), Decimal(2), per_pack=Decimal(10), tare=Decimal(1))]  # fmt: skip
    rows = plan(goods, mixed_rest=True).rows
    assert [(row["from_no"], row["to_no"], row["product_id"]) for row in rows] == [(1, 2, 1), (3, 3, 1), (3, 3, 2)]
    assert sum(row["tare"] or 0 for row in rows[1:]) == 1


def test_goods_without_usual_packing_are_named() -> None:
    assert plan([Goods(1, "Kursi", Decimal(4), None)]).unplanned == ("Kursi",)
    with pytest.raises(ValueError, match="banyak"):
        plan([Goods(1, "banyak", Decimal(10**9), None, per_pack=Decimal(1))])
    assert MOST_PACKAGES >= 2000


def test_what_limits_a_container_is_told() -> None:
    light, heavy = loads(Decimal(60), Decimal(1000)), loads(Decimal(1), Decimal(30_000))
    assert [load.needed for load in light] == [50, 3, 2, 1] and not any(load.by_weight for load in light)
    assert [load.needed for load in heavy] == [30, 2, 2, 2] and all(load.by_weight for load in heavy)
    assert loads(Decimal(0), Decimal(0)) == []
