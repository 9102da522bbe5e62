"""“Perbarui program…” by a person: offered, verified, backed up, handed to the installer when the window is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop.services.installed import PORTABLE, PREVIOUS, UNINSTALLER, WINDOWS, Installation
from lapas_desktop.services.updates import FOLDER
from lapas_desktop.storage.backup import backup_folder, backups
from lapas_desktop.storage.office import Office
from lapas_desktop.ui import updating
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.updating import UpdateDialog, look_around
from tests.services.test_updates import release
from tests.ui.conftest import press

NEWER = "LapasDesktop-99.0-setup.exe"


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    program = tmp_path / "Lapas Desktop"
    program.mkdir()
    (program / UNINSTALLER).write_bytes(b"")
    return Installation(program, WINDOWS)


def test_a_start_that_went_well_offers_the_newer_version_and_drops_the_previous(
    desk: Desk, here: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    previous = here.folder.with_name(here.folder.name + PREVIOUS)
    previous.mkdir()
    (previous / UNINSTALLER).write_bytes(b"")
    release(tmp_path / "flash" / "rilis", NEWER)
    monkeypatch.setattr(updating, "drives", lambda: [tmp_path / "flash"])
    look_around(desk.workplace, here)
    notice = desk.window.frame
    qtbot.waitUntil(lambda: any(b.text() == "Perbarui…" for b in notice.findChildren(QPushButton) if b.isVisible()))
    assert not previous.exists()
    press(qtbot, notice, "Perbarui…")
    (dialog,) = desk.window.findChildren(UpdateDialog)
    qtbot.waitUntil(lambda: dialog.release is not None)
    assert "Versi 99.0 di" in dialog.told.text() and "Data dicadangkan dulu" in dialog.told.text()
    dialog.reject()


def test_it_is_backed_up_and_started_when_the_window_is_closed(
    desk: Desk, office: Office, here: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun = list[tuple[Path, str]]()
    path = release(tmp_path / "flash", NEWER)
    monkeypatch.setattr(updating, "drives", lambda: [])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    dialog = UpdateDialog(desk.workplace, here, begin=lambda copy, way: begun.append((copy, way)))
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: "Tidak ada versi baru" in dialog.told.text())
    press(qtbot, dialog, "Pilih berkas…")
    qtbot.waitUntil(lambda: dialog.release is not None)
    press(qtbot, dialog, "Cadangkan lalu perbarui")
    qtbot.waitUntil(lambda: bool(begun), timeout=10_000)
    assert begun == [(office.folder / FOLDER / NEWER, WINDOWS)] and not desk.window.isVisible()
    assert len(backups(backup_folder(office.folder))) == 1


def test_what_is_wrong_with_a_file_is_told_and_nothing_is_offered(
    desk: Desk, here: Installation, tmp_path: Path, qtbot: QtBot
) -> None:
    path = release(tmp_path / "flash", NEWER)
    path.write_bytes(b"MZ")
    dialog = UpdateDialog(desk.workplace, here, path)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: "rusak atau tidak utuh" in dialog.told.text())
    assert not [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Cadangkan") and b.isVisible()]


def test_a_portable_program_is_told_how(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = release(tmp_path / "flash", "LapasDesktop-99.0-portable.zip")
    dialog = UpdateDialog(desk.workplace, Installation(tmp_path, PORTABLE), path)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: "pindahkan folder “data”" in dialog.told.text())
    assert not [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Cadangkan") and b.isVisible()]
