"""Which papers of a shipment were made, and when: kept in its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lapas_desktop.domain.history import Change
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.history import note_event
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

EVENT = "printed"


@dataclass(frozen=True)
class Printed:
    """When a paper was made last; ``outdated``: the shipment was released again since, so it says something else."""

    on: date
    outdated: bool


def note_printed(office: Office, shipment_id: int, titles: Iterable[str], now: datetime, who: str = "") -> None:
    """Keeps that papers were made; ``titles`` as they stand in the program's own language."""
    with office.transaction() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        for title in titles:
            note_event(session, shipment, EVENT, "", title, now, who)


def printed_papers(office: Office, shipment_id: int) -> Mapping[str, Printed]:
    """Title → when it was made last."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        released = shipment.frozen[-1].frozen_at if shipment.frozen else None
        made = queries.changes_of(Shipment, shipment_id).where(Change.event == EVENT)
        found: dict[str, Printed] = {}
        for change in session.scalars(made):  # newest first
            outdated = released is not None and change.at < released
            found.setdefault(change.new, Printed(change.at.date(), outdated))
        return found
