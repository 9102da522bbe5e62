"""What the window does with the data of the office as a whole: its settings, its practice, its restoring."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QWidget

import lapas_desktop
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import maintenance
from lapas_desktop.ui.file_place import BACKUPS, ask_file
from lapas_desktop.ui.question import ask
from lapas_desktop.ui.settings_page import Deeds, SettingsPage
from lapas_desktop.ui.workplace import Workplace


class OwnOffice(QObject):
    """Settings, practice and restoring of the office in one window."""

    def __init__(self, at: Workplace, act: Callable[[str], object], changed: Callable[[], object]) -> None:
        """``act`` goes to a place; ``changed`` is called when what the side bar says may have changed."""
        super().__init__(at.window)
        self._at, self._act, self._changed = at, act, changed
        self._settings: SettingsPage | None = None
        self._no_actions = QWidget(at.window)
        self._no_actions.hide()

    def show_settings(self) -> None:
        """The page of settings, read anew."""
        if self._settings is None:
            deeds = Deeds(self.practise, self._at.say, self._at.window.open_again, self._act, self.restore)
            self._settings = SettingsPage(self._at, deeds, self._changed)
        self._settings.reload()
        self._at.window.frame.show_page("settings", self._settings, _(N_("Pengaturan")), self._no_actions)

    def practise(self) -> None:
        """The practice office in a window of its own, made at the first time."""
        from lapas_desktop.services.folder import practice_folder
        from lapas_desktop.services.practice import make_practice_once

        folder = practice_folder()
        work = partial(make_practice_once, folder, self._at.clock().date())
        words = _(N_("Kantor latihan disiapkan…"))
        self._at.take_time(self, words, work, lambda _made: self._start_practice(folder))

    def _start_practice(self, folder: Path) -> None:
        root = str(Path(lapas_desktop.__file__).resolve().parent.parent)
        started = QProcess()
        started.setProgram(sys.executable)
        started.setArguments(["-m", "lapas_desktop", "--data", str(folder)])
        started.setWorkingDirectory(root)
        started.startDetached()
        self._at.window.frame.hush()

    def begin_practice_anew(self) -> None:
        """The practice office as it was at first, in a new window; asks before."""
        from lapas_desktop.services.practice import reset_practice_office

        text = _(N_("Kantor latihan kembali seperti semula. Yang Anda catat di sini tidak dipakai lagi. Lanjutkan?"))
        if self._agreed(_(N_("Mulai dari awal")), text):
            folder, on = self._at.office.folder, self._at.clock().date()
            self._at.window.open_again(partial(reset_practice_office, folder, on))

    def restore(self) -> None:
        """Puts a backup in place of the data, in a new window; what was there is kept beside it."""
        words = _(N_("Cadangan (*.db)"))
        if file := ask_file(self._at.window, _(N_("Pilih cadangan")), words, BACKUPS):
            self.restore_from(file)

    def restore_from(self, file: Path) -> None:
        """Looks whether the backup is whole, asks, and restores it."""
        try:
            maintenance.check_backup(file)
        except Refused as refused:
            self._at.say(str(refused))
            return
        text = _(
            N_(
                "Data kantor diganti dengan isi cadangan ini:\n{name}\n\n"
                "Data yang sekarang tetap disimpan di folder data. Lanjutkan?"
            )
        )
        if self._agreed(_(N_("Pulihkan cadangan")), text.format(name=file.name)):
            folder, now = self._at.office.folder, self._at.clock()
            self._at.window.open_again(partial(maintenance.restore_from, file, folder, now))

    def _agreed(self, title: str, text: str) -> bool:
        return ask(self._at.window, title, text, (_(N_("Batal")), title), 0) == 1
