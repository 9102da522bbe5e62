from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Conflict, Invalid, Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.bin import bin_contents
from lapas_desktop.services.lists import columns_of
from lapas_desktop.services.records import (
    Saved,
    blank,
    delete_records,
    link_choices,
    list_count,
    list_page,
    load,
    restore_records,
    save_record,
)
from lapas_desktop.storage.office import Office

HOSTILE = ["PT <b>Maju & Jaya</b>", '=HYPERLINK("x")', '<font color="[[[">', "CON", "a/b:c", "שלום עולם", "خيزران",
           "'; DROP TABLE product; --", "100%_\\", "Te Māori", "한글", "😀", "{0}%s$x"]  # fmt: skip
ENTITIES = (Product, Partner, Agreement, Shipment, OfficeProfile)


def problems_of(error: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {problem.field for problem in error.value.problems}


def listed(office: Office, entity: type[Record], now: datetime, typed: str = "") -> list[tuple[Any, ...]]:
    return list(list_page(office, entity, columns_of(entity, now.date()), typed, 0, False, 0, 100).rows)


def test_what_is_saved_is_loaded(office: Office, shipment: Saved, product: Saved) -> None:
    values = load(office, Shipment, shipment.id)
    assert values["reference"] == f"DRAF-{shipment.id}"
    assert values["lines"][0]["unit_price"] == Decimal("1.25")
    assert values["lines"][0]["name"] == "Gantungan kunci"
    assert [package["gross"] for package in values["packages"]] == [Decimal("5.0"), Decimal("2.75")]


def test_a_save_may_leave_fields_out(office: Office, product: Saved, now: datetime) -> None:
    saved = save_record(office, Product, {"kind": "kerajinan"}, now, product.id)
    values = load(office, Product, product.id)
    assert (values["name"], values["kind"], values["version"]) == ("Gantungan kunci", "kerajinan", saved.version)
    assert saved.version > product.version


def test_the_second_of_two_editors_is_told(office: Office, product: Saved, now: datetime) -> None:
    opened = load(office, Product, product.id)
    save_record(office, Product, {**opened, "name": "Pertama"}, now, product.id)
    with pytest.raises(Conflict, match="diubah di tempat lain"):
        save_record(office, Product, {**opened, "name": "Kedua"}, now, product.id)
    assert load(office, Product, product.id)["name"] == "Pertama"


def test_every_problem_is_told_at_once(office: Office, now: datetime) -> None:
    values = {"code": "P1", "name": "", "unit_net_weight": Decimal(0), "hs_code": "12", "quality_items": [{}]}
    with pytest.raises(Invalid) as caught:
        save_record(office, Product, {**values, "hs_code": None}, now)
    assert problems_of(caught) == {"name", "unit_net_weight", "quality_items[0].item"}


def test_a_text_that_cannot_be_kept_is_told(office: Office, now: datetime) -> None:
    values = {"code": "P1", "name": "x" * 10_000, "hs_code": "12", "quality_items": [{"item": "y" * 301}]}
    with pytest.raises(Invalid) as caught:
        save_record(office, Product, values, now)
    assert problems_of(caught) == {"name", "hs_code", "quality_items[0].item"}


def test_nothing_is_written_when_something_is_wrong(office: Office, product: Saved, now: datetime) -> None:
    with pytest.raises(Invalid):
        save_record(office, Product, {"name": None, "quality_items": [{"item": "ukuran"}]}, now, product.id)
    values = load(office, Product, product.id)
    assert (values["name"], values["version"], values["quality_items"]) == ("Gantungan kunci", product.version, [])


def test_rows_are_added_moved_and_removed(office: Office, product: Saved, now: datetime) -> None:
    def items() -> list[dict[str, Any]]:
        return load(office, Product, product.id)["quality_items"]

    save_record(office, Product, {"quality_items": [{"item": name} for name in "abc"]}, now, product.id)
    a, b, c = items()
    save_record(office, Product, {"quality_items": [c, {"item": "d"}, a]}, now, product.id)
    assert [row["item"] for row in items()] == ["c", "d", "a"]
    assert [items()[0]["id"], items()[2]["id"]] == [c["id"], a["id"]]
    assert b["id"] not in {row["id"] for row in items()}
    save_record(office, Product, {"quality_items": []}, now, product.id)
    assert items() == []


def test_a_row_of_another_record_is_not_taken_over(office: Office, product: Saved, now: datetime) -> None:
    save_record(office, Product, {"quality_items": [{"item": "ukuran"}]}, now, product.id)
    row = load(office, Product, product.id)["quality_items"][0]
    other = save_record(office, Product, {"code": "P2", "name": "Lain", "quality_items": [row]}, now)
    assert load(office, Product, product.id)["quality_items"][0]["id"] == row["id"]
    assert load(office, Product, other.id)["quality_items"][0]["id"] != row["id"]


def test_delete_and_restore_go_through_the_bin(office: Office, product: Saved, now: datetime) -> None:
    delete_records(office, Product, [product.id], now)
    assert list_count(office, Product, "") == 0
    assert [(found.entity, found.id) for found in bin_contents(office)] == [(Product, product.id)]
    restore_records(office, Product, [product.id], now)
    assert list_count(office, Product, "") == 1
    assert bin_contents(office) == []


def test_a_delete_of_many_is_all_or_nothing(office: Office, product: Saved, now: datetime) -> None:
    with pytest.raises(Refused, match="sudah tidak ada"):
        delete_records(office, Product, [product.id, 999], now)
    assert list_count(office, Product, "") == 1


@pytest.mark.parametrize(("first", "second"), [("AB-1", "ab-1"), ("É-1", "É-1"), ("x", " X ")])
def test_a_code_is_unique_whatever_its_case(office: Office, now: datetime, first: str, second: str) -> None:
    saved = save_record(office, Product, {"code": first, "name": "Satu"}, now)
    with pytest.raises(Invalid, match="sudah dipakai"):
        save_record(office, Product, {"code": second, "name": "Dua"}, now)
    delete_records(office, Product, [saved.id], now)
    with pytest.raises(Invalid, match="sudah dipakai"):
        save_record(office, Product, {"code": second, "name": "Dua"}, now)
    save_record(office, Product, {"code": first, "name": "Satu lagi"}, now, saved.id)


def test_a_proposed_code_is_new_even_after_a_delete(office: Office, product: Saved, now: datetime) -> None:
    assert load(office, Product, product.id)["code"] == "PRD-0001"
    delete_records(office, Product, [product.id], now)
    assert blank(office, Product)["code"] == "PRD-0002"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_kept_as_typed_and_found(office: Office, now: datetime, hostile: str) -> None:
    values = {"code": "P1", "name": hostile, "notes": hostile * 3, "quality_items": [{"item": hostile}]}
    saved = save_record(office, Product, values, now)
    loaded = load(office, Product, saved.id)
    assert (loaded["name"], loaded["notes"]) == (hostile, hostile * 3)
    assert loaded["quality_items"][0]["item"] == hostile
    assert list_count(office, Product, hostile) == 1
    assert listed(office, Product, now, hostile)[0][1] == hostile


def test_long_text_is_kept_to_the_last_letter(office: Office, now: datetime) -> None:
    saved = save_record(office, Product, {"code": "P1", "name": "n" * 300, "notes": "ā" * 10_000}, now)
    loaded = load(office, Product, saved.id)
    assert (loaded["name"], loaded["notes"]) == ("n" * 300, "ā" * 10_000)


def test_what_nobody_can_see_is_not_stored(office: Office, now: datetime) -> None:
    values = {"code": "P\u200b1\u200d", "name": "a\x00b\ud800c\u202e", "notes": "1\r\n2\x07"}
    loaded = load(office, Product, save_record(office, Product, values, now).id)
    assert (loaded["code"], loaded["name"], loaded["notes"]) == ("P1", "abc", "1\n2")


@pytest.mark.parametrize("entity", ENTITIES)
def test_an_empty_form_names_what_is_missing_or_saves(office: Office, now: datetime, entity: type[Record]) -> None:
    try:
        save_record(office, entity, blank(office, entity), now)
    except Invalid as error:
        assert all(problem.message.endswith((".", "%")) for problem in error.problems)


@pytest.mark.parametrize("entity", ENTITIES)
def test_what_is_gone_is_refused(office: Office, now: datetime, entity: type[Record]) -> None:
    with pytest.raises(Refused, match="sudah tidak ada"):
        load(office, entity, 999)
    with pytest.raises(Refused, match="sudah tidak ada"):
        save_record(office, entity, {}, now, 999)


def test_the_signatory_of_the_day_is_copied_at_signing(
    office: Office, agreement: Saved, partner: Saved, now: datetime
) -> None:
    values = load(office, Partner, partner.id)
    save_record(office, Partner, {"signatories": [{"name": "Orang baru"}]}, now, partner.id)
    save_record(office, Agreement, {"notes": "Tetap"}, now, agreement.id)
    party = load(office, Agreement, agreement.id)["parties"][1]
    assert party["signatory_name"] == values["signatories"][0]["name"] == "Rangi Pōtiki"


def test_a_notice_longer_than_history_is_kept(office: Office, draft: Saved, now: datetime) -> None:
    save_record(office, Agreement, {"notice_days": 10**9}, now, draft.id)
    sign_agreement(office, draft.id, now)
    assert listed(office, Agreement, now)[0][4] == "ending"


def test_a_reference_offers_live_records(office: Office, product: Saved, partner: Saved, now: datetime) -> None:
    assert link_choices(office, "Product") == [(product.id, "Gantungan kunci · PRD-0001")]
    assert link_choices(office, "Partner") == [(partner.id, "PT Coir · MTR-0001")]
    delete_records(office, Product, [product.id], now)
    assert link_choices(office, "Product") == []


def test_the_dates_of_the_period_stay_in_order(office: Office, draft: Saved, now: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, {"ends_on": date(2026, 1, 18)}, now, draft.id)
    assert problems_of(caught) == {"ends_on"}
