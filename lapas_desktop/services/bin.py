"""The recycle bin: what lies in it, the way back, and what goes for good after its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import Session

from lapas_desktop.domain import kinds
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.column import Column
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.drafts import drop_draft
from lapas_desktop.services.history import forget_history
from lapas_desktop.services.lists import View
from lapas_desktop.services.overview import Overview, overview
from lapas_desktop.services.records import Page, mark_deleted
from lapas_desktop.storage import binned, queries, usage
from lapas_desktop.storage.office import Office

KEPT_DAYS = 30
_CLEARED = (
    Shipment,
    Batch,
    Addendum,
    Agreement,
    StandardClause,
    Product,
    Partner,
)  # those that refer before those referred to


@dataclass(frozen=True)
class Cleared:
    """How many records went for good, and how many stay because something still needs them."""

    gone: int
    kept: int


def bin_columns(on: date) -> Sequence[Column]:
    """What the list of the recycle bin shows on a day."""
    found = binned.table().c
    labels = {entity.__name__: entity.label for entity in binned.BINNED}
    left = replace(kinds.TIME, format=lambda at, _language: _left(at, on), width=11)
    return (
        Column(N_("Jenis"), found.kind, kinds.choice("binned", labels), width=12),
        Column(N_("Nomor"), found.reference, kinds.IDENTIFIER, width=20),
        Column(N_("Nama"), found.name, kinds.TEXT, strong=True, width=26),
        Column(N_("Dihapus"), found.deleted_at, kinds.TIME, width=16),
        Column(N_("Sisa waktu"), found.deleted_at.label("left"), left, width=11),
    )


def days_left(deleted_at: datetime, on: date) -> int:
    """Days until a record may go for good; 0 when its time is over."""
    return max(0, KEPT_DAYS - (on - deleted_at.date()).days)


def _left(deleted_at: datetime | None, on: date) -> str:
    if deleted_at is None:
        return ""
    days = days_left(deleted_at, on)
    return _(N_("{n} hari")).format(n=days) if days else _(N_("habis"))


def bin_views() -> Sequence[View]:
    """The recycle bin as a whole, and by kind of record."""
    kind = binned.table().c.kind
    of_kind = (View(entity.__name__, entity.label_plural, kind == entity.__name__) for entity in binned.BINNED)
    return (View("all", N_("Semua"), true()), *of_kind)


def bin_page(
    office: Office, columns: Sequence[Column], typed: str, sort: int, descending: bool, offset: int, limit: int,
    *within: ColumnElement[bool],
) -> Page:  # fmt: skip
    """One page of the recycle bin; its ids are keys, see `record_of`."""
    with office.session() as session:
        found = session.execute(binned.page(columns, typed, sort, descending, offset, limit, *within)).all()
    return Page(tuple(row[0] for row in found), tuple(tuple(row[1:]) for row in found))


def bin_count(office: Office, typed: str = "", *within: ColumnElement[bool]) -> int:
    """How many records lie in the recycle bin, of those that match."""
    with office.session() as session:
        return session.scalar(binned.count(typed, *within)) or 0


def bin_counts(office: Office, views: Sequence[View]) -> dict[str, int]:
    """How many each view shows."""
    return {view.key: bin_count(office, "", view.within) for view in views}


def record_of(key: int) -> tuple[type[Record], int]:
    """The kind and id of a record in the bin."""
    return binned.record_of(key)


def _sorted_out(keys: Sequence[int]) -> dict[type[Record], list[int]]:
    """Keys as ids by kind of record."""
    found: dict[type[Record], list[int]] = {}
    for key in keys:
        entity, record_id = binned.record_of(key)
        found.setdefault(entity, []).append(record_id)
    return found


def bin_overview(office: Office, key: int, on: date) -> Overview:
    """What stands beside the list about one deleted record."""
    entity, record_id = binned.record_of(key)
    shown = overview(office, entity, record_id, on)
    with office.session() as session:
        record = queries.existing(session, entity, record_id)
        assert record.deleted_at is not None
        facts = [
            (_(N_("Jenis")), _(entity.label)),
            (_(N_("Dihapus")), kinds.TIME.shown(record.deleted_at)),
            (_(N_("Sisa waktu")), _left(record.deleted_at, on)),
        ]
        needed = _needed(session, entity, [record_id])
    if needed:
        facts.append((_(N_("Tetap disimpan")), needed[record_id]))
    return replace(shown, facts=(*facts, *shown.facts))


def take_back(office: Office, keys: Sequence[int], now: datetime, who: str = "", progress: Progress = UNSEEN) -> None:
    """Takes records of any kinds out of the recycle bin."""
    _mark(office, keys, False, now, who, progress)


def put_back(office: Office, keys: Sequence[int], now: datetime, who: str = "", progress: Progress = UNSEEN) -> None:
    """Undoes `take_back`."""
    _mark(office, keys, True, now, who, progress)


def _mark(office: Office, keys: Sequence[int], deleted: bool, now: datetime, who: str, progress: Progress) -> None:
    with office.transaction() as session:
        for entity, ids in _sorted_out(keys).items():
            mark_deleted(session, entity, ids, deleted, now, who, progress)


def empty_bin(office: Office, now: datetime, who: str = "", progress: Progress = UNSEEN) -> Cleared:
    """Everything in the recycle bin goes for good, but what is still needed."""
    return _clear(office, now, now, who, progress)


def clear_expired(office: Office, now: datetime, who: str = "") -> Cleared:
    """What has lain in the recycle bin for `KEPT_DAYS` goes for good, but what is still needed."""
    return _clear(office, now - timedelta(days=KEPT_DAYS), now, who, UNSEEN)


def _clear(office: Office, before: datetime, now: datetime, who: str, progress: Progress) -> Cleared:
    gone = kept = 0
    with office.transaction() as session:
        for entity in _CLEARED:
            waiting = set(session.scalars(queries.deleted_before(entity, before)))
            while free := waiting - _needed(session, entity, sorted(waiting)).keys():
                for number, record_id in enumerate(sorted(free)):
                    progress(number, len(free))
                    _forget(office, session, queries.existing(session, entity, record_id), now, who)
                session.flush()
                gone += len(free)
                waiting -= free
            kept += len(waiting)
    return Cleared(gone, kept)


def _needed(session: Session, entity: type[Record], ids: Sequence[int]) -> dict[int, str]:
    """Why records cannot go for good: another record names them, or their number must never be given again."""
    found = dict.fromkeys(usage.used(session, entity, ids, live=False), _(N_("masih dipakai data lain")))
    if entity is Shipment:
        for record_id in session.scalars(queries.numbered_shipments(ids)):
            found.setdefault(record_id, _(N_("nomornya tidak boleh dipakai lagi")))
    return found


def _forget(office: Office, session: Session, record: Record, now: datetime, who: str) -> None:
    for attached in session.scalars(queries.attachments_of_any_time(type(record), record.id)):
        session.delete(attached)  # the file itself is cleared when no data names it any more
    forget_history(session, record, now, who)
    drop_draft(office, type(record), record.id)
    session.delete(record)
