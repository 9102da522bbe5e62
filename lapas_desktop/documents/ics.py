"""A calendar file (RFC 5545): whole days that any calendar program reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from lapas_desktop.documents.output import published

_LINE = 75  # octets of a line, without its end (RFC 5545, 3.1)


@dataclass(frozen=True)
class CalendarDay:
    """One entry that lasts a day; ``key`` is its name for ever."""

    key: str
    on: date
    summary: str
    description: str = ""


def write_calendar(path: Path, name: str, days: Iterable[CalendarDay], now: datetime) -> None:
    """Writes the calendar file. `Refused` when the folder or the disk says no."""
    with published(path) as temporary:
        temporary.write_bytes(calendar_text(name, days, now).encode())


def calendar_text(name: str, days: Iterable[CalendarDay], now: datetime) -> str:
    """The whole calendar; ``now`` is its time stamp."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lapas Desktop//ID",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for day in days:
        lines += _event(day, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(day: CalendarDay, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(day.key)}@lapas-desktop"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(day.summary)}"
    if day.description:
        yield f"DESCRIPTION:{escaped(day.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """User text as a TEXT value (RFC 5545, 3.3.11); control characters are left out."""
    text = re.sub(r"([\\;,])", r"\\\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text.replace("\n", "\\n"))


def folded(line: str) -> Iterator[str]:
    """A content line in parts of at most 75 octets, no letter cut; each part but the first begins with a space."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE:
            yield part
            part, size = " ", 1
        part += letter
        size += octets
    yield part
