"""The office's own units, countries and HS codes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.errors import Invalid
from lapas_desktop.domain.office_lists import OfficeLists
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.office_lists import hs_codes, lists_values
from lapas_desktop.services.papers import write_manifest
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.storage.office import Office, create_office, open_office

RIM = {"word": "rim", "english": "ream", "english_plural": "reams", "rec20": "RM", "ceisa": "RM"}


def save_lists(office: Office, now: datetime, **changes: object) -> Saved:
    values = lists_values(office)
    return save_record(office, OfficeLists, {**values, **changes}, now, values.get("id"))


def test_the_shipped_lists_hold_until_the_office_changes_them(office: Office) -> None:
    values = lists_values(office)
    assert [unit["word"] for unit in values["units"]][:3] == ["buah", "pasang", "lusin"]
    assert hs_codes(office)["96031020"] == ("Sapu", "pasti")
    for row in values["hs_codes"]:
        assert kinds.HS_CODE.parse(row["code"]) == row["code"]


def test_an_own_unit_serves_products_and_export_papers(office: Office, shipment: Saved, now: datetime) -> None:
    from openpyxl import load_workbook

    save_lists(office, now, units=[*lists_values(office)["units"], RIM])
    values = {
        **blank(office, Product),
        "name": "Kertas daur ulang",
        "unit": kinds.choice("unit", lists.UNITS).parse("Rim"),
    }
    made = save_record(office, Product, values, now)
    assert load(office, Product, made.id)["unit"] == "rim"
    told = load(office, Shipment, shipment.id)
    told["lines"] = [{"product_id": made.id, "quantity": 2, "unit_price": 1}]
    told["packages"] = []
    save_record(office, Shipment, told, now, shipment.id)
    paper = office.folder / "manifes.xlsx"
    write_manifest(office, shipment.id, paper, now.date())
    cells = [str(c.value) for sheet in load_workbook(paper) for row in sheet.iter_rows() for c in row if c.value]
    assert any("reams" in cell for cell in cells)


def test_a_unit_keeps_its_code_when_its_word_changes(office: Office, product: Saved, now: datetime) -> None:
    save_lists(office, now)
    values = lists_values(office)
    values["units"][0]["word"] = "biji"
    save_record(office, OfficeLists, values, now, values["id"])
    assert load(office, Product, product.id)["unit"] == "buah"
    assert lists.UNITS["buah"] == "biji"
    assert lists.UNIT_CODES["m2"] == ("MTK", "MTK")


def test_a_unit_in_use_cannot_go(office: Office, product: Saved, now: datetime) -> None:
    units = [unit for unit in lists_values(office)["units"] if unit["word"] != "buah"]
    with pytest.raises(Invalid, match="buah"):
        save_lists(office, now, units=units)
    assert "buah" in lists.UNITS


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"units": []}, "units"),
        ({"units": [RIM, RIM]}, "units[0].word"),
        ({"units": [{**RIM, "english": ""}]}, "units[0].english"),
        ({"hs_codes": [{"code": "123", "description": "x"}]}, "hs_codes[0].code"),
        ({"hs_codes": [{"code": "96031020", "description": "x"}] * 2}, "hs_codes[1].code"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    changes: dict[str, object], field: str, office: Office, now: datetime
) -> None:
    with pytest.raises(Invalid) as told:
        save_lists(office, now, **changes)
    assert field in [problem.field for problem in told.value.problems]
    assert lists_values(office).get("id") is None


def test_a_product_that_was_shipped_keeps_its_unit(
    office: Office, product: Saved, shipment: Saved, now: datetime
) -> None:
    values = {**load(office, Product, product.id), "unit": "lusin"}
    with pytest.raises(Invalid, match="Satuan tidak dapat diganti"):
        save_record(office, Product, values, now, product.id)
    save_record(office, Product, {**values, "unit": "buah", "name": "Gantungan"}, now, product.id)


def test_countries_used_often_are_offered_first(office: Office, now: datetime) -> None:
    assert kinds.COUNTRY.choices is not None
    save_lists(office, now, countries="NZ,KR")
    assert list(kinds.COUNTRY.choices("id"))[:2] == ["NZ", "KR"]
    assert len(kinds.COUNTRY.choices("id")) > 200


def test_each_office_brings_its_own_lists(office: Office, tmp_path: Path, now: datetime) -> None:
    save_lists(office, now, countries="NZ", units=[*lists_values(office)["units"], RIM])
    other = create_office(tmp_path / "lain")
    assert "rim" not in lists.UNITS
    other.close()
    office.close()
    again = open_office(office.folder, now)
    assert lists.UNITS["rim"] == "rim"
    assert lists.UNITS_ENGLISH_ONE["rim"] == "ream"
    again.close()
