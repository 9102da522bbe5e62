"""The columns of a sheet."""

from __future__ import annotations

from lapas_desktop.domain.computed import computed_of
from lapas_desktop.domain.entity import Field, Row, fields_of


def sheet_columns(entity: type[Row]) -> tuple[Field, ...]:
    """The declared fields with each computed value behind the field that it follows."""
    columns = list(fields_of(entity))
    for found in computed_of(entity):
        names = [column.name for column in columns]
        columns.insert(names.index(found.after) + 1 if found.after else len(columns), found.field)
    return tuple(columns)
