"""What the Windows program is made of: names, versions, and what is kept or left out."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
NAME = "Lapas Desktop"
WINDOW_EXE = f"{NAME}.exe"
CONSOLE_EXE = "lapas-desktop.exe"
MARKER = "portable"  # a file beside the program: data belongs beside it too

MINOR = (3, 11)  # the Python that requirements.txt is locked for
PYTHON_DLL = f"python{MINOR[0]}{MINOR[1]}.dll"
STABLE_DLL = "python3.dll"
LIBRARY_ZIP = f"python{MINOR[0]}{MINOR[1]}.zip"
PATHS = f"python{MINOR[0]}{MINOR[1]}._pth"

# Locked packages that are published as source only; they hold no compiled code.
SOURCE_ONLY = ("docopt",)

# The C++ runtime, taken from the wheel of shiboken6 and laid once beside the program.
RUNTIME = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")
RUNTIME_PATTERN = re.compile(r"(msvcp|vcruntime|concrt|vcomp|vccorlib|vcamp)140.*\.dll", re.IGNORECASE)

# Of Qt only this is kept; the DLLs that these files import come along by themselves.
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg")
QT_PLUGINS = (
    "platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qmodernwindowsstyle.dll", "iconengines/qsvgicon.dll",
    "imageformats/qico.dll", "imageformats/qjpeg.dll", "imageformats/qsvg.dll", "imageformats/qwebp.dll",
)  # fmt: skip

# Parts of the standard library that an office program without a developer at it never loads.
LIBRARY_WITHOUT = {
    "__phello__", "__pycache__", "curses", "dbm", "distutils", "ensurepip", "idlelib", "lib-dynload", "lib2to3",
    "msilib", "pydoc_data", "site-packages", "dist-packages", "sqlite3/test", "test", "tkinter", "turtledemo",
    "turtle.py", "unittest", "venv", "wsgiref", "xmlrpc", "config-*", "_sysconfigdata*", "antigravity.py",
    "this.py", "ctypes/test", "LICENSE.txt", "*.txt", "__hello__.py", "crypt.py", "nis.py",
    "_pyio.py", "aifc.py", "asynchat.py", "asyncore.py", "cgi.py", "cgitb.py", "doctest.py", "ftplib.py", "imaplib.py",
    "mailbox.py", "nntplib.py", "pdb.py", "poplib.py", "smtpd.py", "smtplib.py", "sunau.py",
    "telnetlib.py", "tarfile.py", "xdrlib.py",
}  # fmt: skip
EXTENSIONS_WITHOUT = {"_msi", "_tkinter", "_testcapi", "_ctypes_test", "winsound"}

# Globs inside the folder of libraries that are not needed to run.
SURPLUS = (
    "*.dist-info", "bin", "**/*.pyi", "**/*.pyx", "**/*.pxi", "**/*.pxd", "**/*.h", "**/*.c", "**/*.cpp", "**/*.lib",
    "**/py.typed", "**/__pycache__", "**/tests", "**/test", "**/_test*.pyd",
    "PIL/_avif*.pyd", "PIL/_imagingtk*.pyd", "PIL/_imagingcms*.pyd",
    "alembic/templates", "alembic/testing", "sqlalchemy/testing",
    "lxml/includes", "lxml/isoschematron", "lxml/html", "pypdfium2_cli",
    "PIL/_imagingft*.pyd", "lxml/objectify*", "docx/templates/default-docx-template",
    "reportlab/fonts/*.sfd", "reportlab/fonts/*.pfb", "stdnum/??", "stdnum/???", "stdnum/*.dat",
    "babel/locale-data/*", "shiboken6/include", "shiboken6/lib",
)  # fmt: skip
KEPT = tuple(f"babel/locale-data/{name}.dat" for name in ("root", "id", "id_ID", "en", "en_001", "en_US"))


def version() -> str:
    """The version of the program, read without importing it."""
    text = (PROJECT / "lapas_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if not found:
        raise SystemExit("lapas_desktop/__init__.py names no version")
    return found[1]


def moment() -> int:
    """The time written into everything made: SOURCE_DATE_EPOCH, else the last commit, else 2020."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "-C", str(PROJECT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 1577836800


def zip_time() -> tuple[int, ...]:
    """The same time as a ZIP writes it, which knows none before 1980."""
    return tuple(time.gmtime(max(moment(), 315532800))[:6])


def run(*command: str | Path, cwd: Path | None = None, **variables: str) -> None:
    """Runs a tool with further environment variables; its output is told only when it fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=cwd, env={**os.environ, **variables}, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise SystemExit(f"{words[0]} is missing; see packaging/README.md") from error
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
