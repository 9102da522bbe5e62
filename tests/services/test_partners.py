from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Conflict, Invalid, Refused
from lapas_desktop.domain.partner import Partner, PartnerPaper
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.duplicates import duplicate_of, twin_of
from lapas_desktop.services.history import history_of
from lapas_desktop.services.merging import merge_partners, merge_preview, part_partners
from lapas_desktop.services.partner_use import partner_use
from lapas_desktop.services.records import Saved, blank, delete_records, load, save_record
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import Office


@pytest.fixture
def other(office: Office, now: datetime) -> Saved:
    values = {**blank(office, Partner), "name": "Coir Indonesia", "roles": "pembeli", "npwp": "1"}
    return save_record(office, Partner, values, now)


def party_ids(office: Office, agreement: Saved) -> list[int | None]:
    return [row["partner_id"] for row in load(office, Agreement, agreement.id)["parties"]]


def test_where_a_partner_is_used(
    office: Office, agreement: Saved, shipment: Saved, partner: Saved, other: Saved, now: datetime
) -> None:
    release_shipment(office, shipment.id, now)
    use = partner_use(office, partner.id, now.date())
    assert [(one.reference, one.status_word) for one in use.agreements] == [("W20.PAS.3-PR.03-01", "Berlaku")]
    assert [one.id for one in use.shipments] == [shipment.id]
    assert [(year.year, year.shipments, year.values) for year in use.years] == [
        (2026, 1, (("NZD", Decimal("625.00")),))
    ]
    assert partner_use(office, other.id, now.date()).agreements == ()


def test_a_merge_moves_what_the_preview_named_and_undo_moves_it_back(
    office: Office, agreement: Saved, shipment: Saved, partner: Saved, other: Saved, now: datetime
) -> None:
    preview = merge_preview(office, other.id, partner.id)
    assert [record[:2] for record in preview.records] == [
        ("Perjanjian", "W20.PAS.3-PR.03-01"), ("Pengiriman", load(office, Shipment, shipment.id)["reference"]),
    ]  # fmt: skip
    assert ("Nama mitra", "Coir Indonesia", "Coir") in preview.differences
    assert preview.obstacles == ()
    own = save_record(office, Shipment, {"buyer_id": other.id}, now)
    merge = merge_partners(office, other.id, partner.id, now)
    assert party_ids(office, agreement) == [None, other.id]
    assert load(office, Shipment, shipment.id)["buyer_id"] == other.id
    assert load(office, Partner, partner.id)["deleted_at"] == now
    assert merge.changed == {Agreement, Shipment, Partner}
    assert history_of(office, Partner, partner.id)[0].event == "Digabungkan"
    assert "Coir Indonesia" in history_of(office, Agreement, agreement.id)[0].new
    part_partners(office, merge, now)
    assert party_ids(office, agreement) == [None, partner.id]
    assert load(office, Shipment, own.id)["buyer_id"] == other.id
    with pytest.raises(Refused, match="sudah dibatalkan"):
        part_partners(office, merge, now)


def test_a_merged_partner_still_open_in_another_form_is_not_overwritten(
    office: Office, agreement: Saved, partner: Saved, other: Saved, now: datetime
) -> None:
    opened = load(office, Partner, partner.id)
    merge_partners(office, other.id, partner.id, now)
    with pytest.raises(Conflict, match="PT Coir sudah digabungkan ke PT Coir Indonesia · MTR-0002"):
        save_record(office, Partner, opened, now, partner.id)


def test_a_deleted_partner_still_open_in_another_form_is_told_so(office: Office, other: Saved, now: datetime) -> None:
    opened = load(office, Partner, other.id)
    delete_records(office, Partner, [other.id], now)
    with pytest.raises(Conflict, match="Tempat sampah"):
        save_record(office, Partner, opened, now, other.id)


def test_the_kept_partner_takes_over_what_it_lacks_and_undo_takes_it_back(
    office: Office, partner: Saved, other: Saved, now: datetime
) -> None:
    preview = merge_preview(office, partner.id, other.id)
    assert preview.filled == (("NPWP", "1"),)
    assert ("Nama mitra", "Coir", "Coir Indonesia") in preview.differences
    merge = merge_partners(office, partner.id, other.id, now)
    assert load(office, Partner, partner.id)["npwp"] == "1"
    assert history_of(office, Partner, partner.id)[1].new == "1"
    part_partners(office, merge, now)
    assert load(office, Partner, partner.id)["npwp"] is None


@pytest.mark.parametrize(
    ("expires", "state"),
    [(None, ""), (date(2026, 1, 18), "habis sejak 1 hari"), (date(2026, 1, 19), "habis 0 hari lagi"),
     (date(2026, 2, 18), "habis 30 hari lagi"), (date(2026, 2, 19), "berlaku")],
)  # fmt: skip
def test_a_paper_says_whether_it_is_still_good(expires: date | None, state: str) -> None:
    assert PartnerPaper(expires_on=expires).state(date(2026, 1, 19)) == state


def test_a_partner_like_another_is_found(office: Office, partner: Saved, other: Saved, now: datetime) -> None:
    assert twin_of(office, partner.id) is None
    twin = save_record(office, Partner, {**blank(office, Partner), "name": "COIR, PT", "roles": "pembeli"}, now)
    assert (twin_of(office, partner.id), twin_of(office, twin.id)) == (twin.id, partner.id)
    assert "Gabungkan dengan" in duplicate_of(office, Partner, "name", "PT Coir", twin.id)
    assert "Gabungkan" not in duplicate_of(office, Partner, "name", "PT Coir", None)


def test_two_parties_of_one_agreement_are_not_merged(
    office: Office, partner: Saved, other: Saved, now: datetime
) -> None:
    parties = [{}, {"partner_id": partner.id}, {"partner_id": other.id}]
    save_record(office, Agreement, {"title": "x", "type": "lain", "parties": parties, "number": "7"}, now)
    for one, two in ((other, partner), (partner, partner)):
        assert merge_preview(office, one.id, two.id).obstacles
        with pytest.raises(Invalid):
            merge_partners(office, one.id, two.id, now)
    assert load(office, Partner, partner.id)["deleted_at"] is None


def test_a_paper_does_not_run_out_before_it_was_issued(office: Office, partner: Saved, now: datetime) -> None:
    paper = {"kind": "NIB", "issued_on": date(2026, 1, 2), "expires_on": date(2026, 1, 1)}
    with pytest.raises(Invalid) as caught:
        save_record(office, Partner, {"papers": [paper]}, now, partner.id)
    assert [problem.field for problem in caught.value.problems] == ["papers[0].expires_on"]


def test_a_partner_merged_while_it_is_chosen_in_a_form_is_named_beside_its_cell(
    office: Office, partner: Saved, other: Saved, now: datetime
) -> None:
    chosen = {
        "title": "Keset", "type": "ekspor", "parties": [{"partner_id": None}, {"partner_id": partner.id}],
    }  # fmt: skip
    merge = merge_partners(office, other.id, partner.id, now)
    with pytest.raises(Invalid) as caught:
        save_record(office, Agreement, chosen, now)
    (problem,) = caught.value.problems
    assert problem.field == "parties[1].partner_id"
    assert "PT Coir sudah digabungkan ke PT Coir Indonesia · MTR-0002" in problem.message
    part_partners(office, merge, now)
    kept = save_record(office, Agreement, chosen, now)
    assert party_ids(office, kept) == [None, partner.id]
    delete_records(office, Partner, [other.id], now)
    with pytest.raises(Invalid, match="Tempat sampah"):
        save_record(office, Shipment, {"buyer_id": other.id, "kind": "ekspor"}, now)
