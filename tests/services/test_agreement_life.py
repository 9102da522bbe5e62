from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.services.agreement_life import (
    Step,
    cancel_agreement,
    obstacles,
    reopen_agreement,
    send_back,
    send_for_review,
    sign_agreement,
    steps_open,
    take_back_signature,
)
from lapas_desktop.services.history import history_of
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.services.termination import left_open, resume_agreement, terminate_agreement
from lapas_desktop.storage.office import Office

TOMORROW = timedelta(days=1)


def stage(office: Office, agreement: Saved) -> str:
    return load(office, Agreement, agreement.id)["stage"]


def fields(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {problem.field for problem in caught.value.problems}


def test_a_draft_goes_to_review_and_back(office: Office, draft: Saved, now: datetime) -> None:
    send_for_review(office, draft.id, now)
    assert stage(office, draft) == "review"
    with pytest.raises(Invalid, match="Hanya konsep"):
        send_for_review(office, draft.id, now)
    send_back(office, draft.id, now)
    assert stage(office, draft) == "draft"
    assert [line.event for line in history_of(office, Agreement, draft.id) if not line.label] == [
        "Dikembalikan menjadi konsep", "Diajukan untuk diperiksa", "Dibuat",
    ]  # fmt: skip


def test_the_window_is_told_the_same_reasons_that_the_action_raises(
    office: Office, draft: Saved, now: datetime
) -> None:
    save_record(office, Agreement, {"number": None, "signed_at": None}, now, draft.id)
    told = {problem.field for problem in obstacles(office, draft.id, Step.SIGN, now.date())}
    with pytest.raises(Invalid) as caught:
        sign_agreement(office, draft.id, now)
    assert told == fields(caught) == {"number", "signed_at"}
    assert stage(office, draft) == "draft"
    sign_agreement(office, draft.id, now, number=" 1 ", signed_at="Kasongan")
    assert load(office, Agreement, draft.id)["number"] == "1"


def test_a_signature_is_not_entered_before_its_day(office: Office, draft: Saved, now: datetime) -> None:
    with pytest.raises(Invalid, match="belum tiba"):
        sign_agreement(office, draft.id, now, signed_on=now.date() + TOMORROW)


@pytest.mark.parametrize(
    ("signs_as", "job", "post"),
    [
        ("kalapas", "Kepala Lapas", "Kepala Lapas"),
        ("plt", "Kepala Lapas", "Plt. Kepala Lapas"),
        ("plh", "Plh. Kepala Lapas", "Plh. Kepala Lapas"),
    ],
)
def test_who_signs_is_copied_with_number_and_authority(
    office: Office, draft: Saved, now: datetime, signs_as: str, job: str, post: str
) -> None:
    old = {"name": "Yordani", "nip": "1", "job": "Kepala", "signs_as": "kalapas", "valid_to": date(2026, 1, 1)}
    new = {"name": "Batara", "nip": "19700101", "job": job, "signs_as": signs_as, "valid_from": date(2026, 1, 2)}
    save_record(office, OfficeProfile, {"name": "Lapas", "officers": [old, new]}, now)
    sign_agreement(office, draft.id, now)
    own, other = load(office, Agreement, draft.id)["parties"]
    assert (own["signatory_name"], own["signatory_job"], own["signatory_number"]) == ("Batara", post, "19700101")
    assert (other["signatory_name"], other["signing_state"]) == ("Rangi Pōtiki", "tanda tangan")
    take_back_signature(office, draft.id, now)
    parties = load(office, Agreement, draft.id)["parties"]
    assert [(p["signatory_name"], p["signing_state"]) for p in parties] == [(None, "belum"), (None, "belum")]


def test_a_signature_is_taken_back_on_its_own_day_only(office: Office, agreement: Saved, now: datetime) -> None:
    with pytest.raises(Invalid, match="hari yang sama"):
        take_back_signature(office, agreement.id, now + TOMORROW)
    take_back_signature(office, agreement.id, now + timedelta(hours=9))
    assert stage(office, agreement) == "draft"


def test_a_signature_stays_while_a_released_shipment_depends_on_it(
    office: Office, agreement: Saved, shipment: Saved, now: datetime
) -> None:
    assert not obstacles(office, agreement.id, Step.UNSIGN, now.date())
    release_shipment(office, shipment.id, now)
    with pytest.raises(Invalid, match="1 pengiriman sudah dirilis"):
        take_back_signature(office, agreement.id, now)


def test_a_cancelled_draft_is_opened_again(office: Office, draft: Saved, now: datetime) -> None:
    cancel_agreement(office, draft.id, now)
    with pytest.raises(Invalid):
        sign_agreement(office, draft.id, now)
    reopen_agreement(office, draft.id, now)
    sign_agreement(office, draft.id, now)
    with pytest.raises(Invalid, match="jangan dibatalkan"):
        cancel_agreement(office, draft.id, now)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "Lain"}, "title"),
        ({"ends_on": date(2028, 1, 1)}, "ends_on"),
        ({"stage": "draft"}, "stage"),
        ({"products": []}, "products"),
        ({"shares": [{"name": "Premi", "value": Decimal(1)}]}, "shares"),
        ({"terminated_on": date(2026, 2, 1)}, "terminated_on"),
    ],
)
def test_a_signed_fact_is_not_changed_by_typing(
    office: Office, agreement: Saved, now: datetime, values: dict[str, Any], field: str
) -> None:
    before = load(office, Agreement, agreement.id)
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, values, now, agreement.id)
    assert field in fields(caught)
    assert load(office, Agreement, agreement.id) == before


