"""Who refers to a record: asked of the foreign keys themselves, so that a new link is found by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, ForeignKey, Select, select
from sqlalchemy.orm import Session

from lapas_desktop.domain.entity import Record, Row

_AT_ONCE = 500  # ids in one question: databases limit them


def _links(entity: type[Record]) -> Iterator[tuple[type[Row], Column[int]]]:
    """Every column that points to the kind of record, except that of its own child rows."""
    for mapper in Row.registry.mappers:
        for column in mapper.local_table.columns:
            for key in column.foreign_keys:
                if key.column.table is entity.__table__ and key.ondelete != "CASCADE":
                    yield mapper.class_, column  # type: ignore[misc]


def _owner_key(row: type[Row]) -> ForeignKey:
    return next(key for key in row.__table__.foreign_keys if key.ondelete == "CASCADE")


def _record_class(table: object) -> type[Record]:
    return next(m.class_ for m in Row.registry.mappers if m.local_table is table)


def _referring(
    entity: type[Record], ids: Sequence[int], live: bool
) -> Iterator[tuple[type[Record], Column[int], Select[int]]]:
    """(kind of record, the column with the id referred to, the ids that refer)."""
    for row, column in _links(entity):
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
            found.update(session.scalars(statement.with_only_columns(column).distinct()))
    return found
