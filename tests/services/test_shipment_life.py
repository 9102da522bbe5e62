"""The way of a shipment: steps, what is frozen, what stays open, stock and quality."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from lapas_desktop.domain.errors import Damaged, Invalid, Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.freezing import as_json, from_json
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.services.shipment_checks import shipment_checks
from lapas_desktop.services.shipments import (
    deliver_shipment,
    pack_shipment,
    release_shipment,
    return_shipment,
    revise_shipment,
    ship_shipment,
    step_back,
    void_shipment,
)
from lapas_desktop.services.stock import movements, stock
from lapas_desktop.storage.office import Office


def status(office: Office, shipment: Saved) -> str:
    return load(office, Shipment, shipment.id)["status"]


def make_batch(office: Office, product: Saved, now: datetime, **more: object) -> Saved:
    values = {**blank(office, Batch), "product_id": product.id, "stage": "selesai", "made": Decimal(600),
              "rejected": Decimal(20), "starts_on": date(2026, 1, 5), "ends_on": date(2026, 1, 16)}  # fmt: skip
    return save_record(office, Batch, values | more, now)


def messages(office: Office, shipment: Saved, on: date) -> str:
    return "\n".join(check.finding.message for check in shipment_checks(office, shipment.id, on))


def test_a_shipment_goes_its_way_and_each_step_waits_for_the_one_before(
    office: Office, shipment: Saved, now: datetime
) -> None:
    with pytest.raises(Refused, match="Rilis dulu"):
        ship_shipment(office, shipment.id, now.date(), now)
    pack_shipment(office, shipment.id, now)
    assert load(office, Shipment, shipment.id)["packed_on"] == now.date()
    release_shipment(office, shipment.id, now)
    with pytest.raises(Invalid, match="mendahului"):
        ship_shipment(office, shipment.id, now.date() - timedelta(days=1), now)
    ship_shipment(office, shipment.id, date(2026, 1, 20), now)
    with pytest.raises(Refused, match="sudah dikirim"):
        void_shipment(office, shipment.id, "x", now)
    deliver_shipment(office, shipment.id, date(2026, 2, 3), now, received_by="Rodney", accepted={0: Decimal(490)})
    stored = load(office, Shipment, shipment.id)
    assert (stored["status"], stored["received_by"], stored["lines"][0]["accepted"]) == ("delivered", "Rodney", 490)
    step_back(office, shipment.id, now)
    assert status(office, shipment) == "shipped"
    return_shipment(office, shipment.id, "kemasan rusak", now)
    stored = load(office, Shipment, shipment.id)
    assert stored["status"] == "returned" and "kemasan rusak" in stored["notes"]


def test_more_cannot_be_accepted_than_was_sent(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, now)
    with pytest.raises(Invalid, match="melebihi"):
        deliver_shipment(office, shipment.id, now.date(), now, accepted={0: Decimal(501)})
    assert status(office, shipment) == "released"


def test_papers_say_what_was_frozen_and_a_revision_is_told(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, now)
    with pytest.raises(Invalid, match="buka revisi"):
        save_record(office, Shipment, {"currency": "USD"}, now, shipment.id)
    lines = load(office, Shipment, shipment.id)["lines"]
    with pytest.raises(Invalid, match="buka revisi"):
        save_record(office, Shipment, {"lines": [{**lines[0], "quantity": Decimal(501)}]}, now, shipment.id)
    save_record(office, Product, {"name": "Nama baru", "brand": "Merek baru"}, now, lines[0]["product_id"])
    save_record(office, Shipment, {"transport_document": "BL-7"}, now, shipment.id)  # known only on the way
    paper = manifest_of(office, shipment.id, now.date())
    assert paper.lines[0].brand == "TANPA MEREK" and paper.transport.bill == "BL-7"
    assert paper.reference == "KRM-2026-001" and not paper.is_draft

    with pytest.raises(Invalid, match="Wajib"):
        revise_shipment(office, shipment.id, " ", now)
    revise_shipment(office, shipment.id, "jumlah salah", now)
    save_record(office, Shipment, {"currency": "USD"}, now, shipment.id)
    again = release_shipment(office, shipment.id, now)
    paper = manifest_of(office, shipment.id, now.date())
    assert again.reference == "KRM-2026-001" and paper.reference == "KRM-2026-001/R1"
    assert (paper.money.currency, paper.lines[0].brand) == ("USD", "Merek baru")


def test_a_frozen_paper_that_was_tampered_with_is_not_printed(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, now)
    with office.transaction() as session:
        session.execute(text("UPDATE frozen_shipment SET content = replace(content, '500', '900')"))
    with pytest.raises(Damaged, match="KRM-2026-001"):
        manifest_of(office, shipment.id, now.date())


def test_what_is_frozen_comes_back_as_it_was(office: Office, shipment: Saved, now: datetime) -> None:
    paper = manifest_of(office, shipment.id, now.date())
    bare = replace(paper, office=replace(paper.office, kop=replace(paper.office.kop, logo=None, logo_right=None)))
    assert from_json(as_json(paper)) == bare


def test_the_number_of_a_void_shipment_stays(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, now)
    void_shipment(office, shipment.id, "pesanan ditarik", now)
    paper = manifest_of(office, shipment.id, now.date())
    assert paper.is_void and paper.reference == "KRM-2026-001"


def test_stock_follows_from_batches_shipments_and_corrections(
    office: Office, product: Saved, shipment: Saved, now: datetime
) -> None:
    assert stock(office, [product.id]) == {}
    make_batch(office, product, now)
    change = {"day": now.date(), "direction": "kurang", "quantity": Decimal(5), "reason": "rusak kena air"}
    save_record(office, Product, {"stock_changes": [change]}, now, product.id)
    assert stock(office, [product.id]) == {product.id: Decimal(575)}
    assert "melebihi stok" not in messages(office, shipment, now.date())
    release_shipment(office, shipment.id, now)
    assert stock(office) == {product.id: Decimal(75)}
    assert "melebihi stok" not in messages(office, shipment, now.date())  # its own goods are not counted twice
    steps = movements(office, product.id)
    assert [step.quantity for step in steps] == [580, -5, -500] and steps[-1].balance == 75
    return_shipment_after(office, shipment, now)
    assert stock(office) == {product.id: Decimal(575)}


def return_shipment_after(office: Office, shipment: Saved, now: datetime) -> None:
    ship_shipment(office, shipment.id, now.date(), now)
    return_shipment(office, shipment.id, "salah alamat", now)


def test_goods_that_failed_quality_control_wait_for_a_reason(
    office: Office, product: Saved, shipment: Saved, now: datetime
) -> None:
    check = {"day": date(2026, 1, 17), "side": "mitra", "result": "gagal"}
    batch = make_batch(office, product, now, checks=[{**check, "day": date(2026, 1, 10), "result": "lulus"}, check])
    stored = load(office, Shipment, shipment.id)
    save_record(office, Shipment, {"lines": [{**stored["lines"][0], "batch_id": batch.id}]}, now, shipment.id)
    with pytest.raises(Invalid, match="gagal QC"):
        release_shipment(office, shipment.id, now)
    assert load(office, Shipment, shipment.id)["number"] is None
    save_record(office, Shipment, {"quality_reason": "pembeli menerima dengan potongan"}, now, shipment.id)
    assert release_shipment(office, shipment.id, now).reference == "KRM-2026-001"


def test_packages_that_disagree_with_the_goods_stop_the_release(office: Office, shipment: Saved, now: datetime) -> None:
    stored = load(office, Shipment, shipment.id)
    packages = [{**stored["packages"][0], "to_no": 1}, stored["packages"][1]]
    save_record(office, Shipment, {"packages": packages}, now, shipment.id)
    told = messages(office, shipment, now.date())
    assert "dikemas 300, seharusnya 500" in told and "Nomor kemasan 2 sampai 2 tidak ada" in told
    with pytest.raises(Invalid, match="dikemas 300"):
        release_shipment(office, shipment.id, now)


def test_the_matrix_names_the_papers_of_a_destination(
    office: Office, product: Saved, shipment: Saved, now: datetime
) -> None:
    save_record(office, Product, {"material_class": "sabut"}, now, product.id)
    told = messages(office, shipment, now.date())
    assert "Form AANZ" in told and "fitosanitari" in told and "Form B" not in told
    row = {"document": "SKA", "state": "tidak perlu"}
    with pytest.raises(Invalid, match="alasan"):
        save_record(office, Shipment, {"documents": [row]}, now, shipment.id)
    row |= {"reason": "pembeli tidak meminta"}
    save_record(office, Shipment, {"documents": [row]}, now, shipment.id)
    assert "Form AANZ" not in messages(office, shipment, now.date())
