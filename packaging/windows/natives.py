"""The parts of the Windows program that are no libraries of the lock file, read from the files delivered."""

from __future__ import annotations

import platform
import re
import sysconfig
from pathlib import Path

import pefile
from plan import LIBRARY_ZIP, PYTHON_DLL, delivered

# File in the folder of the program, name of the part, its licence, its name in the lists of weaknesses.
_NATIVE = (
    (PYTHON_DLL, "CPython", "PSF-2.0", "python:python"),
    ("DLLs/libcrypto-3.dll", "OpenSSL", "Apache-2.0", "openssl:openssl"),
    ("DLLs/sqlite3.dll", "SQLite", "public domain", "sqlite:sqlite"),
    ("lib/PySide6/Qt6Core.dll", "Qt", delivered.QT_LICENCE, "qt:qt"),
    ("msvcp140.dll", "Microsoft Visual C++ runtime", "Microsoft Visual C++ Redistributable", ""),
)


def natives(tree: Path, origin: Path) -> list[delivered.Part]:
    """What the finished folder holds beside libraries; `origin` is where its standard library came from."""
    found = [
        delivered.native(name, file_version(tree / file), licence, tree / file, cpe)
        for file, name, licence, cpe in _NATIVE
    ]
    own = origin == Path(sysconfig.get_path("stdlib"))
    version = platform.python_version() if own else file_version(tree / PYTHON_DLL)
    library = delivered.native("CPython standard library", version, "PSF-2.0", tree / LIBRARY_ZIP, "python:python")
    return [*found, library, delivered.pdfium(tree / "lib")]


def file_version(file: Path) -> str:
    """The version in the resources of a Windows file, without a fourth number that is zero."""
    image = pefile.PE(str(file), fast_load=True)
    image.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
    tables = [
        table
        for entries in getattr(image, "FileInfo", [])
        for entry in entries
        for table in getattr(entry, "StringTable", [])
    ]
    told = " ".join(table.entries.get(b"FileVersion", b"").decode() for table in tables)
    image.close()
    numbers = re.match(r"\d+(\.\d+)+", told)
    if not numbers:
        raise SystemExit(f"{file.name} names no version")
    return re.sub(r"^(\d+\.\d+\.\d+)\.0$", r"\1", numbers[0])
