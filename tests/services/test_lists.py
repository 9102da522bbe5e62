"""The status in the list is the status of the record, on every edge."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.agreement_life import send_for_review, sign_agreement
from lapas_desktop.services.lists import columns_of
from lapas_desktop.services.records import blank, list_page, save_record
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.storage.office import Office

START, END = date(2026, 1, 19), date(2027, 1, 18)


@pytest.fixture
def agreements(office: Office, now: datetime) -> None:
    mitra = save_record(office, Partner, {**blank(office, Partner), "name": "PT Coir", "roles": "pembeli"}, now).id

    def save(**values: object) -> int:
        parties = [{}, {"partner_id": mitra}]
        record = {**blank(office, Agreement), "title": "PKS", "type": "ekspor", "parties": parties, **values}
        return save_record(office, Agreement, record, now).id

    def sign(**values: object) -> int:
        days = {"signed_on": START, "signed_at": "Kasongan", "starts_on": START}
        return sign_agreement(office, save(**days | values), now).id

    first = sign(number="1", ends_on=END)
    sign(number="2", starts_on=END + timedelta(days=1), predecessor_id=first)
    sign(number="3", ends_on=END, notice_days=400)
    sign(number="4")
    terminate_agreement(office, sign(number="5", ends_on=END), date(2026, 6, 1), "uji", "", now)
    send_for_review(office, save(), now)


@pytest.mark.parametrize(
    "on", [START - timedelta(days=1), START, date(2026, 6, 1), date(2026, 10, 20), END, END + timedelta(days=1)]
)
def test_the_list_and_the_record_agree_on_the_status(office: Office, agreements: None, on: date) -> None:
    columns = columns_of(Agreement, on)
    page = list_page(office, Agreement, columns, "", 0, False, 0, 100)
    shown = dict(zip(page.ids, [row[-1] for row in page.rows], strict=True))
    with office.session() as session:
        computed = {record.id: record.status(on) for record in session.scalars(select(Agreement))}
    assert shown == computed
    assert len(set(computed.values())) > 1
