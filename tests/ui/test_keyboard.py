"""A story for every page, told by the keyboard alone; the data file says how it ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved
from lapas_desktop.storage.office import Office
from lapas_desktop.ui import look
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.linked_record import LinkedRecord
from tests.ui.conftest import press
from tests.ui.hands import Hands


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot) -> Hands:
    return Hands(desk, qtbot)


def stored(office: Office, entity: Any) -> Any:
    """The newest record of a kind with its rows."""
    with office.session() as session:
        record = session.scalars(select(entity).order_by(entity.id.desc())).first()
        for name in record.children if record else ():
            list(getattr(record, name))
        return record


def test_products_a_new_one(hands: Hands, office: Office) -> None:
    hands.go("products")
    hands.press("Ctrl+N")
    hands.fill("name", "Keset sabut kelapa")
    hands.fill("unit_net_weight", "1,25")
    hands.press("Ctrl+S", "Esc")
    product = stored(office, Product)
    assert (product.name, product.unit_net_weight) == ("Keset sabut kelapa", Decimal("1.25"))
    assert hands.desk.page is None


def test_partners_a_new_one_with_a_signatory(hands: Hands, office: Office) -> None:
    hands.go("partners")
    hands.press("Ctrl+N")
    hands.fill("name", "Coir Nusantara")
    hands.fill("roles", "pembeli")
    grid = hands.desk.page.form.grids["signatories"]  # type: ignore[union-attr]
    hands.tab_to(lambda widget: widget is grid.view)
    hands.type("Rangi Potiki")
    hands.press("Return", "Ctrl+S")
    partner = stored(office, Partner)
    assert partner.name == "Coir Nusantara"
    assert [person.name for person in partner.signatories] == ["Rangi Potiki"]


def test_agreements_a_draft_with_its_period(hands: Hands, office: Office, partner: Saved) -> None:
    hands.go("agreements")
    hands.press("Ctrl+N")
    hands.fill("type", "Pemasaran")
    hands.fill("title", "Titip jual keset")
    hands.fill("starts_on", "19 jan")
    hands.fill("ends_on", "18/1/27")
    grid = hands.desk.page.form.grids["parties"]  # type: ignore[union-attr]
    hands.tab_to(lambda widget: widget is grid.view)
    hands.press("Down")
    hands.type("Coir")
    hands.press("Return", "Ctrl+S")
    agreement = stored(office, Agreement)
    assert (agreement.starts_on, agreement.ends_on) == (date(2026, 1, 19), date(2027, 1, 18))
    assert [party.partner_id for party in agreement.parties] == [None, partner.id]


def test_a_party_and_a_product_are_made_on_the_spot_by_keys(
    hands: Hands, desk: Desk, office: Office, product: Saved, draft: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREENS["agreements"], draft.id)
    assert desk.page is not None
    form = desk.page.form
    known = len(form.grids["parties"].rows_model.rows)

    def fill(typed: dict[str, str]) -> None:
        (dialog,) = (found for found in desk.window.findChildren(LinkedRecord) if found.isVisible())
        assert not dialog.page.form.editors["code"].input.hasFocus(), "typing would replace the proposed code"
        for name, text in typed.items():
            qtbot.keyClicks(dialog.page.form.editors[name].input, text)
        press(qtbot, dialog, "Simpan")

    for sheet, typed in (("parties", {"name": "Pastika", "roles": "pembeli"}), ("products", {"name": "Ikat pinggang"})):
        desk.window.activateWindow()
        form.grids[sheet].view.setFocus()
        hands.wait(form.grids[sheet].view.hasFocus)
        QTimer.singleShot(200, partial(fill, typed))
        hands.press("Ctrl+Shift+N")
    rows = {name: form.grids[name].rows_model.rows for name in ("parties", "products")}
    assert rows["parties"][known]["partner_id"] == stored(office, Partner).id
    assert rows["products"][-1]["product_id"] == stored(office, Product).id != product.id


def test_shipments_a_draft_is_changed_and_released(hands: Hands, office: Office, shipment: Saved) -> None:
    hands.go("shipments")
    hands.press("Return")
    hands.fill("seal", "ID 123")
    hands.press("Ctrl+S")
    hands.push("Rilis dan beri nomor")
    hands.wait(lambda: stored(office, Shipment).number)
    released = stored(office, Shipment)
    assert (released.number, released.seal, released.status) == ("KRM-2026-001", "ID 123", "released")


def test_lists_filter_open_delete_and_undo(hands: Hands, office: Office, product: Saved) -> None:
    hands.go("products")
    hands.press("Ctrl+F")
    hands.type("gantungan")
    hands.press("Return", "Del")
    assert stored(office, Product).deleted_at is not None
    hands.press("Ctrl+Z")
    assert stored(office, Product).deleted_at is None


def test_the_bin_gives_back_what_was_deleted(hands: Hands, office: Office, product: Saved) -> None:
    hands.go("products")
    hands.press("Del")
    hands.go("bin")
    hands.push("Kembalikan")
    assert stored(office, Product).deleted_at is None


def test_search_begins_a_record_and_opens_one(hands: Hands, office: Office, product: Saved) -> None:
    search = hands.desk.window.frame.search
    hands.press("Ctrl+K")
    hands.type("buat mitra")
    hands.wait(lambda: search.hits.isVisible() and "Buat mitra" in search.hits.item(0).text())
    hands.press("Return")
    hands.fill("name", "Rodney")
    hands.fill("roles", "pembeli")
    hands.press("Ctrl+S")
    assert stored(office, Partner).name == "Rodney"
    hands.press("Ctrl+K")
    hands.type("gantugan")  # mistyped
    hands.wait(lambda: search.hits.isVisible() and "Gantungan" in search.hits.item(0).text())
    hands.press("Return")
    hands.fill("material", "getah nyatu")
    hands.press("Ctrl+S")
    assert stored(office, Product).material == "getah nyatu"


def test_the_office_gets_a_head(hands: Hands, office: Office) -> None:
    hands.go("office")
    hands.fill("name", "Lapas Contoh")
    hands.fill("city", "Kasongan")
    grid = hands.desk.page.form.grids["officers"]  # type: ignore[union-attr]
    hands.tab_to(lambda widget: widget is grid.view)
    hands.type("Batara Hutasoit")
    hands.press("Tab", "Tab")
    hands.type("Kepala Lapas")
    hands.press("Return", "Ctrl+S")
    profile = stored(office, OfficeProfile)
    assert profile.name == "Lapas Contoh"
    assert [(officer.name, officer.job) for officer in profile.officers] == [("Batara Hutasoit", "Kepala Lapas")]


def test_beranda_makes_a_backup(hands: Hands, office: Office, product: Saved) -> None:
    hands.go("home")
    hands.push("Cadangkan")
    hands.wait(lambda: list((office.folder / "cadangan").glob("cadangan-00001-*.db")))


def test_the_settings_turn_the_window_dark(hands: Hands) -> None:
    hands.go("settings")
    hands.tab_to(lambda widget: widget.accessibleName() == "Warna")
    hands.press("Down")
    assert look.chosen().theme == "dark"
    hands.press("Up")
    assert look.chosen().theme == "light"


def test_help_beside_a_form_keeps_what_is_typed(hands: Hands, office: Office) -> None:
    hands.go("partners")
    hands.press("Ctrl+N")
    hands.fill("name", "Rodney")
    hands.press("F1", "Esc")
    hands.fill("roles", "pembeli")
    hands.press("Ctrl+S")
    assert stored(office, Partner).name == "Rodney"


def test_tab_leaves_the_sheets_of_a_signed_agreement(hands: Hands, agreement: Saved) -> None:
    hands.go("agreements")
    hands.press("Return")
    hands.tab_to(lambda widget: isinstance(widget, QAbstractButton) and widget.text().endswith("Adendum baru"))
