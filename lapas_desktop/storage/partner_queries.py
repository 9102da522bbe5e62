"""The questions about one partner: what names it, and by which links."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Select, func, or_, select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Row
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.storage.queries import live
from lapas_desktop.storage.usage import Link, links_to


def links_to_partners() -> Mapping[str, Link]:
    """Every link that names a partner, as ``Class.field``."""
    return links_to(Partner)


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
