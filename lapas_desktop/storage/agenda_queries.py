"""The questions of the calendar, the reminders and the register."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.obligation import STILL_ASKED, Obligation
from lapas_desktop.domain.parties import Original
from lapas_desktop.domain.partner import Partner, PartnerPaper
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.storage import queries


def _open_duty() -> ColumnElement[bool]:
    """A promise that is not met; a periodic one only as long as the agreement runs."""
    before_end = and_(
        or_(Agreement.effective_ends_on.is_(None), Obligation.next_due_on <= Agreement.effective_ends_on),
        or_(Agreement.terminated_on.is_(None), Obligation.next_due_on < Agreement.terminated_on),
    )
    return and_(
        Agreement.deleted_at.is_(None),
        Agreement.archived.is_(False),
        Obligation.done.is_(False),
        or_(Obligation.period == "sekali", before_end),
    )


def open_duties(last: date) -> Select[Obligation, Agreement]:
    """Promises under signed agreements whose next day comes at the latest on a day, the oldest in front."""
    return (
        select(Obligation, Agreement)
        .join(Agreement, Agreement.id == Obligation.agreement_id)
        .where(_open_duty(), Agreement.stage == "signed", Obligation.next_due_on <= last)
        .order_by(Obligation.next_due_on, Obligation.id)
    )


def late_duties(on: date) -> Select[Obligation, Agreement]:
    """Promises past their day under agreements that run on a day or ended `STILL_ASKED` days before at the most.

    A termination is an end too. Older promises stand in the agreement and in the reports.
    """
    since = on - timedelta(days=STILL_ASKED)
    terminated = and_(Agreement.stage == "terminated", Agreement.terminated_on > since)
    return (
        select(Obligation, Agreement)
        .join(Agreement, Agreement.id == Obligation.agreement_id)
        .where(_open_duty(), Obligation.next_due_on < on)
        .where(or_(Agreement.stage == "signed", terminated))
        .where(or_(Agreement.effective_ends_on.is_(None), Agreement.effective_ends_on >= since))
        .order_by(Obligation.next_due_on, Obligation.id)
    )


def ending_between(first: date, last: date, on: date) -> Select[Agreement]:
    """Signed agreements whose last day falls in a period and that are not renewed, the first to end in front."""
    return (
        queries.live(Agreement)
        .where(
            Agreement.archived.is_(False),
            Agreement.stage == "signed",
            Agreement.effective_ends_on.between(first, last),
            queries.agreement_status(on) != "renewed",
        )
        .order_by(Agreement.effective_ends_on, Agreement.id)
    )


def papers_expiring(first: date | None, last: date) -> Select[PartnerPaper, Partner]:
    """Papers of partners that run out in a period; without a first day also those that have."""
    statement = (
        select(PartnerPaper, Partner)
        .join(Partner, Partner.id == PartnerPaper.partner_id)
        .where(Partner.deleted_at.is_(None), Partner.archived.is_(False), PartnerPaper.expires_on <= last)
        .order_by(PartnerPaper.expires_on, PartnerPaper.id)
    )
    return statement if first is None else statement.where(PartnerPaper.expires_on >= first)


def shipments_planned(first: date, last: date) -> Select[Shipment]:
    """Shipments not void whose planned day falls in a period, in order."""
    return (
        queries.live(Shipment)
        .where(Shipment.planned_on.between(first, last), Shipment.status.not_in(("cancelled", "returned")))
        .order_by(Shipment.planned_on, Shipment.id)
    )


def registered(year: int) -> Select[Agreement]:
    """Agreements that were signed in a year, in the order of their signing."""
    first, last = date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)
    return (
        queries.live(Agreement)
        .where(Agreement.stage.in_(("signed", "terminated")), Agreement.signed_on.between(first, last))
        .order_by(Agreement.signed_on, Agreement.id)
    )


def originals_kept() -> Select[Original, Agreement]:
    """Every original of a live agreement, in the order of the agreements' numbers."""
    return (
        select(Original, Agreement)
        .join(Agreement, Agreement.id == Original.agreement_id)
        .where(Agreement.deleted_at.is_(None))
        .order_by(Agreement.number, Original.position, Original.id)
    )


def lent_original() -> ColumnElement[bool]:
    """An original that is out on loan, as `Original.is_lent` says it."""
    lent = or_(func.coalesce(Original.lent_to, "") != "", Original.lent_on.is_not(None))
    return and_(lent, Original.returned_on.is_(None))


def with_original_lent() -> ColumnElement[bool]:
    """Agreements of which an original is out on loan."""
    return Agreement.id.in_(select(Original.agreement_id).where(lent_original()))


def originals_lent_since(last: date) -> Select[Original, Agreement]:
    """Originals of live agreements that were lent on a day or before, the longest away in front."""
    lent = originals_kept().where(lent_original(), Original.lent_on <= last, Agreement.archived.is_(False))
    return lent.order_by(None).order_by(Original.lent_on, Original.id)


def numbered_agreements() -> Select[Agreement]:
    """Every agreement that bears a number, void ones and the recycle bin included."""
    return select(Agreement).where(func.coalesce(Agreement.number, "") != "").order_by(Agreement.id)
