from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.agreement_life import Step, obstacles, sign_agreement
from lapas_desktop.services.records import Saved, blank, delete_records, load, save_record
from lapas_desktop.services.renewal import NewRow, make_many, renew_agreement
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.storage.office import Office

END = date(2027, 1, 18)


def count(office: Office) -> int:
    with office.session() as session:
        return session.scalar(select(func.count()).select_from(Agreement)) or 0


def partners(office: Office, now: datetime, number: int) -> list[int]:
    made = ({**blank(office, Partner), "name": f"Mitra {n}", "roles": "pembeli"} for n in range(number))
    return [save_record(office, Partner, values, now).id for values in made]


def test_a_renewal_begins_the_day_after_and_says_the_same(office: Office, draft: Saved, now: datetime) -> None:
    rows = {
        "clauses": [{"title": "Objek", "text": "Satu\nDua", "standard": "objek"}],
        "obligations": [{"text": "Laporan", "due_on": date(2026, 2, 1), "period": "bulanan"}],
        "sharing_basis": "laba",
        "shares": [{"name": "Premi", "value": Decimal(100)}],
    }
    save_record(office, Agreement, rows, now, draft.id)
    sign_agreement(office, draft.id, now)
    new = load(office, Agreement, renew_agreement(office, draft.id, now).id)
    assert (new["stage"], new["predecessor_id"], new["number"], new["signed_on"]) == ("draft", draft.id, None, None)
    assert (new["starts_on"], new["ends_on"]) == (date(2027, 1, 19), date(2028, 1, 18))
    assert [row["quantity"] for row in new["products"]] == [Decimal(5000)]
    assert [(row["title"], row["standard"]) for row in new["clauses"]] == [("Objek", "objek")]
    assert [(p["signatory_name"], p["signing_state"]) for p in new["parties"]] == [(None, "belum"), (None, "belum")]
    assert new["obligations"][0]["due_on"] == date(2027, 2, 1)
    assert new["shares"][0]["name"] == "Premi"
    assert "predecessor_id" in {p.field for p in obstacles(office, draft.id, Step.RENEW, now.date())}


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2026, 2, 28)),
        (date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)),
        (date(2026, 1, 1), date(2026, 1, 10), date(2026, 1, 11), date(2026, 1, 20)),
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 2)),
    ],
)
def test_a_renewal_lasts_as_long(
    office: Office, draft: Saved, now: datetime, first: date, last: date, begins: date, ends: date
) -> None:
    save_record(office, Agreement, {"starts_on": first, "ends_on": last}, now, draft.id)
    sign_agreement(office, draft.id, now)
    new = load(office, Agreement, renew_agreement(office, draft.id, now).id)
    assert (new["starts_on"], new["ends_on"]) == (begins, ends)


def test_what_was_terminated_is_followed_from_the_day_of_its_end(
    office: Office, agreement: Saved, now: datetime
) -> None:
    terminate_agreement(office, agreement.id, date(2026, 6, 1), "uji", "", now)
    new = load(office, Agreement, renew_agreement(office, agreement.id, now).id)
    assert new["starts_on"] == date(2026, 6, 1)


def test_an_agreement_without_end_is_not_renewed(office: Office, draft: Saved, now: datetime) -> None:
    save_record(office, Agreement, {"ends_on": None}, now, draft.id)
    sign_agreement(office, draft.id, now)
    with pytest.raises(Invalid, match="tanpa batas waktu"):
        renew_agreement(office, draft.id, now)


def test_an_overlap_needs_a_reason(office: Office, agreement: Saved, now: datetime) -> None:
    new = renew_agreement(office, agreement.id, now)
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, {"starts_on": END}, now, new.id)
    assert [problem.field for problem in caught.value.problems] == ["overlap_reason"]
    assert "s.d. 18 Jan 2027" in caught.value.problems[0].message
    save_record(office, Agreement, {"starts_on": END, "overlap_reason": "Produk lain"}, now, new.id)


def test_agreements_make_no_circle(office: Office, agreement: Saved, now: datetime) -> None:
    new = renew_agreement(office, agreement.id, now)
    third = save_record(office, Agreement, {**_plain(office, agreement), "parent_id": new.id}, now)
    for name, value in (("parent_id", third.id), ("predecessor_id", new.id), ("parent_id", new.id)):
        with pytest.raises(Invalid) as caught:
            save_record(office, Agreement, {name: value}, now, new.id)
        assert {problem.field for problem in caught.value.problems} >= {name}


def _plain(office: Office, agreement: Saved) -> dict[str, object]:
    parties = [{"partner_id": row["partner_id"]} for row in load(office, Agreement, agreement.id)["parties"]]
    return {"title": "Turunan", "type": "lain", "parties": parties}


def test_forty_agreements_are_made_from_one(office: Office, agreement: Saved, now: datetime) -> None:
    ids = partners(office, now, 40)
    rows = [NewRow(one, f"PK-{n:03}", f"M/{n}") for n, one in enumerate(ids, 1)]
    made = make_many(office, agreement.id, rows, now)
    assert [saved.reference for saved in made] == [row.number for row in rows]
    last = load(office, Agreement, made[-1].id)
    assert (last["stage"], last["parties"][1]["partner_id"], last["parties"][1]["number"]) == ("draft", ids[-1], "M/40")
    assert (last["starts_on"], last["ends_on"]) == (date(2026, 1, 19), END)


def test_of_many_all_are_made_or_none(office: Office, agreement: Saved, now: datetime) -> None:
    one, gone = partners(office, now, 2)
    delete_records(office, Partner, [gone], now)
    before = count(office)
    rows = [NewRow(one, "1"), NewRow(gone, "2"), NewRow(999, "3"), NewRow(one, " 1"), NewRow(one, "x" * 81)]
    with pytest.raises(Invalid) as caught:
        make_many(office, agreement.id, rows, now)
    assert {problem.field for problem in caught.value.problems} == {
        "rows[1].partner_id", "rows[2].partner_id", "rows[3].number", "rows[4].number",
    }  # fmt: skip
    late = [NewRow(one, "1"), NewRow(one, "2", ends_on=date(2026, 1, 1))]
    with pytest.raises(Invalid) as caught:
        make_many(office, agreement.id, late, now)
    assert {problem.field for problem in caught.value.problems} == {"rows[1].ends_on"}
    with pytest.raises(Invalid):
        make_many(office, agreement.id, [], now)
    assert count(office) == before


def test_a_renewal_follows_the_addenda(office: Office, agreement: Saved, product: Saved, now: datetime) -> None:
    changes = [{"field": "ends_on", "new": "18/7/27"},
               {"field": "quantity", "product_id": product.id, "new": "7.500"}]  # fmt: skip
    values = {**blank_addendum(office, agreement.id, now.date()), "starts_on": date(2026, 6, 1), "changes": changes}
    addendum = save_record(office, Addendum, values, now)
    sign_addendum(office, addendum.id, now, number="A-1", signed_on=now.date())
    new = load(office, Agreement, renew_agreement(office, agreement.id, now).id)
    assert (new["starts_on"], new["ends_on"]) == (date(2027, 7, 19), date(2028, 7, 18))
    assert new["products"][0]["quantity"] == Decimal(7500)
