"""One program per data folder: a second start calls the first one forward; another PC is named.

The lock never goes stale by time: it is free again when the process that holds it is gone, and one held by another
PC is never taken over. No network is used: the call is a small file that the first program finds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QTimer

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _

LOCK = "lapas.lock"
CALL = "lapas.panggil"
LOOK_MS = 500


class AlreadyOpen(Refused):
    """This data folder is open in another window of the same PC, which was called forward."""


class Occupancy(QObject):
    """Holds a data folder while it lives; ``called`` runs when a second start asks for the window."""

    def __init__(self, folder: Path, called: Callable[[], object]) -> None:
        """`AlreadyOpen` when the folder is open on this PC, `Refused` when on another; nothing is held then."""
        super().__init__()
        self._folder, self._called = folder, called
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            raise self._taken()
        (folder / CALL).unlink(missing_ok=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _taken(self) -> Refused:
        _pid, host, _program = self._lock_info()
        if host and host != QSysInfo.machineHostName():
            since = datetime.fromtimestamp((self._folder / LOCK).stat().st_mtime)
            text = _(N_("Data ini sedang dibuka di komputer {host} sejak {since}. Tutup program di sana lebih dulu."))
            return Refused(text.format(host=host, since=f"{since:%d-%m-%Y %H.%M}"))
        (self._folder / CALL).touch()
        return AlreadyOpen(_(N_("Data ini sudah terbuka di jendela lain pada komputer ini.")))

    def _lock_info(self) -> tuple[int, str, str]:
        """(process, host, program) of who holds the lock, read from the lock file's lines."""
        try:
            lines = (self._folder / LOCK).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            lines = []
        pid, program, host = [*lines, "", "", ""][:3]
        return (int(pid) if pid.isdigit() else 0), host, program

    def _look(self) -> None:
        call = self._folder / CALL
        if call.exists():
            call.unlink(missing_ok=True)
            self._called()

    def leave(self) -> None:
        """Frees the folder."""
        self._timer.stop()
        self._lock.unlock()
