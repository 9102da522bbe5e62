"""The questions asked of the data, as composed statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import AgreedProduct, Agreement
from lapas_desktop.domain.attachment import Attachment
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.column import NEWEST, Column
from lapas_desktop.domain.entity import Record, Row
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.history import FORGOTTEN, Change
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.office_lists import OfficeLists
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product, StockChange
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _

R = TypeVar("R", bound=Record)
AnyRow = TypeVar("AnyRow", bound=Row)
_DRAFTS = {Agreement: "DRAF-", Shipment: "DRAF-", Addendum: "DRAF-A"}
_ESCAPE = "\\"

REFERENCE_FIELDS: dict[type[Record], Any] = {
    Product: Product.code,
    Partner: Partner.code,
    Agreement: Agreement.number,
    Shipment: Shipment.number,
    Addendum: Addendum.number,
    StandardClause: StandardClause.code,
    Batch: Batch.code,
}


def live(entity: type[R]) -> Select[R]:
    """Records that are not in the recycle bin."""
    return select(entity).where(entity.deleted_at.is_(None))


def matching(entity: type[Record], typed: str) -> list[ColumnElement[bool]]:
    """Every word typed must stand in the record's search text; LIKE's own signs are plain letters."""
    return [entity.search.like(f"%{like_literal(word)}%", escape=_ESCAPE) for word in search_key(typed).split()]


def like_literal(text: str) -> str:
    """User text inside a LIKE pattern: the one place where it is escaped."""
    return re.sub(r"([%_\\])", r"\\\1", text)


def page(
    entity: type[Record], columns: Sequence[Column], typed: str, sort: int, descending: bool, offset: int, limit: int,
    *within: ColumnElement[bool],
) -> Select[Any]:  # fmt: skip
    """Id and shown values of one page of a list, of the records ``within`` all conditions.

    ``sort`` is the number of a column, or `NEWEST`. The page is chosen first, from the list's index alone where it
    can be, and only its records are read.
    """
    newest = sort == NEWEST
    terms = () if newest else columns[sort].order or (columns[sort].value,)
    order = [term.desc() if descending or newest else term for term in (*terms, entity.id)]
    present = entity.deleted_at.is_(None)
    if newest and not typed:  # a walk over the table from its end; with the index all of it would be sorted
        present = case((present, 1), else_=0) == 1
    chosen = select(entity.id).where(present, *within, *matching(entity, typed)).order_by(*order)
    ids = chosen.offset(offset).limit(limit)
    return select(entity.id, *(column.value for column in columns)).where(entity.id.in_(ids)).order_by(*order)


def count(entity: type[Record], typed: str, *within: ColumnElement[bool]) -> Select[int]:
    """How many live records match."""
    live_ones = (entity.deleted_at.is_(None), *within, *matching(entity, typed))
    return select(func.count()).select_from(entity).where(*live_ones)


def counts(entity: type[Record], conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """How many live records meet each condition, in one walk over the table."""
    columns = (func.coalesce(func.sum(case((condition, 1), else_=0)), 0) for condition in conditions)
    return select(*columns).select_from(entity).where(entity.deleted_at.is_(None))


def deleted_before(entity: type[Record], when: datetime) -> Select[int]:
    """Ids of what was put into the recycle bin before a time or at it."""
    return select(entity.id).where(entity.deleted_at <= when).order_by(entity.id)


def numbered_shipments(ids: Sequence[int]) -> Select[int]:
    """Those of the shipments that have a number."""
    return select(Shipment.id).where(Shipment.id.in_(ids), Shipment.number.is_not(None))


def deleted(entity: type[R]) -> Select[R]:
    """What lies in the recycle bin, newest first."""
    return select(entity).where(entity.deleted_at.is_not(None)).order_by(entity.deleted_at.desc())


def existing(session: Session, entity: type[AnyRow], record_id: int) -> AnyRow:
    """A record by its id; `Refused` when it is gone."""
    record = session.get(entity, record_id)
    if record is None:
        raise Refused(_(N_("Data ini sudah tidak ada.")))
    return record


def find(session: Session, entity: type[R], reference: str) -> R | None:
    """A live record by its number or code, else by its draft reference."""
    column = REFERENCE_FIELDS[entity]
    wanted = reference.strip()
    found = session.scalars(live(entity).where(func.lower(column) == func.lower(wanted))).first()
    prefix = _DRAFTS.get(entity)
    draft = re.fullmatch(rf"(?i){prefix}(\d{{1,9}})", wanted) if prefix else None
    if found is None and draft:
        statement = live(entity).where(entity.id == int(draft[1]), column.is_(None))
        found = session.scalars(statement).first()
    return found


def office_profile(session: Session) -> OfficeProfile | None:
    """The one row about the own office."""
    return session.scalars(select(OfficeProfile)).first()


def office_lists(session: Session) -> OfficeLists | None:
    """The one row of the office's own lists, when it has changed the shipped ones."""
    return session.scalars(select(OfficeLists)).first()


