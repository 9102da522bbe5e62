"""Use case: a newer version of the program from a flash disk, verified and with a backup first."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from lapas_desktop import __version__
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.release import PATTERNS, parts, version_in
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.maintenance import back_up_now
from lapas_desktop.storage.office import Office

SUMS = "SHA256SUMS"
FOLDER = "pembaruan"  # in the data folder: what is being installed
_ROOM = 400_000_000  # bytes the new program needs beside the old one
_MOST_FOLDERS = 200  # of a disk that are looked into
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)", re.IGNORECASE)
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Release:
    """A file that brings another version; ``digest`` is its SHA-256 as the list beside it says."""

    version: str
    path: Path
    digest: str


def newest(places: Iterable[Path], way: str, now: str = __version__) -> Path | None:
    """The file of the newest version in some places or their folders, when it is newer than this program."""
    found = [path for place in places for path in _releases(place, way)]
    best = max(found, key=lambda path: parts(version_in(path.name, way)), default=None)
    return best if best and parts(version_in(best.name, way)) > parts(now) else None


def _releases(place: Path, way: str) -> Iterator[Path]:
    pattern = PATTERNS.get(way)
    if pattern is None:
        return
    with suppress(OSError):  # a disk that was pulled out
        folders = [place, *islice((inner for inner in place.iterdir() if inner.is_dir()), _MOST_FOLDERS)]
        for folder in folders:
            with suppress(OSError):
                yield from (path for path in folder.glob(pattern) if version_in(path.name, way) and path.is_file())


def verified(path: Path, way: str, now: str = __version__) -> Release:
    """The release in a file; `Refused` with the reason for what is none, is not newer, or is not whole."""
    version = version_in(path.name, way)
    if not version:
        text = _(N_("{name} bukan pembaruan untuk program ini. Namanya seperti {pattern}."))
        raise Refused(text.format(name=path.name, pattern=PATTERNS.get(way, "LapasDesktop-*-setup.exe")))
    if parts(version) == parts(now):
        raise Refused(_(N_("Versi {version} sudah terpasang.")).format(version=version))
    if parts(version) < parts(now):
        text = _(N_("Versi {version} lebih lama daripada yang terpasang ({now}) dan tidak dapat membuka datanya."))
        raise Refused(text.format(version=version, now=now))
    listed = _listed(path)
    try:
        if _digest(path) != listed:
            text = _(N_("{name} rusak atau tidak utuh: isinya tidak sama dengan daftar {sums}. Salin ulang berkasnya."))
            raise Refused(text.format(name=path.name, sums=SUMS))
    except OSError as error:
        raise Refused(_(N_("{name} tidak dapat dibaca.")).format(name=path.name)) from error
    return Release(version, path, listed)


def _listed(path: Path) -> str:
    """What the list of check sums beside a file says of it."""
    try:
        lines = (path.parent / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        text = _(N_("Daftar {sums} tidak ada di samping {name}. Salin seluruh folder rilis, bukan satu berkas saja."))
        raise Refused(text.format(sums=SUMS, name=path.name)) from error
    found = [match for match in map(_LINE.fullmatch, lines) if match and match[2] == path.name]
    if not found:
        raise Refused(_(N_("{name} tidak tercantum dalam daftar {sums}.")).format(name=path.name, sums=SUMS))
    return found[0][1].lower()


def _digest(path: Path, progress: Progress = UNSEEN) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            progress()
            found.update(block)
    return found.hexdigest()


def prepare(office: Office, release: Release, now: datetime, progress: Progress = UNSEEN) -> Path:
    """A proved backup, then a copy of the release in the data folder, verified; the copy, ready to be started.

    `Refused` when the disk has no room or the copy is not what was verified; the program and the data stay as they are.
    """
    folder = office.folder / FOLDER
    target = folder / release.path.name
    try:
        _look_for_room(office.folder, _ROOM + release.path.stat().st_size)
        back_up_now(office, now, progress)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copyfile(release.path, target)
    except OSError as error:
        raise Refused(_(N_("Pembaruan tidak dapat disalin: {why}")).format(why=error.strerror or error)) from error
    if _digest(target, progress) != release.digest:
        shutil.rmtree(folder, ignore_errors=True)
        text = _(N_("{name} berubah saat disalin. Periksa flash disk, lalu coba lagi."))
        raise Refused(text.format(name=release.path.name))
    return target


def _look_for_room(folder: Path, need: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < need:
        text = _(N_("Ruang disk tidak cukup: perlu {need} MB, tersedia {free} MB. Kosongkan dulu, lalu coba lagi."))
        raise Refused(text.format(need=format_number(need // 1_000_000), free=format_number(free // 1_000_000)))


def clear(office: Office) -> None:
    """Takes away what a finished update left in the data folder."""
    shutil.rmtree(office.folder / FOLDER, ignore_errors=True)
