"""Use cases that are the same for every record: load, save, delete, restore, list.

Outside a transaction records are plain data (`Values`): a field's name → its value, a child table's name →
a list of such rows. Screens, the command line and the sample data all speak it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, inspect
from sqlalchemy.orm import Session

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.column import Column
from lapas_desktop.domain.entity import Record, Row, all_problems, child_class, fields_of
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.legal_basis import CITED
from lapas_desktop.domain.locks import locked_problems
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.office_lists import OfficeLists
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.terms import keep_old
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.history import conflict_over, merged_into, note_changes
from lapas_desktop.services.unit_rules import unit_problems
from lapas_desktop.services.usage import against_deletion
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office, use_lists

Values = Mapping[str, Any]

CODE_PREFIXES: dict[type[Record], str] = {Product: "PRD", Partner: "MTR", Batch: "PRO", StandardClause: "PSL"}
TARGETS: dict[str, type[Record]] = {
    entity.__name__: entity
    for entity in (Product, Partner, Agreement, Shipment, OfficeProfile, OfficeLists, Addendum, StandardClause, Batch)
}
_NOT_COPIED = frozenset(
    {"code", "number", "stage", "status", "sample", "archived", "created_at", "changed_at", "deleted_at",
     "invoice_number", "packing_list_number", "peb_number", "npe_number", "transport_document", "container", "seal",
     "export_sequence", "signatory_name", "signatory_job", "signatory_number", "signing_state", "done", "evidence",
     "predecessor_id", "overlap_reason", "termination_reason", "termination_letter", "implementation", "profit_note",
     "sequence", "revision", "aju_number", "first_export", "quality_reason", "accepted", "batch_id",
     "made", "rejected", "done_on", "signing_state_on", "lent_to", "lent_on", "returned_on"}
)  # fmt: skip
_ROWS_NOT_COPIED = frozenset({"crews", "checks", "stock_changes", "documents", "sales"})  # what happened to one alone


@dataclass(frozen=True)
class Saved:
    """What a save did. ``changed`` names the kinds of record whose lists must reload."""

    id: int
    version: int
    reference: str
    changed: frozenset[type[Record]]


@dataclass(frozen=True)
class Page:
    """Rows of a list: ids and shown values side by side."""

    ids: tuple[int, ...]
    rows: tuple[tuple[Any, ...], ...]


def blank(office: Office, entity: type[Record]) -> dict[str, Any]:
    """Values of a new record: defaults, and a proposed code where the kind of record has one."""
    values = blank_row(entity)
    for name in entity.children:
        values[name] = []
    if entity in CODE_PREFIXES:
        with office.session() as session:
            prefix = CODE_PREFIXES[entity]
            values["code"] = f"{prefix}-{queries.highest_code(session, entity, prefix) + 1:04}"
    if entity is Agreement:
        values["parties"] = [blank_row(child_class(entity, "parties"))]
        with office.session() as session:
            profile = queries.office_profile(session)
            values["legal_basis"] = profile.legal_basis if profile else CITED
    return values


def copied(office: Office, entity: type[Record], record_id: int) -> dict[str, Any]:
    """Values of a new record like another one; what belongs to the other alone (numbers, stage, days) is left out."""
    values, fresh = load(office, entity, record_id), blank(office, entity)
    own = {"id", "version", "reference", *_NOT_COPIED}
    for declared in fields_of(entity):
        if declared.name not in own and declared.kind.editor is not Editor.DATE:
            fresh[declared.name] = values[declared.name]
    for name in (name for name in entity.children if name not in _ROWS_NOT_COPIED):
        fresh[name] = [{key: cell for key, cell in row.items() if key not in own} for row in values[name]]
    return fresh


def blank_row(entity: type[Row]) -> dict[str, Any]:
    """Declared fields with their defaults."""
    return {declared.name: declared.default for declared in fields_of(entity)}


def load(office: Office, entity: type[Record], record_id: int) -> dict[str, Any]:
    """A record as plain data, with ``id``, ``version``, ``reference`` and its rows; `Refused` when gone."""
    with office.session() as session:
        return values_of(queries.existing(session, entity, record_id))


def values_of(record: Record) -> dict[str, Any]:
    """Plain data of a record inside its session."""
    values = _row_values(record)
    values["reference"] = record.reference
    for name in record.children:
        values[name] = [_row_values(row) for row in getattr(record, name)]
    return values


def _row_values(row: Row) -> dict[str, Any]:
    values = {declared.name: getattr(row, declared.name) for declared in fields_of(type(row))}
    return values | {"id": row.id, "version": row.version}


def save_record(
    office: Office, entity: type[Record], values: Values, now: datetime, record_id: int | None = None, who: str = ""
) -> Saved:
    """Saves a new or changed record, all of it or nothing.

    ``values`` may leave fields out (they keep what they have); ``version`` in it must be the one loaded,
    otherwise `Conflict`. Raises `Invalid` with every problem. ``who`` stands in the history.
    """
    with office.transaction() as session:
        saved = save_within(session, entity, values, now, record_id, who)
    if entity is OfficeLists:
        use_lists(office)
    return saved


def save_within(
    session: Session, entity: type[Record], values: Values, now: datetime, record_id: int | None = None, who: str = ""
) -> Saved:
    """`save_record` as one part of a larger action, inside its transaction."""
    record = queries.existing(session, entity, record_id) if record_id else entity()
    if record_id and values.get("version", record.version) != record.version:
        raise conflict_over(session, record)
    problems = list(assign(record, values))
    if problems:
        raise Invalid(problems)
    gone = link(session, record)
    record.complete(now.date())
    if isinstance(record, Addendum) and record.agreement:
        keep_old(record)
    problems = [
        *gone, *locked_problems(record), *all_problems(record), *_code_problems(session, record),
        *unit_problems(session, record),
    ]  # fmt: skip
    if problems:
        raise Invalid(problems)
    record.created_at = record.created_at or now
    record.changed_at = now
    session.add(record)
    if record.id is None:
        session.flush()  # a draft's reference, which the search finds it by, is made of its id
    record.refresh_search()
    note_changes(session, record, "changed" if record_id else "created", now, who)
    session.flush()
    return Saved(record.id, record.version, record.reference, frozenset({entity}))


def assign(record: Record, values: Values) -> Iterable[Problem]:
    """Puts plain data into a record and its rows; rows left out are removed. Texts are cleaned as when typed."""
    yield from _assign_row(record, values)
    for name in record.children:
        if name not in values:
            continue
        kept = {row.id: row for row in getattr(record, name) if row.id}
        rows = []
        for position, given in enumerate(values[name]):
            row = kept.get(given.get("id")) or child_class(type(record), name)()
            for problem in _assign_row(row, given):
                yield Problem(f"{name}[{position}].{problem.field}", problem.message)
            row.position = position
            rows.append(row)
        setattr(record, name, rows)


def _assign_row(row: Row, values: Values) -> Iterable[Problem]:
    for declared in fields_of(type(row)):
        if declared.name in values:
            value = values[declared.name]
            if isinstance(value, str) and declared.kind.editor in (Editor.LINE, Editor.TEXT):
                try:
                    value = declared.kind.parse(value)
                except ValueError as error:
                    yield Problem(declared.name, str(error))
            setattr(row, declared.name, value)
        elif row.id is None and getattr(row, declared.name) is None:
            setattr(row, declared.name, declared.default)


def link(session: Session, record: Record) -> list[Problem]:
    """Sets the linked records beside their ids, so that rules can ask them before anything is written.

    A problem for each that was chosen in a form and has gone into the bin meanwhile.
    """
    return list(_linked(session, record))


def _linked(session: Session, record: Record) -> Iterator[Problem]:
    rows = [(f"{name}[{index}].", row) for name in record.children for index, row in enumerate(getattr(record, name))]
    for place, row in [("", record), *rows]:
        for declared in fields_of(type(row)):
            relation = declared.name.removesuffix("_id")
            if declared.kind.target and relation in row.__mapper__.relationships:
                linked_id = getattr(row, declared.name)
                linked = session.get(TARGETS[declared.kind.target], linked_id) if linked_id else None
                setattr(row, relation, linked)
                if linked and linked.deleted_at and inspect(row).attrs[declared.name].history.added:
                    yield Problem(f"{place}{declared.name}", _gone(session, linked))


def _gone(session: Session, linked: Record) -> str:
    if other := merged_into(session, linked):
        return _(N_("{name} sudah digabungkan ke {other}: pilih yang itu.")).format(name=linked.caption, other=other)
    return _(N_("{name} sudah dipindahkan ke Tempat sampah.")).format(name=linked.caption)


def _code_problems(session: Session, record: Record) -> Iterable[Problem]:
    if type(record) in CODE_PREFIXES and inspect(record).attrs.code.history.has_changes():
        other = session.scalars(queries.same_code(type(record), record.reference, record.id)).first()
        if other is not None:
            yield Problem("code", _(N_("Kode ini sudah dipakai. Pilih kode lain.")))


def delete_records(
    office: Office, entity: type[Record], ids: Sequence[int], now: datetime, who: str = "", progress: Progress = UNSEEN
) -> Saved:
    """Moves records to the recycle bin; `restore_records` undoes it. `Refused` when others refer to one of them."""
    with office.transaction() as session:
        return mark_deleted(session, entity, ids, True, now, who, progress)


def restore_records(
    office: Office, entity: type[Record], ids: Sequence[int], now: datetime, who: str = "", progress: Progress = UNSEEN
) -> Saved:
    """Takes records back from the recycle bin."""
    with office.transaction() as session:
        return mark_deleted(session, entity, ids, False, now, who, progress)


def archive_records(
    office: Office, entity: type[Record], ids: Sequence[int], archived: bool, now: datetime, who: str = "",
    progress: Progress = UNSEEN,
) -> Saved:  # fmt: skip
    """Puts records into the archive, or takes them out: out of the way, but found and printed as before."""
    with office.transaction() as session:
        reference = ""
        for number, record_id in enumerate(ids):
            progress(number, len(ids))
            record = queries.existing(session, entity, record_id)
            record.archived, record.changed_at = archived, now
            note_changes(session, record, "changed", now, who)
            reference = record.reference
    return Saved(ids[-1] if ids else 0, 0, reference, frozenset({entity}))


def mark_deleted(
    session: Session, entity: type[Record], ids: Sequence[int], deleted: bool, now: datetime, who: str,
    progress: Progress,
) -> Saved:  # fmt: skip
    """Into the recycle bin or out of it, inside a transaction."""
    reason = against_deletion(session, entity, ids) if deleted else None
    if reason:
        raise Refused(reason.message)
    reference = ""
    for number, record_id in enumerate(ids):
        progress(number, len(ids))
        record = queries.existing(session, entity, record_id)
        record.deleted_at = now if deleted else None
        note_changes(session, record, "deleted" if deleted else "restored", now, who)
        reference = record.reference
    return Saved(ids[-1] if ids else 0, 0, reference, frozenset({entity}))


def list_page(
    office: Office, entity: type[Record], columns: Sequence[Column], typed: str, sort: int, descending: bool,
    offset: int, limit: int, *within: ColumnElement[bool],
) -> Page:  # fmt: skip
    """One page of a list, filtered and sorted by the database."""
    with office.session() as session:
        found = session.execute(queries.page(entity, columns, typed, sort, descending, offset, limit, *within)).all()
    return Page(tuple(row[0] for row in found), tuple(tuple(row[1:]) for row in found))


def list_count(office: Office, entity: type[Record], typed: str, *within: ColumnElement[bool]) -> int:
    """How many records a filter leaves."""
    with office.session() as session:
        return session.scalar(queries.count(entity, typed, *within)) or 0


def link_choices(office: Office, target: str, limit: int = 2000) -> list[tuple[int, str]]:
    """(id, caption) of the records a reference may point to, by caption."""
    entity = TARGETS[target]
    with office.session() as session:
        records = session.scalars(queries.live(entity).where(entity.archived.is_(False)).limit(limit)).all()
        pairs = [(record.id, record.choice) for record in records]
    return sorted(pairs, key=lambda pair: pair[1].casefold())
