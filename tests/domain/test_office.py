"""Number patterns and the periods of heads."""

from __future__ import annotations

from datetime import date

import pytest

from lapas_desktop.domain.office import head_doubts, pattern_number

PERIOD = tuple[date | None, date | None]


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("KRM-{tahun}-{urut:03}", "KRM-2026-007"),
        ("{urut}", "7"),
        ("SRG/{urut:2}/{tahun}", "SRG/ 7/2026"),
        ("W.20 {urut:05}", "W.20 00007"),
    ],
)
def test_a_pattern_gives_a_number(pattern: str, number: str) -> None:
    assert pattern_number(pattern, 2026, 7) == number


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "KRM",
        "{tahun}",
        "{urut:0999999999}",
        "{urut.real}",
        "{urut!r}",
        "{urut} {",
        "{urut}{0}",
        "{{urut}}",
        "{urut:,}",
    ],
)
def test_a_pattern_that_asks_for_anything_else_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        pattern_number(pattern, 2026, 7)


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ([], []),
        ([(None, None)], []),
        ([(date(2025, 1, 1), date(2025, 12, 31)), (date(2026, 1, 1), None)], []),
        ([(date(2026, 1, 1), None), (date(2025, 1, 1), None)], ["Dua kepala menjabat bersamaan sejak 1 Jan 2026."]),
        (
            [(date(2025, 1, 1), date(2025, 6, 30)), (date(2025, 7, 2), None)],
            ["Tidak ada kepala dari 1 Jul 2025 sampai 1 Jul 2025."],
        ),
    ],
)
def test_days_with_two_heads_or_none_are_told(heads: list[PERIOD], told: list[str]) -> None:
    assert list(head_doubts(heads)) == told
