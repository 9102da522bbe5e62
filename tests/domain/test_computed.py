"""Values that follow from others: declared once, worked out from what stands in a form, never stored."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.computed import computed_of, sketch
from lapas_desktop.domain.entity import Row, child_class, fields_of
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment

TODAY = date(2026, 1, 19)
RECORDS = (Product, Partner, Agreement, Shipment, OfficeProfile)


def worked_out(record: Row) -> dict[str, Any]:
    return {found.field.name: found.of(record, TODAY) for found in computed_of(type(record))}


def test_no_computed_value_is_a_stored_field_and_each_follows_a_field() -> None:
    for entity in RECORDS:
        for owner in (entity, *(child_class(entity, name) for name in entity.children)):
            stored = {declared.name for declared in fields_of(owner)}
            for found in computed_of(owner):
                assert found.field.name not in stored and found.field.label
                assert not found.after or found.after in stored


def test_the_facts_of_a_section_are_computed_values() -> None:
    for entity in RECORDS:
        known = {found.field.name for found in computed_of(entity)}
        assert {name for section in entity.sections for name in section.facts} <= known


def test_a_shipment_is_summed_up_before_it_is_saved() -> None:
    line = {"product_id": 1, "quantity": Decimal(500), "unit_price": Decimal("1.25"), "unit": "buah",
            "unit_net_weight": Decimal("0.0225")}  # fmt: skip
    box = {"from_no": 1, "to_no": 2, "product_id": 1, "content": Decimal(250), "tare": Decimal("0.5")}
    shipment = sketch(Shipment, {"currency": "NZD", "rate": Decimal(10_000), "lines": [line], "packages": [box]}, TODAY)
    facts = worked_out(shipment)
    assert facts["goods_value"] == Decimal(625)
    assert facts["rupiah_value"] == Decimal(6_250_000)
    assert (facts["package_count"], facts["net"], facts["gross"]) == (2, Decimal("11.25"), Decimal("12.25"))


def test_an_empty_form_has_no_error_and_no_figures() -> None:
    for entity in RECORDS:
        record = sketch(entity, {}, TODAY)
        worked_out(record)
        assert not list(record.doubts())


def test_figures_beyond_all_measure_stay_unknown() -> None:
    huge = Decimal(10) ** 12 - 1
    line = {"product_id": 1, "quantity": huge, "unit_price": huge, "unit_net_weight": huge}
    box = {"from_no": 1, "to_no": 10**9, "length": huge, "width": huge, "height": huge}
    shipment = sketch(Shipment, {"currency": "USD", "rate": huge, "lines": [line], "packages": [box]}, TODAY)
    assert worked_out(shipment)["rupiah_value"] is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(date(2026, 1, 19), date(2027, 1, 18), "1 tahun"), (date(2026, 1, 1), date(2028, 6, 30), "2 tahun 6 bulan"),
     (date(2026, 1, 31), date(2026, 2, 27), "28 hari"), (date(2026, 1, 19), date(2026, 1, 19), "1 hari"),
     (date(2024, 2, 29), date(2025, 2, 28), "1 tahun"), (date(2026, 1, 1), date(2026, 1, 31), "1 bulan")],
)  # fmt: skip
def test_an_agreement_says_how_long_it_lasts(first: date, last: date, words: str) -> None:
    agreement = sketch(Agreement, {"starts_on": first, "ends_on": last, "notice_days": 90, "stage": "draft"}, TODAY)
    assert worked_out(agreement)["duration"] == words


def doubts(entity: type[Row], values: dict[str, Any]) -> dict[str, str]:
    return {doubt.field: doubt.message for doubt in sketch(entity, values, TODAY).doubts()}


def test_the_same_product_or_party_twice_is_doubted() -> None:
    assert doubts(Shipment, {"lines": [{"product_id": 1}, {"product_id": 2}, {"product_id": 1}]}) == {
        "lines[2].product_id": "Sudah ada di baris 1."
    }
    parties = [{"partner_id": None}, {"partner_id": 4}, {"partner_id": None}, {"partner_id": 4}]
    assert list(doubts(Agreement, {"parties": parties})) == ["parties[3].partner_id"]
    officers = [{"name": "Sutrisno", "job": "Kepala"}, {"name": "SUTRISNO", "job": "kepala"}]
    assert list(doubts(OfficeProfile, {"officers": officers})) == ["officers[1].name"]


def test_package_numbers_that_overlap_are_doubted_but_a_mixed_package_is_not() -> None:
    def spans(*pairs: tuple[int | None, int | None]) -> list[str]:
        return list(doubts(Shipment, {"packages": [{"from_no": first, "to_no": last} for first, last in pairs]}))

    assert spans((1, 3), (3, 5)) == ["packages[1].from_no"]
    assert spans((1, 3), (1, 3), (4, 4), (None, 2)) == []
