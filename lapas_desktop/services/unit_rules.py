"""What keeps quantities meaning what they meant: units in use stay, a product that was counted keeps its unit."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from lapas_desktop.domain import lists
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.office_lists import OfficeLists
from lapas_desktop.domain.product import Product
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import queries


def unit_problems(session: Session, record: Record) -> Iterator[Problem]:
    """Asked of every record before it is saved."""
    if isinstance(record, OfficeLists):
        gone = queries.units_used(session) - {unit.code for unit in record.units}
        if gone:
            words = ", ".join(sorted(_(lists.UNITS.get(code, code)) for code in gone))
            text = _(N_("Masih dipakai oleh produk atau pengiriman, jadi tidak dapat dihapus: {units}."))
            yield Problem("units", text.format(units=words))
    elif isinstance(record, Product) and record.id:
        changed = inspect(record).attrs.unit.history.has_changes()
        if changed and queries.counts_in_unit_of(session, record.id):
            text = _(N_("Satuan tidak dapat diganti: produk ini sudah ada di perjanjian atau pengiriman."))
            yield Problem("unit", text)
