"""The list on the screen as a workbook and as a paper."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import insert

from lapas_desktop.domain.product import Product
from lapas_desktop.services.listing import Shown, write_listing
from lapas_desktop.services.lists import columns_of, views_of
from lapas_desktop.services.records import save_record
from lapas_desktop.storage.office import Office
from tests.documents.samples import words

ON = date(2026, 1, 19)
ALL = Shown("", 1, False, (), (0, 1, 2, 4))


@pytest.fixture
def products(office: Office, now: datetime) -> Office:
    for number, name in enumerate(("=1+1", "Keset <b>sabut</b>", "Sapu"), 1):
        values = {"code": f"PRD-{number:04}", "name": name, "hs_code": "08011100", "price_local": number * 1500}
        save_record(office, Product, values, now)
    return office


def rows(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_a_workbook_holds_texts_as_texts_and_figures_as_numbers(products: Office, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    write_listing(products, Product, columns_of(Product, ON), ALL, path, ON)
    heading, *body = rows(path)
    assert heading == ("Kode", "Nama produk", "Kode HS", "Harga dalam negeri (Rp)")
    assert body[0] == ("PRD-0001", "=1+1", "0801.11.00", 1500)
    assert openpyxl.load_workbook(path).worksheets[0]["B5"].data_type == "s"


def test_filter_view_and_order_are_those_of_the_screen(products: Office, now: datetime, tmp_path: Path) -> None:
    save_record(products, Product, {"archived": True}, now, 3)
    shown = Shown("prd", 0, True, (views_of(Product, ON)[0].within,), (0,), "Semua")
    path = tmp_path / "daftar.xlsx"
    write_listing(products, Product, columns_of(Product, ON), shown, path, ON)
    assert rows(path) == [("Kode",), ("PRD-0002",), ("PRD-0001",)]


def test_the_paper_shows_every_row_of_a_long_list(office: Office, tmp_path: Path) -> None:
    with office.transaction() as session:
        more = {"unit": "buah", "search": "", "hs_verified": False, "sample": True, "archived": False, "version": 1}
        session.execute(insert(Product), [{"code": f"P{n:04}", "name": f"<i>{n}", **more} for n in range(2500)])
    path = tmp_path / "daftar.pdf"
    write_listing(office, Product, columns_of(Product, ON), ALL, path, ON)
    text = words(path)
    assert all(f"P{n:04}" in text for n in (0, 99, 100, 1999, 2000, 2499))
    assert "<i>2499" in text


def test_the_same_list_gives_the_same_bytes(products: Office, tmp_path: Path) -> None:
    for suffix in (".pdf", ".xlsx"):
        made = [tmp_path / f"{name}{suffix}" for name in "ab"]
        for path in made:
            write_listing(products, Product, columns_of(Product, ON), ALL, path, ON)
        assert made[0].read_bytes() == made[1].read_bytes()
