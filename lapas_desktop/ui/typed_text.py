"""What a typed text means in a field, and how that is told before the field is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lapas_desktop.domain.entity import Field
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.reading import last_day, read_date, read_years
from lapas_desktop.domain.wording import format_number, format_weekday_date
from lapas_desktop.i18n import N_, _

Since = Callable[[str], date | None]  # the name of a date field → the day that stands in it


def read_typed(field: Field, text: str, today: date, since: Since | None = None) -> Any:
    """The value of a text in a field; `ValueError` says what is wrong."""
    if field.kind.editor is not Editor.DATE:
        return field.kind.parse(text)
    years = read_years(text) if field.since else None
    if years is None:
        return read_date(text, today)
    first = since(field.since) if since else None
    if first is None:
        raise ValueError(_(N_("Isi tanggal mulai lebih dulu.")))
    return last_day(first, years)


def echo_of(field: Field, text: str, today: date, since: Since | None = None) -> str:
    """``= 1.250,5`` or ``= Senin, 19 Januari 2026``: how a figure or a date is read; nothing for other values.

    What cannot be read yet is not told: the person may still be typing.
    """
    if field.kind.editor is not Editor.DATE and not field.kind.right:
        return ""
    try:
        value = read_typed(field, text, today, since)
    except ValueError:
        return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"= {format_weekday_date(value)}"
    return f"= {format_number(value)}" if isinstance(value, int | Decimal) else ""
