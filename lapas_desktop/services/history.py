"""The history of a record: written with every change in its own transaction, read newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from lapas_desktop.domain.entity import Field, Record, Row, fields_of
from lapas_desktop.domain.errors import Conflict
from lapas_desktop.domain.history import EVENTS, FORGOTTEN, Change, field_named, label_of, shortened
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.text import clean_line
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office, saved_elsewhere

_KEPT_BY_THE_PROGRAM = {"created_at", "changed_at", "deleted_at"}
_LINKED = {entity.__name__: entity for entity in queries.REFERENCE_FIELDS}
_CHANGE = Change.metadata.tables[Change.__tablename__]  # rows written as such are not flushed one by one
_Step = tuple[str, str, str]  # field, old, new
_MOVED = N_("urutan diubah")
_IN_WORDS = (Editor.DATE, Editor.CHOICE, Editor.CHOICES, Editor.CHECK)  # shown otherwise in another language


@dataclass(frozen=True)
class HistoryLine:
    """One step as people read it; ``label`` is empty for an event of the whole record."""

    at: datetime
    who: str
    event: str
    label: str
    old: str
    new: str


def note_changes(session: Session, record: Record, event: str, now: datetime, who: str = "") -> None:
    """Writes what the session is about to change in a record, before it is flushed.

    A new record is one line; every other event but a change is one line and its fields.
    """
    steps = [] if event == "changed" else [("", "", record.reference)]
    if event != "created":
        steps += _steps(session, record)
    told = [("changed" if name else event, name, old, new) for name, old, new in steps]
    _write(session, record, told, now, who)


def note_event(session: Session, record: Record, event: str, old: str, new: str, now: datetime, who: str = "") -> None:
    """Writes one event that changes no field of the record."""
    _write(session, record, [(event, "", old, new)], now, who)


def conflict_over(session: Session, record: Record) -> Conflict:
    """Why a form that was opened earlier cannot be saved any more: what became of its record meanwhile."""
    if record.deleted_at is None:
        return saved_elsewhere()
    other = merged_into(session, record)
    if not other:
        return Conflict(_(N_("Data ini sudah dipindahkan ke Tempat sampah. Kembalikan dahulu, lalu buka lagi.")))
    text = _(N_("{name} sudah digabungkan ke {other}. Catat perubahan Anda di sana."))
    return Conflict(text.format(name=record.caption, other=other))


def merged_into(session: Session, record: Record) -> str:
    """What a record in the bin was merged into; empty when it was deleted."""
    went = queries.changes_of(type(record), record.id).where(Change.event.in_(("merged", "deleted")))
    became = session.scalars(went.limit(1)).first()
    return became.new or "" if became and became.event == "merged" else ""


def forget_history(session: Session, record: Record, now: datetime, who: str = "") -> None:
    """The history of a record that goes for good shrinks to the fact: what it was, when and by whom."""
    entity = type(record).__name__
    session.execute(_CHANGE.delete().where(_CHANGE.c.entity == entity, _CHANGE.c.record_id == record.id))
    row = {"entity": entity, "record_id": FORGOTTEN, "event": "forgotten", "field": "", "at": now}
    told = {"old": shortened(record.caption), "new": record.reference, "who": clean_line(who)[:80]}
    session.execute(_CHANGE.insert(), [row | told])


def _write(session: Session, record: Record, steps: list[tuple[str, str, str, str]], now: datetime, who: str) -> None:
    shared = {"entity": type(record).__name__, "record_id": record.id, "at": now, "who": clean_line(who)[:80]}
    rows = [
        {**shared, "event": event, "field": name, "old": shortened(old), "new": shortened(new)}
        for event, name, old, new in steps
    ]
    if rows:
        session.execute(_CHANGE.insert(), rows)


def _steps(session: Session, record: Record) -> Iterator[_Step]:
    yield from _field_steps(session, record, "")
    for table in record.children:
        yield from _row_steps(session, record, table)


def _field_steps(session: Session, row: Row, prefix: str) -> Iterator[_Step]:
    state = inspect(row)
    untouched = state.unmodified
    for declared in fields_of(type(row)):
        if declared.name in untouched or declared.name in _KEPT_BY_THE_PROGRAM:
            continue
        before = state.attrs[declared.name].history
        if before.has_changes():
            old = _shown(session, declared, before.deleted[0] if before.deleted else None)
            new = _shown(session, declared, getattr(row, declared.name))
            if old != new:
                yield prefix + declared.name, old, new


def _row_steps(session: Session, record: Record, table: str) -> Iterator[_Step]:
    state = inspect(record)
    if table not in state.dict:
        return
    rows = getattr(record, table)
    history = None if table in state.unmodified else state.attrs[table].history
    for row in history.deleted or () if history else ():
        yield f"{table}[{row.position}]", _summary(session, row), ""
    kept: list[int] = []
    for position, row in enumerate(rows):
        if row.id is None:
            yield f"{table}[{position}]", "", _summary(session, row)
            continue
        moved = inspect(row).attrs.position.history.deleted
        kept.append(moved[0] if moved else row.position)
        yield from _field_steps(session, row, f"{table}[{position}].")
    if kept != sorted(kept):
        yield table, "", _MOVED


def _summary(session: Session, row: Row) -> str:
    shown = (_shown(session, declared, getattr(row, declared.name)) for declared in fields_of(type(row)))
    return "; ".join(text for text in shown if text)


def _shown(session: Session, declared: Field, value: Any) -> str:
    """A value as it is kept, in Indonesian; a link is the record it leads to, as it is called now."""
    if value is None:
        return ""
    if declared.kind.target:
        linked = session.get(_LINKED[declared.kind.target], value)
        return f"{linked.reference} · {linked.caption}" if linked else str(value)
    return declared.kind.format(value, "id")


def history_of(office: Office, entity: type[Record], record_id: int, limit: int = 1000) -> list[HistoryLine]:
    """The last steps in the life of a record, newest first."""
    with office.session() as session:
        found = session.scalars(queries.changes_of(entity, record_id).limit(limit)).all()
        return [
            HistoryLine(
                change.at, change.who, _(EVENTS.get(change.event, change.event)), label_of(entity, change.field),
                _on_screen(entity, change.field, change.old), _on_screen(entity, change.field, change.new),
            )
            for change in found
        ]  # fmt: skip


def _on_screen(entity: type[Record], name: str, kept: str) -> str:
    """A kept value in the language of the interface; what its field no longer understands stays as it was kept."""
    if kept == _MOVED:
        return _(_MOVED)
    declared = field_named(entity, name)
    if declared is None or declared.kind.editor not in _IN_WORDS or not kept:
        return kept
    try:
        return declared.kind.shown(declared.kind.parse(kept))
    except ValueError:
        return kept
