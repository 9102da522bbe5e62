"""The recycle bin as one table: what was deleted, of every kind of record, under one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Subquery, func, literal, select, type_coerce, union_all

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.column import Column
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import search_key
from lapas_desktop.storage import production_queries, queries

BINNED: tuple[type[Record], ...] = (Product, Partner, Agreement, Batch, Shipment, Addendum, StandardClause)


def key_of(entity: type[Record], record_id: int) -> int:
    """The one number of a record among all kinds."""
    return record_id * len(BINNED) + BINNED.index(entity)


def record_of(key: int) -> tuple[type[Record], int]:
    """The kind and id behind a key."""
    return BINNED[key % len(BINNED)], key // len(BINNED)


@cache
def table() -> Subquery:
    """key, kind, reference, name, deleted_at and search text of everything in the bin."""
    names = {
        Product: (Product.code, Product.name),
        Partner: (Partner.code, Partner.name),
        Agreement: (queries.draft_reference(Agreement), Agreement.title),
        Batch: (Batch.code, production_queries.product_name()),
        Shipment: (queries.draft_reference(Shipment), queries.line_names()),
        Addendum: (queries.addendum_reference(), Addendum.title),
        StandardClause: (StandardClause.code, StandardClause.title),
    }
    parts = (
        select(
            (entity.id * len(BINNED) + number).label("key"),
            literal(entity.__name__).label("kind"),
            type_coerce(names[entity][0], String).label("reference"),
            type_coerce(names[entity][1], String).label("name"),
            entity.deleted_at.label("deleted_at"),
            entity.search.label("search"),
        ).where(entity.deleted_at.is_not(None))
        for number, entity in enumerate(BINNED)
    )
    return union_all(*parts).subquery("binned")


def _found(typed: str) -> list[ColumnElement[bool]]:
    search = table().c.search
    return [search.like(f"%{queries.like_literal(word)}%", escape="\\") for word in search_key(typed).split()]


def page(
    columns: Sequence[Column], typed: str, sort: int, descending: bool, offset: int, limit: int,
    *within: ColumnElement[bool],
) -> Select[Any]:  # fmt: skip
    """Key and shown values of one page of the bin."""
    key, order = table().c.key, columns[sort].value
    ordered = (order.desc(), key.desc()) if descending else (order, key)
    statement = select(key, *(column.value for column in columns)).where(*within, *_found(typed))
    return statement.order_by(*ordered).offset(offset).limit(limit)


def count(typed: str, *within: ColumnElement[bool]) -> Select[int]:
    """How much of the bin matches."""
    return select(func.count()).select_from(table()).where(*within, *_found(typed))
