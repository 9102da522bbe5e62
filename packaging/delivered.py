"""What a package delivers: each part with its version, its licence, and the file and hash it came as.

The builders of packages collect it while they build (``--parts FILE``); the release makes its bill of materials and its
list of licences of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

QT_LICENCE = "LGPL-3.0-only"  # of those that Qt offers, the one under which it is delivered
_READ = {  # as their own texts say, where the metadata offer several or name no version
    "pyside6-essentials": QT_LICENCE,
    "shiboken6": QT_LICENCE,
    "jinja2": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "num2words": "LGPL-2.1-or-later",
    "python-stdnum": "LGPL-2.1-or-later",
    "python-bidi": "LGPL-3.0-or-later",
}
_SPDX = {"MIT License": "MIT", "Apache License 2.0": "Apache-2.0"}  # other words for one licence and no other

NOTES = """
Qt and Qt for Python: their sources are published by the Qt Project under the same version number.
CPython, where it is delivered: its licence names what its modules hold: libffi, bzip2, zlib, expat, xz and mpdecimal.
The fonts and icons: see resources/fonts/LICENSES.md and resources/icons/LICENSE.md in the folder of the program.
"""


@dataclass(frozen=True, order=True)
class Part:
    """One part of a package.

    `kind` is ``pypi`` for a library of the lock file, whose `file` is the wheel or source archive taken; else
    ``generic``, and `file` is the one delivered. `sha256` (hexadecimal) belongs to `file`. `cpe` is ``vendor:product``
    as the public lists of weaknesses name it, or empty.
    """

    name: str
    version: str
    licence: str
    file: str
    sha256: str
    kind: str = "generic"
    cpe: str = ""


def libraries(site: Path, report: Path) -> list[Part]:
    """The libraries that pip installed into `site`, by its report; stops when one states no licence."""
    stated = {}
    for info in site.glob("*.dist-info"):
        facts = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        stated[normal(facts["Name"])] = facts
    found = []
    for item in json.loads(report.read_text(encoding="utf-8"))["install"]:
        origin = item["download_info"]
        facts = stated[normal(item["metadata"]["name"])]
        file = unquote(PurePosixPath(urlsplit(origin["url"]).path).name)
        digest = origin["archive_info"]["hashes"]["sha256"]
        found.append(Part(facts["Name"], facts["Version"], licence_of(facts), file, digest, kind="pypi"))
    return sorted(found, key=lambda part: normal(part.name))


def normal(name: str) -> str:
    """The name of a library as lock files and package URLs write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(facts: Message) -> str:
    """The licence of a library, as an SPDX expression where its metadata or texts say so; stops without one."""
    if read := _READ.get(normal(facts["Name"])):
        return read
    for text in (facts.get("License-Expression"), facts.get("License")):
        if text and "\n" not in text and len(text) < 80:
            return _SPDX.get(text, text)
    classifiers = [line for line in facts.get_all("Classifier") or [] if line.startswith("License ::")]
    if not classifiers:
        raise SystemExit(f"{facts['Name']} states no licence")
    return ", ".join(_SPDX.get(name, name) for name in (line.rpartition(" :: ")[2] for line in classifiers))


def native(name: str, version: str, licence: str, file: Path, cpe: str = "") -> Part:
    """A part that is known by a file of the package."""
    return Part(name, version, licence, file.name, hashlib.sha256(file.read_bytes()).hexdigest(), cpe=cpe)


def pdfium(site: Path) -> Part:
    """The PDF library inside pypdfium2, of the version that the wheel notes."""
    folder = site / "pypdfium2_raw"
    noted = json.loads((folder / "version.json").read_text(encoding="utf-8"))
    version = ".".join(str(noted[key]) for key in ("major", "minor", "build", "patch"))
    (file,) = (path for path in folder.iterdir() if path.name in ("pdfium.dll", "libpdfium.so"))
    return native("PDFium", version, "BSD-3-Clause AND Apache-2.0", file, "google:pdfium")


def listed(parts: Iterable[Part]) -> str:
    """One line for each part: name, version, licence."""
    lines = {f"{part.name} {part.version}: {part.licence}": normal(part.name) for part in parts}
    return "".join(f"{line}\n" for line in sorted(lines, key=lambda line: (lines[line], line)))


def save(parts: Iterable[Part], path: Path) -> None:
    """Writes the parts for `load`, in the order of their names."""
    path.write_text(json.dumps([asdict(part) for part in sorted(parts)], indent=1), encoding="utf-8")


def load(path: Path) -> list[Part]:
    """The parts as `save` wrote them."""
    return [Part(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
