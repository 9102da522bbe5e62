"""An agreement as large as nobody makes it: its form opens, its paper prints, nothing is lost."""

from __future__ import annotations

import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.services.deed import write_deed
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import SCREENS, Desk
from tests.documents.samples import page_texts

MOST_SECONDS = 15  # a slow PC under load; here it takes less than one


def opened(desk: Desk, saved: Saved) -> float:
    begun = time.perf_counter()
    desk.open_record(SCREENS["agreements"], saved.id)
    assert desk.page is not None
    desk.page.form.finish()
    desk.page.form.work_out()
    return time.perf_counter() - begun


def test_five_hundred_products(desk: Desk, office: Office, draft: Saved, now: datetime, tmp_path: Path) -> None:
    ids = [
        save_record(office, Product, {"code": f"B-{number:03}", "name": f"Barang ke-{number:03}."}, now).id
        for number in range(500)
    ]
    rows = [{"product_id": product_id, "quantity": Decimal(7)} for product_id in ids]
    save_record(office, Agreement, {"products": rows}, now, draft.id)
    assert opened(desk, draft) < MOST_SECONDS
    assert desk.page is not None and desk.page.form.grids["products"].rows_model.rowCount() == 501
    desk.page.form.editors["notes"].type_in("Besar")
    assert desk.page.save()
    assert [row["product_id"] for row in load(office, Agreement, draft.id)["products"]] == ids
    write_deed(office, draft.id, tmp_path / "naskah.pdf", now.date())
    told = " ".join(page_texts(tmp_path / "naskah.pdf"))
    assert all(f"ke-{number:03}." in told for number in range(500))


def test_two_hundred_pages_of_pasal(desk: Desk, office: Office, draft: Saved, now: datetime, tmp_path: Path) -> None:
    line = "Para pihak sepakat bekerja sama dengan itikad baik dan saling menghormati. " * 12
    clauses = [{"title": f"Hal {number}", "text": "\n".join([line] * 10)} for number in range(90)]
    save_record(office, Agreement, {"clauses": clauses}, now, draft.id)
    assert opened(desk, draft) < MOST_SECONDS
    write_deed(office, draft.id, tmp_path / "naskah.pdf", now.date())
    pages = page_texts(tmp_path / "naskah.pdf")
    assert len(pages) > 200
    assert f"Halaman {len(pages) - 1} dari {len(pages)}" in " ".join(pages[-2].split())
    assert "HAL 89" in " ".join(pages).upper()
