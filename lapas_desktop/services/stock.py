"""The stock of a product: what finished batches gave, less what was sent, with reasoned corrections. Never typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from lapas_desktop.domain import lists
from lapas_desktop.domain.product import Product, StockChange
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.shipment_papers import ConsignmentSale
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import production_queries, queries, stock_queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class Movement:
    """One step of a product's stock; ``entity`` and ``id`` name the record it comes from, ``balance`` follows it."""

    day: date | None
    text: str
    quantity: Decimal
    entity: str
    id: int
    balance: Decimal


def stock(office: Office, products: Sequence[int] | None = None) -> dict[int, Decimal]:
    """Product id → what is there; products that nothing is known of are left out."""
    with office.session() as session:
        return stock_within(session, products)


def stock_within(
    session: Session, products: Sequence[int] | None = None, without: int | None = None
) -> dict[int, Decimal]:
    """The same inside a session, one shipment not counted."""
    total: dict[int, Decimal] = {}
    for statement, sign in (
        (stock_queries.made(products), 1),
        (stock_queries.given_back(products), 1),
        (stock_queries.corrections(products), 1),
        (stock_queries.sent(products, without), -1),
    ):
        for product_id, quantity in session.execute(statement):
            total[product_id] = total.get(product_id, Decimal(0)) + sign * (quantity or Decimal(0))
    return total


def counted(session: Session, products: Sequence[int]) -> set[int]:
    """Those of the products whose stock is kept: something was made or corrected, not only sent."""
    kept: set[int] = set()
    for statement in (stock_queries.made(products), stock_queries.corrections(products)):
        kept |= {product_id for product_id, _sum in session.execute(statement)}
    return kept


def movements(office: Office, product_id: int) -> list[Movement]:
    """Every step in the order of its day, each with the balance after it."""
    with office.session() as session:
        steps = sorted(_steps(session, product_id), key=lambda step: (step[0] or date.min, step[4]))
    balance, found = Decimal(0), []
    for day, text, quantity, entity, record_id in steps:
        balance += quantity
        found.append(Movement(day, text, quantity, entity, record_id, balance))
    return found


@dataclass(frozen=True)
class StockAccount:
    """The stock of one product; ``now`` is None while nobody counts it: nothing made and nothing corrected."""

    now: Decimal | None
    unit: str
    movements: tuple[Movement, ...]


def stock_account(office: Office, product_id: int) -> StockAccount:
    """What is there of a product, and every step that led to it."""
    with office.session() as session:
        unit = queries.existing(session, Product, product_id).unit
        kept = bool(counted(session, [product_id]))
    steps = tuple(movements(office, product_id))
    now = steps[-1].balance if steps else Decimal(0)
    return StockAccount(now if kept else None, _(lists.UNITS.get(unit, unit)), steps)


def batches_of(office: Office, product_id: int) -> list[int]:
    """Ids of the batches that made a product, the newest first."""
    with office.session() as session:
        return list(session.scalars(production_queries.of_product(product_id)))


def _steps(session: Session, product_id: int) -> Iterable[tuple[date | None, str, Decimal, str, int]]:
    batches = select(Batch).where(Batch.product_id == product_id, Batch.deleted_at.is_(None), Batch.stage == "selesai")
    for batch in session.scalars(batches):
        text = _(N_("Produksi {code}")).format(code=batch.code)
        yield batch.ends_on or batch.starts_on, text, batch.passed, "Batch", batch.id
    for change in session.scalars(select(StockChange).where(StockChange.product_id == product_id)):
        yield change.day, f"{_(N_('Penyesuaian'))}: {change.reason}", change.change, "Product", product_id
    sent = (
        select(Shipment, ShipmentLine.quantity)
        .join(ShipmentLine, ShipmentLine.shipment_id == Shipment.id)
        .where(ShipmentLine.product_id == product_id, Shipment.deleted_at.is_(None), Shipment.status.in_(SENT_STATUSES))
    )
    for shipment, quantity in session.execute(sent):
        text = f"{_(Shipment.label)} {shipment.reference}"
        yield shipment.shipped_on or shipment.released_on, text, -quantity, "Shipment", shipment.id
    back = (
        select(ConsignmentSale, Shipment)
        .join(Shipment, Shipment.id == ConsignmentSale.shipment_id)
        .where(
            ConsignmentSale.product_id == product_id, ConsignmentSale.what == "kembali",
            Shipment.deleted_at.is_(None), Shipment.status.in_(SENT_STATUSES),
        )
    )  # fmt: skip
    for sale, shipment in session.execute(back):
        yield sale.day, f"{_(lists.SALES['kembali'])} · {shipment.reference}", sale.quantity, "Shipment", shipment.id
