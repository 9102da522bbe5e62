"""Reports about goods: every figure from the data, on paper and in a workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, blank, save_record
from lapas_desktop.services.reports import REPORTS, Asked, Report, write_report
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import Office
from tests.documents.samples import page_texts

BY_KEY = {report.key: report for report in REPORTS}
ABOUT_GOODS = [BY_KEY[key] for key in ("production", "stock", "sdp_products", "sdp_activities")]


@pytest.fixture
def asked(now: datetime) -> Asked:
    return Asked(date(2026, 1, 1), date(2026, 1, 31), now.date())


@pytest.fixture
def batch(office: Office, product: Saved, partner: Saved, now: datetime) -> Saved:
    about = {"kind": "Kerajinan", "price_local": Decimal(25000), "lead_time": 2, "premi_per_unit": Decimal(2500)}
    save_record(office, Product, about, now, product.id)
    return make(office, product, now, 400, 10, date(2026, 1, 16), partner_id=partner.id, workshop="Bengkel getah")


def make(office: Office, product: Saved, now: datetime, made: int, people: int, day: date, **more: object) -> Saved:
    given = {
        "product_id": product.id, "stage": "selesai", "made": Decimal(made), "rejected": Decimal(40),
        "starts_on": date(2026, 1, 5), "ends_on": day, "crews": [{"people": people}], **more,
    }  # fmt: skip
    return save_record(office, Batch, {**blank(office, Batch), **given}, now)


@pytest.mark.parametrize("report", ABOUT_GOODS, ids=lambda report: report.key)
def test_each_is_written_on_paper_and_in_a_workbook(
    office: Office, batch: Saved, asked: Asked, tmp_path: Path, report: Report
) -> None:
    assert write_report(office, report, replace(asked, narrow=True), tmp_path / "a.pdf") >= 1
    assert write_report(office, report, asked, tmp_path / "a.xlsx") >= 1
    text = page_texts(tmp_path / "a.pdf")[0]
    assert report.title in text and "Gantungan kunci" in " ".join(text.split())
    cells = [cell for row in load_workbook(tmp_path / "a.xlsx").active.values for cell in row]  # type: ignore[union-attr]
    assert any("Gantungan kunci" in str(cell) for cell in cells)


def test_production_by_month_adds_up(office: Office, product: Saved, batch: Saved, asked: Asked, now: datetime) -> None:
    make(office, product, now, 200, 25, date(2026, 1, 30))
    make(office, product, now, 100, 3, date(2026, 2, 2))
    save_record(office, Batch, {**blank(office, Batch), "product_id": product.id}, now)  # nothing made yet
    (first, second, total) = BY_KEY["production"].table(office, replace(asked, last=date(2026, 12, 31)))[1]
    assert first == ("Januari 2026", "Gantungan kunci", 2, 600, 520, "buah", 25, Decimal(1_300_000))
    assert second[:5] == ("Februari 2026", "Gantungan kunci", 1, 100, 60)
    assert (total[2], total[-1]) == (3, Decimal(1_450_000))


def test_stock_by_product_tells_its_parts(
    office: Office, batch: Saved, shipment: Saved, product: Saved, asked: Asked, now: datetime
) -> None:
    release_shipment(office, shipment.id, now)
    change = {"day": now.date(), "direction": "tambah", "quantity": Decimal(150), "reason": "hitungan"}
    save_record(office, Product, {"stock_changes": [change]}, now, product.id)
    (row,) = BY_KEY["stock"].table(office, asked)[1]
    assert row[1:] == ("Gantungan kunci", "buah", 360, 500, 0, 150, 10)


def test_exports_by_country_in_rupiah_and_those_without_a_rate(
    office: Office, shipment: Saved, asked: Asked, now: datetime
) -> None:
    report = BY_KEY["exports"]
    release_shipment(office, shipment.id, now)
    assert report.table(office, asked)[1][0] == ("Selandia Baru", 1, 0, "1 pengiriman tanpa kurs tidak dihitung.")
    save_record(office, Shipment, {"rate": Decimal(9700)}, now, shipment.id)
    (row, total) = report.table(office, asked)[1]
    assert row == ("Selandia Baru", 1, Decimal(500) * Decimal("1.25") * 9700, "")
    assert total[1:3] == (1, row[2])
    assert report.table(office, replace(asked, first=date(2025, 1, 1), last=date(2025, 12, 31)))[1] == []


def test_the_monthly_sheet_speaks_the_words_of_sdp(
    english: None, office: Office, product: Saved, batch: Saved, asked: Asked, now: datetime
) -> None:
    columns, (row,) = BY_KEY["sdp_products"].table(office, asked)
    assert [column.heading for column in columns] == [
        "Jenis", "Nama", "Jumlah", "Satuan", "Harga", "Lama pengerjaan (hari)", "Keterangan",
    ]  # fmt: skip
    assert row == ("Kerajinan", "Gantungan kunci", 360, "buah", 25000, 2, "PRO-0001")
    columns, (row,) = BY_KEY["sdp_activities"].table(office, asked)
    assert [column.heading for column in columns] == [
        "Bidang", "Jenis", "Nama", "Skala", "Tanggal awal", "Tanggal akhir", "Lokasi", "Mitra",
    ]  # fmt: skip
    assert row == (
        "Manufaktur", "Kerajinan", "Produksi Gantungan kunci", "10 orang · 400 buah", date(2026, 1, 5),
        date(2026, 1, 16), "Bengkel getah", "PT Coir",
    )  # fmt: skip
    later = replace(asked, first=date(2026, 2, 1), last=date(2026, 2, 28))
    assert BY_KEY["sdp_products"].table(office, later)[1] == BY_KEY["sdp_activities"].table(office, later)[1] == []
