"""The list that is on the screen, as a PDF or a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.documents.listing import build_listing
from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.domain.column import Column
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.records import list_count, list_page
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_PAGE = 2_000


@dataclass(frozen=True)
class Shown:
    """What a list shows: its filter text, its order, its view and the numbers of its visible columns."""

    typed: str
    sort: int
    descending: bool
    within: tuple[Any, ...]
    columns: tuple[int, ...]
    view: str = ""


def write_listing(
    office: Office, entity: type[Record], columns: Sequence[Column], shown: Shown, path: Path, on: date
) -> None:
    """Writes the rows that a list shows, all of them in its order, as ``.pdf`` or else XLSX."""
    with office.session() as session:
        name, paper = stationery(session)
    picked = [columns[number] for number in shown.columns]
    count = list_count(office, entity, shown.typed, *shown.within)
    parts = [shown.view, f"“{shown.typed}”" if shown.typed else "", _(N_("{n} data")).format(n=format_number(count))]
    listing = Listing(
        title=_(entity.label_plural),
        note=" · ".join(part for part in parts if part),
        office=name,
        columns=tuple(ListingColumn(_(column.label), column.kind, column.characters) for column in picked),
        rows=_rows(office, entity, columns, shown),
        printed_on=on,
        paper=paper,
    )
    build_listing(listing, path)


def stationery(session: Session) -> tuple[str, str]:
    """The office's name for the foot of a list, marked when nothing in it is real, and its paper."""
    profile = queries.office_profile(session)
    if profile is None:
        return "", "A4"
    mark = " · " + _(N_("CONTOH")) if profile.sample else ""
    return profile.name + mark, profile.paper


def _rows(office: Office, entity: type[Record], columns: Sequence[Column], shown: Shown) -> Iterator[tuple[Any, ...]]:
    offset, rows = 0, True
    while rows:
        page = list_page(
            office, entity, columns, shown.typed, shown.sort, shown.descending, offset, _PAGE, *shown.within
        )
        for row in page.rows:
            yield tuple(row[number] for number in shown.columns)
        rows, offset = len(page.rows) == _PAGE, offset + _PAGE
