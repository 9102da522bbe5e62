"""Every fact of the five cases stands in the sample offices."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lapas_desktop.domain.errors import Refused
from lapas_desktop.resources import resource
from lapas_desktop.services.export import LISTS, exported
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.sample import OFFICES, enter, make_samples


def told(folder: Path, name: str) -> dict[str, list[dict[str, Any]]]:
    """All lists of one sample office, without its papers."""
    office = new_office(folder / name)
    try:
        enter(office, json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8")))
        return {what: exported(office, entity, date(2026, 1, 26)) for what, entity in LISTS.items()}
    finally:
        office.close()


def test_the_shipment_stood_before_its_agreement(tmp_path: Path) -> None:
    lists = told(tmp_path, "kasongan")
    (shipment,), (agreement,) = lists["shipments"], lists["agreements"]
    assert shipment["number"] == "KRM-2025-001"
    assert (shipment["released_on"], agreement["signed_on"]) == ("2025-12-23", "2026-01-19")
    assert shipment["created_at"] < agreement["created_at"] < shipment["changed_at"]
    assert shipment["agreement"]["reference"] == agreement["number"]
    assert (shipment["destination_country"], agreement["destinations"]) == ("NZ", ["NZ"])
    assert shipment["first_export"] and shipment["ceremony_name"].startswith("Launching Ekspor Perdana")
    assert shipment["agreement_note"]
    for person in ("Fanuel Hanshius", "Yordani", "Achmad Zaini", "Rodney", "Nisa"):
        assert person in shipment["officials"]
    signers = [party["signatory_name"] for party in agreement["parties"]]
    assert signers[:2] == ["Batara Hutasoit", "Hairunnisa"] and len(signers) == 3


def test_a_domestic_consignment_with_roles(tmp_path: Path) -> None:
    lists = told(tmp_path, "pangkalpinang")
    (agreement,), (shop,) = lists["agreements"], lists["partners"]
    assert agreement["signed_on"] == "2025-11-03" and agreement["destinations"] == []
    assert [(party["role"], party["signatory_name"]) for party in agreement["parties"]] == [
        ("pemilik produk", "Sugeng Indrawan"),
        ("promosi dan pemasaran", "Hendri"),
    ]
    assert shop["npwp"] is None
    assert [product["name"] for product in lists["products"]] == ["Perangkap tikus", "Sarang burung lovebird"]
    assert lists["shipments"][0]["reference"] == "DRAF-1"


def test_several_destinations_under_one_agreement(tmp_path: Path) -> None:
    lists = told(tmp_path, "sragen")
    assert lists["agreements"][0]["destinations"] == ["US", "NL", "DE", "BE"]
    assert {shipment["destination_country"] for shipment in lists["shipments"]} == {"US", "NL"}
    assert {shipment["ceremony_on"] for shipment in lists["shipments"]} == {"2025-03-22"}
    assert all("Kunrat Kasmiri" in s["officials"] and "Sigit Pamungkas" in s["officials"] for s in lists["shipments"])


def test_the_second_export_of_coir_nets(tmp_path: Path) -> None:
    lists = told(tmp_path, "cirebon")
    (shipment,) = lists["shipments"]
    assert shipment["export_sequence"] == 2 and shipment["destination_country"] == "KR"
    assert shipment["lines"][0]["quantity"] == "5400.000" and shipment["lines"][0]["hs_code"] == "56089090"
    (batch,) = lists["production"]
    assert shipment["lines"][0]["batch"]["reference"] == batch["reference"] == "PRO-0001"
    assert (batch["starts_on"], batch["ends_on"]) == ("2025-09-29", "2025-10-16")
    assert (batch["made"], batch["passed"], batch["people"]) == ("5400.000", "5400.000", 40)
    assert batch["quality"] == "lulus" and {check["side"] for check in batch["checks"]} == {"mitra"}
    assert batch["partner"]["name"] == "PT Coir"
    assert "Kusnali" in shipment["officials"] and "Nanank Syamsudin" in shipment["officials"]


@pytest.mark.parametrize("name", OFFICES)
def test_every_record_says_that_it_is_a_sample(tmp_path: Path, name: str) -> None:
    for records in told(tmp_path, name).values():
        for record in records:
            assert record["sample"] is True
            assert "contoh" in record["notes"]


def test_the_same_bytes_on_every_run(tmp_path: Path) -> None:
    first, second = (list(make_samples(tmp_path / run)) for run in ("satu", "dua"))
    assert len(first) == 21
    for one, other in zip(first, second, strict=True):
        assert one.name == other.name and one.read_bytes() == other.read_bytes()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cirebon").mkdir()
    (tmp_path / "cirebon" / "surat.txt").write_text("penting")
    with pytest.raises(Refused):
        list(make_samples(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["cirebon"]
