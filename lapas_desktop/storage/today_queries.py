"""The questions of the start page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.attachment import Attachment
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.history import Change
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.shipment_papers import ConsignmentSale
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.storage import queries

_SENT_ON = func.coalesce(Shipment.shipped_on, Shipment.released_on)


def without_scan(on: date) -> ColumnElement[bool]:
    """Signed agreements in force or to come that have no scan attached."""
    scanned = exists().where(
        Attachment.owner_kind == "Agreement",
        Attachment.owner_id == Agreement.id,
        Attachment.purpose == "scan",
        Attachment.removed_at.is_(None),
    )
    return and_(queries.agreement_status(on).in_(("running", "ending", "upcoming")), ~scanned)


def none_yet(entity: type[Record]) -> Select[Any]:
    """Whether no record of a kind has been entered."""
    return select(~exists().where(entity.deleted_at.is_(None)))


def last_change() -> Select[Any]:
    """When something was changed last, as the PC's clock said then."""
    return select(Change.at).order_by(Change.id.desc()).limit(1)


def unsigned(on: date) -> ColumnElement[bool]:
    """Agreements still on the desk although their first day has come."""
    return and_(Agreement.stage.in_(("draft", "review")), Agreement.starts_on <= on)


def late(on: date) -> ColumnElement[bool]:
    """Shipments whose planned day has passed and that have not left."""
    return and_(Shipment.status.in_(("draft", "packed")), Shipment.planned_on < on)


def without_papers() -> ColumnElement[bool]:
    """Exports that have left without the numbers of their papers."""
    missing = or_(
        Shipment.invoice_number.is_(None),
        Shipment.packing_list_number.is_(None),
        and_(Shipment.transport_document.is_(None), Shipment.status == "shipped"),
    )
    return and_(Shipment.kind == "ekspor", Shipment.status.in_(("released", "shipped")), missing)


def agreements(condition: ColumnElement[bool], limit: int) -> Select[Agreement]:
    """Live agreements under a condition, the one that ends first in front."""
    present = queries.live(Agreement).where(Agreement.archived.is_(False), condition)
    return present.order_by(Agreement.effective_ends_on.is_(None), Agreement.effective_ends_on, Agreement.id).limit(
        limit
    )


def shipments(condition: ColumnElement[bool], limit: int) -> Select[Shipment]:
    """Live shipments under a condition, the longest waiting in front."""
    present = queries.live(Shipment).where(Shipment.archived.is_(False), condition)
    return present.order_by(func.coalesce(Shipment.planned_on, Shipment.released_on), Shipment.id).limit(limit)


def consigned_since(last: date, limit: int) -> Select[Shipment]:
    """Goods with a shop that are neither all sold nor given back, without word since a day or longer."""

    def total(quantity: Any, row: type[ShipmentLine] | type[ConsignmentSale]) -> ColumnElement[Any]:
        summed = select(func.coalesce(func.sum(quantity), 0)).where(row.shipment_id == Shipment.id)
        return summed.correlate(Shipment).scalar_subquery()

    told = (
        select(func.max(ConsignmentSale.day))
        .where(ConsignmentSale.shipment_id == Shipment.id)
        .correlate(Shipment)
        .scalar_subquery()
    )
    taken = func.coalesce(ShipmentLine.accepted, ShipmentLine.quantity)
    left = total(taken, ShipmentLine) > total(ConsignmentSale.quantity, ConsignmentSale)
    heard = func.coalesce(told, Shipment.delivered_on, Shipment.shipped_on, Shipment.released_on)
    there = Shipment.status.in_(SENT_STATUSES)
    return shipments(and_(Shipment.kind == "titip_jual", there, heard <= last, left), limit)


def sent_lines(first: date, last: date) -> Select[int, date, str, str | None, str, Decimal | None, Decimal, Any]:
    """(shipment, day, kind, country, currency, rate, quantity, price) of all goods sent in a period."""
    return (
        select(
            Shipment.id, _SENT_ON, Shipment.kind, Shipment.destination_country, Shipment.currency, Shipment.rate,
            ShipmentLine.quantity, ShipmentLine.unit_price,
        )
        .join(ShipmentLine, ShipmentLine.shipment_id == Shipment.id)
        .where(Shipment.deleted_at.is_(None), Shipment.status.in_(SENT_STATUSES), first <= _SENT_ON, last >= _SENT_ON)
    )  # fmt: skip


def latest_shipments(limit: int) -> Select[Shipment]:
    """The shipments that moved last."""
    moved = func.coalesce(Shipment.shipped_on, Shipment.released_on, Shipment.packed_on)
    return queries.live(Shipment).where(moved.is_not(None)).order_by(moved.desc(), Shipment.id.desc()).limit(limit)
