"""The stock follows from what was made, sent, given back and corrected; what is counted is told apart."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from lapas_desktop.domain.errors import Invalid
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.overview import overview
from lapas_desktop.services.records import Saved, blank, copied, delete_records, load, save_record
from lapas_desktop.services.shipments import release_shipment, return_shipment, ship_shipment
from lapas_desktop.services.stock import batches_of, stock_account
from lapas_desktop.storage.office import Office


def make(office: Office, product: Saved, now: datetime, **values: object) -> Saved:
    given = {"product_id": product.id, "stage": "selesai", "made": Decimal(600), "rejected": Decimal(20)}
    return save_record(office, Batch, {**blank(office, Batch), **given, **values}, now)


def test_made_sent_back_and_corrected_with_a_balance_at_each_step(
    office: Office, product: Saved, shipment: Saved, now: datetime
) -> None:
    assert stock_account(office, product.id).now is None
    make(office, product, now, ends_on=date(2026, 1, 10))
    change = {"day": date(2026, 1, 12), "direction": "kurang", "quantity": Decimal(5), "reason": "rusak"}
    save_record(office, Product, {"stock_changes": [change]}, now, product.id)
    release_shipment(office, shipment.id, now)
    account = stock_account(office, product.id)
    steps = [(step.entity, step.quantity, step.balance) for step in account.movements]
    assert steps == [("Batch", 580, 580), ("Product", -5, 575), ("Shipment", -500, 75)]
    assert (account.now, account.unit) == (75, "buah")
    assert ("Stok", "75 buah") in overview(office, Product, product.id, now.date()).facts
    ship_shipment(office, shipment.id, now.date(), now)
    return_shipment(office, shipment.id, "rusak", now)
    assert stock_account(office, product.id).now == 575


def test_only_finished_batches_count_and_a_deleted_one_goes(office: Office, product: Saved, now: datetime) -> None:
    batch = make(office, product, now, stage="qc")
    assert stock_account(office, product.id).now is None
    save_record(office, Batch, {"stage": "selesai"}, now, batch.id)
    assert stock_account(office, product.id).now == 580
    delete_records(office, Batch, [batch.id], now)
    assert stock_account(office, product.id).now is None


def test_the_unit_of_what_was_made_stays(office: Office, product: Saved, now: datetime) -> None:
    make(office, product, now)
    with pytest.raises(Invalid):
        save_record(office, Product, {"unit": "kg"}, now, product.id)


def test_a_copy_takes_nothing_along_that_happened_to_the_other(
    office: Office, product: Saved, shipment: Saved, now: datetime
) -> None:
    crews, checks = [{"people": 40}], [{"day": now.date(), "side": "mitra", "result": "lulus"}]
    batch = make(office, product, now, crews=crews, checks=checks, workshop="Bengkel sabut")
    values = copied(office, Batch, batch.id)
    assert (values["product_id"], values["workshop"], values["code"]) == (product.id, "Bengkel sabut", "PRO-0002")
    assert (values["made"], values["rejected"], values["stage"]) == (None, None, "rencana")
    assert values["crews"] == values["checks"] == []
    change = {"day": now.date(), "direction": "tambah", "quantity": Decimal(5), "reason": "hitungan"}
    save_record(office, Product, {"stock_changes": [change]}, now, product.id)
    assert copied(office, Product, product.id)["stock_changes"] == []
    save_record(office, Shipment, {"documents": [{"document": "SKA", "state": "diterima"}]}, now, shipment.id)
    other = copied(office, Shipment, shipment.id)
    assert other["documents"] == [] and other["lines"][0]["quantity"] == 500


def test_a_batch_takes_the_premi_of_its_product_and_can_be_sent_from(
    office: Office, product: Saved, now: datetime
) -> None:
    save_record(office, Product, {"premi_per_unit": Decimal(2500)}, now, product.id)
    other = save_record(office, Product, {**blank(office, Product), "name": "Keset"}, now)
    first = make(office, product, now, ends_on=date(2026, 1, 10))
    second = make(office, product, now, ends_on=date(2026, 1, 17))
    make(office, other, now)
    assert load(office, Batch, first.id)["premi_per_unit"] == 2500
    assert batches_of(office, product.id) == [second.id, first.id]
