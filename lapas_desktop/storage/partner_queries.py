"""The questions about one partner: what names it, and by which links."""

from __future__ import annotations

from functools import cache

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Row
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.storage.queries import live

_OWN_ROWS = "CASCADE"  # addresses and the like go with the partner; all other links name it


@cache
def links_to_partners() -> dict[str, tuple[type[Row], InstrumentedAttribute[int | None]]]:
    """Every link that names a partner, as ``Class.field``."""
    found: dict[str, tuple[type[Row], InstrumentedAttribute[int | None]]] = {}
    for mapper in sorted(Row.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        for attribute in mapper.column_attrs:
            keys = attribute.columns[0].foreign_keys
            if any(key.column.table.name == "partner" and key.ondelete != _OWN_ROWS for key in keys):
                entity = mapper.class_
                found[f"{entity.__name__}.{attribute.key}"] = (entity, getattr(entity, attribute.key))
    return found


def rows_naming(link: str, partner_id: int) -> Select[Row]:
    """The rows that name a partner by one link, the recycle bin included."""
    entity, column = links_to_partners()[link]
    return select(entity).where(column == partner_id).order_by(entity.id)


def agreements_with(partner_id: int) -> Select[Agreement]:
    """Live agreements a partner is a party of, the latest in front."""
    party_of = select(Party.agreement_id).where(Party.partner_id == partner_id)
    return live(Agreement).where(Agreement.id.in_(party_of)).order_by(Agreement.starts_on.desc(), Agreement.id.desc())


def shipments_with(partner_id: int) -> Select[Shipment]:
    """Live shipments that name a partner in any place, the latest in front."""
    named: list[ColumnElement[bool]] = [
        column == partner_id for entity, column in links_to_partners().values() if entity is Shipment
    ]
    day = func.coalesce(Shipment.shipped_on, Shipment.released_on, Shipment.planned_on)
    return live(Shipment).where(or_(*named)).order_by(day.desc(), Shipment.id.desc())
