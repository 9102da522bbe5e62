"""Two spellings of one partner are recognised; nothing is forbidden."""

from __future__ import annotations

from datetime import datetime

import pytest

from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.services.duplicates import duplicate_of
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.storage.office import Office


@pytest.mark.parametrize("typed", ["Coir", "PT. Coir", "pt coir", "CV COIR", "  coir. "])
def test_a_legal_form_and_signs_make_no_other_partner(office: Office, partner: Saved, typed: str) -> None:
    assert duplicate_of(office, Partner, "name", typed, None) == "Sudah ada: PT Coir (MTR-0001)"
    assert duplicate_of(office, Partner, "name", typed, partner.id) == ""


@pytest.mark.parametrize("typed", ["", "Coirindo", "%", "_", "<b>", "PT", "x" * 300])
def test_other_names_are_no_duplicates(office: Office, partner: Saved, typed: str) -> None:
    assert duplicate_of(office, Partner, "name", typed, None) == ""


def test_a_number_is_compared_by_its_digits(office: Office, partner: Saved, now: datetime) -> None:
    save_record(office, Partner, {"npwp": "01.234.567.8-901.000"}, now, partner.id)
    assert "PT Coir" in duplicate_of(office, Partner, "npwp", "012345678901000", None)
    assert duplicate_of(office, Partner, "npwp", "01234567890100", None) == ""


def test_a_product_of_the_same_name_is_told(office: Office, product: Saved) -> None:
    assert "PRD-0001" in duplicate_of(office, Product, "name", "gantungan  KUNCI", None)
