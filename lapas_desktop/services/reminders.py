"""What is running out: agreements near their end, with the step of reminding each has reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.documents.listing import build_listing
from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.domain import kinds
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.reminders import reminder_days, reminder_step, reminder_steps
from lapas_desktop.domain.wording import format_date_short
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.listing import stationery
from lapas_desktop.storage import agenda_queries, queries
from lapas_desktop.storage.office import Office

_LONGEST = 9999  # days of notice that are looked for


@dataclass(frozen=True)
class Reminder:
    """One agreement to think of. ``step`` is the days before the end that have been reached."""

    agreement_id: int
    reference: str
    title: str
    partners: str
    ends_on: date
    days_left: int
    step: int
    remind_on: date

    @property
    def step_word(self) -> str:
        if self.step == 0:
            return _(N_("berakhir hari ini"))
        return _(N_("tahap {n} hari")).format(n=self.step)

    def plain(self) -> dict[str, Any]:
        """For other programs: dates ISO."""
        return {
            "reference": self.reference, "title": self.title, "partners": self.partners,
            "ends_on": self.ends_on.isoformat(), "days_left": self.days_left, "step": self.step,
        }  # fmt: skip


def expiring(office: Office, on: date) -> tuple[Reminder, ...]:
    """Agreements in force on a day that end within their notice, the first to end in front."""
    with office.session() as session:
        steps = _steps(session)
        found: list[Reminder] = []
        for agreement in session.scalars(agenda_queries.ending_between(on, on + timedelta(days=_LONGEST), on)):
            step = reminder_step(agreement, on, steps)
            if step is not None:
                found.append(_reminder(agreement, on, step, on))
        return tuple(found)


def reminders_between(office: Office, first: date, last: date) -> tuple[Reminder, ...]:
    """Every reminder whose day falls in a period, in order: the list to hang on the wall."""
    with office.session() as session:
        steps = _steps(session)
        ending = agenda_queries.ending_between(first, last + timedelta(days=_LONGEST), first)
        found = [
            _reminder(agreement, day, step, day)
            for agreement in session.scalars(ending)
            for day, step in reminder_days(agreement, first, last, steps)
        ]
    return tuple(sorted(found, key=lambda reminder: (reminder.remind_on, reminder.ends_on, reminder.reference)))


def _steps(session: Session) -> tuple[int, ...]:
    profile = queries.office_profile(session)
    return reminder_steps(profile.reminder_days if profile else "")


def _reminder(agreement: Agreement, on: date, step: int, remind_on: date) -> Reminder:
    end = agreement.final_day
    assert end is not None
    names = ", ".join(party.partner.full_name for party in agreement.parties if party.partner)
    return Reminder(agreement.id, agreement.reference, agreement.title, names, end, (end - on).days, step, remind_on)


def write_reminders(office: Office, first: date, last: date, path: Path, on: date) -> None:
    """Writes the reminders of a period as ``.pdf`` or else XLSX."""
    with office.session() as session:
        name, paper = stationery(session)
    columns, rows = reminders_table(reminders_between(office, first, last))
    period = f"{format_date_short(first)} – {format_date_short(last)}"
    build_listing(Listing(_(N_("Pengingat PKS")), period, name, columns, rows, on, paper), path)


def reminders_table(reminders: tuple[Reminder, ...]) -> tuple[tuple[ListingColumn, ...], list[tuple[Any, ...]]]:
    """The reminders as columns and cells."""
    columns = (
        ListingColumn(_(N_("Ingatkan")), kinds.DATE, 14),
        ListingColumn(_(N_("Nomor")), kinds.IDENTIFIER, 22),
        ListingColumn(_(N_("Mitra")), kinds.TEXT, 20),
        ListingColumn(_(N_("Tentang")), kinds.TEXT, 24),
        ListingColumn(_(N_("Berlaku s.d.")), kinds.DATE, 14),
        ListingColumn(_(N_("Hari lagi")), kinds.COUNT, 8),
    )
    return columns, [(r.remind_on, r.reference, r.partners, r.title, r.ends_on, r.days_left) for r in reminders]