def units_used(session: Session) -> set[str]:
    """The codes of units that a product or a shipment bears, those in the recycle bin included."""
    columns = (Product.unit, ShipmentLine.unit)
    return {code for column in columns for code in session.scalars(select(column).distinct()) if code}


def counts_in_unit_of(session: Session, product_id: int) -> bool:
    """Whether a shipment, an agreement or the stock has quantities of the product, so that its unit means something."""
    return any(
        session.scalar(select(rows.id).where(rows.product_id == product_id).limit(1)) is not None
        for rows in (ShipmentLine, AgreedProduct, Batch, StockChange)
    )


def has_records(session: Session) -> bool:
    """Whether anything was ever entered, what lies in the recycle bin included."""
    return any(session.scalar(select(entity.id).limit(1)) is not None for entity in REFERENCE_FIELDS)


def highest_code(session: Session, entity: type[Record], prefix: str) -> int:
    """Largest n among codes ``<prefix>-n``, deleted and forgotten ones included: no code is proposed twice."""
    column = REFERENCE_FIELDS[entity]
    pattern = re.compile(rf"(?i){re.escape(prefix)}-(\d{{1,9}})")
    forgotten = select(Change.new).where(Change.entity == entity.__name__, Change.record_id == FORGOTTEN)
    codes = session.scalars(select(column).where(column.like(f"{prefix}-%")).union_all(forgotten))
    return max((int(match[1]) for code in codes if (match := pattern.fullmatch(code or ""))), default=0)


def same_code(entity: type[Record], code: str, own_id: int | None) -> Select[Any]:
    """Other records with the code, ignoring case; the recycle bin counts too."""
    column = REFERENCE_FIELDS[entity]
    return select(entity.id).where(func.lower(column) == func.lower(code), entity.id != (own_id or 0))


def highest_sequence(session: Session, before: str, after: str) -> int:
    """Largest n among shipment numbers ``<before>n<after>``, void and deleted ones included; 0 when none."""
    shape = re.compile(rf"(?i){re.escape(before)}0*(\d{{1,9}}){re.escape(after)}")
    begins = Shipment.number.like(f"{like_literal(before)}%", escape=_ESCAPE)
    numbers = session.scalars(select(Shipment.number).where(begins))
    return max((int(match[1]) for number in numbers if (match := shape.fullmatch(number or ""))), default=0)


def shipped_quantities(agreement_id: int) -> Select[int, Decimal]:
    """(product, quantity) over the live, released shipments of an agreement."""
    return (
        select(ShipmentLine.product_id, func.sum(ShipmentLine.quantity))
        .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
        .where(
            Shipment.agreement_id == agreement_id,
            Shipment.deleted_at.is_(None),
            Shipment.status.in_(SENT_STATUSES),
        )
        .group_by(ShipmentLine.product_id)
    )


def shipments_of(agreement_id: int) -> Select[Shipment]:
    """Live shipments under an agreement, oldest first."""
    return live(Shipment).where(Shipment.agreement_id == agreement_id).order_by(Shipment.shipped_on, Shipment.id)


def sent_under(agreement_id: int) -> Select[int]:
    """Ids of the live shipments under an agreement that have left."""
    return select(Shipment.id).where(
        Shipment.agreement_id == agreement_id, Shipment.deleted_at.is_(None), Shipment.status.in_(SENT_STATUSES)
    )


