"""Where a partner is used: its agreements, its shipments, and what was shipped in each year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import STATUSES
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.i18n import _
from lapas_desktop.storage import partner_queries, queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class Used:
    """One record that names the partner."""

    id: int
    reference: str
    caption: str
    day: date | None
    status: str
    status_word: str


@dataclass(frozen=True)
class YearTotal:
    """What was sent in a year: number of shipments and value by currency."""

    year: int
    shipments: int
    values: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True)
class PartnerUse:
    """All of a partner's use, the latest in front."""

    agreements: tuple[Used, ...]
    shipments: tuple[Used, ...]
    years: tuple[YearTotal, ...]


def partner_use(office: Office, partner_id: int, on: date) -> PartnerUse:
    """Where a partner is used, with the status of a day."""
    with office.session() as session:
        queries.existing(session, Partner, partner_id)
        agreements = session.scalars(partner_queries.agreements_with(partner_id)).all()
        shipments = session.scalars(partner_queries.shipments_with(partner_id)).all()
        return PartnerUse(
            tuple(
                Used(a.id, a.reference, a.title, a.signed_on, a.status(on), _(STATUSES[a.status(on)]))
                for a in agreements
            ),
            tuple(
                Used(s.id, s.reference, s.caption, _day(s), s.status, _(lists.SHIPMENT_STATUSES[s.status]))
                for s in shipments
            ),
            _years([shipment for shipment in shipments if shipment.status in SENT_STATUSES]),
        )


def _day(shipment: Shipment) -> date | None:
    return shipment.shipped_on or shipment.released_on or shipment.planned_on


def _years(sent: list[Shipment]) -> tuple[YearTotal, ...]:
    values: dict[int, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    numbers: dict[int, int] = defaultdict(int)
    for shipment in sent:
        if day := _day(shipment):
            numbers[day.year] += 1
            values[day.year][shipment.currency] += shipment.totals.value
    return tuple(
        YearTotal(year, numbers[year], tuple(sorted(values[year].items()))) for year in sorted(numbers, reverse=True)
    )
