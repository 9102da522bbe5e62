"""A picture of every page: ``python -m tests.screenshots FOLDER [light|dark] [id|en] [SIZE[@SCALE]] [LETTERS]``.

The screen has 1366 × 768 pixels unless a SIZE is told; ``1366x768@150`` is the same screen with the PC's scale at
150 %, ``LETTERS`` the size of the letters in percent.

The window is the real one on the practice office; nothing is drawn for the picture. Without a display it runs
with ``QT_QPA_PLATFORM=offscreen``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lapas_desktop.app import dress
from lapas_desktop.i18n import LANGUAGES
from lapas_desktop.services.maintenance import open_or_create
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.ui import language, look
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window
from tests.screen import offscreen
from tests.ui.pages import settle

ON = datetime(2026, 11, 24, 8, 0)


class Camera:
    """Takes the pictures of one window, numbered in order; each when the page stands."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._folder = desk, folder
        self._taken = 0
        folder.mkdir(parents=True, exist_ok=True)

    def shoot(self, widget: QWidget, name: str) -> None:
        QTest.qWait(120)
        settle(self._desk)
        self._taken += 1
        widget.grab().save(str(self._folder / f"{self._taken:02}-{name}.png"))


def pages(desk: Desk, camera: Camera) -> None:
    """Every place, and of each kind of record the form of the first and of a new one."""
    window = desk.window
    desk.go("home")
    desk.jobs.wait()
    camera.shoot(window, "home")
    for screen in SCREENS.values():
        desk.go(screen.key)
        camera.shoot(window, screen.key)
        listed = desk.lists[screen.key].page
        listed.filter.setText("zzz")
        camera.shoot(window, f"{screen.key}-nothing-found")
        listed.filter.clear()
        QTest.qWait(120)
        record_id = listed.model.record_id(0)
        if record_id is not None:
            desk.open_record(screen, record_id)
            whole_form(desk, camera, screen.key)
        desk.go(screen.key)
        desk.new_record()
        assert desk.page is not None
        desk.page.save()
        camera.shoot(window, f"{screen.key}-new-not-saved")
        desk.page.changed = False
    for place in ("calendar", "reports", "office", "bin", "settings", "lists", "library", "help", "practice"):
        desk.go(place)
        camera.shoot(window, place)


def whole_form(desk: Desk, camera: Camera, name: str) -> None:
    """The form in as many pictures as it is windows high."""
    assert desk.page is not None
    settle(desk)
    bar = desk.page.form.verticalScrollBar()
    for part in range(9):
        bar.setValue(part * desk.page.form.viewport().height())
        camera.shoot(desk.window, f"{name}-form-{part + 1}")
        if bar.value() >= bar.maximum():
            return


def take(folder: Path, theme: str = "light", words: str = "id", letters: int = 100) -> None:
    """All pictures into a folder; ``letters`` is their size in percent."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as place:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, f"{place}/settings")
        dress(application)
        look.choose(look.Look(theme, letters))
        language.choose(words)
        dress(application)
        data = Path(place) / "latihan"
        make_practice_office(data, ON.date())
        window = Window()
        office = open_or_create(data, ON)
        desk = Desk(window, office, Jobs(), lambda: ON)
        window.show()
        pages(desk, Camera(desk, folder))
        desk.jobs.wait()
        window.close()
        office.close()


def asked(words: Sequence[str]) -> dict[str, Any]:
    """What the arguments behind the folder say, in any order; chooses the screen."""
    wanted: dict[str, Any] = {}
    size, scale = (1366, 768), 100
    for word in words:
        if found := re.fullmatch(r"(\d+)x(\d+)(?:@(\d+))?", word):
            size, scale = (int(found[1]), int(found[2])), int(found[3] or 100)
        elif word.isdigit():
            wanted["letters"] = int(word)
        elif word in LANGUAGES:
            wanted["words"] = word
        else:
            wanted["theme"] = word
    offscreen(*size, scale / 100)
    return wanted


if __name__ == "__main__":
    take(Path(sys.argv[1]), **asked(sys.argv[2:]))
