from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Conflict, Invalid
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.history import history_of
from lapas_desktop.services.records import Saved, delete_records, load, restore_records, save_record
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import Office


def steps(office: Office, entity: type[Record], saved: Saved) -> list[tuple[str, str, str]]:
    """(label or event, old, new), newest first."""
    return [(line.label or line.event, line.old, line.new) for line in history_of(office, entity, saved.id)]


def test_a_new_record_is_one_line(office: Office, product: Saved, now: datetime) -> None:
    (line,) = history_of(office, Product, product.id)
    assert (line.event, line.new, line.at, line.who) == ("Dibuat", "PRD-0001", now, "")


def test_only_what_changed_is_written_as_people_read_it(office: Office, product: Saved, now: datetime) -> None:
    values = load(office, Product, product.id)
    later = now + timedelta(hours=1)
    changed = {"unit_net_weight": Decimal("0.0225"), "hs_verified": True, "origin_country": "NZ"}
    save_record(office, Product, {**values, **changed}, later, product.id, "Siti\u202e A.")
    lines = history_of(office, Product, product.id)
    assert {(line.label, line.old, line.new) for line in lines[:-1]} == {
        ("Berat bersih per satuan (kg)", "", "0,0225"),
        ("HS sudah diverifikasi", "tidak", "ya"),
        ("Negara asal", "Indonesia", "Selandia Baru"),
    }
    assert {(line.at, line.who) for line in lines[:-1]} == {(later, "Siti A.")}


def test_a_save_that_changes_nothing_writes_nothing(office: Office, shipment: Saved, now: datetime) -> None:
    save_record(office, Shipment, load(office, Shipment, shipment.id), now, shipment.id)
    assert len(steps(office, Shipment, shipment)) == 1


def test_a_link_is_told_by_caption_before_and_after(
    office: Office, product: Saved, partner: Saved, now: datetime
) -> None:
    save_record(office, Product, {"maker_id": partner.id}, now, product.id)
    save_record(office, Product, {"maker_id": None}, now, product.id)
    assert steps(office, Product, product)[:2] == [
        ("Produsen/IKM", "MTR-0001 · PT Coir", ""),
        ("Produsen/IKM", "", "MTR-0001 · PT Coir"),
    ]


def test_cells_rows_and_their_order_are_told(office: Office, shipment: Saved, product: Saved, now: datetime) -> None:
    lines = load(office, Shipment, shipment.id)["lines"]
    save_record(office, Shipment, {"lines": [{**lines[0], "quantity": Decimal(600)}]}, now, shipment.id)
    assert steps(office, Shipment, shipment)[0] == ("Barang 1: Jumlah", "500", "600")
    more = [*load(office, Shipment, shipment.id)["lines"], {"product_id": product.id, "quantity": Decimal(7)}]
    save_record(office, Shipment, {"lines": more}, now, shipment.id)
    label, old, new = steps(office, Shipment, shipment)[0]
    assert (label, old, new.split("; ")[:2]) == ("Barang 2", "", ["PRD-0001 · Gantungan kunci", "7"])
    first, second = load(office, Shipment, shipment.id)["lines"]
    save_record(office, Shipment, {"lines": [second, first]}, now, shipment.id)
    assert steps(office, Shipment, shipment)[0] == ("Barang", "", "urutan diubah")
    save_record(office, Shipment, {"lines": [first]}, now, shipment.id)
    assert (steps(office, Shipment, shipment)[0][0], steps(office, Shipment, shipment)[0][2]) == ("Barang 1", "")


def test_the_bin_and_the_release_are_events(office: Office, shipment: Saved, now: datetime) -> None:
    delete_records(office, Shipment, [shipment.id], now, "Budi")
    restore_records(office, Shipment, [shipment.id], now)
    released = release_shipment(office, shipment.id, now, "Ani")
    found = steps(office, Shipment, shipment)
    assert ("Dirilis", "", released.reference) in found
    assert ("Nomor", "", "KRM-2026-001") in found
    assert ("Status", "Konsep", "Dirilis") in found
    assert [label for label, _old, _new in found if label in ("Dihapus", "Dikembalikan", "Dibuat")] == [
        "Dikembalikan", "Dihapus", "Dibuat",
    ]  # fmt: skip
    assert [line.who for line in history_of(office, Shipment, shipment.id) if line.event == "Dihapus"] == ["Budi"]


def test_what_is_not_saved_stands_in_no_history(office: Office, product: Saved, now: datetime) -> None:
    with pytest.raises(Invalid):
        save_record(office, Product, {"name": "Baru", "unit_net_weight": Decimal(0)}, now, product.id)
    with pytest.raises(Conflict):
        save_record(office, Product, {"name": "Baru", "version": 99}, now, product.id)
    assert len(steps(office, Product, product)) == 1


def test_long_and_hostile_texts_are_cut_and_kept(office: Office, product: Saved, now: datetime) -> None:
    save_record(office, Product, {"notes": "<b>%s{0}" + "x" * 10_000}, now, product.id)
    (_label, _old, new) = steps(office, Product, product)[0]
    assert new.startswith("<b>%s{0}xxx")
    assert len(new) == 2000
    assert new.endswith("…")


def test_dates_are_told_as_they_are_shown(office: Office, draft: Saved, now: datetime) -> None:
    values = load(office, Agreement, draft.id)
    save_record(office, Agreement, {**values, "ends_on": date(2028, 1, 18)}, now, draft.id)
    assert steps(office, Agreement, draft)[0] == ("Berakhir", "18 Jan 2027", "18 Jan 2028")


def test_records_of_other_kinds_keep_their_own_history(office: Office, product: Saved, partner: Saved) -> None:
    assert product.id == partner.id
    assert [step[2] for step in steps(office, Partner, partner)] == ["MTR-0001"]
