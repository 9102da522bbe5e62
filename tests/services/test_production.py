"""Production in lists, search, bin and on Beranda: the same words as on its form."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch, Crew
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.bin import bin_columns, bin_page, empty_bin
from lapas_desktop.services.finder import find_everything
from lapas_desktop.services.lists import columns_of, view_counts, views_of
from lapas_desktop.services.overview import overview
from lapas_desktop.services.records import Saved, blank, delete_records, list_page, save_record
from lapas_desktop.services.shipments import deliver_shipment, release_shipment
from lapas_desktop.services.today import today
from lapas_desktop.storage.office import Office

DAY = date(2026, 1, 12)


def check(result: str, day: date = DAY) -> dict[str, Any]:
    return {"day": day, "side": "mitra", "result": result, "inspector": "PT Coir"}


def make(office: Office, product: Saved, now: datetime, stage: str = "selesai", *checks: Any, **more: Any) -> Saved:
    given = {"product_id": product.id, "stage": stage, "made": Decimal(500), "checks": list(checks), **more}
    return save_record(office, Batch, {**blank(office, Batch), **given}, now)


@pytest.fixture
def batches(office: Office, product: Saved, now: datetime) -> list[Saved]:
    later = DAY + timedelta(days=1)
    return [
        make(office, product, now, "selesai", check("lulus"), rejected=Decimal(20)),
        make(office, product, now, "selesai", check("gagal"), check("catatan", later)),
        make(office, product, now, "selesai", check("lulus"), check("gagal")),  # of one day the one entered last
        make(office, product, now, "selesai", check("gagal", later), check("lulus")),
        make(office, product, now, "qc"),
        make(office, product, now, "produksi", ends_on=DAY, made=None),
        make(office, product, now, "rencana", ends_on=date(2026, 3, 1), made=None),
    ]


def test_the_list_and_the_record_agree_on_quality_and_what_passed(
    office: Office, batches: list[Saved], now: datetime
) -> None:
    columns = columns_of(Batch, now.date())
    page = list_page(office, Batch, columns, "", 0, False, 0, 100)
    heads = [column.label for column in columns]
    quality, passed = heads.index("Mutu"), heads.index(next(head for head in heads if head.endswith("Lulus")))
    with office.session() as session:
        records = {batch.id: batch for batch in session.scalars(select(Batch))}
        assert {one: row[quality] for one, row in zip(page.ids, page.rows, strict=True)} == {
            one: batch.quality for one, batch in records.items()
        }
        shown = {one: row[passed] for one, row in zip(page.ids, page.rows, strict=True)}
        assert shown == {one: batch.passed if batch.made else None for one, batch in records.items()}
    assert len({row[quality] for row in page.rows}) == 3


def test_each_view_shows_its_own(office: Office, batches: list[Saved], now: datetime) -> None:
    assert view_counts(office, Batch, views_of(Batch, now.date())) == {
        "all": 7, "working": 2, "late": 1, "unchecked": 1, "failed": 2, "done": 4, "archived": 0,
    }  # fmt: skip


def test_it_is_found_looked_at_and_lies_in_the_bin(office: Office, batches: list[Saved], now: datetime) -> None:
    hit = find_everything(office, "PRO-0003", now.date(), [])[0]
    assert (hit.title, hit.place, hit.entity) == ("PRO-0003", "production", Batch)
    assert hit.subtitle == "Produksi · Gantungan kunci · Selesai · QC gagal"
    shown = overview(office, Batch, batches[0].id, now.date())
    assert (shown.status_word, dict(shown.facts)["Lulus"]) == ("QC lulus", "480 buah")
    assert shown.tables[0].rows == [("12 Jan 2026 · PT Coir", "Lulus")]
    delete_records(office, Batch, [batches[0].id], now)
    assert bin_page(office, bin_columns(now.date()), "", 0, False, 0, 9).rows[0][1:3] == ("PRO-0001", "Gantungan kunci")
    assert empty_bin(office, now).gone == 1


def told(office: Office, now: datetime, title: str) -> list[int]:
    return [todo.record_id for todo in today(office, now).todos if todo.title == title]


def test_beranda_tells_what_is_behind_unchecked_and_failed(office: Office, batches: list[Saved], now: datetime) -> None:
    failed = "Barang gagal QC belum ditangani"
    assert told(office, now, "Produksi lewat waktu 7 hari") == [batches[5].id]
    assert told(office, now, "Produksi belum diperiksa mutunya") == [batches[4].id]
    assert told(office, now, failed) == [batches[2].id, batches[3].id]
    assert today(office, now).badges["production"] == 4
    save_record(office, Batch, {"rejected": Decimal(500)}, now, batches[2].id)
    save_record(office, Batch, {"checks": [check("lulus", now.date())]}, now, batches[3].id)
    assert told(office, now, failed) == []


def test_failed_goods_that_were_sent_for_a_reason_are_dealt_with(office: Office, product: Saved, now: datetime) -> None:
    batch = make(office, product, now, "selesai", check("gagal"))
    line = {"product_id": product.id, "quantity": Decimal(5), "batch_id": batch.id}
    values = {"kind": "dalam_negeri", "lines": [line], "quality_reason": "Pembeli menerimanya"}
    shipment = save_record(office, Shipment, values, now)
    assert told(office, now, "Barang gagal QC belum ditangani") == [batch.id]
    release_shipment(office, shipment.id, now)
    assert told(office, now, "Barang gagal QC belum ditangani") == []


def test_a_shop_that_says_nothing_is_asked_until_all_is_sold_or_back(
    office: Office, product: Saved, now: datetime
) -> None:
    lines = [{"product_id": product.id, "quantity": Decimal(10)}]
    shipment = save_record(office, Shipment, {"kind": "titip_jual", "lines": lines}, now)
    release_shipment(office, shipment.id, now)
    deliver_shipment(office, shipment.id, now.date(), now)
    later = now + timedelta(days=90)
    assert not told(office, later - timedelta(days=1), "Barang titipan tanpa kabar 89 hari")
    assert told(office, later, "Barang titipan tanpa kabar 90 hari") == [shipment.id]
    sold = {"day": date(2026, 4, 1), "product_id": product.id, "what": "terjual", "quantity": Decimal(6)}
    save_record(office, Shipment, {"sales": [sold]}, now, shipment.id)
    assert not any("titipan" in todo.title for todo in today(office, later).todos)
    much_later = datetime(2026, 8, 1, 8)
    assert told(office, much_later, "Barang titipan tanpa kabar 122 hari") == [shipment.id]
    back = {"day": date(2026, 7, 1), "product_id": product.id, "what": "kembali", "quantity": Decimal(4)}
    save_record(office, Shipment, {"sales": [sold, back]}, now, shipment.id)
    assert not any("titipan" in todo.title for todo in today(office, datetime(2027, 1, 1)).todos)


@pytest.mark.parametrize(
    ("remark", "doubtful"),
    [("Ahmad bin Salim", True), ("reg. B.I 123/2024", True), ("a.n. Budi", True), ("regu pagi", False), ("", False)],
)
def test_a_name_or_a_register_number_is_doubted(remark: str, doubtful: bool) -> None:
    batch = Batch(crews=[Crew(people=3, remark=remark)], checks=[])
    assert bool(list(batch.doubts())) == doubtful


def test_a_product_that_is_made_is_not_deleted(office: Office, product: Saved, now: datetime) -> None:
    make(office, product, now)
    with pytest.raises(Refused, match="PRO-0001"):
        delete_records(office, Product, [product.id], now)
