"""What a screen is, as data: the kind of record, its words, and what it offers to do with a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Problem
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.workplace import Workplace

UseCase = Callable[[Office, int, datetime, str], Saved]  # office, id, now, who


@dataclass(frozen=True)
class Chosen:
    """The saved records that an offer is taken up for. ``finish`` runs a use case and shows what it says."""

    ids: list[int]
    at: Workplace
    printing: Printing
    finish: Callable[[Callable[[], Saved]], object]


def _nothing(_office: Office, _record_id: int, _now: datetime) -> Problem | None:
    return None


@dataclass(frozen=True)
class Offer:
    """One thing to do with a record: a button of its form, and of its list where ``in_list``.

    ``why_not`` asks the services what stands against it now. ``many``: its words for several records at once;
    without them it is for one at a time.
    """

    text: str
    do: Callable[[Chosen], object]
    why_not: Callable[[Office, int, datetime], Problem | None] = _nothing
    shortcut: str = ""
    many: str = ""
    in_list: bool = False
    picture: str = ""


def step(use_case: UseCase) -> Callable[[Chosen], object]:
    """For an offer that asks nothing more: the use case itself, done with the one record."""

    def take(chosen: Chosen) -> None:
        at = chosen.at
        chosen.finish(partial(use_case, at.office, chosen.ids[0], at.clock(), at.who))

    return take


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
    files: tuple[str, ...] = ("scan", "other")
    cards: tuple[Callable[[Workplace, int], QWidget], ...] = ()
