"""Pages that were closed are gone: their widgets, their objects, their files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lapas_desktop.ui.desk import SCREENS, Desk

ONE_FORM = 150  # widgets; the lists beside it show now more, now fewer


def visit(desk: Desk, qtbot: QtBot) -> None:
    """Every form, left when it stands and before it does, and every place."""
    for key, screen in SCREENS.items():
        for wait in (1, 40, 120):
            desk.go(key)
            record_id = desk.list_place(key).page.model.record_id(0)
            if record_id is not None:  # there may be no addenda, and no pasal of the office's own
                desk.open_record(screen, record_id)
                qtbot.wait(wait)
        desk.go(key)
        desk.new_record()
    for place in ("office", "lists", "settings", "bin", "help", "home"):
        desk.go(place)
    desk.jobs.wait()
    qtbot.wait(60)


@pytest.mark.skipif(sys.platform != "linux", reason="counts the files in /proc")
def test_closed_pages_leave_nothing_behind(practising: Desk, qtbot: QtBot) -> None:
    visit(practising, qtbot)
    widgets, files = len(QApplication.allWidgets()), len(list(Path("/proc/self/fd").iterdir()))
    for _round in range(3):
        visit(practising, qtbot)
    assert len(QApplication.allWidgets()) < widgets + ONE_FORM
    assert len(list(Path("/proc/self/fd").iterdir())) < files + 9  # a worker may open one of its own
