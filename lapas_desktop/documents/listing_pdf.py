"""A list on paper: title, what was filtered, and a table whose headings come again on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable, Spacer

from lapas_desktop.documents import paper
from lapas_desktop.documents.listing_data import Listing
from lapas_desktop.documents.paper import TableColumn, table, text_width
from lapas_desktop.documents.prose import prose
from lapas_desktop.documents.sheet import Sheet
from lapas_desktop.documents.styles import styles
from lapas_desktop.i18n import N_, said

_ROWS_A_TABLE = 100  # reportlab's time grows faster than a table's length


def write(listing: Listing, path: Path) -> None:
    """Writes the PDF. `Refused` when the folder, the disk or a font says no."""
    sheet = Sheet(
        title=listing.title,
        author=listing.office,
        reference=listing.title,
        paper=listing.paper,
        language=listing.language,
        printed_on=listing.printed_on,
    )
    paper.write(path, sheet, _story(listing))


def _story(listing: Listing) -> Iterator[Flowable]:
    look = styles()
    yield from prose(listing.title, look.title)
    if listing.note:
        yield from prose(listing.note, look.centred)
    yield Spacer(0, 8)
    columns = [TableColumn(column.heading, column.width, column.kind.right) for column in listing.columns]
    width = text_width(listing.paper)
    portions = _portions(listing.rows)
    first = next(portions, [])
    for rows in chain([first], portions):
        yield table(columns, (_texts(listing, row) for row in rows), width)
    if not first:
        yield Spacer(0, 6)
        yield from prose(said(N_("Tidak ada data."), listing.language), look.centred)


def _texts(listing: Listing, row: tuple[Any, ...]) -> list[str]:
    return [column.kind.format(value, listing.language) for column, value in zip(listing.columns, row, strict=True)]


def _portions(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    remaining = iter(rows)
    while portion := list(islice(remaining, _ROWS_A_TABLE)):
        yield portion
