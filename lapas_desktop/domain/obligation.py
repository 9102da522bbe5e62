"""What a party of an agreement promised, once or again and again."""

from __future__ import annotations

import calendar
from datetime import date

from sqlalchemy import Date
from sqlalchemy.orm import Mapped, mapped_column

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, field, owner
from lapas_desktop.i18n import N_

_MONTHS = {"bulanan": 1, "triwulan": 3, "tahunan": 12}

STILL_ASKED = 90  # days after the last day of an agreement that the start page still asks for what was promised


class Obligation(Child):
    """A promise. ``due_on`` is its first day and never moves; the day it waits for now is `next_due_on`."""

    agreement_id: Mapped[int] = owner("Agreement")
    party: Mapped[str | None] = field(N_("Pihak"), kinds.SHORT_TEXT)
    text: Mapped[str] = field(N_("Kewajiban"), kinds.text(500, 40), required=True)
    due_on: Mapped[date | None] = field(N_("Tenggat"), kinds.DATE)
    period: Mapped[str] = field(
        N_("Berulang"), kinds.choice("period", lists.OBLIGATION_PERIODS, 12), required=True, default="sekali"
    )
    done: Mapped[bool] = field(N_("Selesai"), kinds.CHECK, required=True, default=False)
    done_on: Mapped[date | None] = field(N_("Dipenuhi tanggal"), kinds.DATE)
    evidence: Mapped[str | None] = field(N_("Bukti"), kinds.TEXT)

    # The first day not yet met, kept so that every database can compare it; empty when nothing waits.
    next_due_on: Mapped[date | None] = mapped_column(Date)

    @property
    def is_periodic(self) -> bool:
        return self.period in _MONTHS

    def occurrence(self, index: int) -> date | None:
        """The day of the n-th time, 0 the first: a 31st falls on the last day of a shorter month."""
        if self.due_on is None or (index and not self.is_periodic):
            return None
        return months_later(self.due_on, index * _MONTHS[self.period]) if index else self.due_on

    @property
    def following(self) -> date | None:
        """The day it waits for once the present one is met."""
        return self._beside(1)

    def settle(self) -> None:
        """Makes `next_due_on` follow from the other facts after they were typed."""
        if self.done:
            self.next_due_on = None
        elif self.next_due_on is None or not self._falls_on(self.next_due_on):
            self.next_due_on = self.due_on

    def fulfil(self, on: date, evidence: str | None) -> None:
        """Met on a day: a promise made once is done, a periodic one waits for its next day."""
        self.done_on, self.evidence = on, evidence or self.evidence
        following = self.following
        self.done = following is None
        self.next_due_on = following

    def reopen(self) -> None:
        """Takes the last fulfilment back."""
        self.next_due_on = self._beside(-1) if self.next_due_on else self.due_on
        self.done, self.done_on, self.evidence = False, None, None

    def due_between(self, first: date, last: date) -> list[date]:
        """The days in a period that are still to be met, both ends included."""
        found: list[date] = []
        index = self._index(self.next_due_on)
        day = None if index is None else self.occurrence(index)
        while day is not None and index is not None and day <= last:
            if day >= first:
                found.append(day)
            index += 1
            day = self.occurrence(index)
        return found

    def _falls_on(self, day: date) -> bool:
        return self._index(day) is not None

    def _index(self, day: date | None) -> int | None:
        if day is None or self.due_on is None or day < self.due_on:
            return None
        months = (day.year - self.due_on.year) * 12 + day.month - self.due_on.month
        index, rest = divmod(months, _MONTHS.get(self.period, 1))
        return index if not rest and self.occurrence(index) == day else None

    def _beside(self, step: int) -> date | None:
        index = self._index(self.next_due_on)
        return None if index is None else self.occurrence(max(0, index + step))


def months_later(day: date, months: int) -> date:
    """The same day some months on, or the last day of a month that is too short; `date.max`'s year at most."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
