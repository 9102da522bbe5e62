"""Two minutes of a shift: random actions through the real window end without an exception or a warning."""

from __future__ import annotations

import faulthandler
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.shift.__main__ import work

PATIENCE = 300  # seconds; any other test is taken for stuck after two minutes


def test_two_minutes_of_work_go_well(qtbot: QtBot, tmp_path: Path) -> None:
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=sys.__stderr__)
    assert work(tmp_path, minutes=2, seed=20261124) == []
