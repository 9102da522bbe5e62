from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.agenda import agenda, month_agenda, write_agenda
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.services.reminders import expiring, reminders_between, write_reminders
from lapas_desktop.services.renewal import renew_agreement
from lapas_desktop.services.today import today
from lapas_desktop.storage.office import Office

END = date(2027, 1, 18)


def test_a_month_shows_what_falls_on_its_days(
    office: Office, agreement: Saved, shipment: Saved, partner: Saved, now: datetime
) -> None:
    paper = {"kind": "SVLK", "number": "S-1", "expires_on": END}
    save_record(office, Partner, {"papers": [paper]}, now, partner.id)
    save_record(office, Shipment, {"planned_on": date(2027, 1, 5)}, now, shipment.id)
    days = month_agenda(office, 2027, 1, now.date())
    assert list(days) == [date(2027, 1, 5), END]
    assert [(entry.kind_word, entry.title) for entry in days[END]] == [
        ("Perjanjian berakhir", "W20.PAS.3-PR.03-01"), ("Surat mitra habis", "SVLK S-1"),
    ]  # fmt: skip
    assert days[date(2027, 1, 5)][0].record_id == shipment.id
    assert month_agenda(office, 2027, 2, now.date()) == {}


def test_the_calendar_file_names_each_entry_for_ever(
    office: Office, agreement: Saved, now: datetime, tmp_path: Path
) -> None:
    path = tmp_path / "agenda.ics"
    assert write_agenda(office, date(2027, 1, 1), END, path, now) == 1
    written = path.read_bytes().decode()
    assert f"UID:pks-{agreement.id}@lapas-desktop\r\n" in written
    assert "DTSTART;VALUE=DATE:20270118\r\nDTEND;VALUE=DATE:20270119\r\n" in written


def test_reminders_come_at_the_notice_and_the_steps_after_it(office: Office, agreement: Saved, now: datetime) -> None:
    save_record(office, OfficeProfile, {"name": "Lapas", "reminder_days": "120, 30, 7, 0"}, now)
    found = reminders_between(office, date(2026, 1, 1), date(2027, 12, 31))
    assert [(one.remind_on, one.days_left) for one in found] == [
        (date(2026, 10, 20), 90), (date(2026, 12, 19), 30), (date(2027, 1, 11), 7), (END, 0),
    ]  # fmt: skip
    for day, step in ((date(2026, 10, 20), 90), (date(2026, 12, 18), 90), (date(2026, 12, 19), 30), (END, 0)):
        assert [one.step for one in expiring(office, day)] == [step]
    assert expiring(office, date(2026, 10, 19)) == expiring(office, date(2027, 1, 19)) == ()


def test_only_a_signed_renewal_ends_the_reminding(office: Office, agreement: Saved, now: datetime) -> None:
    renewal = renew_agreement(office, agreement.id, now)
    assert len(expiring(office, END)) == 1
    sign_agreement(office, renewal.id, now, number="2", signed_on=now.date(), signed_at="Kasongan")
    assert expiring(office, END) == ()


def test_the_reminders_are_printed(office: Office, agreement: Saved, now: datetime, tmp_path: Path) -> None:
    for name in ("pengingat.pdf", "pengingat.xlsx"):
        write_reminders(office, date(2026, 1, 1), END, tmp_path / name, now.date())
        assert (tmp_path / name).stat().st_size > 1000


def test_a_paper_that_runs_out_is_told_a_month_before(office: Office, partner: Saved, now: datetime) -> None:
    papers = [{"kind": "NIB", "number": "1", "expires_on": date(2026, 2, 1)}, {"kind": "akta", "expires_on": END}]
    save_record(office, Partner, {"papers": papers}, now, partner.id)

    def told(moment: datetime) -> list[str]:
        return [todo.title for todo in today(office, moment).todos if todo.place == "partners"]

    assert told(datetime(2026, 1, 1, 9)) == []
    assert told(datetime(2026, 1, 2, 9)) == ["Surat mitra habis 30 hari lagi"]
    assert told(datetime(2026, 2, 3, 9)) == ["Surat mitra habis sejak 2 hari"]
    assert agenda(office, date(2026, 2, 1), date(2026, 2, 1), now.date())[0].detail == "PT Coir"
