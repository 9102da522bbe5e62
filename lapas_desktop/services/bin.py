"""The recycle bin: what lies in it, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

BINNED: tuple[type[Record], ...] = (Product, Partner, Agreement, Addendum, StandardClause, Shipment)


@dataclass(frozen=True)
class Binned:
    """One deleted record."""

    entity: type[Record]
    id: int
    reference: str
    caption: str
    deleted_at: datetime


def bin_contents(office: Office) -> list[Binned]:
    """Everything in the recycle bin, newest first."""
    found: list[Binned] = []
    with office.session() as session:
        for entity in BINNED:
            for record in session.scalars(queries.deleted(entity)):
                assert record.deleted_at is not None
                found.append(Binned(entity, record.id, record.reference, record.caption, record.deleted_at))
    return sorted(found, key=lambda binned: binned.deleted_at, reverse=True)
