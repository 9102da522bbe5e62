"""What the Windows program is made of: names, versions, and what is kept or left out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # what all packages share lies beside this folder

import delivered  # noqa: E402
from parts import QT_MODULES, SOURCE_ONLY, moment, version  # noqa: E402
from parts import ROOT as PROJECT  # noqa: E402

__all__ = ["PROJECT", "QT_MODULES", "SOURCE_ONLY", "delivered", "moment", "version"]

NAME = "Lapas Desktop"
WINDOW_EXE = f"{NAME}.exe"
CONSOLE_EXE = "lapas-desktop.exe"
MARKER = "portable"  # a file beside the program: data belongs beside it too

MINOR = (3, 11)  # the Python that requirements.txt is locked for
PYTHON_DLL = f"python{MINOR[0]}{MINOR[1]}.dll"
STABLE_DLL = "python3.dll"
LIBRARY_ZIP = f"python{MINOR[0]}{MINOR[1]}.zip"
PATHS = f"python{MINOR[0]}{MINOR[1]}._pth"

# The C++ runtime, taken from the wheel of shiboken6 and laid once beside the program.
RUNTIME = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")
RUNTIME_PATTERN = re.compile(r"(msvcp|vcruntime|concrt|vcomp|vccorlib|vcamp)140.*\.dll", re.IGNORECASE)

# Of Qt only these beside `QT_MODULES` are kept; the DLLs that they import come along by themselves.
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


def zip_time() -> tuple[int, int, int, int, int, int]:
    """The same time as a ZIP writes it, which knows none before 1980."""
    at = time.gmtime(max(moment(), 315532800))
    return at.tm_year, at.tm_mon, at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec


def run(*command: str | Path, cwd: Path | None = None, **variables: str) -> None:
    """Runs a tool with further environment variables; its output is told only when it fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=cwd, env={**os.environ, **variables}, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise SystemExit(f"{words[0]} is missing; see packaging/README.md") from error
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
