"""Rows of one table that say the same thing twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from lapas_desktop.domain.entity import Child
from lapas_desktop.domain.errors import Problem
from lapas_desktop.i18n import N_, _

R = TypeVar("R", bound=Child)


def repeated(rows: Sequence[R], cell: str, key: Callable[[R], Hashable | None]) -> Iterator[Problem]:
    """A doubt for each row whose key an earlier row has; ``cell`` is ``table.field``, a key of None is no key."""
    table, _dot, field = cell.partition(".")
    first: dict[Hashable, int] = {}
    for number, row in enumerate(rows):
        found = key(row)
        if found is None:
            continue
        if found in first:
            message = _(N_("Sudah ada di baris {n}.")).format(n=first[found] + 1)
            yield Problem(f"{table}[{number}].{field}", message)
        else:
            first[found] = number
