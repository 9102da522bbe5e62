"""Records as nested plain data for other programs: stored fields by name, links by reference and name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.domain.entity import Field, Record, Row, fields_of
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.lists import BATCH_STAGES, SHIPMENT_KINDS, SHIPMENT_STATUSES
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import QUALITY, Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import _
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

LISTS: dict[str, type[Record]] = {
    "products": Product,
    "partners": Partner,
    "agreements": Agreement,
    "production": Batch,
    "shipments": Shipment,
}


def exported(office: Office, entity: type[Record], on: date) -> list[dict[str, Any]]:
    """Every live record in the order of entry. Decimals are strings, dates ISO, code lists arrays.

    A field ``x_id`` becomes ``x``: ``{"reference": …, "name": …}``. Agreements carry their status on the
    day, shipments their totals, batches what passed.
    """
    with office.session() as session:
        return [_record(record, on) for record in _live(session, entity)]


def listed(office: Office, entity: type[Record], on: date) -> list[tuple[str, ...]]:
    """Every live record as a few texts, its reference first."""
    with office.session() as session:
        return [(record.reference, *_texts(record, on)) for record in _live(session, entity)]


def _live(session: Session, entity: type[Record]) -> list[Any]:
    return list(session.scalars(queries.live(entity).order_by(entity.id)))


def _record(record: Record, on: date) -> dict[str, Any]:
    values: dict[str, Any] = {"reference": record.reference, **_fields(record)}
    for name in record.children:
        values[name] = [_fields(row) for row in getattr(record, name)]
    if isinstance(record, Agreement):
        values |= {"status": record.status(on), "days_remaining": record.days_remaining(on)}
    if isinstance(record, Batch):
        values |= {
            "passed": _plain(record.passed), "people": record.people, "premi": _plain(record.premi),
            "quality": record.quality,
        }  # fmt: skip
    if isinstance(record, Shipment):
        totals = record.totals
        values |= {
            "total_net": _plain(totals.net),
            "total_gross": _plain(totals.gross),
            "total_packages": totals.packages,
            "total_volume": _plain(totals.volume),
            "total_value": _plain(totals.value),
        }
    return values


def _fields(row: Row) -> dict[str, Any]:
    return dict(_pair(row, declared) for declared in fields_of(type(row)))


def _pair(row: Row, declared: Field) -> tuple[str, Any]:
    value = getattr(row, declared.name)
    if declared.kind.target:
        name = declared.name.removesuffix("_id")
        linked = getattr(row, name)
        return name, None if linked is None else {"reference": linked.reference, "name": linked.caption}
    if declared.kind.editor is Editor.CHOICES:
        return declared.name, [code for code in (value or "").split(",") if code]
    return declared.name, _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date | datetime) else value


def _texts(record: Record, on: date) -> Iterator[str]:
    if isinstance(record, Product):
        yield from (record.name, record.unit, record.hs_code or "")
    elif isinstance(record, Partner):
        yield from (record.full_name, record.roles, record.country)
    elif isinstance(record, Agreement):
        yield from (record.title, _(STATUSES[record.status(on)]), _day(record.starts_on), _day(record.final_day))
        yield ", ".join(party.partner.full_name for party in record.parties if party.partner)
    elif isinstance(record, Batch):
        yield from (record.caption, _(BATCH_STAGES[record.stage]), _day(record.starts_on), _day(record.ends_on))
        yield from (str(_plain(record.made) or ""), str(_plain(record.passed)), _(QUALITY[record.quality]))
    elif isinstance(record, Shipment):
        yield from (record.caption, _(SHIPMENT_KINDS[record.kind]), _(SHIPMENT_STATUSES[record.status]))
        yield from (_day(record.released_on), record.destination_country or "")
        yield from (str(_plain(record.totals.value)), record.currency)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
