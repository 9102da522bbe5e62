"""What all packages share: the version, the time written into files, and what of Qt the program imports."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg")
SOURCE_ONLY = ("docopt",)  # locked packages that are published as source only; they hold no compiled code


def version() -> str:
    """The version of the program, read from its one place without importing it."""
    text = (ROOT / "lapas_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if not found:
        raise SystemExit("lapas_desktop/__init__.py names no version")
    return found[1]


def moment() -> int:
    """The time written into everything made: SOURCE_DATE_EPOCH, else the last commit, else 2020."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 1577836800
