"""The recycle bin: listed as one, taken back, gone for good after its time and never before."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.attachment import Attachment
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.history import FORGOTTEN, Change
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.attachments import attach
from lapas_desktop.services.bin import (
    KEPT_DAYS,
    Cleared,
    bin_columns,
    bin_count,
    bin_counts,
    bin_overview,
    bin_page,
    bin_views,
    clear_expired,
    days_left,
    empty_bin,
    take_back,
)
from lapas_desktop.services.maintenance import back_up_on_exit
from lapas_desktop.services.records import Page, Saved, blank, delete_records, load, save_record
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import Office


def found(office: Office, now: datetime, typed: str = "", sort: int = 3) -> Page:
    return bin_page(office, bin_columns(now.date()), typed, sort, True, 0, 50)


def delete_all(office: Office, now: datetime, shipment: Saved, agreement: Saved, product: Saved) -> None:
    delete_records(office, Shipment, [shipment.id], now)
    delete_records(office, Agreement, [agreement.id], now + timedelta(hours=1))
    delete_records(office, Product, [product.id], now + timedelta(hours=2))


def test_all_kinds_stand_in_one_list_newest_first(
    office: Office, shipment: Saved, agreement: Saved, product: Saved, now: datetime
) -> None:
    delete_all(office, now, shipment, agreement, product)
    rows = found(office, now).rows
    assert [row[0] for row in rows] == ["Product", "Agreement", "Shipment"]
    assert [row[1] for row in rows] == ["PRD-0001", "W20.PAS.3-PR.03-01", "DRAF-1"]
    assert rows[2][2] == "Gantungan kunci"
    assert len(found(office, now, "pemasaran").rows) == 1
    assert bin_counts(office, bin_views()) == {
        "all": 3, "Product": 1, "Partner": 0, "Agreement": 1, "Batch": 0, "Shipment": 1, "Addendum": 0,
            "StandardClause": 0,
    }  # fmt: skip


def test_several_kinds_are_taken_back_at_once(
    office: Office, shipment: Saved, agreement: Saved, product: Saved, now: datetime
) -> None:
    delete_all(office, now, shipment, agreement, product)
    take_back(office, found(office, now).ids, now)
    assert bin_count(office) == 0
    assert load(office, Agreement, agreement.id)["deleted_at"] is None


def test_what_has_lain_thirty_days_goes_for_good_and_leaves_one_line_of_history(
    office: Office, product: Saved, now: datetime
) -> None:
    delete_records(office, Product, [product.id], now)
    assert clear_expired(office, now + timedelta(days=KEPT_DAYS, seconds=-1)) == Cleared(0, 0)
    assert clear_expired(office, now + timedelta(days=KEPT_DAYS), "Sari") == Cleared(1, 0)
    with office.session() as session:
        assert session.scalars(select(Product)).all() == []
        (fact,) = session.scalars(select(Change).where(Change.entity == "Product")).all()
    assert (fact.record_id, fact.event, fact.new, fact.who) == (FORGOTTEN, "forgotten", "PRD-0001", "Sari")


def test_a_new_record_takes_neither_code_nor_history_of_one_that_is_gone(
    office: Office, product: Saved, now: datetime
) -> None:
    delete_records(office, Product, [product.id], now)
    empty_bin(office, now)
    values = blank(office, Product)
    assert values["code"] == "PRD-0002"
    saved = save_record(office, Product, {**values, "name": "Keset"}, now)
    with office.session() as session:
        events = session.scalars(select(Change.event).where(Change.record_id == saved.id)).all()
    assert events == ["created"]


def test_what_others_in_the_bin_or_outside_need_stays(
    office: Office, shipment: Saved, agreement: Saved, partner: Saved, product: Saved, now: datetime
) -> None:
    release_shipment(office, shipment.id, now)
    delete_all(office, now, shipment, agreement, product)
    assert empty_bin(office, now + timedelta(days=1)) == Cleared(0, 3)  # its number must never be given again
    note = dict(bin_overview(office, found(office, now).ids[0], now.date()).facts)
    assert note["Tetap disimpan"] == "masih dipakai data lain"


def test_a_chain_goes_whole(
    office: Office, shipment: Saved, agreement: Saved, partner: Saved, product: Saved, now: datetime
) -> None:
    successor = {"title": "Lanjutan", "type": "ekspor", "predecessor_id": agreement.id}
    parties = {"parties": [{"partner_id": None}, {"partner_id": partner.id}]}
    later = save_record(office, Agreement, {**successor, **parties}, now)
    delete_records(office, Agreement, [later.id], now)
    delete_all(office, now, shipment, agreement, product)
    delete_records(office, Partner, [partner.id], now)
    assert empty_bin(office, now + timedelta(days=1)) == Cleared(5, 0)


def test_attached_files_go_with_their_record(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    source = tmp_path / "surat.pdf"
    source.write_bytes(b"%PDF-1.4\n%%EOF\n")
    attach(office, Product, product.id, source, "other", now)
    (kept,) = [path for path in (office.folder / "berkas").rglob("*") if path.is_file()]
    delete_records(office, Product, [product.id], now)
    back_up_on_exit(office, now + timedelta(days=KEPT_DAYS))
    with office.session() as session:
        assert session.scalars(select(Attachment)).all() == []
    assert not kept.exists()
    assert (office.folder / "cadangan" / "berkas").exists()  # the backup made before still has it


def test_what_is_used_is_not_deleted(
    office: Office, shipment: Saved, agreement: Saved, partner: Saved, product: Saved, now: datetime
) -> None:
    for entity, saved, where in (
        (Product, product, "W20.PAS.3-PR.03-01|DRAF-1"),
        (Partner, partner, "W20.PAS.3-PR.03-01|DRAF-1"),
        (Agreement, agreement, "DRAF-1"),
    ):
        with pytest.raises(Refused, match=where):
            delete_records(office, entity, [saved.id], now)
    assert bin_count(office) == 0


def test_days_left(now: datetime) -> None:
    assert days_left(now, now.date()) == 30
    assert days_left(now, now.date() + timedelta(days=29)) == 1
    assert days_left(now, now.date() + timedelta(days=40)) == 0
