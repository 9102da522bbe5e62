"""Fixtures every room's tests share: a real data folder and a few saved records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import use_language
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.records import Saved, blank, save_record
from lapas_desktop.storage.office import Office, create_office
from tests.screen import offscreen

offscreen()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test begins first, so that the others run beside it."""
    items.sort(key=lambda item: "test_shift" not in item.nodeid)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 1, 19, 9, 0)


@pytest.fixture
def english() -> Iterator[None]:
    """The language of the interface for one test."""
    use_language("en")
    yield
    use_language("id")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = create_office(tmp_path / "data")
    yield office
    office.close()


@pytest.fixture
def product(office: Office, now: datetime) -> Saved:
    return save_record(office, Product, {**blank(office, Product), "name": "Gantungan kunci"}, now)


@pytest.fixture
def partner(office: Office, now: datetime) -> Saved:
    values = {"code": "MTR-0001", "legal_form": "PT", "name": "Coir", "roles": "pembeli", "country": "NZ"}
    values["signatories"] = [{"name": "Rangi Pōtiki", "job": "Direktur", "valid_from": date(2025, 1, 1)}]
    return save_record(office, Partner, values, now)


@pytest.fixture
def draft(office: Office, partner: Saved, product: Saved, now: datetime) -> Saved:
    """An agreement that only waits for its signature."""
    values = {
        "number": "W20.PAS.3-PR.03-01", "title": "Pemasaran gantungan kunci", "type": "ekspor",
        "signed_on": date(2026, 1, 19), "signed_at": "Kasongan",
        "starts_on": date(2026, 1, 19), "ends_on": date(2027, 1, 18),
        "parties": [{"partner_id": None}, {"partner_id": partner.id}],
        "products": [{"product_id": product.id, "quantity": Decimal(5000)}],
    }  # fmt: skip
    return save_record(office, Agreement, values, now)


@pytest.fixture
def agreement(office: Office, draft: Saved, now: datetime) -> Saved:
    return sign_agreement(office, draft.id, now)


@pytest.fixture
def shipment(office: Office, agreement: Saved, partner: Saved, product: Saved, now: datetime) -> Saved:
    """Not yet released: two full boxes and one with the rest."""
    values = {
        "agreement_id": agreement.id, "buyer_id": partner.id, "destination_country": "NZ", "currency": "NZD",
        "lines": [{"product_id": product.id, "quantity": Decimal(500), "unit_price": Decimal("1.25"),
                   "unit_net_weight": Decimal("0.0225")}],
        "packages": [
            {"from_no": 1, "to_no": 2, "product_id": product.id, "content": Decimal(200), "tare": Decimal("0.5")},
            {"from_no": 3, "to_no": 3, "product_id": product.id, "content": Decimal(100), "tare": Decimal("0.5")},
        ],
    }  # fmt: skip
    return save_record(office, Shipment, values, now)
