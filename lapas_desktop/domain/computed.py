"""Values that follow from others: declared where they are worked out, shown beside fields, never stored.

@property
@computed(N_("Nilai"), kinds.MONEY, after="unit_price")
def amount(self) -> Decimal: ...
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from lapas_desktop.domain.entity import Field, Row, child_class, fields_of
from lapas_desktop.domain.kinds import Kind

Worked = TypeVar("Worked", bound=Callable[..., Any])


@dataclass(frozen=True)
class Computed:
    """One computed value. ``after`` names the field whose column it follows in a sheet; at the end when empty."""

    field: Field
    after: str
    needs_day: bool

    def of(self, row: Row, on: date) -> Any:
        """The value on a day; None when the figures are too large to be worked out."""
        try:
            value = getattr(row, self.field.name)
            return value(on) if self.needs_day else value
        except ArithmeticError:
            return None


def computed(label: str, kind: Kind, *, after: str = "") -> Callable[[Worked], Worked]:
    """Declares what a property, or a method that asks for the day, works out as a value to be shown."""

    def declare(function: Worked) -> Worked:
        function.__dict__["computed"] = (Field("", label, kind), after)
        return function

    return declare


@cache
def computed_of(entity: type[Row]) -> tuple[Computed, ...]:
    """The computed values of a class in the order of declaration."""
    found = []
    for name, attribute in vars(entity).items():
        function = attribute.fget if isinstance(attribute, property) else attribute
        declared = getattr(function, "__dict__", {}).get("computed")
        if isinstance(declared, tuple):
            found.append(Computed(replace(declared[0], name=name), declared[1], not isinstance(attribute, property)))
    return tuple(found)


def sketch(entity: type[Row], values: Mapping[str, Any], on: date) -> Row:
    """A record outside every data file, made of what stands in a form and completed as saving would.

    Links to other records are known by their ids only.
    """
    record = _plain(entity, values)
    for name in entity.children:
        row_class = child_class(entity, name)
        setattr(record, name, [_plain(row_class, given) for given in values.get(name, ())])
    with suppress(ArithmeticError):  # figures beyond all measure: what needs them stays unknown
        record.complete(on)
    return record


def _plain(entity: type[Row], values: Mapping[str, Any]) -> Row:
    return entity(**{declared.name: values.get(declared.name) for declared in fields_of(entity)})
