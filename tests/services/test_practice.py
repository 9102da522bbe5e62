"""The practice office: enough life to learn on, none of it real, the same for the same day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy.orm import Session

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.lists import AGREEMENT_TYPES, BATCH_STAGES, PARTNER_ROLES, SHIPMENT_KINDS, SHIPMENT_STATUSES
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import FAILED, PASSED, QUALITY, UNCHECKED, Batch
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.services.export import LISTS, exported
from lapas_desktop.services.maintenance import check_data, open_office
from lapas_desktop.services.office_profile import profile_values
from lapas_desktop.services.papers import manifest_of, summary_of, write_manifest
from lapas_desktop.services.practice import is_practice, make_practice_office, reset_practice_office
from lapas_desktop.services.practice_shipments import UNNUMBERED, UNPACKED
from lapas_desktop.services.records import Saved, list_count, save_record
from lapas_desktop.services.shipment_checks import findings_within
from lapas_desktop.services.stock import movements
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office, create_office

ON = date(2026, 1, 19)
NOW = datetime(2026, 1, 19, 9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One practice office that the tests of this module only read."""
    made = tmp_path_factory.mktemp("latihan") / "kantor"
    make_practice_office(made, ON)
    return made


@pytest.fixture
def practice(folder: Path) -> Iterator[Office]:
    office = open_office(folder, NOW)
    yield office
    office.close()


def test_it_is_whole_and_full_and_nothing_in_it_is_real(practice: Office) -> None:
    assert check_data(practice.folder) == []
    wanted: dict[type[Record], int] = {Product: 25, Partner: 18, Agreement: 40, Shipment: 120, Batch: 15}
    with practice.session() as session:
        for entity, count in wanted.items():
            records = session.scalars(queries.live(entity)).all()
            assert len(records) == count
            assert all(record.sample and "contoh" in (record.notes or "") for record in records)
        assert not any(product.hs_verified for product in session.scalars(queries.live(Product)))
        roles = {role for partner in session.scalars(queries.live(Partner)) for role in partner.roles.split(",")}
        assert roles == set(PARTNER_ROLES)
        latest = max(shipment.changed_at for shipment in session.scalars(queries.live(Shipment)) if shipment.changed_at)
        assert latest.date() <= ON


@pytest.mark.parametrize("on", [date(2028, 2, 29), date(2028, 1, 1)])  # a leap day, a Saturday that begins a year
def test_on_any_day_every_status_and_kind_is_there(tmp_path: Path, on: date) -> None:
    make_practice_office(tmp_path / "kantor", on, seed=on.day)
    office = open_office(tmp_path / "kantor", NOW)
    try:
        with office.session() as session:
            agreements = session.scalars(queries.live(Agreement)).all()
            assert {agreement.status(on) for agreement in agreements} == set(STATUSES)
            assert {agreement.type for agreement in agreements} == set(AGREEMENT_TYPES)
            assert {addendum.stage for addendum in session.scalars(queries.live(Addendum))} == {"signed", "draft"}
            assert all(addendum.sample for addendum in session.scalars(queries.live(Addendum)))
            assert all(agreement.copies == len(agreement.parties) for agreement in agreements)
            assert {len(agreement.parties) for agreement in agreements} == {2, 3, 4}
            assert any(not duty.done and duty.due_on and duty.due_on < on for a in agreements for duty in a.obligations)
            shipments = session.scalars(queries.live(Shipment)).all()
            assert {shipment.status for shipment in shipments} == set(SHIPMENT_STATUSES)
            assert {shipment.kind for shipment in shipments} == set(SHIPMENT_KINDS)
            _ordered_and_packed(shipments)
            _doubtful(session, shipments, on)
            _made(session, shipments)
        kept = [batch.product_id for batch in live_batches(office)]
        assert all(step.balance >= 0 for product in kept for step in movements(office, product))
    finally:
        office.close()


def _ordered_and_packed(shipments: list[Shipment]) -> None:
    released = [shipment for shipment in shipments if shipment.number]
    by_number = sorted(released, key=lambda shipment: shipment.number or "")
    days = [shipment.released_on for shipment in by_number if shipment.released_on]
    assert len(days) == 104 and days == sorted(days)
    assert by_number[0].number == f"KRM-{days[0].year}-001"
    for shipment in (shipment for shipment in shipments if not (shipment.notes or "").startswith(UNPACKED)):
        packed = sum((package.content or Decimal(0)) * package.count for package in shipment.packages)
        assert packed == sum(line.quantity for line in shipment.lines)
        assert shipment.totals.gross >= shipment.totals.net > 0
        assert shipment.currency == "IDR" or shipment.rate or shipment.kind == "sampel" or not shipment.number


def live_batches(office: Office) -> list[Batch]:
    with office.session() as session:
        return list(session.scalars(queries.live(Batch)))


