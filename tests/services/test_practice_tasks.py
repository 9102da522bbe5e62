"""Each task is open at the start and done once a learner did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.services import agreement_life
from lapas_desktop.services.bin import bin_columns, bin_page, take_back
from lapas_desktop.services.maintenance import open_office
from lapas_desktop.services.office_profile import profile_values
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.services.practice_shipments import TWICE, UNPACKED
from lapas_desktop.services.practice_tasks import TASKS, practice_tasks
from lapas_desktop.services.records import blank, delete_records, load, save_record
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

NOW = datetime(2026, 1, 19, 9)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("latihan") / "kantor"
    make_practice_office(folder, NOW.date())
    return (folder / "lapas.db").read_bytes()


@pytest.fixture
def practice(made: bytes, tmp_path: Path) -> Iterator[Office]:
    (tmp_path / "lapas.db").write_bytes(made)
    office = open_office(tmp_path, NOW)
    yield office
    office.close()


def enter_product(office: Office) -> None:
    save_record(office, Product, {**blank(office, Product), "name": "Karya saya"}, NOW)


def verify_hs_code(office: Office) -> None:
    save_record(office, Product, {"hs_verified": True}, NOW, 1)


def enter_partner(office: Office) -> None:
    save_record(office, Partner, {**blank(office, Partner), "name": "Mitra saya", "roles": "pembeli"}, NOW)


def agree_for_a_year(office: Office) -> None:
    values = {"title": "Uji", "type": "lain", "starts_on": date(2026, 3, 1), "ends_on": date(2027, 2, 28)}
    save_record(office, Agreement, {**values, "parties": [{"partner_id": None}, {"partner_id": 1}]}, NOW)


def sign_agreement(office: Office) -> None:
    values = {"title": "Uji", "type": "lain", "number": "1", "signed_on": date(2026, 1, 19)}
    values |= {"signed_at": "Nusa Latihan", "starts_on": date(2026, 1, 19)}
    saved = save_record(office, Agreement, {**values, "parties": [{"partner_id": None}, {"partner_id": 1}]}, NOW)
    agreement_life.sign_agreement(office, saved.id, NOW)


def release_packed_shipment(office: Office) -> None:
    package = {"from_no": 1, "to_no": 2, "product_id": 1, "content": Decimal(5)}
    values = {"lines": [{"product_id": 1, "quantity": Decimal(10)}], "packages": [package]}
    release_shipment(office, save_record(office, Shipment, values, NOW).id, NOW)


def number_invoices(office: Office) -> None:
    with office.session() as session:
        shipments = session.scalars(queries.live(Shipment).where(Shipment.kind == "ekspor"))
        open_ones = [s.id for s in shipments if s.status in SENT_STATUSES and not s.invoice_number]
    for shipment_id in open_ones:
        save_record(office, Shipment, {"invoice_number": f"INV-{shipment_id}"}, NOW, shipment_id)


def delete_double(office: Office) -> None:
    with office.session() as session:
        (double,) = session.scalars(queries.live(Shipment).where(Shipment.notes.startswith(TWICE)))
    delete_records(office, Shipment, [double.id], NOW)


def restore_product(office: Office) -> None:
    binned = bin_page(office, bin_columns(NOW.date()), "", 0, False, 0, 9)
    assert f"“{binned.rows[0][2]}”" in TASKS[10].what
    take_back(office, binned.ids, NOW)


def enter_deputy(office: Office) -> None:
    profile = load(office, OfficeProfile, profile_values(office)["id"])
    deputy = {"name": "Plh. saya", "job": "Kasubsi", "signs_as": "plh"}
    save_record(office, OfficeProfile, {"officers": [*profile["officers"], deputy]}, NOW, profile["id"])


def record_batch(office: Office) -> None:
    values = {"product_id": 1, "stage": "selesai", "made": Decimal(10), "crews": [{"people": 4}]}
    values["checks"] = [{"day": NOW.date(), "side": "kantor", "result": "lulus"}]
    save_record(office, Batch, {**blank(office, Batch), **values}, NOW)


def pack_draft(office: Office) -> None:
    with office.session() as session:
        (draft,) = session.scalars(queries.live(Shipment).where(Shipment.notes.startswith(UNPACKED)))
        lines = [(line.product_id, line.quantity) for line in draft.lines]
    packages = [
        {"from_no": n, "to_no": n, "kind": "CT", "product_id": product, "content": quantity}
        for n, (product, quantity) in enumerate(lines, 1)
    ]
    save_record(office, Shipment, {"packages": packages}, NOW, draft.id)


DEEDS = (
    enter_product, verify_hs_code, enter_partner, agree_for_a_year, sign_agreement, record_batch, pack_draft,
    release_packed_shipment,
    number_invoices, delete_double, restore_product, enter_deputy,
)  # fmt: skip


@pytest.mark.parametrize("place", range(len(TASKS)), ids=[deed.__name__ for deed in DEEDS])
def test_doing_a_task_ticks_it_and_no_other(practice: Office, place: int) -> None:
    assert not any(state.done for state in practice_tasks(practice))
    deed: Callable[[Office], None] = DEEDS[place]
    deed(practice)
    assert [state.title for state in practice_tasks(practice) if state.done] == [TASKS[place].title]


def test_goods_left_unpacked_do_not_count(practice: Office) -> None:
    values = {"lines": [{"product_id": 1, "quantity": Decimal(10)}], "packages": []}
    release_shipment(practice, save_record(practice, Shipment, values, NOW).id, NOW)
    assert not any(state.done for state in practice_tasks(practice))