def last_event(entity: type[Record], record_id: int, event: str) -> Select[datetime]:
    """When something happened last to a record."""
    statement = select(Change.at).where(Change.entity == entity.__name__, Change.record_id == record_id)
    return statement.where(Change.event == event).order_by(Change.id.desc()).limit(1)


def addenda_of(agreement_id: int) -> Select[Addendum]:
    """The addenda of an agreement, the signed ones first in their order."""
    return (
        live(Addendum)
        .where(Addendum.agreement_id == agreement_id)
        .order_by(Addendum.sequence.is_(None), Addendum.sequence, Addendum.id)
    )


def partner_names() -> ColumnElement[str]:
    """Names of the partners of an agreement, for its list."""
    return (
        select(func.aggregate_strings(Partner.name, ", "))
        .select_from(Party)
        .join(Partner, Partner.id == Party.partner_id)
        .where(Party.agreement_id == Agreement.id)
        .correlate(Agreement)
        .scalar_subquery()
    )


def agreement_status(on: date) -> ColumnElement[str]:
    """`Agreement.status` as SQL, for lists: the same keys by the same rules."""
    follower = aliased(Agreement)
    renewed = (
        exists()
        .where(
            follower.predecessor_id == Agreement.id,
            follower.stage == "signed",
            follower.deleted_at.is_(None),
            follower.starts_on <= on + timedelta(days=1),
        )
        .correlate(Agreement)
    )
    ended = or_(Agreement.terminated_on.is_(None), Agreement.terminated_on <= on)
    return case(
        (and_(Agreement.stage == "terminated", ended), "terminated"),
        (Agreement.stage.not_in(("signed", "terminated")), Agreement.stage),
        (Agreement.starts_on > on, "upcoming"),
        (renewed, "renewed"),
        (Agreement.effective_ends_on < on, "ended"),
        (Agreement.notice_on <= on, "ending"),
        else_="running",
    )


def draft_reference(entity: type[Agreement] | type[Shipment]) -> ColumnElement[str]:
    """The number, or ``DRAF-n`` while there is none."""
    return func.coalesce(entity.number, literal("DRAF-") + cast(entity.id, String))


def addendum_reference() -> ColumnElement[str]:
    """The number, or ``DRAF-An`` while there is none."""
    return func.coalesce(Addendum.number, literal("DRAF-A") + cast(Addendum.id, String))


def amended_reference() -> ColumnElement[str]:
    """Which agreement an addendum changes, for its list."""
    return (
        select(draft_reference(Agreement))
        .where(Agreement.id == Addendum.agreement_id)
        .correlate(Addendum)
        .scalar_subquery()
    )


def line_names() -> ColumnElement[str]:
    """What a shipment carries, for its list."""
    return (
        select(func.aggregate_strings(ShipmentLine.name, ", "))
        .where(ShipmentLine.shipment_id == Shipment.id)
        .correlate(Shipment)
        .scalar_subquery()
    )


def buyer_name() -> ColumnElement[str]:
    """Who buys, for the list of shipments."""
    return select(Partner.name).where(Partner.id == Shipment.buyer_id).correlate(Shipment).scalar_subquery()


def attachments_of(entity: type[Record], record_id: int) -> Select[Attachment]:
    """The files of a record that were not taken off, in their order."""
    owned = (Attachment.owner_kind == entity.__name__, Attachment.owner_id == record_id)
    statement = select(Attachment).where(*owned, Attachment.removed_at.is_(None))
    return statement.order_by(Attachment.position, Attachment.id)


def attachments_of_any_time(entity: type[Record], record_id: int) -> Select[Attachment]:
    """The files of a record, those taken off included."""
    return select(Attachment).where(Attachment.owner_kind == entity.__name__, Attachment.owner_id == record_id)


def attachments_removed_before(when: datetime) -> Select[Attachment]:
    """Files taken off their record before a time."""
    return select(Attachment).where(Attachment.removed_at < when)


def changes_of(entity: type[Record], record_id: int) -> Select[Change]:
    """The history of a record, newest first."""
    statement = select(Change).where(Change.entity == entity.__name__, Change.record_id == record_id)
    return statement.order_by(Change.id.desc())
