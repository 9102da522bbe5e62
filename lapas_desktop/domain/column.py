"""A column of a list, as data: what it is called, where its value comes from, how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from lapas_desktop.domain.kinds import TEXT, Kind

NEWEST = -1  # in place of the number of a column to sort by: what was entered last comes first


@dataclass(frozen=True, eq=False)
class Column:
    """``value`` is an SQL expression; ``badge`` marks a status shown as a coloured word.

    ``order`` is what the list is sorted by instead of the value. One that is ``hidden`` is shown when a person
    chooses it from the menu of the headings.
    """

    label: str
    value: ColumnElement[Any]
    kind: Kind = TEXT
    badge: bool = False
    strong: bool = False
    width: int = 0
    order: tuple[ColumnElement[Any], ...] = ()
    hidden: bool = False

    @staticmethod
    def of(attribute: InstrumentedAttribute[Any], **more: Any) -> Column:
        """A column for a declared field."""
        declared = attribute.property.columns[0].info["field"]
        return Column(declared.label, attribute.expression, declared.kind, **more)

    @property
    def characters(self) -> int:
        return self.width or self.kind.width
