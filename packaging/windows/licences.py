"""The folder of licences: one folder for every part that is delivered, and a page that lists them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from email.parser import HeaderParser
from pathlib import Path

from plan import PROJECT, delivered, version

FOLDER = "licences"
_NAMES = re.compile(r"(licen[cs]es?|copying|notice|authors)([.\-_].*)?", re.IGNORECASE)
_FOREIGN = ("android", "pbin_musl", "cibw_musl", "v8_xfa", "LicenseRef-Qt-Commercial.txt")

_HEAD = """Lapas Desktop {version} is delivered under the MIT licence (file LICENSE in this folder).

It comes with the parts below, unmodified, each under its own licence; the folders hold their texts. The libraries
lie as separate files in the folder of the program and may be replaced by other builds of the same versions.

"""


def collect(libraries: Path, python_library: Path, tree: Path) -> None:
    """Fills the folder of licences with the texts that the parts bring."""
    target = tree / FOLDER
    target.mkdir()
    shutil.copy(PROJECT / "LICENSE", target / "LICENSE")
    _copy(_python_licence(python_library), target / "Python" / "LICENSE.txt")
    _copy(PROJECT / "resources" / "fonts" / "Apache-2.0.txt", target / "OpenSSL" / "LICENSE.txt")
    for info in sorted(libraries.glob("*.dist-info"), key=lambda path: path.name.lower()):
        name = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))["Name"]
        _copy_texts(info, target / name)
    _add_lesser_texts(target)


def write_list(tree: Path, parts: Iterable[delivered.Part]) -> None:
    """The page that lists the parts, with the licence of each."""
    text = _HEAD.format(version=version()) + delivered.listed(parts) + delivered.NOTES
    (tree / FOLDER / "README.txt").write_text(text, encoding="utf-8", newline="\r\n")


def _python_licence(library: Path) -> Path:
    for place in (library / "LICENSE.txt", library.parent / "LICENSE.txt"):
        if place.exists():
            return place
    raise SystemExit(f"{library} holds no licence of Python")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _copy_texts(info: Path, target: Path) -> None:
    """Copies the texts that one package brings, without those for other systems."""
    for file in sorted(info.rglob("*")):
        inside = file.relative_to(info)
        named = _NAMES.fullmatch(file.name) or inside.parts[0].lower() == "licenses"
        if file.is_file() and named and not set(inside.parts) & set(_FOREIGN):
            _copy(file, target / Path(*inside.parts[1:] if len(inside.parts) > 1 else inside.parts))


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
