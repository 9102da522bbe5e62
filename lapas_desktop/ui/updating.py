"""A newer version of the program: found on a flash disk, verified, and started when the data is safe."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStorageInfo, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout

from lapas_desktop import __version__
from lapas_desktop.domain.progress import Progress
from lapas_desktop.domain.release import PATTERNS
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import updates
from lapas_desktop.services.installed import DEBIAN, PORTABLE, Installation, forget_previous, installation, start_menu
from lapas_desktop.services.updates import Release
from lapas_desktop.ui.file_place import ask_file
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, label, row
from lapas_desktop.ui.workplace import Workplace

UPDATES = "updates/folder"  # what the last folder is kept under


def drives() -> Sequence[Path]:
    """The disks of this PC but the one that the system starts from."""
    root = QStorageInfo.root().rootPath()
    ready = (disk for disk in QStorageInfo.mountedVolumes() if disk.isValid() and disk.isReady())
    return [Path(disk.rootPath()) for disk in ready if disk.rootPath() != root]


def look_around(at: Workplace, here: Installation | None = None) -> None:
    """After a start that went well: the previous program goes, a newer one is offered. Behind the window."""
    here = here or installation()

    def behind() -> Path | None:
        forget_previous(here, start_menu())
        updates.clear(at.office)
        return updates.newest(drives(), here.way) if here.way in PATTERNS else None

    def found(path: Path | None) -> None:
        if path:
            dialog = partial(UpdateDialog, at, here, path)
            text = _(N_("Ada versi baru program: {path}")).format(path=path)
            at.say(text, lambda: dialog().open(), _(N_("Perbarui…")))

    at.jobs.run(at.window, behind, found, at.say)


def start(path: Path, way: str) -> None:
    """Hands a verified release to what installs it."""
    if way == DEBIAN or sys.platform != "win32":
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    else:
        subprocess.Popen([path], cwd=path.parent)


class UpdateDialog(QDialog):
    """Looks for a newer version, tells what it is and what will be done, and does it when that is wanted."""

    def __init__(
        self, at: Workplace, here: Installation | None = None, path: Path | None = None,
        begin: Callable[[Path, str], object] = start,
    ) -> None:  # fmt: skip
        super().__init__(at.window)
        self.setWindowTitle(_(N_("Perbarui program")))
        self._at, self._here, self._begin = at, here or installation(), begin
        self.release: Release | None = None
        layout = QVBoxLayout(self)
        layout.addWidget(label(_(N_("Terpasang: versi {version}")).format(version=__version__), "section"))
        self.told = label("", wrap=True)
        self.told.setMinimumHeight(grown(90))
        layout.addWidget(self.told, 1)
        self._go = button(_(N_("Cadangkan lalu perbarui")), self.update_now, "main")
        self._go.hide()
        choose = button(_(N_("Pilih berkas…")), self.ask)
        layout.addLayout(row(1, choose, self._go, button(_(N_("Tutup")), self.reject)))
        self.resize(grown(560), grown(200))
        if path:
            self.look_at(path)
        else:
            self.told.setText(_(N_("Mencari versi baru di flash disk…")))
            at.jobs.run(self, lambda: updates.newest(drives(), self._here.way), self._found, self._refused)

    def _found(self, path: Path | None) -> None:
        if path:
            self.look_at(path)
        elif self.release is None:
            pattern = PATTERNS.get(self._here.way, PATTERNS["windows"])
            text = _(N_("Tidak ada versi baru di flash disk. Colok flash disk berisi {pattern}, atau pilih berkasnya."))
            self.told.setText(text.format(pattern=pattern))

    def ask(self) -> None:
        """A file of the user's choice."""
        pattern = PATTERNS.get(self._here.way, PATTERNS["windows"])
        title, kinds = _(N_("Pilih berkas pembaruan")), _(N_("Pembaruan ({pattern})")).format(pattern=pattern)
        if path := ask_file(self, title, kinds, UPDATES):
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Verifies a file behind the window and says what it is."""
        self.release = None
        self._go.hide()
        self.told.setText(_(N_("Memeriksa {name}…")).format(name=path.name))
        self._at.jobs.run(self, partial(updates.verified, path, self._here.way), self._take, self._refused)

    def _refused(self, sentence: str) -> None:
        self.told.setText(sentence)

    def _take(self, release: Release) -> None:
        self.release = release
        whole = _(N_("Versi {version} di {path}, utuh menurut daftar SHA-256 di sampingnya."))
        lines = [whole.format(version=release.version, path=release.path)]
        if self._here.way == PORTABLE:
            lines.append(_(N_("Buka ZIP itu ke folder baru, lalu pindahkan folder “data” dan “data latihan” ke sana.")))
        else:
            lines.append(_(N_("Data dicadangkan dulu. Program lalu ditutup dan pemasangnya dibuka.")))
            self._go.show()
            self._go.setFocus()
        self.told.setText("\n".join(lines))

    def update_now(self) -> None:
        """Backup and copy behind the window, then the installer; the window is closed for it."""
        if self.release:
            progress = Progress(_(N_("Mencadangkan dan menyalin pembaruan…")))
            work = partial(updates.prepare, self._at.office, self.release, self._at.clock(), progress)
            self._go.hide()
            self.told.setText(progress.words)
            self._at.jobs.run(self, work, self._ready, self._refused, progress)

    def _ready(self, copy: Path) -> None:
        self.told.setText(_(N_("Siap. Program ditutup, lalu pemasangnya dibuka.")))
        if self._at.window.close():
            self._begin(copy, self._here.way)
