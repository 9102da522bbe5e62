"""A list as it is printed: headings, kinds and the values of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapas_desktop.domain.kinds import Kind


@dataclass(frozen=True)
class ListingColumn:
    """``width`` in characters; ``kind`` tells how a value is written."""

    heading: str
    kind: Kind
    width: int


@dataclass(frozen=True)
class Listing:
    """``rows`` are read once, from first to last; ``note`` says what was filtered."""

    title: str
    note: str
    office: str
    columns: tuple[ListingColumn, ...]
    rows: Iterable[tuple[Any, ...]]
    printed_on: date
    paper: str = "A4"
    language: str = "id"