def _made(session: Session, shipments: list[Shipment]) -> None:
    batches = session.scalars(queries.live(Batch)).all()
    assert {batch.stage for batch in batches} == set(BATCH_STAGES)
    assert {batch.quality for batch in batches} == set(QUALITY)
    lines = [line for shipment in shipments for line in shipment.lines if line.batch]
    assert len(lines) == 11 and all(line.batch.product_id == line.product_id for line in lines if line.batch)
    (overridden,) = [shipment for shipment in shipments if shipment.quality_reason]
    assert overridden.number and FAILED in {line.batch.quality for line in overridden.lines if line.batch}
    assert [batch.quality for batch in batches if batch.stage == "qc"] == [UNCHECKED]
    assert sum(batch.quality == PASSED for batch in batches) == 11
    assert [shipment.revision for shipment in shipments if shipment.revision] == [1]
    taken = [line for shipment in shipments for line in shipment.lines if line.accepted not in (None, line.quantity)]
    assert len(taken) == 1 and taken[0].accepted == taken[0].quantity - 1
    assert any(sale.what == "kembali" for shipment in shipments for sale in shipment.sales)
    assert len([shipment for shipment in shipments if shipment.documents]) == 3


def _doubtful(session: Session, shipments: list[Shipment], on: date) -> None:
    told = "\n".join(found.message for shipment in shipments for found in findings_within(session, shipment, on))
    for doubt in ("Belum ada perjanjian", "hanya untuk angkutan laut", "tidak cocok", "perlu verifikasi"):
        assert doubt in told
    exports = [shipment for shipment in shipments if shipment.kind == "ekspor" and shipment.status in SENT_STATUSES]
    assert sum(1 for shipment in exports if not shipment.invoice_number) == UNNUMBERED
    waiting = [shipment.planned_on for shipment in shipments if shipment.status in ("draft", "packed")]
    assert min(filter(None, waiting)) < on < max(filter(None, waiting))


def test_the_same_day_gives_the_same_records_and_another_seed_does_not(folder: Path, tmp_path: Path) -> None:
    make_practice_office(tmp_path / "lagi", ON)
    make_practice_office(tmp_path / "lain", ON, seed=1)
    assert records(tmp_path / "lagi") == records(folder)
    assert records(tmp_path / "lain") != records(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lagi", "lain"]


def records(folder: Path) -> list[Any]:
    office = open_office(folder, NOW)
    try:
        return [profile_values(office), *(exported(office, entity, ON) for entity in LISTS.values())]
    finally:
        office.close()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting")
    with pytest.raises(Refused):
        make_practice_office(tmp_path, ON)
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]


def test_a_reset_keeps_one_replaced_office(folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(folder, tmp_path / "kantor")
    office = open_office(folder, NOW)
    save_record(office, Product, {"code": "PRD-0100", "name": "Karya saya", "unit": "buah"}, NOW)
    office.close()
    kept = reset_practice_office(folder, ON)
    assert (products(kept), products(folder)) == (26, 25)
    assert reset_practice_office(folder, ON) == kept
    assert (products(kept), products(folder)) == (25, 25)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kantor", "kantor-sebelumnya"]


def products(folder: Path) -> int:
    office = open_office(folder, NOW)
    try:
        return list_count(office, Product, "")
    finally:
        office.close()


def test_a_reset_touches_no_real_office(folder: Path, tmp_path: Path) -> None:
    real, folder = tmp_path / "kantor-sebelumnya", shutil.copytree(folder, tmp_path / "kantor")
    create_office(real).close()
    before = (folder / "lapas.db").read_bytes()
    for target in (real, folder):  # the second would have to give up the first
        with pytest.raises(Refused, match="bukan kantor latihan"):
            reset_practice_office(target, ON)
    assert check_data(real) == [] and (folder / "lapas.db").read_bytes() == before


def test_papers_of_a_practice_office_say_so_even_of_own_records(folder: Path, tmp_path: Path) -> None:
    office = open_office(shutil.copytree(folder, tmp_path / "kantor"), NOW)
    try:
        lines = [{"product_id": 1, "quantity": Decimal(2)}]
        shipment = save_record(office, Shipment, {"kind": "ekspor", "lines": lines}, NOW)
        parties = [{"partner_id": None}, {"partner_id": 1}]
        agreement = save_record(office, Agreement, {"title": "Uji", "type": "lain", "parties": parties}, NOW)
        assert summary_of(office, agreement.id, ON).is_sample and manifest_of(office, shipment.id, ON).is_sample
        write_manifest(office, shipment.id, tmp_path / "m.xlsx", ON)
    finally:
        office.close()
    heads = [sheet.oddHeader.center.text for sheet in openpyxl.load_workbook(tmp_path / "m.xlsx")]
    assert len(heads) == 4 and all(head.startswith("CONTOH") for head in heads)


def test_a_real_office_is_not_for_practice(practice: Office, office: Office, agreement: Saved) -> None:
    assert is_practice(practice) and not is_practice(office)
    assert not summary_of(office, agreement.id, ON).is_sample
