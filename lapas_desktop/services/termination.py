"""Use cases of ending a signed agreement before its last day, and what such an end leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from lapas_desktop.domain import agreement_life as life
from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.kinds import IDENTIFIER, TEXT
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import _
from lapas_desktop.services.agreement_life import Step, changed_agreement, obstacles_of, refuse, saved
from lapas_desktop.services.deliveries import Delivered, delivered_under
from lapas_desktop.services.records import Saved
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class OpenDuty:
    """A promise not met yet."""

    row_id: int
    party: str
    text: str
    next_due_on: date | None


@dataclass(frozen=True)
class UnderWay:
    """A shipment that has not arrived yet."""

    id: int
    reference: str
    status_word: str


@dataclass(frozen=True)
class LeftOpen:
    """What is not settled under an agreement on a day."""

    duties: tuple[OpenDuty, ...]
    products: tuple[Delivered, ...]
    shipments: tuple[UnderWay, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.duties or self.products or self.shipments)


def left_open(office: Office, agreement_id: int, on: date) -> LeftOpen:
    """Open promises, quantities still to ship and shipments under way: what a termination must name."""
    with office.session() as session:
        return _left_open(session, queries.existing(session, Agreement, agreement_id), on)


def _left_open(session: Session, agreement: Agreement, on: date) -> LeftOpen:
    moving = session.scalars(queries.shipments_of(agreement.id).where(Shipment.status.in_(lists.UNDER_WAY)))
    return LeftOpen(
        tuple(
            OpenDuty(duty.id, duty.party or "", duty.text, duty.next_due_on)
            for duty in agreement.obligations
            if not duty.done
        ),
        tuple(
            line
            for line in delivered_under(session, agreement, on)
            if line.remaining is not None and line.remaining > 0
        ),
        tuple(UnderWay(s.id, s.reference, _(lists.SHIPMENT_STATUSES[s.status])) for s in moving),
    )


def terminate_agreement(
    office: Office, agreement_id: int, day: date, reason: str, letter: str, now: datetime, who: str = ""
) -> tuple[Saved, LeftOpen]:
    """Ends a signed agreement: from ``day`` on it is no longer in force. Says what is left open.

    ``letter`` is the number of the letter, or empty. `Invalid` with every obstacle; `resume_agreement`
    undoes it on the day it was entered.
    """
    with changed_agreement(office, agreement_id, "terminated", now, who) as (session, agreement):
        why = TEXT.parse(reason)
        refuse(life.terminating_obstacles(agreement, day, why))
        agreement.stage, agreement.terminated_on, agreement.termination_reason = "terminated", day, why
        agreement.termination_letter = IDENTIFIER.parse(letter)
        left = _left_open(session, agreement, day)
    return saved(agreement), left


def resume_agreement(office: Office, agreement_id: int, now: datetime, who: str = "") -> Saved:
    """Takes a termination back on the day it was entered."""
    with changed_agreement(office, agreement_id, "resumed", now, who) as (session, agreement):
        refuse(obstacles_of(session, agreement, Step.RESUME, now.date()))
        agreement.stage = "signed"
        agreement.terminated_on = agreement.termination_reason = agreement.termination_letter = None
    return saved(agreement)
