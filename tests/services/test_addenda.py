from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.domain.terms import effective
from lapas_desktop.services.addenda import (
    addenda_of,
    blank_addendum,
    cancel_addendum,
    reopen_addendum,
    sign_addendum,
    take_back_addendum,
)
from lapas_desktop.services.agreement_life import take_back_signature
from lapas_desktop.services.deliveries import delivered
from lapas_desktop.services.lists import columns_of
from lapas_desktop.services.records import Saved, delete_records, list_page, load, save_record
from lapas_desktop.storage.office import Office

LATER = datetime(2026, 6, 1, 9)
START = date(2026, 6, 1)


def add(office: Office, agreement: Saved, *changes: dict[str, Any], now: datetime = LATER, **values: Any) -> Saved:
    typed = {"starts_on": now.date(), "changes": list(changes)}
    draft = blank_addendum(office, agreement.id, now.date()) | typed | values
    return save_record(office, Addendum, draft, now)


def sign(office: Office, addendum: Saved, now: datetime = LATER, number: str = "ADD-1") -> Saved:
    return sign_addendum(office, addendum.id, now, number=number, signed_on=now.date())


def ends(text: str) -> dict[str, Any]:
    return {"field": "ends_on", "new": text}


def status(office: Office, on: date) -> str:
    return list_page(office, Agreement, columns_of(Agreement, on), "", 0, False, 0, 10).rows[0][4]


def test_an_addendum_lengthens_the_agreement_everywhere_once_it_is_signed(office: Office, agreement: Saved) -> None:
    old_end = date(2027, 1, 18)
    addendum = add(office, agreement, ends("18/1/28"))
    assert status(office, old_end) == "ending"
    sign(office, addendum)
    assert status(office, old_end) == "running"
    assert status(office, date(2028, 1, 18)) == "ending"
    assert status(office, date(2028, 1, 19)) == "ended"
    row = addenda_of(office, agreement.id)[0]
    assert row.caption.startswith("Adendum I · ")
    assert row.changes == (("Berakhir", "18 Jan 2027", "18 Jan 2028"),)
    assert load(office, Agreement, agreement.id)["ends_on"] == old_end


def test_addenda_are_numbered_at_signing_without_gaps(office: Office, agreement: Saved) -> None:
    first, second = add(office, agreement, ends("18/1/28")), add(office, agreement, ends("tanpa batas waktu"))
    third = add(office, agreement, {"field": "scope", "new": "Baru"})
    cancel_addendum(office, first.id, LATER)
    sign(office, second)
    sign(office, third, number="ADD-2")
    reopen_addendum(office, first.id, LATER)
    assert [(row.caption.split(" ·")[0], row.id) for row in addenda_of(office, agreement.id)][:2] == [
        ("Adendum I", second.id), ("Adendum II", third.id),
    ]  # fmt: skip
    with office.session() as session:
        assert session.get_one(Agreement, agreement.id).final_day is None


def test_products_and_shares_change_from_their_day(office: Office, agreement: Saved, product: Saved) -> None:
    changes = ({"field": "quantity", "product_id": product.id, "new": "7.500"},
               {"field": "price", "product_id": product.id, "new": "12.500,50"},
               {"field": "sharing_basis", "new": "Persen dari laba"},
               {"field": "shares", "new": "Premi 50; PNBP 15; Modal 35"},
               {"field": "destinations", "new": "Selandia Baru, Korea Selatan"})  # fmt: skip
    sign(office, add(office, agreement, *changes))
    with office.session() as session:
        record = session.get_one(Agreement, agreement.id)
        before, after = effective(record, START - timedelta(days=1)), effective(record, START)
    assert before.products[0].quantity == Decimal(5000)
    assert (after.products[0].quantity, after.products[0].price) == (Decimal(7500), Decimal("12500.50"))
    assert after.shares == (("Premi", Decimal(50)), ("PNBP", Decimal(15)), ("Modal", Decimal(35)))
    assert after.destinations == "NZ,KR"
    assert delivered(office, agreement.id, START)[0].remaining == Decimal(7500)
    row = addenda_of(office, agreement.id)[0]
    assert row.changes[0] == ("Jumlah disepakati · Gantungan kunci", "5.000", "7.500")
    assert row.changes[4][2] == "Selandia Baru, Korea Selatan"


