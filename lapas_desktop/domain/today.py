"""What the start page tells: plain data, so that it can be shown before the data file is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lapas_desktop.domain.chart import Column
from lapas_desktop.i18n import N_

# How urgent a thing is, as a word: no colour is needed to understand it.
TONES = {"bad": N_("Mendesak"), "warning": N_("Perhatikan"), "neutral": N_("Bila sempat")}
_MILLION = Decimal(1_000_000)


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

    ``tone`` is one of `TONES`. ``place`` is where the action leads, ``record_id`` the record to
    open there, ``view`` the ready-made view of its list, or the page of help; for ``place`` "backup" the action is a
    backup.
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


def month_columns(months: Sequence[MonthValue], captions: Sequence[str]) -> list[Column]:
    """Columns for a chart, in million rupiah; ``captions`` are the names of all twelve months."""

    def millions(value: Decimal) -> Decimal:
        return (value / _MILLION).quantize(Decimal("0.01"))

    return [Column(captions[m.month - 1], (millions(m.export), millions(m.domestic))) for m in months]


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
