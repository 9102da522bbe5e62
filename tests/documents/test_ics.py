from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.documents.ics import CalendarDay, calendar_text, escaped, folded

NOW = datetime(2026, 1, 19, 9)


def test_signs_that_mean_something_are_escaped() -> None:
    assert escaped("a; b, c\\d\r\ne\x07") == "a\\; b\\, c\\\\d\\ne"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_lines_are_folded_at_75_octets_and_nothing_is_lost(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_text_ends_an_entry_early(text: str) -> None:
    written = calendar_text("Lapas", [CalendarDay("a", date(2026, 1, 31), text, text)], NOW)
    lines = written.split("\r\n")
    assert lines.count("END:VEVENT") == lines.count("BEGIN:VEVENT") == 1
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTEND;VALUE=DATE:20260201" in lines
