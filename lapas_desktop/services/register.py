"""The register of agreements (buku register PKS) of a year, with the four questions of supervision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.documents.listing import build_listing
from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.listing import stationery
from lapas_desktop.services.summary_facts import supervision
from lapas_desktop.storage import agenda_queries, queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class RegisterRow:
    """One agreement in the book; the last four are the questions of supervision."""

    sequence: int
    agreement_id: int
    number: str
    partners: str
    title: str
    type_word: str
    signed_on: date
    starts_on: date | None
    ends_on: date | None
    status_word: str
    background: str
    period: str
    implementation: str
    profit: str


def register(office: Office, year: int, on: date) -> tuple[RegisterRow, ...]:
    """Agreements signed in a year in the order of signing, as they stand on a day."""
    with office.session() as session:
        return tuple(_rows(session, year, on))


def _rows(session: Session, year: int, on: date) -> Iterator[RegisterRow]:
    for sequence, agreement in enumerate(session.scalars(agenda_queries.registered(year)), 1):
        yield _row(session, sequence, agreement, on)


def _row(session: Session, sequence: int, agreement: Agreement, on: date) -> RegisterRow:
    assert agreement.signed_on is not None
    asked = supervision(agreement, list(session.scalars(queries.shipments_of(agreement.id))))
    return RegisterRow(
        sequence=sequence,
        agreement_id=agreement.id,
        number=agreement.reference,
        partners=", ".join(party.partner.full_name for party in agreement.parties if party.partner),
        title=agreement.title,
        type_word=_(lists.AGREEMENT_TYPES[agreement.type]),
        signed_on=agreement.signed_on,
        starts_on=agreement.starts_on,
        ends_on=agreement.final_day,
        status_word=_(STATUSES[agreement.status(on)]),
        background=asked.background,
        period=asked.period,
        implementation=asked.implementation,
        profit=asked.profit,
    )


def write_register(office: Office, year: int, path: Path, on: date) -> int:
    """Writes the book of a year as ``.pdf`` or else XLSX; how many agreements it holds."""
    with office.session() as session:
        name, paper = stationery(session)
        rows = tuple(_rows(session, year, on))
    columns, cells = register_table(rows, narrow=path.suffix.lower() == ".pdf")
    note = " · ".join(filter(None, (name, _(N_("{n} perjanjian")).format(n=len(rows)))))
    title = _(N_("Buku register PKS {year}")).format(year=year)
    build_listing(Listing(title, note, name, columns, cells, on, paper), path)
    return len(rows)


_Table = tuple[tuple[ListingColumn, ...], list[tuple[Any, ...]]]


def register_table(rows: tuple[RegisterRow, ...], narrow: bool) -> _Table:
    """The book as columns and cells: ``narrow`` for paper, else each fact in its own column."""
    return _narrow(rows) if narrow else _wide(rows)


def _narrow(rows: tuple[RegisterRow, ...]) -> _Table:
    """For a sheet of paper: what belongs together stands in one cell."""
    columns = (
        ListingColumn(_(N_("No.")), kinds.COUNT, 4),
        ListingColumn(_(N_("Perjanjian")), kinds.LONG_TEXT, 22),
        ListingColumn(_(N_("Latar belakang")), kinds.LONG_TEXT, 18),
        ListingColumn(_(N_("Jangka waktu")), kinds.LONG_TEXT, 15),
        ListingColumn(_(N_("Implementasi")), kinds.LONG_TEXT, 22),
        ListingColumn(_(N_("Profit")), kinds.LONG_TEXT, 20),
    )
    cells: list[tuple[Any, ...]] = [
        (
            row.sequence, f"{row.number}\n{row.partners}\n{row.title}", row.background,
            f"{row.period}\n{row.status_word}", row.implementation, row.profit,
        )
        for row in rows
    ]  # fmt: skip
    return columns, cells


def _wide(rows: tuple[RegisterRow, ...]) -> _Table:
    """For a workbook: each fact in its own column, so that it can be sorted."""
    columns = (
        ListingColumn(_(N_("No.")), kinds.COUNT, 4),
        ListingColumn(_(N_("Nomor")), kinds.IDENTIFIER, 30),
        ListingColumn(_(N_("Mitra")), kinds.TEXT, 26),
        ListingColumn(_(N_("Tentang")), kinds.TEXT, 40),
        ListingColumn(_(N_("Jenis")), kinds.TEXT, 16),
        ListingColumn(_(N_("Ditandatangani")), kinds.DATE, 12),
        ListingColumn(_(N_("Mulai")), kinds.DATE, 12),
        ListingColumn(_(N_("Berakhir")), kinds.DATE, 12),
        ListingColumn(_(N_("Status")), kinds.TEXT, 14),
        ListingColumn(_(N_("Latar belakang")), kinds.LONG_TEXT, 40),
        ListingColumn(_(N_("Jangka waktu")), kinds.LONG_TEXT, 34),
        ListingColumn(_(N_("Implementasi")), kinds.LONG_TEXT, 40),
        ListingColumn(_(N_("Profit")), kinds.LONG_TEXT, 34),
    )
    cells: list[tuple[Any, ...]] = [
        (
            row.sequence, row.number, row.partners, row.title, row.type_word, row.signed_on, row.starts_on,
            row.ends_on, row.status_word, row.background, row.period, row.implementation, row.profit,
        )
        for row in rows
    ]  # fmt: skip
    return columns, cells
