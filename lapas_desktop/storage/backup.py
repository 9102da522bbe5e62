"""Backups that prove themselves: consistent copy, reopened and checked, then published by rename.

A backup is one SQLite file beside a ``.sha256`` list. Names carry a sequence and are never reused; only
what this module made is ever pruned, and only when a newer proved one exists. Attached files never change:
the office's seven copies share one folder of them, a copy under a name of the user's choice has them inside.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from lapas_desktop.domain.errors import Damaged, Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import attachments, bundle, sqlite

KEEP = 7
_PAGES = 256  # copied at a time: a megabyte
_NAME = re.compile(r"^cadangan-(\d{5})-.*\.db$")


def backup_folder(folder: Path) -> Path:
    return folder / "cadangan"


def backups(folder: Path) -> list[Path]:
    """The backups this program made in a folder, oldest first."""
    if not folder.is_dir():
        return []
    found = [(int(match[1]), path) for path in folder.iterdir() if (match := _NAME.match(path.name))]
    return [path for _number, path in sorted(found)]


def back_up(source: Path, folder: Path, now: datetime, why: str = "keluar", progress: Progress = UNSEEN) -> Path:
    """A new proved backup in the folder, the oldest beyond seven removed; returns its path."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder) from error
    existing = backups(folder)
    number = int(_NAME.match(existing[-1].name)[1]) + 1 if existing else 1  # type: ignore[index]
    target = folder / f"cadangan-{number:05}-{now:%Y%m%d-%H%M%S}-{why}.db"
    copy_proved(source, target, inside=False, progress=progress)
    for old in backups(folder)[:-KEEP]:
        old.unlink(missing_ok=True)
        _sum_file(old).unlink(missing_ok=True)
    for left in folder.glob(".cadangan-*.part*"):  # of a backup that was killed
        left.unlink(missing_ok=True)
    with suppress(Refused):  # an old copy that cannot be read may name any file: all stay
        attachments.remove_orphans(folder, backups(folder))
    return target


def copy_proved(source: Path, target: Path, inside: bool = True, progress: Progress = UNSEEN) -> None:
    """Copies through SQLite, proves the copy by reopening it, and only then gives it its name.

    Attached files go into the copy, or, not ``inside``, into the folder of files beside it. One that is missing
    or altered stops no backup; `attachments.altered` tells it.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with closing(sqlite.connect_read_only(source)) as reader:
            # the copied pages and the counts come from one read transaction
            reader.isolation_level = None
            reader.execute("BEGIN")
            counts = sqlite.table_counts(reader)
            with closing(sqlite3.connect(temporary)) as writer:
                reader.backup(
                    writer, pages=_PAGES, progress=lambda _status, left, all_: progress(all_ - left, all_ * 2)
                )
            reader.execute("COMMIT")
        files = attachments.named_in(temporary)
        sources = (source.parent, backup_folder(source.parent))
        counts.pop(bundle.TABLE, None)
        if inside and files:
            counts[bundle.TABLE] = bundle.pack(temporary, files, sources)
        elif not inside:
            bundle.unpack(temporary, target.parent)
            attachments.copy_missing(files, sources, target.parent)
        progress(3, 4)
        _prove(temporary, counts)
        progress(7, 8)
        digest = _flushed_digest(temporary)
        # a copy without its sum is a backup, one with the sum of another is not: the old sum goes first
        _sum_file(target).unlink(missing_ok=True)
        os.replace(temporary, target)
        beside = [] if inside else attachments.sum_lines(files)
        temporary.write_text("".join(f"{line}\n" for line in (f"{digest}  {target.name}", *beside)), encoding="utf-8")
        os.replace(temporary, _sum_file(target))
    except sqlite3.DatabaseError as error:
        raise sqlite.unreadable(error) from error
    except OSError as error:
        raise _unwritable(target.parent) from error
    finally:
        temporary.unlink(missing_ok=True)


def check_backup(path: Path) -> None:
    """`Refused` unless the file is ours, whole, and equal to its checksum where one lies beside it."""
    application, _version = sqlite.identity(path)
    if application != sqlite.APPLICATION_ID:
        raise sqlite.foreign(path)
    sums = _sum_file(path)
    if sums.is_file() and sums.read_text(encoding="utf-8").split()[:1] != [_flushed_digest(path)]:
        raise Damaged(_(N_("Isi cadangan berubah sejak dibuat. Pilih cadangan lain.")))
    _prove(path, None)


def restore(backup: Path, target: Path, now: datetime) -> Path | None:
    """Puts a proved copy of the backup in place of the data file; returns where the old file is kept.

    The old file stays at its name until the new one takes it in one step.
    """
    check_backup(backup)
    fresh = target.with_name(f"{target.name}.pulih")
    fresh.unlink(missing_ok=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(target.parent) from error
    copy_proved(backup, fresh, inside=False)
    _sum_file(fresh).unlink(missing_ok=True)
    kept = None
    try:
        if target.exists():
            kept = _free_name(target.with_name(f"{target.stem}-diganti-{now:%Y%m%d-%H%M%S}.db"))
            _keep(target, kept)
        # a journal left beside the new file would be played into it
        journal = target.with_name(f"{target.name}-journal")
        if journal.exists():
            old = kept or _free_name(target.with_name(f"{target.stem}-diganti-{now:%Y%m%d-%H%M%S}.db"))
            os.replace(journal, old.with_name(f"{old.name}-journal"))
        os.replace(fresh, target)
    except OSError as error:
        raise _unwritable(target.parent) from error
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _keep(file: Path, name: Path) -> None:
    """A second name for the file; a copy where the disk knows no links (flash disks)."""
    try:
        os.link(file, name)
    except (OSError, AttributeError):
        part = name.with_name(f".{name.name}.part")
        try:
            shutil.copy2(file, part)
            _flushed_digest(part)
            os.replace(part, name)
        finally:
            part.unlink(missing_ok=True)


def _free_name(path: Path) -> Path:
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate


def _prove(path: Path, counts: dict[str, int] | None) -> None:
    try:
        with closing(sqlite.connect_read_only(path)) as connection:
            whole = not sqlite.integrity_problems(connection) and bundle.is_whole(connection)
            same = counts is None or sqlite.table_counts(connection) == counts
    except sqlite3.DatabaseError as error:
        raise sqlite.unreadable(error) from error
    if not (whole and same):
        raise Damaged(_(N_("Salinan data tidak utuh. Cadangan yang lama tetap disimpan.")))


def _flushed_digest(path: Path) -> str:
    with open(path, "rb+" if os.access(path, os.W_OK) else "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()  # pyright: ignore[reportArgumentType]
        if file.writable():
            os.fsync(file.fileno())
    return digest


def _sum_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _unwritable(folder: Path) -> Refused:
    return Refused(_(N_("Tidak dapat menulis ke {folder}. Periksa folder dan ruang disk.")).format(folder=folder))
