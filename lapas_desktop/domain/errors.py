"""The two kinds of expected failure. Everything else is a bug of ours and is left to the excepthook.

`Invalid`: what the user typed can be corrected; each problem stands beside its field.
`Refused`: the world said no (file locked, too new, disk full); one sentence and a way out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to correct. ``field`` is a field's name, or ``children[2].name`` for a row's cell."""

    field: str
    message: str


class Invalid(Exception):
    """The record cannot be saved as typed. ``problems`` is never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.field}: {problem.message}" for problem in self.problems))


class Refused(Exception):
    """One sentence in the user's language saying what could not be done and what to do."""


class Damaged(Refused):
    """The data file is not whole."""


class Conflict(Refused):
    """Somebody else saved the same record first; nothing was overwritten."""
