"""What a signature closes: the facts of a signed paper change only by addendum, renewal or termination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record, Row, fields_of
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.i18n import N_, _

_ALWAYS_OPEN = frozenset({"notes", "archived", "sample", "created_at", "changed_at", "deleted_at"})
_OPEN_FIELDS = _ALWAYS_OPEN | {"implementation", "profit_note"}
_OPEN_CELLS: dict[str, frozenset[str]] = {
    "parties": frozenset({"signing_state", "signing_state_on"}),
    "obligations": frozenset({"done", "done_on", "evidence"}),
    "lines": frozenset({"accepted"}),
}
_FILLED_LATER = {("parties", "number")}  # the other side's number often comes after the signature
_BY_ACTION = ("stage", "terminated_on", "termination_reason", "termination_letter")
_OPEN_TABLES = frozenset({"originals"})
_SIGNED = ("signed", "terminated")
_GONE = (*SENT_STATUSES, "returned")  # released: the papers say what was frozen
_LATE_FACTS = _ALWAYS_OPEN | {
    "agreement_id", "agreement_note", "carrier", "vessel", "transport_document", "container", "container_type", "seal",
    "vehicle", "driver", "aju_number", "peb_number", "peb_date", "npe_number", "ceremony_name", "ceremony_on",
    "ceremony_place", "officials", "received_by", "planned_on",
}  # fmt: skip
_ONCE = frozenset(  # what was forgotten at release may be filled in, not changed
    {"invoice_number", "invoice_date", "packing_list_number", "packing_list_date", "rate", "rate_on", "rate_source"}
)
_LATE_TABLES = frozenset({"documents", "sales"})
_REASONS = {
    "signed": N_("Terkunci sejak ditandatangani."),
    "terminated": N_("Terkunci sejak ditandatangani."),
    "cancelled": N_("Terkunci sejak dibatalkan. “Buka kembali” membukanya lagi."),
}


@dataclass(frozen=True)
class Lock:
    """What a form lets be typed all the same: fields, whole child tables, cells, and cells that are still empty."""

    reason: str
    fields: frozenset[str]
    tables: frozenset[str]
    cells: Mapping[str, frozenset[str]]
    filled_later: frozenset[tuple[str, str]]


def lock_of(entity: type[Record], stage: str | None, values: Mapping[str, Any] | None = None) -> Lock | None:
    """What is closed in a record of this stage, for a form to show before somebody types in vain.

    ``values`` as stored: what may be filled in once is closed where they have something.
    """
    if entity is Shipment and stage in _GONE:
        reason = _(N_("Terkunci sejak dirilis. Buka revisi untuk mengubahnya."))
        once = {name for name in _ONCE if not values or values.get(name) in (None, "")}
        return Lock(reason, _LATE_FACTS | once, _LATE_TABLES, {"lines": frozenset({"accepted"})}, frozenset())
    if stage not in _REASONS:
        return None
    reason = _(_REASONS[stage])
    if entity is Agreement and stage in _SIGNED:
        return Lock(reason, _OPEN_FIELDS, _OPEN_TABLES, _OPEN_CELLS, frozenset(_FILLED_LATER))
    return Lock(reason, _ALWAYS_OPEN, frozenset(), {}, frozenset()) if entity is Addendum else None


def locked_problems(record: Record) -> Iterator[Problem]:
    """A problem for everything typed into a record that only an action of its own may change.

    Asked before the change is written: compares with what was loaded.
    """
    if isinstance(record, Agreement):
        yield from _agreement(record)
    elif isinstance(record, Addendum):
        yield from _addendum(record)
    elif isinstance(record, Shipment):
        yield from _shipment(record)


def _agreement(agreement: Agreement) -> Iterator[Problem]:
    stage = _loaded(agreement, "stage") if agreement.id else "draft"
    for name in _BY_ACTION:
        before = stage if name == "stage" else _loaded(agreement, name)
        if getattr(agreement, name) != before:
            yield Problem(name, _(N_("Pakai tindakan untuk ini: ajukan, tanda tangani, batalkan atau akhiri.")))
    if stage not in _SIGNED:
        return
    text = _(N_("Perjanjian sudah ditandatangani. Ubah dengan adendum, perpanjangan atau pengakhiran."))
    for name in _changed_fields(agreement):
        if name not in _OPEN_FIELDS and name not in _BY_ACTION:
            yield Problem(name, text)
    for table in agreement.children:
        if table not in _OPEN_TABLES:
            yield from _table(agreement, table, text)


def _addendum(addendum: Addendum) -> Iterator[Problem]:
    stage = _loaded(addendum, "stage") if addendum.id else "draft"
    if addendum.stage != stage:
        yield Problem("stage", _(N_("Pakai tindakan untuk ini: tanda tangani atau batalkan.")))
    if stage == "draft":
        return
    text = _(N_("Adendum ini tidak dapat diubah lagi. Buat adendum berikutnya."))
    for name in _changed_fields(addendum):
        if name not in _ALWAYS_OPEN and name != "stage":
            yield Problem(name, text)
    yield from _table(addendum, "changes", text)


def _shipment(shipment: Shipment) -> Iterator[Problem]:
    status = _loaded(shipment, "status") if shipment.id else "draft"
    for name, fresh in (("status", "draft"), ("revision", 0)):
        if getattr(shipment, name) != (_loaded(shipment, name) if shipment.id else fresh):
            yield Problem(name, _(N_("Pakai tindakan untuk ini: kemas, rilis, kirim, terima, kembalikan, batalkan.")))
    if status not in _GONE:
        return
    text = _(N_("Sudah dirilis: buka revisi untuk mengubah isi suratnya."))
    for name in _changed_fields(shipment):
        late = name in _LATE_FACTS or (name in _ONCE and _loaded(shipment, name) in (None, ""))
        if not late and name not in ("status", "revision"):
            yield Problem(name, text)
    for table in shipment.children:
        if table not in _LATE_TABLES:
            yield from _table(shipment, table, text)


def _table(record: Record, table: str, text: str) -> Iterator[Problem]:
    rows = getattr(record, table)
    history = inspect(record).attrs[table].history
    if history.deleted or any(row.id is None for row in rows):
        yield Problem(table, text)
    open_cells = _OPEN_CELLS.get(table, frozenset())
    for index, row in enumerate(rows):
        if row.id is None:
            continue
        if inspect(row).attrs.position.history.deleted:
            yield Problem(table, text)
        for name in _changed_fields(row):
            if name not in open_cells and not ((table, name) in _FILLED_LATER and not _loaded(row, name)):
                yield Problem(f"{table}[{index}].{name}", text)


def _changed_fields(row: Row) -> Iterator[str]:
    for declared in fields_of(type(row)):
        if _loaded(row, declared.name) != getattr(row, declared.name):
            yield declared.name


def _loaded(row: Row, name: str) -> Any:
    """The value in the data file, whatever was assigned since."""
    history = inspect(row).attrs[name].history
    if history.deleted:
        return history.deleted[0]
    return None if history.added and row.id is None else getattr(row, name)
