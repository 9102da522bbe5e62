"""Pages that were closed are gone: their widgets, their objects, their files. So is a window that gave way."""

from __future__ import annotations

import gc
import shutil
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lapas_desktop.app import run
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.form import Form
from lapas_desktop.ui.window import Window
from tests.leftovers import lost_items

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


def closed_forms() -> int:
    gc.collect()
    return sum(isinstance(found, Form) and not isValid(found) for found in gc.get_objects())


@pytest.mark.skipif(sys.platform != "linux", reason="counts the files in /proc")
def test_closed_pages_leave_nothing_behind(practising: Desk, qtbot: QtBot) -> None:
    kept = closed_forms()  # a test that failed before keeps what it saw
    visit(practising, qtbot)
    widgets, files = len(QApplication.allWidgets()), len(list(Path("/proc/self/fd").iterdir()))
    for _round in range(3):
        visit(practising, qtbot)
    assert len(QApplication.allWidgets()) < widgets + ONE_FORM
    assert len(list(Path("/proc/self/fd").iterdir())) < files + 9  # a worker may open one of its own
    qtbot.waitUntil(lambda: closed_forms() <= kept)


def test_no_item_of_a_layout_outlives_it_in_python(practising: Desk, qtbot: QtBot) -> None:
    """Qt deletes items untold; PySide takes what comes to lie in their place for them, and crashes when that goes."""
    for size in ((683, 384), (1366, 768), (911, 512)):
        practising.window.resize(*size)
        for place in ("home", "agreements", "home"):
            practising.go(place)
            qtbot.wait(40)
    visit(practising, qtbot)
    assert not lost_items()


@pytest.mark.parametrize("where", ["latihan", "baru"])  # full of life, and never left the first page
def test_a_window_that_gave_way_to_another_is_gone(
    qapp: QApplication, undressed: None, practice_folder: Path, tmp_path: Path, qtbot: QtBot, where: str
) -> None:
    if where == "latihan":
        shutil.copytree(practice_folder, tmp_path / where)
    first: list[weakref.ref[Desk]] = []
    gone: list[bool] = []

    def act() -> None:
        """In the first window visits all and asks for another; looks in that one whether the first is gone."""
        window = next(
            (found for found in qapp.topLevelWidgets() if isinstance(found, Window) and found.isVisible()), None
        )
        desk = window.findChild(Desk) if window else None
        if window is None or desk is None:
            watch.start()
        elif not first:
            first.append(weakref.ref(desk))
            if where == "latihan":
                visit(desk, qtbot)
            window.open_again()
            watch.start()
        else:
            gc.collect()
            gone.append(first[0]() is None)
            window.close()

    watch = QTimer(singleShot=True, interval=100)
    watch.timeout.connect(act)
    watch.start()
    assert run(tmp_path / where) == 0
    assert gone == [True]
