"""What is handed out: the installer and the portable folder as a ZIP."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from launcher import numbers
from plan import HERE, MARKER, NAME, moment, run, version


def files(tree: Path) -> list[Path]:
    """Everything in the folder in an order that packs well: by kind, then by place."""
    found = [path for path in tree.rglob("*") if path.is_file()]
    return sorted(found, key=lambda path: (path.suffix.lower(), path.relative_to(tree).as_posix()))


def size(tree: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in files(tree))


def make_installer(tree: Path, work: Path, output: Path, target: str) -> Path:
    """The installer, made by NSIS; equal folders give equal bytes."""
    setup = output / f"LapasDesktop-{version()}-setup.exe"
    listing = work / "files.nsh"
    lines, last = [], None
    for path in files(tree):
        folder = path.parent.relative_to(tree).as_posix().replace("/", "\\")
        if folder != last:
            lines.append('SetOutPath "$INSTDIR.baru%s"\n' % ("" if folder == "." else f"\\{folder}"))
            last = folder
        lines.append(f'File "{path}"\n')
    listing.write_text("".join(lines), encoding="utf-8")
    values = {
        "VERSION": version(), "NUMBERS": numbers().replace(",", "."), "TREE_LIST": listing,
        "SIZE_KB": size(tree) // 1024, "ICON": work / "program.ico", "OUTPUT": setup, "TARGET": target,
    }  # fmt: skip
    options = [f"-D{key}={value}" for key, value in values.items()]
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, HERE / "installer.nsi", SOURCE_DATE_EPOCH=str(moment()))
    return setup


def make_portable(tree: Path, output: Path) -> Path:
    """The same folder with the marker in it, as a ZIP to unpack on a flash disk."""
    target = output / f"LapasDesktop-{version()}-portable.zip"
    when = time.gmtime(max(moment(), 315532800))[:6]  # a ZIP knows no time before 1980
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files(tree):
            _add(archive, f"{NAME}/{path.relative_to(tree).as_posix()}", path.read_bytes(), when)
        _add(archive, f"{NAME}/{MARKER}", b"", when)
    return target


def _add(archive: zipfile.ZipFile, name: str, content: bytes, when: tuple[int, ...]) -> None:
    entry = zipfile.ZipInfo(name, date_time=when)  # type: ignore[arg-type]
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, content)
