"""The register of numbers: which were given, to what, which are missing, void or given twice."""

from __future__ import annotations

from dataclasses import dataclass

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.lists import STAGES
from lapas_desktop.domain.number_rows import NumberRow, duplicates, number_key, number_rows
from lapas_desktop.i18n import _
from lapas_desktop.storage import agenda_queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class NumberUse:
    """A number and what bears it. ``void``: cancelled, or in the recycle bin. ``twice``: another bears it too."""

    number: str
    agreement_id: int
    title: str
    stage_word: str
    void: bool
    twice: bool


@dataclass(frozen=True)
class NumberRegister:
    """The numbers of a year; ``rows`` are the patterns seen in them, with what is missing."""

    year: int
    uses: tuple[NumberUse, ...]
    rows: tuple[NumberRow, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(number for row in self.rows for number in row.missing)


def number_register(office: Office, year: int) -> NumberRegister:
    """The office's own numbers of a year: that of the signature, else of the start, else of the entry."""
    with office.session() as session:
        found = [a for a in session.scalars(agenda_queries.numbered_agreements()) if _year(a) == year]
        kept = [(a, a.number or "") for a in found]
        twice = duplicates(number for agreement, number in kept if not _is_void(agreement))
        uses = tuple(
            NumberUse(number, a.id, a.title, _(STAGES[a.stage]), _is_void(a), number_key(number) in twice)
            for a, number in sorted(kept, key=lambda pair: pair[1].casefold())
        )
    return NumberRegister(year, uses, tuple(number_rows(use.number for use in uses)))


def number_years(office: Office) -> tuple[int, ...]:
    """The years that have numbers, the latest first."""
    with office.session() as session:
        years = {_year(agreement) for agreement in session.scalars(agenda_queries.numbered_agreements())}
    return tuple(sorted((year for year in years if year), reverse=True))


def _is_void(agreement: Agreement) -> bool:
    return agreement.stage == "cancelled" or agreement.deleted_at is not None


def _year(agreement: Agreement) -> int:
    day = agreement.signed_on or agreement.starts_on or agreement.created_at
    return day.year if day else 0
