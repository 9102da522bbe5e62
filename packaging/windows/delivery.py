"""What is handed out: the installer and the portable folder as a ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from launcher import numbers
from plan import HERE, MARKER, NAME, moment, run, version, zip_time


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
    listing, removal = work / "files.nsh", work / "removal.nsh"
    listing.write_text("".join(_laid(tree)), encoding="utf-8")
    removal.write_text("".join(_removed(tree)), encoding="utf-8")
    values = {
        "VERSION": version(), "NUMBERS": numbers().replace(",", "."), "TREE_LIST": listing, "REMOVAL_LIST": removal,
        "SIZE_KB": size(tree) // 1024, "NEED_MB": size(tree) // 1_000_000 + 50,
        "ICON": work / "program.ico", "BANNER": work / "banner.bmp",
        "OUTPUT": setup, "TARGET": target,
    }  # fmt: skip
    options = [f"-D{key}={value}" for key, value in values.items()]
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, HERE / "installer.nsi", SOURCE_DATE_EPOCH=str(moment()))
    return setup


def _laid(tree: Path) -> Iterator[str]:
    """The lines that lay every file into the new folder."""
    last = None
    for path in files(tree):
        folder = path.parent.relative_to(tree).as_posix().replace("/", "\\")
        if folder != last:
            inside = "" if folder == "." else f"\\{folder}"
            yield f'SetOutPath "$INSTDIR.baru{inside}"\n'
            last = folder
        yield f'File "{path}"\n'


def _removed(tree: Path) -> Iterator[str]:
    """The lines that take away what was laid, and nothing else that lies beside it."""
    for path in sorted(tree.iterdir()):
        yield f'{"RMDir /r" if path.is_dir() else "Delete"} "$INSTDIR\\{path.name}"\n'


def make_portable(tree: Path, output: Path) -> Path:
    """The same folder with the marker in it, as a ZIP to unpack on a flash disk."""
    target = output / f"LapasDesktop-{version()}-portable.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files(tree):
            _add(archive, f"{NAME}/{path.relative_to(tree).as_posix()}", path.read_bytes())
        _add(archive, f"{NAME}/{MARKER}", b"")
    return target


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=zip_time())
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, content)
