from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.resources import resource
from lapas_desktop.services.finder import Hit, find_everything
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.records import Saved, delete_records, save_record
from lapas_desktop.services.sample import enter
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import Office

ON = date(2026, 1, 26)
OFFERED = (("Perjanjian", "agreements"), ("Buat pengiriman", "new shipment"), ("Cadangkan", "backup"))


@pytest.fixture
def kasongan(tmp_path: Path) -> Office:
    office = new_office(tmp_path / "kasongan")
    enter(office, json.loads(resource("sample", "kasongan.json").read_text(encoding="utf-8")))
    return office


def kinds(hits: list[Hit]) -> set[type[Record] | None]:
    return {hit.entity for hit in hits}


@pytest.mark.parametrize("typed", ["selandia", "Selandia Baru", "selendia", "slandia"])
def test_a_country_finds_what_goes_there(kasongan: Office, typed: str) -> None:
    assert {Shipment, Agreement} <= kinds(find_everything(kasongan, typed, ON, []))
    kasongan.close()


def test_a_number_finds_its_record_first(kasongan: Office) -> None:
    first = find_everything(kasongan, "krm-2025-001", ON, [])[0]
    assert (first.entity, first.title, first.place) == (Shipment, "KRM-2025-001", "shipments")
    assert first.subtitle == "Pengiriman · Gantungan kunci getah nyatu · Selandia Baru · Dirilis"
    kasongan.close()


def test_typing_errors_are_forgiven_when_little_is_found(kasongan: Office) -> None:
    assert find_everything(kasongan, "gantugnan knci", ON, [])[0].entity in (Product, Shipment)
    assert Partner in kinds(find_everything(kasongan, "pastkia", ON, []))
    assert find_everything(kasongan, "qwertyuiop", ON, []) == []
    kasongan.close()


def test_the_status_is_that_of_the_day(office: Office, agreement: Saved) -> None:
    words = [find_everything(office, "w20.pas", on, [])[0].subtitle for on in (ON, date(2026, 12, 1))]
    assert [word.split(" · ")[-1] for word in words] == ["Berlaku", "Akan berakhir"]


def test_with_nothing_typed_the_recent_records_come_first(office: Office, product: Saved, partner: Saved) -> None:
    recent = [(Partner, partner.id), (Product, product.id)]
    hits = find_everything(office, " ", ON, recent, OFFERED)
    assert [(hit.entity, hit.title) for hit in hits[:2]] == [(Partner, "PT Coir"), (Product, "Gantungan kunci")]
    assert [hit.place for hit in hits[2:]] == ["agreements", "new shipment", "backup"]


def test_recent_records_come_first_among_equals(office: Office, now: datetime) -> None:
    ids = [save_record(office, Product, {"code": f"P{n}", "name": "Kursi"}, now).id for n in range(3)]
    hits = find_everything(office, "kursi", ON, [(Product, ids[2])])
    assert [hit.record_id for hit in hits] == [ids[2], ids[0], ids[1]]


def test_places_and_actions_stand_among_the_records(office: Office, shipment: Saved) -> None:
    hits = find_everything(office, "pengiriman", ON, [], OFFERED)
    assert [hit.place for hit in hits] == ["new shipment"]
    assert find_everything(office, "cadang", ON, [], OFFERED)[0].place == "backup"
    assert find_everything(office, "perjanjain", ON, [], OFFERED)[0].place == "agreements"


def test_what_lies_in_the_bin_is_not_found(office: Office, product: Saved, now: datetime) -> None:
    delete_records(office, Product, [product.id], now)
    for typed in ("gantungan", "gantugnan", ""):
        assert find_everything(office, typed, ON, [(Product, product.id)]) == []


def test_a_draft_and_its_later_number(office: Office, shipment: Saved, now: datetime) -> None:
    assert find_everything(office, f"draf-{shipment.id}", ON, [])[0].record_id == shipment.id
    release_shipment(office, shipment.id, now)
    assert find_everything(office, "krm 001", ON, [])[0].title == "KRM-2026-001"


@pytest.mark.parametrize("typed", ["%", "_", "\\", "' OR 1=1", "\x00", "\ud800", "x" * 5000, "a b " * 500, "ﷺ", "🙂"])
def test_no_typed_text_breaks_the_search(office: Office, product: Saved, typed: str) -> None:
    assert find_everything(office, typed, ON, []) in ([], find_everything(office, "gantungan", ON, []))
