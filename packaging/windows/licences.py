"""The folder of licences: one folder for every part that is delivered, and a page that lists them."""

from __future__ import annotations

import re
import shutil
from email.parser import HeaderParser
from pathlib import Path

from plan import MINOR, PROJECT, version

FOLDER = "licences"
_NAMES = re.compile(r"(licen[cs]es?|copying|notice|authors)([.\-_].*)?", re.IGNORECASE)
_FOREIGN = ("android", "pbin_musl", "cibw_musl", "v8_xfa", "LicenseRef-Qt-Commercial.txt")
_QT = ("PySide6_Essentials", "shiboken6")

_HEAD = """Lapas Desktop {version} is delivered under the MIT licence (file LICENSE in this folder).

It comes with the parts below, unmodified, each under its own licence; the folders hold their texts. The libraries
lie as separate files in the folder of the program and may be replaced by other builds of the same versions.

"""
_TAIL = """
Python {python}: PSF licence, in the folder Python; it names what its modules hold: SQLite (public domain), libffi,
bzip2, zlib, expat, xz and mpdecimal.
OpenSSL (libcrypto): Apache License 2.0, in the folder OpenSSL.
Qt and Qt for Python: GNU LGPL version 3; their sources are published by the Qt Project under the same version number.
The C and C++ runtime (msvcp140, vcruntime140): Microsoft Visual C++ Redistributable.
The fonts and icons: see resources/fonts/LICENSES.md and resources/icons/LICENSE.md.
"""


def collect(libraries: Path, python_library: Path, tree: Path) -> None:
    """Fills the folder of licences; stops when a part names no licence."""
    target = tree / FOLDER
    target.mkdir()
    shutil.copy(PROJECT / "LICENSE", target / "LICENSE")
    _copy(_python_licence(python_library), target / "Python" / "LICENSE.txt")
    _copy(PROJECT / "resources" / "fonts" / "Apache-2.0.txt", target / "OpenSSL" / "LICENSE.txt")
    rows = []
    for info in sorted(libraries.glob("*.dist-info"), key=lambda path: path.name.lower()):
        facts = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        name = facts["Name"]
        licence = _licence_name(facts.get("License-Expression"), facts.get("License"), facts.get_all("Classifier"))
        if name.lower() in {part.lower() for part in _QT}:
            licence = "LGPL-3.0-only"
        if not _copy_texts(info, target / name) and not licence:
            raise SystemExit(f"{name} names no licence")
        rows.append(f"{name} {facts['Version']}: {licence or 'see its folder'}\n")
    _add_lesser_texts(target)
    head, tail = _HEAD.format(version=version()), _TAIL.format(python=f"{MINOR[0]}.{MINOR[1]}")
    (target / "README.txt").write_text(head + "".join(rows) + tail, encoding="utf-8", newline="\r\n")


def _licence_name(expression: str | None, named: str | None, classifiers: list[str] | None) -> str:
    for text in (expression, named):
        if text and "\n" not in text and len(text) < 80:
            return text
    found = [line.rpartition(" :: ")[2] for line in classifiers or [] if line.startswith("License ::")]
    return ", ".join(found)


def _python_licence(library: Path) -> Path:
    for place in (library / "LICENSE.txt", library.parent / "LICENSE.txt"):
        if place.exists():
            return place
    raise SystemExit(f"{library} holds no licence of Python")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _copy_texts(info: Path, target: Path) -> bool:
    """Copies the texts that one package brings, without those for other systems."""
    found = False
    for file in sorted(info.rglob("*")):
        inside = file.relative_to(info)
        named = _NAMES.fullmatch(file.name) or inside.parts[0].lower() == "licenses"
        if file.is_file() and named and not set(inside.parts) & set(_FOREIGN):
            _copy(file, target / Path(*inside.parts[1:] if len(inside.parts) > 1 else inside.parts))
            found = True
    return found


def _add_lesser_texts(target: Path) -> None:
    """Parts under the LGPL that bring no text of it get the one that another part brings."""
    wanted = {"PySide6_Essentials": "3", "shiboken6": "3", "docxtpl": "2.1"}
    texts = {}
    for file in sorted(target.rglob("COPYING*")):
        text = file.read_text(encoding="utf-8", errors="replace")
        if found := re.match(r"\s*GNU LESSER GENERAL PUBLIC LICENSE\s+Version ([\d.]+)", text):
            texts.setdefault(found[1], file)
        elif re.match(r"\s*GNU GENERAL PUBLIC LICENSE\s+Version 3", text):
            texts.setdefault("general", file)
    for name, number in wanted.items():
        if number not in texts:
            raise SystemExit(f"no text of the LGPL {number} was found for {name}")
        _copy(texts[number], target / name / "LGPL.txt")
        if number == "3" and "general" in texts:
            _copy(texts["general"], target / name / "GPL.txt")
