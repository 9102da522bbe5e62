"""What the start page tells: plain data, so that it can be shown before the data file is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Figure:
    """One key figure as text; ``tone`` colours its note."""

    title: str
    value: str
    note: str
    tone: str = ""


@dataclass(frozen=True)
class ToDo:
    """One thing that needs somebody, with the one action that solves it.

    ``tone`` is a status tone of the palette. ``place`` is where the action leads, ``record_id`` the record to
    open there, ``view`` the ready-made view of its list; for ``place`` "backup" the action is a backup.
    """

    tone: str
    title: str
    detail: str
    action: str
    place: str
    record_id: int = 0
    view: str = ""


@dataclass(frozen=True)
class MonthValue:
    """Value shipped in a month (1–12), in rupiah."""

    month: int
    export: Decimal
    domestic: Decimal


@dataclass(frozen=True)
class LatestShipment:
    """One of the last shipments, as text."""

    id: int
    reference: str
    destination: str
    goods: str
    shipped: str
    status: str
    status_word: str


@dataclass(frozen=True)
class Today:
    """The start page on a day. ``badges``: place → how many things wait there."""

    on: date
    figures: tuple[Figure, ...]
    months: tuple[MonthValue, ...]
    note: str
    latest: tuple[LatestShipment, ...]
    todos: tuple[ToDo, ...]
    badges: dict[str, int]
