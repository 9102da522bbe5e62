"""What a screen is, as data: the kind of record, its words, and what it offers to do with a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Problem
from lapas_desktop.i18n import _
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.workplace import Workplace

Card = Callable[[Workplace, int], QWidget]


class RecordCard(QWidget):
    """A card under the form of a stored record that follows what is saved."""

    def refresh(self) -> None:
        """Reads anew what it shows."""
        raise NotImplementedError


UseCase = Callable[[Office, int, datetime, str], Saved]  # office, id, now, who


class Finish(Protocol):
    """Runs a use case and shows what it says: ``told`` instead of "saved", with ``undo`` as the way back."""

    def __call__(
        self, use_case: Callable[[], Saved], told: str = "", undo: Callable[[], Saved] | None = None
    ) -> object: ...


class Forms(Protocol):
    """Where forms are opened; one that is open is left first."""

    def may_leave(self) -> bool: ...
    def close(self) -> None: ...
    def new(self, screen: Screen, values: dict[str, Any] | None = None) -> None: ...
    def open(self, screen: Screen, record_id: int) -> None: ...


@dataclass(frozen=True)
class Chosen:
    """The saved records that an offer is taken up for."""

    ids: list[int]
    at: Workplace
    printing: Printing
    finish: Finish
    forms: Forms


def _nothing(_office: Office, _record_id: int, _now: datetime) -> Problem | None:
    return None


def _always(_office: Office, _record_id: int | None) -> bool:
    return True


@dataclass(frozen=True)
class Offer:
    """One thing to do with a record: a button of its form, and of its list where ``in_list``.

    ``why_not`` asks the services what stands against it now; ``fits`` tells whether it makes sense for a record
    at all (None: one not saved yet). ``many``: its words for several records at once; without them it is for one
    at a time.
    """

    text: str
    do: Callable[[Chosen], object]
    why_not: Callable[[Office, int, datetime], Problem | None] = _nothing
    shortcut: str = ""
    many: str = ""
    in_list: bool = False
    picture: str = ""
    fits: Callable[[Office, int | None], bool] = _always


def step(use_case: UseCase, told: str = "", back: UseCase | None = None) -> Callable[[Chosen], object]:
    """For an offer that asks nothing more: the use case itself, done with the one record; ``back`` undoes it."""

    def take(chosen: Chosen) -> None:
        chosen.finish(now_with(chosen, use_case), _(told) if told else "", back and now_with(chosen, back))

    return take


def now_with(chosen: Chosen, use_case: UseCase) -> Callable[[], Saved]:
    """The use case for the one chosen record, at the moment it is called."""
    at = chosen.at
    return lambda: use_case(at.office, chosen.ids[0], at.clock(), at.who)


@dataclass(frozen=True)
class Screen:
    """One place of the window. ``empty`` tells what to do when there is nothing yet.

    ``cards`` are shown under the form of a stored record, made with its id.
    """

    key: str
    entity: type[Record]
    new: str
    empty: str
    offers: tuple[Offer, ...] = ()
    batch: tuple[Offer, ...] = ()  # for several records only
    files: tuple[str, ...] = ("scan", "other")
    cards: tuple[Card, ...] = ()
