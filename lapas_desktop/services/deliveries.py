"""Agreed, shipped and remaining under an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.terms import effective
from lapas_desktop.i18n import _
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class Delivered:
    """Agreed, shipped and remaining of one product, with the addenda of the day.

    ``remaining`` is negative when more was shipped; None when nothing was agreed or it was agreed per
    ``period`` ("bulan"): then there is no whole to subtract from.
    """

    product_id: int
    name: str
    unit: str
    agreed: Decimal | None
    period: str
    shipped: Decimal
    remaining: Decimal | None


def delivered(office: Office, agreement_id: int, on: date) -> tuple[Delivered, ...]:
    """Agreed, shipped and remaining per product on a day."""
    with office.session() as session:
        return delivered_under(session, queries.existing(session, Agreement, agreement_id), on)


def delivered_under(session: Session, agreement: Agreement, on: date) -> tuple[Delivered, ...]:
    """The same inside a session."""
    shipped = {row[0]: row[1] for row in session.execute(queries.shipped_quantities(agreement.id))}
    found: list[Delivered] = []
    for line in effective(agreement, on).products:
        assert line.product is not None
        sent = shipped.get(line.product_id) or Decimal(0)
        whole = line.quantity is not None and not line.period
        left = line.quantity - sent if whole and line.quantity is not None else None
        unit = _(lists.UNITS[line.product.unit])
        found.append(Delivered(line.product_id, line.product.name, unit, line.quantity, line.period or "", sent, left))
    return tuple(found)
