"""Finding records of every kind by what stands in their search text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import selectinload

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.storage.queries import REFERENCE_FIELDS, like_literal, live

VOCABULARY = 5_000  # newest records of a kind whose words are known
_ESCAPE = "\\"


def best_matches(entity: type[Record], words: Sequence[str], limit: int) -> Select[int]:
    """Ids of live records that hold every word (search keys): those that begin with the first come first.

    It reads the list's own index only, so that 100,000 records take some milliseconds.
    """
    first = like_literal(words[0])
    if len(" ".join(words)) == 1:  # nearly all records hold a letter: the first dozen with a word of it will do
        begins = or_(*(entity.search.like(pattern, escape=_ESCAPE) for pattern in (f"{first}%", f"% {first}%")))
        return _holding(entity, []).where(begins).limit(limit)
    place = case(
        (func.lower(REFERENCE_FIELDS[entity]) == " ".join(words), 0),
        (entity.search.like(f"{first}%", escape=_ESCAPE), 1),
        (entity.search.like(f"% {first}%", escape=_ESCAPE), 2),
        else_=3,
    )
    return _holding(entity, [[word] for word in words]).order_by(place).limit(limit)


def meaning(entity: type[Record], words: Sequence[Sequence[str]], limit: int) -> Select[int]:
    """Ids of live records that hold, for every word typed, one of those that may be meant."""
    return _holding(entity, words).limit(limit)


def newest_texts(entity: type[Record]) -> Select[str]:
    """The search texts of the newest records in one string; empty ones and deleted ones do no harm."""
    newest = select(func.max(entity.id)).scalar_subquery()
    return select(func.aggregate_strings(entity.search, " ")).where(entity.id > newest - VOCABULARY)


def records(entity: type[Record], ids: Sequence[int]) -> Select[Any]:
    """Live records by their ids, in no order, with what their captions are made of."""
    statement = live(entity).where(entity.id.in_(ids))
    if entity is Agreement:
        return statement.options(
            selectinload(Agreement.parties).selectinload(Party.partner),
            selectinload(Agreement.successors),
            selectinload(Agreement.addenda).selectinload(Addendum.changes),
        )
    if entity is Batch:
        return statement.options(selectinload(Batch.product), selectinload(Batch.checks))
    return statement.options(selectinload(Shipment.lines)) if entity is Shipment else statement


def _holding(entity: type[Record], words: Sequence[Sequence[str]]) -> Select[int]:
    conditions = (or_(*(_holds(entity, word) for word in meant)) for meant in words)
    return select(entity.id).where(entity.deleted_at.is_(None), *conditions)


def _holds(entity: type[Record], word: str) -> ColumnElement[bool]:
    return entity.search.like(f"%{like_literal(word)}%", escape=_ESCAPE)