@pytest.mark.parametrize(
    ("values", "change", "field"),
    [
        ({"starts_on": date(2026, 1, 18)}, ends("18/1/28"), "starts_on"),
        ({"starts_on": date(2027, 1, 20)}, ends("18/1/28"), "starts_on"),
        ({"signed_on": date(2026, 1, 18)}, ends("18/1/28"), "signed_on"),
        ({}, ends("31/5/26"), "changes[0].new"),
        ({}, ends("besok lusa"), "changes[0].new"),
        ({}, {"field": "shares", "new": "50"}, "changes[0].new"),
        ({}, {"field": "quantity", "new": "5"}, "changes[0].product_id"),
        ({}, {"field": "ends_on"}, "changes[0].new"),
    ],
)
def test_what_cannot_be_is_told_beside_its_cell(
    office: Office, agreement: Saved, values: dict[str, Any], change: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as caught:
        add(office, agreement, change, **values)
    assert field in {problem.field for problem in caught.value.problems}


def test_an_addendum_does_not_go_before_an_earlier_one(office: Office, agreement: Saved) -> None:
    sign(office, add(office, agreement, ends("18/1/28")))
    with pytest.raises(Invalid, match="adendum yang lebih dulu"):
        add(office, agreement, ends("18/1/29"), starts_on=date(2026, 5, 1))


def test_shares_by_percent_make_a_hundred_after_the_addendum_too(office: Office, agreement: Saved) -> None:
    changes = ({"field": "sharing_basis", "new": "laba"}, {"field": "shares", "new": "Premi 50; PNBP 15"})
    addendum = add(office, agreement, *changes)
    with pytest.raises(Invalid, match="100 %"):
        sign(office, addendum)
    assert load(office, Addendum, addendum.id)["stage"] == "draft"


def test_a_signed_addendum_is_closed(office: Office, agreement: Saved) -> None:
    addendum = add(office, agreement, ends("18/1/28"))
    sign(office, addendum)
    with pytest.raises(Invalid, match="adendum berikutnya"):
        save_record(office, Addendum, {"title": "Lain"}, LATER, addendum.id)
    with pytest.raises(Refused, match="tidak dapat dihapus"):
        delete_records(office, Addendum, [addendum.id], LATER)
    save_record(office, Addendum, {"notes": "boleh"}, LATER, addendum.id)


def test_only_the_last_addendum_is_taken_back_and_only_on_its_day(
    office: Office, agreement: Saved, now: datetime
) -> None:
    first = add(office, agreement, ends("18/1/28"), now=now)
    sign(office, first, now)
    with pytest.raises(Invalid, match="adendum"):
        take_back_signature(office, agreement.id, now)
    second = add(office, agreement, ends("18/1/29"), now=now)
    sign(office, second, now, "ADD-2")
    with pytest.raises(Refused, match="sesudahnya"):
        take_back_addendum(office, first.id, now)
    take_back_addendum(office, second.id, now)
    assert status(office, date(2028, 1, 19)) == "ended"
    with pytest.raises(Refused, match="pada hari"):
        take_back_addendum(office, first.id, now + timedelta(days=1))


def test_only_a_signed_agreement_gets_an_addendum(office: Office, draft: Saved, now: datetime) -> None:
    with pytest.raises(Invalid, match="ubah langsung"):
        blank_addendum(office, draft.id, now.date())


def test_an_addendum_is_not_dated_before_its_agreement(office: Office, agreement: Saved) -> None:
    day = date(2026, 1, 18)
    with pytest.raises(Invalid) as caught:
        add(office, agreement, ends("31/12/2027"), signed_on=day, starts_on=day)
    told = {problem.field: problem.message for problem in caught.value.problems}
    assert "mendahului perjanjiannya" in told["signed_on"] and "mulai berlaku" in told["starts_on"]
    add(office, agreement, ends("31/12/2027"), signed_on=date(2026, 1, 19), starts_on=date(2026, 1, 19))
