"""What there is of a product: made, sent, corrected. Quantities in the product's unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, case, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from lapas_desktop.domain.product import Product, StockChange
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.shipment_papers import ConsignmentSale
from lapas_desktop.domain.shipment_rows import ShipmentLine

Sums = Select[int, Decimal]


def _of(column: InstrumentedAttribute[int], products: Sequence[int] | None) -> Sequence[ColumnElement[bool]]:
    return () if products is None else (column.in_(products),)


def made(products: Sequence[int] | None) -> Sums:
    """(product, passed) of finished batches; None: of all products."""
    difference = func.sum(func.coalesce(Batch.made, 0) - func.coalesce(Batch.rejected, 0))
    passed = type_coerce(difference, Batch.__table__.c.made.type)
    return (
        select(Batch.product_id, passed)
        .where(Batch.deleted_at.is_(None), Batch.stage == "selesai", *_of(Batch.product_id, products))
        .group_by(Batch.product_id)
    )


def sent(products: Sequence[int] | None, without: int | None = None) -> Sums:
    """(product, quantity) of released shipments, one of them left out; what came back is not counted."""
    return (
        select(ShipmentLine.product_id, func.sum(ShipmentLine.quantity))
        .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
        .where(
            Shipment.deleted_at.is_(None),
            Shipment.status.in_(SENT_STATUSES),
            Shipment.id != (without or 0),
            *_of(ShipmentLine.product_id, products),
        )
        .group_by(ShipmentLine.product_id)
    )


def given_back(products: Sequence[int] | None) -> Sums:
    """(product, quantity) that shops gave back of goods on consignment."""
    return (
        select(ConsignmentSale.product_id, func.sum(ConsignmentSale.quantity))
        .join(Shipment, Shipment.id == ConsignmentSale.shipment_id)
        .where(
            Shipment.deleted_at.is_(None),
            Shipment.status.in_(SENT_STATUSES),
            ConsignmentSale.what == "kembali",
            *_of(ConsignmentSale.product_id, products),
        )
        .group_by(ConsignmentSale.product_id)
    )


def corrections(products: Sequence[int] | None) -> Sums:
    """(product, sum of the corrections with their sign)."""
    signed = case((StockChange.direction == "tambah", StockChange.quantity), else_=-StockChange.quantity)
    return (
        select(StockChange.product_id, func.sum(signed))
        .join(Product, Product.id == StockChange.product_id)
        .where(*_of(StockChange.product_id, products))
        .group_by(StockChange.product_id)
    )
