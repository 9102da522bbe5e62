"""The calendar: what falls on which day, as plain data for a month or as a calendar file."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from lapas_desktop.documents.ics import CalendarDay, write_calendar
from lapas_desktop.domain import lists
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.obligations import duties_between
from lapas_desktop.storage import agenda_queries, queries
from lapas_desktop.storage.office import Office

KINDS = {
    "agreement_end": N_("Perjanjian berakhir"), "obligation": N_("Kewajiban"),
    "paper": N_("Surat mitra habis"), "shipment": N_("Rencana pengiriman"),
}  # fmt: skip


@dataclass(frozen=True)
class AgendaEntry:
    """One thing on a day. ``kind`` is a key of `KINDS`; ``place`` and ``record_id`` say what to open.

    ``key`` names the entry for ever, so that a calendar that reads the file again finds it.
    """

    on: date
    kind: str
    title: str
    detail: str
    place: str
    record_id: int
    key: str

    @property
    def kind_word(self) -> str:
        return _(KINDS[self.kind])


def month_agenda(office: Office, year: int, month: int, on: date) -> dict[date, tuple[AgendaEntry, ...]]:
    """What falls on each day of a month; days without anything are left out."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    days: dict[date, list[AgendaEntry]] = {}
    for entry in agenda(office, date(year, month, 1), last, on):
        days.setdefault(entry.on, []).append(entry)
    return {day: tuple(entries) for day, entries in days.items()}


def agenda(office: Office, first: date, last: date, on: date) -> tuple[AgendaEntry, ...]:
    """Everything in a period in the order of its days, ends included; ``on`` is today."""
    found = [
        AgendaEntry(
            duty.due_on, "obligation", duty.text, " · ".join(filter(None, (duty.party, duty.reference))),
            "agreements", duty.agreement_id, f"kewajiban-{duty.row_id}-{duty.due_on:%Y%m%d}",
        )
        for duty in duties_between(office, first, last, on)
    ]  # fmt: skip
    with office.session() as session:
        found += [*_ends(session, first, last, on), *_papers(session, first, last), *_plans(session, first, last)]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda entry: (entry.on, order.index(entry.kind), entry.key)))


def _ends(session: Session, first: date, last: date, on: date) -> Iterator[AgendaEntry]:
    for agreement in session.scalars(agenda_queries.ending_between(first, last, on)):
        assert agreement.final_day is not None
        names = ", ".join(party.partner.full_name for party in agreement.parties if party.partner)
        detail = f"{names} · {agreement.title}"
        yield AgendaEntry(
            agreement.final_day, "agreement_end", agreement.reference, detail, "agreements", agreement.id,
            f"pks-{agreement.id}",
        )  # fmt: skip


def _papers(session: Session, first: date, last: date) -> Iterator[AgendaEntry]:
    for paper, partner in session.execute(agenda_queries.papers_expiring(first, last)):
        assert paper.expires_on is not None
        title = f"{_(lists.PARTNER_PAPERS[paper.kind])} {paper.number or ''}".strip()
        yield AgendaEntry(
            paper.expires_on, "paper", title, partner.full_name, "partners", partner.id, f"surat-{paper.id}"
        )


def _plans(session: Session, first: date, last: date) -> Iterator[AgendaEntry]:
    for shipment in session.scalars(agenda_queries.shipments_planned(first, last)):
        assert shipment.planned_on is not None
        yield AgendaEntry(
            shipment.planned_on, "shipment", shipment.reference, shipment.caption, "shipments", shipment.id,
            f"pengiriman-{shipment.id}",
        )  # fmt: skip


def write_agenda(office: Office, first: date, last: date, path: Path, now: datetime) -> int:
    """Writes the agenda of a period as a calendar file (.ics); how many entries it holds."""
    with office.session() as session:
        profile = queries.office_profile(session)
    entries = agenda(office, first, last, now.date())
    days = [CalendarDay(entry.key, entry.on, f"{entry.kind_word}: {entry.title}", entry.detail) for entry in entries]
    write_calendar(path, profile.reference if profile else "", days, now)
    return len(days)
