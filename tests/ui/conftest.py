"""A real window on a real data file; every test acts as a person."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.i18n import use_language
from lapas_desktop.services.maintenance import open_or_create
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.storage.office import Office
from lapas_desktop.ui import language, qt_words
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window

PRACTICE_DAY = datetime(2026, 11, 24, 8, 0)


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the window state of another."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Changes the language of the window as the program does; the next test finds it as it was."""
    was = QLocale()
    yield lambda wanted: language.speak(qapp, wanted)
    use_language("id")
    qt_words.remove(qapp)
    QLocale.setDefault(was)


@pytest.fixture
def undressed(qapp: QApplication, speaking: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program may dress the application; the next test finds it as it was."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield


@pytest.fixture
def desk(qtbot: QtBot, office: Office, now: datetime) -> Iterator[Desk]:
    window = Window()
    jobs = Jobs()
    desk = Desk(window, office, jobs, lambda: now)
    qtbot.addWidget(window, before_close_func=lambda _window: forget_typing(desk))
    window.show()
    yield desk


@pytest.fixture(scope="session")
def practice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice office, made once; tests get copies."""
    folder = tmp_path_factory.mktemp("practice") / "latihan"
    make_practice_office(folder, PRACTICE_DAY.date())
    return folder


@pytest.fixture
def practising(qtbot: QtBot, practice_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """The window on a practice office full of life."""
    folder = tmp_path / "latihan"
    shutil.copytree(practice_folder, folder)
    office = open_or_create(folder, PRACTICE_DAY)
    window = Window()
    desk = Desk(window, office, Jobs(), lambda: PRACTICE_DAY)
    qtbot.addWidget(window, before_close_func=lambda _window: forget_typing(desk))
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.show()
    desk.jobs.wait()
    QApplication.processEvents()
    yield desk
    forget_typing(desk)
    office.close()


def forget_typing(desk: Desk) -> None:
    """So that closing the window at the end of a test does not ask."""
    desk.jobs.wait()
    QApplication.processEvents()
    if desk.page:
        desk.page.changed = False


def press(qtbot: QtBot, owner: QWidget, words: str) -> None:
    """Clicks the visible button that says these words, as soon as there is one."""

    def visible() -> list[QPushButton]:
        return [found for found in owner.findChildren(QPushButton) if found.isVisible() and found.text() == words]

    qtbot.waitUntil(lambda: bool(visible()), timeout=2_000)
    qtbot.mouseClick(visible()[0], Qt.MouseButton.LeftButton)
