"""Releases of the program: their versions, and the names of the files they are handed out as."""

from __future__ import annotations

import re

# Way of installation → name of the file that brings a newer version.
_NAMES = {
    "windows": re.compile(r"LapasDesktop-(\d+(?:\.\d+)+)-setup\.exe", re.IGNORECASE),
    "portable": re.compile(r"LapasDesktop-(\d+(?:\.\d+)+)-portable\.zip", re.IGNORECASE),
    "debian": re.compile(r"lapas-desktop_(\d+(?:\.\d+)+)_amd64\.deb", re.IGNORECASE),
}
PATTERNS = {"windows": "LapasDesktop-*-setup.exe", "portable": "LapasDesktop-*-portable.zip",
            "debian": "lapas-desktop_*_amd64.deb"}  # fmt: skip


def version_in(name: str, way: str) -> str:
    """The version that a file's name tells; nothing when it is no release for this way of installation."""
    found = _NAMES[way].fullmatch(name) if way in _NAMES else None
    return found[1] if found else ""


def parts(version: str) -> tuple[int, ...]:
    """For comparison: ``1.10`` is newer than ``1.9``, ``1.0`` is ``1``."""
    numbers = [int(number) for number in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
