"""The start page: right on any day, from the data alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.today import ToDo
from lapas_desktop.services import second_place
from lapas_desktop.services import todos as services_todos
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.installed import PORTABLE, Installation
from lapas_desktop.services.maintenance import back_up_now
from lapas_desktop.services.records import Saved, delete_records, load, save_record
from lapas_desktop.services.shipments import release_shipment, ship_shipment
from lapas_desktop.services.today import today
from lapas_desktop.storage import snapshot
from lapas_desktop.storage.office import Office


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 8)


def titles(office: Office, now: datetime) -> list[str]:
    return [todo.title for todo in today(office, now).todos]


def test_an_agreement_shows_from_its_notice_to_its_last_day(office: Office, agreement: Saved) -> None:
    assert "PKS berakhir 91 hari lagi" not in titles(office, at(2026, 10, 19))
    assert "PKS berakhir 90 hari lagi" in titles(office, at(2026, 10, 20))
    assert "PKS berakhir hari ini" in titles(office, at(2027, 1, 18))
    assert not any("berakhir" in title for title in titles(office, at(2027, 1, 19)))


def test_a_shipment_past_its_plan_leads_to_itself(office: Office, shipment: Saved, now: datetime) -> None:
    save_record(office, Shipment, {"planned_on": date(2026, 1, 20)}, now, shipment.id)
    assert titles(office, at(2026, 1, 20))[0] != "Pengiriman lewat rencana 0 hari"
    first = today(office, at(2026, 1, 27)).todos[0]
    assert (first.title, first.tone) == ("Pengiriman lewat rencana 7 hari", "bad")
    assert (first.place, first.record_id) == ("shipments", shipment.id)
    delete_records(office, Shipment, [shipment.id], now)
    assert "Pengiriman lewat rencana 7 hari" not in titles(office, at(2026, 1, 27))


def test_missing_papers_of_an_export_are_named(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, now)
    ship_shipment(office, shipment.id, now.date(), now)
    save_record(office, Shipment, {"invoice_number": "INV-1"}, now, shipment.id)
    (todo,) = [todo for todo in today(office, now).todos if todo.title == "Dokumen pengiriman belum lengkap"]
    assert "nomor packing list, B/L atau AWB" in todo.detail
    assert "invoice" not in todo.detail


def test_promises_past_their_day_are_told_until_done(office: Office, draft: Saved, now: datetime) -> None:
    promise = {"text": "Melatih warga binaan", "due_on": date(2026, 1, 10)}
    save_record(office, Agreement, {"obligations": [promise]}, now, draft.id)
    sign_agreement(office, draft.id, now)
    assert "Kewajiban lewat 9 hari" in titles(office, now)
    duties = load(office, Agreement, draft.id)["obligations"]
    save_record(office, Agreement, {"obligations": [{**duties[0], "done": True}]}, now, draft.id)
    assert "Kewajiban lewat 9 hari" not in titles(office, now)


def test_office_and_backup_are_asked_for_until_they_are_there(office: Office) -> None:
    now = datetime.now()
    assert {"Data kantor belum diisi", "Belum ada cadangan"} <= set(titles(office, now))
    save_record(office, OfficeProfile, {"name": "Lapas Contoh"}, now)
    back_up_now(office, now)
    assert titles(office, now) == ["Langkah 1: catat produk"]
    assert "Cadangan terakhir 10 hari lalu" in titles(office, now + timedelta(days=10, minutes=1))


def test_value_is_told_by_month_in_rupiah_at_the_shipments_rate(office: Office, shipment: Saved, now: datetime) -> None:
    release_shipment(office, shipment.id, at(2026, 2, 3))
    page = today(office, at(2026, 3, 1))
    assert page.note == "1 pengiriman tanpa kurs tidak dihitung."
    save_record(office, Shipment, {"rate": Decimal(9700)}, now, shipment.id)
    page = today(office, at(2026, 3, 1))
    assert [month.export for month in page.months] == [0, Decimal("6062500.00"), 0]  # 500 × 1,25 × 9.700
    assert page.figures[2].value == "Rp 6,1 jt"
    assert page.figures[1].note == "1 ekspor · 1 negara tujuan"


def test_the_page_is_kept_for_the_next_start_while_it_is_true(office: Office, agreement: Saved, now: datetime) -> None:
    page = today(office, now)
    assert snapshot.read(office.path, now.date(), "id") == page
    assert snapshot.read(office.path, date(2026, 1, 20), "id") is None
    assert snapshot.read(office.path, now.date(), "en") is None
    save_record(office, Agreement, {"notes": "berubah"}, now, agreement.id)
    assert snapshot.read(office.path, now.date(), "id") is None


def test_a_damaged_keepsake_is_no_start_page(office: Office, now: datetime) -> None:
    today(office, now)
    file = office.path.with_name(snapshot.FILE_NAME)
    whole = file.read_text()
    for broken in ("", "[]", "{", whole[:-20], whole.replace('"months"', '"bulan"'), whole.replace("tone", "nada")):
        file.write_text(broken)
        assert snapshot.read(office.path, now.date(), "id") is None


def test_every_waiting_thing_names_its_action(office: Office, shipment: Saved, now: datetime) -> None:
    for todo in today(office, now).todos:
        assert isinstance(todo, ToDo) and todo.action and todo.place


def test_an_original_lent_for_more_than_thirty_days_is_asked_for(
    office: Office, agreement: Saved, now: datetime
) -> None:
    original = {"holder": "Lapas", "lent_to": "Kanwil", "lent_on": date(2026, 1, 19)}
    saved = save_record(office, Agreement, {"originals": [original]}, now, agreement.id)
    assert not any("asli dipinjam" in title for title in titles(office, at(2026, 2, 18)))
    assert "Naskah asli dipinjam 31 hari" in titles(office, at(2026, 2, 19))
    kept = load(office, Agreement, saved.id)["originals"]
    save_record(office, Agreement, {"originals": [{**kept[0], "returned_on": date(2026, 2, 1)}]}, now, agreement.id)
    assert not any("asli dipinjam" in title for title in titles(office, at(2026, 2, 19)))


def test_a_clock_before_the_last_change_or_years_after_it_is_told(office: Office, draft: Saved, now: datetime) -> None:
    title = "Periksa tanggal PC ini"
    assert title not in titles(office, now) + titles(office, now + timedelta(days=700))
    assert title in titles(office, now - timedelta(days=400)) and title in titles(office, now + timedelta(days=800))


def test_data_in_a_portable_folder_asks_for_a_second_place(
    office: Office, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "Data ada di folder portabel"
    assert title not in titles(office, now)
    monkeypatch.setattr(services_todos, "installation", lambda: Installation(office.folder.parent, PORTABLE))
    assert title in titles(office, now)
    elsewhere = tmp_path / "disk lain"
    elsewhere.mkdir()
    second_place.choose(office.folder, elsewhere, now)
    assert title not in titles(office, now)