def test_cells_and_order_of_signed_rows_are_closed(office: Office, agreement: Saved, now: datetime) -> None:
    values = load(office, Agreement, agreement.id)
    own, other = values["parties"]
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, {"parties": [own, {**other, "role": "lain"}]}, now, agreement.id)
    assert fields(caught) == {"parties[1].role"}
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, {"parties": [other, own]}, now, agreement.id)
    assert fields(caught) == {"parties"}


def test_what_is_still_open_after_the_signature_is_saved(office: Office, draft: Saved, now: datetime) -> None:
    save_record(office, Agreement, {"obligations": [{"text": "Melatih"}]}, now, draft.id)
    sign_agreement(office, draft.id, now)
    values = load(office, Agreement, draft.id)
    values["obligations"][0] |= {"done": True, "evidence": "BAST 1"}
    values["parties"][1] |= {"signing_state": "bermeterai", "number": "110/DIR/2026"}
    values |= {"notes": "x", "implementation": "y", "profit_note": "z", "originals": [{"holder": "Kantor"}]}
    save_record(office, Agreement, values, now, draft.id)
    kept = load(office, Agreement, draft.id)
    assert kept["obligations"][0]["done_on"] == now.date()
    assert kept["parties"][1]["number"] == "110/DIR/2026"
    assert kept["originals"][0]["holder"] == "Kantor"
    kept["parties"][1]["number"] = "111/DIR/2026"
    with pytest.raises(Invalid):
        save_record(office, Agreement, kept, now, draft.id)


def test_a_new_agreement_is_a_draft(office: Office, partner: Saved, now: datetime) -> None:
    values = {"title": "x", "type": "lain", "parties": [{}, {"partner_id": partner.id}], "stage": "signed"}
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, values, now)
    assert "stage" in fields(caught)


def test_a_termination_names_what_is_left_open(
    office: Office, draft: Saved, shipment: Saved, now: datetime
) -> None:  # `shipment` has the agreement signed
    values = load(office, Agreement, draft.id)
    assert values["stage"] == "signed"
    with pytest.raises(Invalid) as caught:
        terminate_agreement(office, draft.id, date(2027, 2, 1), " ", "", now)
    assert fields(caught) == {"terminated_on", "termination_reason"}
    saved, left = terminate_agreement(office, draft.id, date(2026, 2, 1), "Mitra mundur", "W-1", now)
    assert saved.reference == "W20.PAS.3-PR.03-01"
    assert [(line.name, line.remaining) for line in left.products] == [("Gantungan kunci", Decimal(5000))]
    assert [moving.status_word for moving in left.shipments] == ["Konsep"]
    kept = load(office, Agreement, draft.id)
    assert (kept["stage"], kept["termination_letter"]) == ("terminated", "W-1")
    with pytest.raises(Invalid, match="hari ia dicatat"):
        resume_agreement(office, draft.id, now + TOMORROW)
    resume_agreement(office, draft.id, now)
    assert load(office, Agreement, draft.id)["terminated_on"] is None
    assert not left_open(office, draft.id, now.date()).is_empty


def test_every_step_is_open_or_says_why(office: Office, agreement: Saved, now: datetime) -> None:
    found = steps_open(office, agreement.id, now.date())
    assert set(found) == set(Step)
    assert {step for step, problems in found.items() if not problems} == {
        Step.UNSIGN, Step.TERMINATE, Step.RENEW, Step.AMEND,
    }  # fmt: skip
    assert all(problem.message.endswith(".") for problems in found.values() for problem in problems)
