from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal

import pytest

from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, delete_records, load, save_record
from lapas_desktop.services.shipments import release_shipment, void_shipment
from lapas_desktop.storage.office import Office, open_office


def draft(office: Office, product: Saved, now: datetime, **more: object) -> int:
    lines = [{"product_id": product.id, "quantity": Decimal(1)}]
    return save_record(office, Shipment, {"lines": lines, **more}, now).id


def test_release_gives_the_next_number(office: Office, product: Saved, now: datetime) -> None:
    first, second = draft(office, product, now), draft(office, product, now)
    assert release_shipment(office, second, now).reference == "KRM-2026-001"
    assert release_shipment(office, first, now).reference == "KRM-2026-002"
    values = load(office, Shipment, first)
    assert (values["status"], values["released_on"]) == ("released", date(2026, 1, 19))


def test_a_shipment_is_released_once(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, now)
    with pytest.raises(Refused, match="sudah bernomor KRM-2026-001"):
        release_shipment(office, shipment.id, now)


def test_a_number_once_given_never_returns(office: Office, product: Saved, now: datetime) -> None:
    void, gone = draft(office, product, now), draft(office, product, now)
    release_shipment(office, void, now)
    void_shipment(office, void, "pesanan ditarik", now)
    release_shipment(office, gone, now)
    delete_records(office, Shipment, [gone], now)
    assert release_shipment(office, draft(office, product, now), now).reference == "KRM-2026-003"


def test_the_year_is_that_of_the_release(office: Office, product: Saved, now: datetime) -> None:
    late = draft(office, product, now, released_on=date(2025, 12, 31))
    assert release_shipment(office, late, now).reference == "KRM-2025-001"
    assert release_shipment(office, draft(office, product, now), now).reference == "KRM-2026-001"


def test_the_office_chooses_the_pattern_accents_included(office: Office, product: Saved, now: datetime) -> None:
    save_record(office, OfficeProfile, {"name": "Lapas", "number_pattern": "É/{urut:02}/{tahun}"}, now)
    given = [release_shipment(office, draft(office, product, now), now).reference for _index in range(2)]
    assert given == ["É/01/2026", "É/02/2026"]


def test_nothing_is_released_without_goods(office: Office, now: datetime) -> None:
    empty = save_record(office, Shipment, {}, now).id
    with pytest.raises(Invalid, match="Belum ada barang"):
        release_shipment(office, empty, now)
    assert load(office, Shipment, empty)["number"] is None


def test_what_lies_in_the_bin_is_not_released(office: Office, shipment: Saved, now: datetime) -> None:
    delete_records(office, Shipment, [shipment.id], now)
    with pytest.raises(Refused, match="sudah tidak ada"):
        release_shipment(office, shipment.id, now)


def test_two_desks_at_once_get_different_numbers(office: Office, product: Saved, now: datetime) -> None:
    drafts = [draft(office, product, now) for _index in range(16)]
    other = open_office(office.folder, now)
    with ThreadPoolExecutor(2) as desks:
        jobs = [
            desks.submit(release_shipment, where, shipment_id, now)
            for where, shipment_id in zip([office, other] * 8, drafts, strict=True)
        ]
        numbers = {job.result().reference for job in jobs}
    other.close()
    assert numbers == {f"KRM-2026-{n:03}" for n in range(1, 17)}


def test_what_is_void_is_not_released(office: Office, product: Saved, now: datetime) -> None:
    void = draft(office, product, now)
    void_shipment(office, void, "pesanan ditarik", now)
    with pytest.raises(Refused, match="batal"):
        release_shipment(office, void, now)


def test_a_release_before_the_packing_is_refused_and_burns_no_number(
    office: Office, product: Saved, now: datetime
) -> None:
    early = draft(office, product, now, packed_on=date(2026, 1, 20))
    with pytest.raises(Invalid, match="mendahului"):
        release_shipment(office, early, now)
    assert load(office, Shipment, early)["number"] is None
    assert release_shipment(office, draft(office, product, now), now).reference == "KRM-2026-001"


def test_numbers_typed_in_by_hand_count_too(office: Office, product: Saved, now: datetime) -> None:
    draft(office, product, now, number="KRM-2026-041")
    draft(office, product, now, number="KRM-2025-777")
    assert release_shipment(office, draft(office, product, now), now).reference == "KRM-2026-042"
