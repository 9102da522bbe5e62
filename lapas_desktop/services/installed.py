"""How this copy of the program came onto the PC, and what a newer one leaves of it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import lapas_desktop

SOURCE, WINDOWS, PORTABLE, DEBIAN = "source", "windows", "portable", "debian"
MARKER = "portable"  # a file beside the program: the data lies there too
UNINSTALLER = "Hapus Lapas Desktop.exe"
PREVIOUS = ".lama"  # added to the folder's name by the installer: the program that worked until now
PREVIOUS_ENTRY = "Lapas Desktop versi sebelumnya.lnk"
_SYSTEM = Path("/usr/lib/lapas-desktop")


@dataclass(frozen=True)
class Installation:
    """The folder of the program and one of the four ways it got there."""

    folder: Path
    way: str


def installation(folder: Path | None = None) -> Installation:
    """Of the program that runs; of one in ``folder`` when told."""
    here = folder or Path(lapas_desktop.__file__).resolve().parent.parent
    if (here / MARKER).is_file():
        return Installation(here, PORTABLE)
    if (here / UNINSTALLER).is_file():
        return Installation(here, WINDOWS)
    return Installation(here, DEBIAN if here == _SYSTEM else SOURCE)


def start_menu() -> Path | None:
    """The user's Start menu; None where there is none."""
    roaming = os.environ.get("APPDATA")
    return Path(roaming) / "Microsoft" / "Windows" / "Start Menu" / "Programs" if roaming else None


def forget_previous(here: Installation, menu: Path | None) -> bool:
    """Takes away the program that an update kept until the new one has started once; whether there was one.

    What cannot be removed now is removed at another start. The previous program itself removes nothing.
    """
    previous = here.folder.with_name(here.folder.name + PREVIOUS)
    if here.way != WINDOWS or not (previous / UNINSTALLER).is_file():
        return False
    shutil.rmtree(previous, ignore_errors=True)
    if menu and not previous.exists():
        with suppress(OSError):
            (menu / PREVIOUS_ENTRY).unlink(missing_ok=True)
    return True
