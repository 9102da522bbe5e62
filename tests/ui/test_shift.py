"""Half a minute of a shift: random actions through the real window end without an exception or a warning."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.shift.__main__ import work


def test_half_a_minute_of_work_goes_well(qtbot: QtBot, tmp_path: Path) -> None:
    assert work(tmp_path, minutes=0.5, seed=20261124) == []
