"""Who refers to a record: asked of the foreign keys themselves, so that a new link is found by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from lapas_desktop.domain.entity import Record, Row
from lapas_desktop.storage.queries import existing

Link = tuple[type[Row], InstrumentedAttribute[int | None]]  # the kind of row and its field that names

_OWN_ROWS = "CASCADE"  # addresses and the like go with their record; all other links name it
_AT_ONCE = 500  # ids in one question: databases limit them


@cache
def links_to(entity: type[Record]) -> Mapping[str, Link]:
    """Every link that names the kind of record, as ``Class.field``; not that of its own child rows."""
    found: dict[str, Link] = {}
    for mapper in sorted(Row.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        for attribute in mapper.column_attrs:
            keys = attribute.columns[0].foreign_keys
            if any(key.column.table is entity.__table__ and key.ondelete != _OWN_ROWS for key in keys):
                row = mapper.class_
                found[f"{row.__name__}.{attribute.key}"] = (row, getattr(row, attribute.key))
    return found


def _owner_key(row: type[Row]) -> ForeignKey:
    return next(key for key in row.__table__.foreign_keys if key.ondelete == _OWN_ROWS)


def _record_class(table: object) -> type[Record]:
    return next(m.class_ for m in Row.registry.mappers if m.local_table is table)


def owner_of(session: Session, row: Row) -> Record:
    """The record that a row belongs to, the row itself when it is one."""
    if isinstance(row, Record):
        return row
    key = _owner_key(type(row))
    return existing(session, _record_class(key.column.table), getattr(row, key.parent.key))


def _referring(
    entity: type[Record], ids: Sequence[int], live: bool
) -> Iterator[tuple[type[Record], InstrumentedAttribute[int | None], Select[int]]]:
    """(kind of record, the column with the id referred to, the ids that refer)."""
    for row, column in links_to(entity).values():
        if issubclass(row, Record):
            found, statement = row, select(row.id)
        else:
            key = _owner_key(row)
            found = _record_class(key.column.table)
            statement = select(found.id).select_from(row).join(found, found.id == key.parent)
        statement = statement.where(column.in_(ids))
        if row is entity:
            statement = statement.where(row.id != column)
        yield found, column, statement.where(found.deleted_at.is_(None)) if live else statement


def users_of(session: Session, entity: type[Record], record_id: int, limit: int = 100) -> list[Record]:
    """The records outside the recycle bin that refer to one, each once; at most ``limit`` of them."""
    found: dict[tuple[type[Record], int], Record] = {}
    for kind, _column, statement in _referring(entity, [record_id], True):
        for user_id in session.scalars(statement.distinct().order_by(kind.id).limit(limit - len(found))):
            user = session.get(kind, user_id)
            if user is not None:
                found[kind, user_id] = user
    return list(found.values())


def used(session: Session, entity: type[Record], ids: Sequence[int], live: bool = True) -> set[int]:
    """Those of the ids that some record refers to; ``live``: some record outside the recycle bin."""
    found: set[int] = set()
    for begin in range(0, len(ids), _AT_ONCE):
        for _kind, column, statement in _referring(entity, ids[begin : begin + _AT_ONCE], live):
            named = session.scalars(statement.with_only_columns(column).distinct())
            found.update(one for one in named if one is not None)
    return found
