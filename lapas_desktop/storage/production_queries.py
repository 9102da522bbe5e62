"""The questions asked of production: quality as SQL, what waits, what was made in a period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, type_coerce
from sqlalchemy.orm import selectinload

from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import FAILED, PASSED, UNCHECKED, Batch, QualityCheck
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.storage import queries

DAY = func.coalesce(Batch.ends_on, Batch.starts_on)  # the day that a batch is counted for


def quality() -> ColumnElement[str]:
    """`Batch.quality_state` as SQL, for lists: the same keys by the same rules."""
    last = (
        select(QualityCheck.result)
        .where(QualityCheck.batch_id == Batch.id)
        .order_by(QualityCheck.day.desc(), QualityCheck.position.desc())
        .limit(1)
        .correlate(Batch)
        .scalar_subquery()
    )
    return case((last == "gagal", FAILED), (last.is_not(None), PASSED), else_=UNCHECKED)


def passed() -> ColumnElement[Decimal]:
    """`Batch.passed` as SQL; nothing while nothing is made."""
    return type_coerce(Batch.made - func.coalesce(Batch.rejected, 0), Batch.__table__.c.made.type)


def product_name() -> ColumnElement[str]:
    """What a batch makes, for its list."""
    return select(Product.name).where(Product.id == Batch.product_id).correlate(Batch).scalar_subquery()


def overdue(on: date) -> ColumnElement[bool]:
    """Batches whose last day has passed and that are not made yet."""
    return and_(Batch.stage.in_(("rencana", "produksi")), Batch.ends_on < on)


def waiting_for_check() -> ColumnElement[bool]:
    """Batches whose goods are made and that nobody has checked."""
    return and_(Batch.stage.in_(("qc", "selesai")), quality() == UNCHECKED)


def failed_on_hand() -> ColumnElement[bool]:
    """Batches that failed and whose goods count as good all the same: neither rejected nor sent for a reason."""
    sent = (
        exists()
        .where(
            ShipmentLine.batch_id == Batch.id, ShipmentLine.shipment_id == Shipment.id, Shipment.deleted_at.is_(None),
            Shipment.status.in_(SENT_STATUSES),
        )
        .correlate(Batch)
    )  # fmt: skip
    good = func.coalesce(Batch.made, 0) > func.coalesce(Batch.rejected, 0)
    return and_(quality() == FAILED, or_(Batch.made.is_(None), good), ~sent)


def batches(condition: ColumnElement[bool], limit: int) -> Select[Batch]:
    """Live batches under a condition, the one that ended first in front."""
    present = queries.live(Batch).where(Batch.archived.is_(False), condition)
    return present.order_by(DAY.is_(None), DAY, Batch.id).limit(limit)


def made_between(first: date, last: date) -> Select[Batch]:
    """Batches with a result that ended in a period, by day, with their crews."""
    ended = queries.live(Batch).where(Batch.made.is_not(None), first <= DAY, last >= DAY)
    return ended.options(selectinload(Batch.crews)).order_by(DAY, Batch.id)


def working_between(first: date, last: date) -> Select[Batch]:
    """Batches that somebody worked on in a period, the first begun in front."""
    at_work = queries.live(Batch).where(
        Batch.stage != "rencana", Batch.starts_on <= last, or_(Batch.ends_on.is_(None), first <= Batch.ends_on)
    )
    return at_work.options(selectinload(Batch.crews)).order_by(Batch.starts_on, Batch.id)


def of_product(product_id: int) -> Select[int]:
    """Ids of the live batches of a product, the newest first."""
    return (
        select(Batch.id)
        .where(Batch.deleted_at.is_(None), Batch.product_id == product_id)
        .order_by(DAY.desc(), Batch.id.desc())
    )
