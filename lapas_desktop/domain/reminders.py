"""The steps of reminding before an agreement ends: at its own notice, then 30, 7 and 0 days before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from lapas_desktop.domain.agreement import Agreement

USUAL = (90, 30, 7, 0)


def reminder_steps(typed: str) -> tuple[int, ...]:
    """``90, 30, 7, 0`` → days before the end, longest first; the usual ones when nothing can be read."""
    found = {int(digits) for digits in re.findall(r"\d{1,4}", typed or "")}
    return tuple(sorted(found, reverse=True)) or USUAL


def steps_of(agreement: Agreement, steps: Sequence[int]) -> tuple[int, ...]:
    """The agreement's own notice first, then the office's steps that are shorter."""
    notice = agreement.days_of_notice
    return (notice, *(step for step in sorted(set(steps), reverse=True) if step < notice))


def reminder_step(agreement: Agreement, on: date, steps: Sequence[int]) -> int | None:
    """The step reached on a day, as days before the end; None before the notice and after the last day."""
    left = agreement.days_remaining(on)
    if agreement.status(on) != "ending" or left is None:
        return None
    return min(step for step in steps_of(agreement, steps) if step >= left)


def reminder_days(agreement: Agreement, first: date, last: date, steps: Sequence[int]) -> list[tuple[date, int]]:
    """(day, step) of each reminder that falls in a period."""
    end = agreement.final_day
    if end is None:
        return []
    days = [(end - timedelta(days=step), step) for step in steps_of(agreement, steps) if step < end.toordinal()]
    return [(day, step) for day, step in days if first <= day <= last]
