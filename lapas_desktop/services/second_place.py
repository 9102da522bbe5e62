"""A second place for backups: a flash disk or another disk of this PC. When it is not there, work goes on."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Thread

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import backup
from lapas_desktop.storage.second_place import SecondPlace, read, write

__all__ = ["SecondPlace", "catch_up", "choose", "chosen", "copy", "copy_for_a_while", "forget", "trouble_of"]

PATIENCE = 20.0  # seconds that leaving the program waits for a slow disk


def chosen(folder: Path) -> SecondPlace | None:
    """The second place of a data folder, if one was chosen."""
    return read(folder)


def choose(folder: Path, place: Path, now: datetime) -> SecondPlace:
    """Keeps a folder as the second place and copies the newest backup there at once.

    `Refused` with a sentence for what is no folder, lies in the data folder, or takes no file.
    """
    if not place.is_dir():
        raise Refused(
            _(N_("Ini bukan folder yang ada: {path}. Pilih folder di flash disk atau disk lain.")).format(path=place)
        )
    if place.resolve().is_relative_to(folder.resolve()):
        raise Refused(_(N_("Folder itu di dalam folder data. Pilih folder di flash disk atau disk lain.")))
    target = SecondPlace(place.resolve())
    try:
        _own_folder(folder, target).mkdir(exist_ok=True)
    except OSError as error:
        text = _(N_("Folder {path} tidak dapat ditulisi. Pilih folder lain."))
        raise Refused(text.format(path=place)) from error
    write(folder, target)
    return catch_up(folder, now) or target


def forget(folder: Path) -> None:
    """No second place any more; what was copied there stays."""
    write(folder, None)


def copy(folder: Path, made: Path, now: datetime) -> SecondPlace | None:
    """Copies a backup of the data folder to its second place, proves it there and keeps the last seven.

    Never raises for the world's failures: they stand in ``trouble``.
    """
    place = read(folder)
    if place is None:
        return None
    kept = SecondPlace(place.folder, now)
    if not place.folder.is_dir():
        kept = replace(place, trouble="", since=place.since or now)
    else:
        try:
            backup.check_backup(backup.back_up(made, _own_folder(folder, place), now, "kedua"))
        except Refused as refused:
            kept = replace(place, trouble=str(refused), since=place.since or now)
    write(folder, kept)
    return kept


def copy_for_a_while(folder: Path, made: Path, now: datetime, seconds: float = PATIENCE) -> None:
    """`copy`, given up when the disk is too slow; the next backup goes there again."""
    work = Thread(target=copy, args=(folder, made, now), daemon=True)
    work.start()
    work.join(seconds)
    place = read(folder)
    if work.is_alive() and place:
        text = _(N_("Tempat cadangan kedua terlalu lambat."))
        write(folder, replace(place, trouble=text, since=place.since or now))


def catch_up(folder: Path, now: datetime) -> SecondPlace | None:
    """Copies the newest backup when the last copy failed or there was none yet."""
    place = read(folder)
    newest = backup.backups(backup.backup_folder(folder))[-1:]
    if place and newest and (place.since or place.copied_at is None):
        return copy(folder, newest[0], now)
    return place


def trouble_of(folder: Path) -> str:
    """One sentence while the second place misses copies; empty when all is well."""
    place = read(folder)
    if place is None or place.since is None:
        return ""
    absent = N_("Tempat cadangan kedua tidak terpasang sejak {when}.")
    text = _(N_("Cadangan kedua tertinggal sejak {when}: {trouble}")) if place.trouble else _(absent)
    return text.format(trouble=place.trouble, when=f"{place.since:%d-%m-%Y %H.%M}")


def _own_folder(folder: Path, place: SecondPlace) -> Path:
    """The copies of one office only: several may share a flash disk."""
    mark = hashlib.sha256(f"{platform.node()}|{folder.resolve()}".encode()).hexdigest()[:6]
    return place.folder / f"Cadangan Lapas Desktop {mark}"
