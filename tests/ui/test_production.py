"""From the workshop to a shipment by keyboard: case 5 as it is typed, and goods that failed their check."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import blank, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.stock_card import StockCard
from lapas_desktop.ui.why_not import WhyNot
from tests.ui.hands import Hands


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot) -> Hands:
    return Hands(desk, qtbot)


@pytest.fixture(autouse=True)
def _nets(office: Office, now: datetime) -> None:
    partner = {"legal_form": "PT", "name": "Coir", "roles": "pembeli"}
    save_record(office, Partner, {**blank(office, Partner), **partner}, now)
    for name in ("Jaring sabut kelapa", "Keset"):
        save_record(office, Product, {**blank(office, Product), "name": name, "premi_per_unit": Decimal(5000)}, now)


def newest(office: Office, entity: Any) -> Any:
    with office.session() as session:
        record = session.scalars(select(entity).order_by(entity.id.desc())).first()
        return load(office, entity, record.id) if record else None


def sheet(hands: Hands, table: str) -> RowsGrid:
    """The cursor in the first cell of a sheet, reached by Tab."""
    assert hands.desk.page is not None
    grid = hands.desk.page.form.grids[table]
    hands.tab_to(lambda widget: widget is grid.view)
    return grid


def write_row(hands: Hands, *cells: str) -> None:
    """One row typed cell by cell; an empty text leaves its cell as it is."""
    for number, text in enumerate(cells):
        if number:
            hands.press("Tab")
        if text:
            hands.type(text)
    hands.press("Return")


def a_batch(hands: Hands, result: str) -> None:
    hands.go("production")
    hands.press("Ctrl+N")
    hands.fill("stage", "Selesai")
    hands.fill("product_id", "Jaring")
    hands.fill("partner_id", "PT")
    hands.fill("starts_on", "29/9/2025")
    hands.fill("ends_on", "16/10/2025")
    hands.fill("target", "5.400")
    hands.fill("made", "5.400")
    sheet(hands, "crews")
    write_row(hands, "29/9/2025", "16/10/2025", "40")
    sheet(hands, "checks")
    write_row(hands, "16/10/2025", "Pemeriksa PT Coir", "Mitra", "90", result)
    hands.press("Ctrl+S")


def a_shipment(hands: Hands) -> None:
    hands.go("shipments")
    hands.press("Ctrl+N")
    hands.fill("kind", "Dalam")
    grid = sheet(hands, "lines")
    columns = [field.name for field in grid.rows_model.fields]  # Tab passes what is computed
    cells = [""] * (columns.index("batch_id") + 1)
    cells[columns.index("product_id")], cells[columns.index("quantity")], cells[-1] = "Jaring", "5.400", "PRO-0001"
    write_row(hands, *cells)
    hands.press("Ctrl+S")


def test_the_nets_are_made_checked_by_the_partner_and_sent(hands: Hands, office: Office) -> None:
    a_batch(hands, "Lulus")
    batch = newest(office, Batch)
    assert (batch["code"], batch["made"], batch["stage"]) == ("PRO-0001", 5400, "selesai")
    assert (batch["starts_on"], batch["ends_on"]) == (date(2025, 9, 29), date(2025, 10, 16))
    assert [crew["people"] for crew in batch["crews"]] == [40]
    (check,) = batch["checks"]
    assert (check["side"], check["result"], check["inspector"]) == ("mitra", "lulus", "Pemeriksa PT Coir")
    assert batch["premi_per_unit"] == 5000
    assert hands.desk.page is not None
    facts = hands.desk.page.form._facts[0].text()
    assert "Lulus 5.400" in facts and "27.000.000" in facts and "40" in facts
    hands.press("Esc")
    a_shipment(hands)
    (line,) = newest(office, Shipment)["lines"]
    assert (line["quantity"], line["batch_id"]) == (5400, batch["id"])
    hands.push("Rilis…")
    hands.press("Return")
    hands.wait(lambda: newest(office, Shipment)["number"])


def test_goods_that_failed_hold_the_release_until_a_reason_stands_there(hands: Hands, office: Office) -> None:
    a_batch(hands, "Gagal")
    hands.press("Esc")
    a_shipment(hands)
    hands.push("Rilis…")
    told = hands.desk.window.findChildren(WhyNot)[-1]
    assert "gagal QC" in " ".join(widget.text() for widget in told.findChildren(QWidget) if hasattr(widget, "text"))
    assert newest(office, Shipment)["number"] is None
    hands.press("Space")  # "Tunjukkan", where the cursor is
    assert hands.at.objectName() == "quality_reason"
    hands.type("Buyer accepts in writing")
    hands.press("Ctrl+S")
    hands.push("Rilis…")
    hands.press("Return")
    hands.wait(lambda: newest(office, Shipment)["number"])
    assert newest(office, Shipment)["quality_reason"] == "Buyer accepts in writing"


def test_a_line_is_offered_only_the_batches_of_its_product(hands: Hands, office: Office, now: datetime) -> None:
    for product in (1, 2, 1):
        save_record(office, Batch, {**blank(office, Batch), "product_id": product}, now)
    hands.go("shipments")
    hands.press("Ctrl+N")
    grid = sheet(hands, "lines")
    hands.type("Keset")
    hands.press("Return", "Up", "F2")
    column = [field.name for field in grid.rows_model.columns].index("batch_id")
    hands.press("Esc")
    hands.press(*["Right"] * column)
    hands.press("F2")
    combo = grid.view.delegate.open_editor
    assert isinstance(combo, Combo)
    assert [combo.itemText(number) for number in range(combo.count())] == ["", "Keset · PRO-0002"]
    hands.press("Esc")


def test_stock_is_corrected_with_a_reason_and_leads_to_its_batch(hands: Hands, office: Office) -> None:
    a_batch(hands, "Lulus")
    hands.press("Esc")
    hands.go("products")
    hands.press("Ctrl+F")
    hands.type("jaring")
    hands.press("Return", "Return")
    assert hands.desk.page is not None
    hands.desk.page.form.finish()
    card = hands.desk.page.form.findChild(StockCard)
    hands.wait(lambda: card.now.text() == "5.400 buah")
    sheet(hands, "stock_changes")
    write_row(hands, "17/10/2025", "Mengurangi", "12", "rusak")
    hands.press("Ctrl+S")
    hands.wait(lambda: card.now.text() == "5.388 buah")
    assert newest(office, Product) and load(office, Product, 1)["stock_changes"][0]["reason"] == "rusak"
    hands.tab_to(lambda widget: isinstance(widget, QPushButton) and widget.text() == "Produksi PRO-0001")
    hands.press("Space")
    assert hands.desk.page is not None and hands.desk.page.reference == "PRO-0001"


def test_beranda_leads_to_the_batch_that_is_behind(hands: Hands, office: Office, now: datetime) -> None:
    values = {"product_id": 1, "stage": "produksi", "ends_on": date(2026, 1, 12)}
    save_record(office, Batch, {**blank(office, Batch), **values}, now)
    hands.go("home")
    hands.wait(lambda: any(b.text().startswith("Perbarui") for b in hands.desk.home.findChildren(QAbstractButton)))
    hands.push("Perbarui")
    assert hands.desk.page is not None and hands.desk.page.reference == "PRO-0001"
