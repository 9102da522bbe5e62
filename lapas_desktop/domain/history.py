"""What happened to a record: one row per changed field, and one per event of its life."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import DateTime, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from lapas_desktop.domain.entity import Field, Record, Row, child_class, field_of
from lapas_desktop.i18n import N_, _

LONGEST = 2000
FORGOTTEN = 0  # the record id of what went for good: its own may be given to another record
EVENTS: dict[str, str] = {
    "created": N_("Dibuat"), "changed": N_("Diubah"), "released": N_("Dirilis"), "deleted": N_("Dihapus"),
    "restored": N_("Dikembalikan"), "attached": N_("Lampiran ditambah"), "detached": N_("Lampiran dilepas"),
    "reviewed": N_("Diajukan untuk diperiksa"), "sent_back": N_("Dikembalikan menjadi konsep"),
    "signed": N_("Ditandatangani"), "unsigned": N_("Tanda tangan ditarik kembali"),
    "cancelled": N_("Dibatalkan"), "renewed": N_("Dibuatkan perpanjangan"),
    "reopened": N_("Dibuka kembali"), "terminated": N_("Diakhiri"),
    "resumed": N_("Pengakhiran ditarik kembali"), "amended": N_("Diubah dengan adendum"),
    "fulfilled": N_("Kewajiban dipenuhi"), "merged": N_("Digabungkan"), "parted": N_("Penggabungan dibatalkan"),
    "forgotten": N_("Dihapus selamanya"), "packed": N_("Dikemas"), "revised": N_("Dibuka untuk revisi"),
    "shipped": N_("Dikirim"), "delivered": N_("Diterima"), "returned": N_("Barang dikembalikan"),
    "stepped_back": N_("Langkah diurungkan"), "printed": N_("Surat dibuat"),
}  # fmt: skip

_CELL = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


class Change(Row):
    """One step in the life of a record. ``old`` and ``new`` are what a person saw, kept as text.

    ``field`` is a field's name, ``lines[2].quantity`` for a cell, ``lines[2]`` for a whole row, ``lines`` for
    the order of the rows, empty for an event of the whole record.
    """

    __table_args__ = (Index(None, "entity", "record_id"),)

    entity: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int] = mapped_column(Integer)
    event: Mapped[str] = mapped_column(String(20))
    field: Mapped[str] = mapped_column(String(80), default="")
    old: Mapped[str] = mapped_column(Text, default="")
    new: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(String(80), default="")


def shortened(text: str) -> str:
    """At most `LONGEST` characters, with a mark where something is left out."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def field_named(entity: type[Record], name: str) -> Field | None:
    """The field that a `Change` names; none for a whole row and for a field of an earlier version."""
    cell = _CELL.fullmatch(name)
    try:
        if cell is None:
            return field_of(entity, name)
        return field_of(child_class(entity, cell[1]), cell[3]) if cell[3] else None
    except KeyError:
        return None


def label_of(entity: type[Record], name: str) -> str:
    """What people call the field of a `Change`; a field of an earlier version keeps its name."""
    cell = _CELL.fullmatch(name)
    table = cell[1] if cell else name
    try:
        if table not in entity.children:
            return _(field_of(entity, name).label) if name else ""
        title = next((_(section.title) for section in entity.sections if section.children == table), table)
        if cell is None:
            return title
        row = f"{title} {int(cell[2]) + 1}"
        return f"{row}: {_(field_of(child_class(entity, table), cell[3]).label)}" if cell[3] else row
    except KeyError:
        return name
