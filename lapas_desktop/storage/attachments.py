"""The attached files in the data folder, named after their content: equal files lie there once, none ever changes.

A file is published before the row that names it is committed, and removed only when no data file in the folder
names it any more: a row without its file cannot come about, a file without a row is harmless.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from lapas_desktop.domain.attachment import MAX_BYTES, stored_name
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import sqlite

FOLDER = "berkas"
_PART = ".part"


@dataclass(frozen=True)
class StoredFile:
    """A file that a data file names. ``size`` is in bytes."""

    sha256: str
    media_type: str
    size: int
    title: str


def read_source(source: Path) -> bytes:
    """The content of a file that the user chose; `Refused` with a sentence for what is no ordinary file to keep."""
    try:
        kind = source.lstat()
        if stat.S_ISLNK(kind.st_mode):
            raise Refused(_(N_("“{name}” hanya pintasan: pilih berkas aslinya.")).format(name=source.name))
        if not stat.S_ISREG(kind.st_mode):
            raise Refused(_(N_("“{name}” bukan berkas: pilih sebuah berkas, bukan folder.")).format(name=source.name))
        with open(source, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Refused(_unreadable(error).format(name=source.name[:100])) from error
    if not content:
        raise Refused(_(N_("“{name}” kosong: pilih berkas yang berisi.")).format(name=source.name))
    if len(content) > MAX_BYTES:
        message = _(N_("“{name}” terlalu besar: paling banyak {limit} MB."))
        raise Refused(message.format(name=source.name, limit=MAX_BYTES // 1024**2))
    return content


def _unreadable(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return _(N_("“{name}” tidak ada lagi: pilih berkas yang lain."))
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return _(N_("Nama “{name}…” terlalu panjang: beri nama yang lebih pendek."))
    return _(N_("“{name}” tidak dapat dibaca: tutup di program lain atau minta izin membacanya."))


def path_of(folder: Path, sha256: str, media_type: str) -> Path:
    """Where the file lies in a data folder, whether it is there or not."""
    return folder / FOLDER / stored_name(sha256, media_type)


def add(folder: Path, content: bytes, media_type: str) -> str:
    """Publishes a content below the folder and returns its SHA-256; one that lies there whole is left alone."""
    sha256 = hashlib.sha256(content).hexdigest()
    target = path_of(folder, sha256, media_type)
    if _content(target, sha256) is None:
        try:
            _publish(target, content, sha256)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
            raise Refused(
                _(N_("Disk penuh: berkas tidak disimpan. Kosongkan ruang lalu coba lagi."))
                if full
                else _(N_("Berkas tidak dapat disimpan di {folder}. Periksa folder itu.")).format(folder=target.parent)
            ) from error
    return sha256


def _publish(target: Path, content: bytes, sha256: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}{_PART}")
    try:
        with open(temporary, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if _content(temporary, sha256) is None:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(temporary))
        os.replace(temporary, target)
        _sync_names(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _sync_names(folder: Path) -> None:
    """The name reaches the disk before a row speaks of it; a new folder's own name too."""
    if sys.platform != "win32":
        for named in (folder, folder.parent, folder.parent.parent):
            with suppress(OSError):  # some network folders cannot
                handle = os.open(named, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)


def _content(path: Path, sha256: str) -> bytes | None:
    """The content of a stored file; None when it is missing or not what its name says."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with open(path, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def named_in(data_file: Path) -> list[StoredFile]:
    """The files that a data file names, each once; none in one of before there were any."""
    try:
        with closing(sqlite.connect_read_only(data_file)) as connection:
            if "attachment" not in sqlite.table_counts(connection):
                return []
            rows = connection.execute(
                "SELECT sha256, media_type, max(size), min(title) FROM attachment GROUP BY sha256, media_type"
                " ORDER BY min(id)"
            ).fetchall()
    except sqlite3.DatabaseError as error:
        raise sqlite.unreadable(error) from error
    return [StoredFile(*row) for row in rows if _known(row[0], row[1])]


def _known(sha256: object, media_type: object) -> bool:
    try:
        return bool(stored_name(str(sha256), str(media_type)))
    except ValueError:
        return False


def name_of(file: StoredFile) -> str:
    """The path below the folder of files."""
    return stored_name(file.sha256, file.media_type)


def sum_lines(files: Iterable[StoredFile]) -> list[str]:
    """The files as lines of a checksum list, as ``sha256sum --check`` reads them."""
    return [f"{file.sha256}  {FOLDER}/{name_of(file)}" for file in files]


def missing(folder: Path, files: Iterable[StoredFile]) -> list[StoredFile]:
    """Those that do not lie in the folder, or not in their length; the quick question."""
    return [file for file in files if _size(path_of(folder, file.sha256, file.media_type)) != file.size]


def altered(folder: Path, files: Iterable[StoredFile]) -> list[StoredFile]:
    """Those that are missing or whose bytes are not what they were; reads every file."""
    return [file for file in files if whole_content([folder], file) is None]


def _size(path: Path) -> int | None:
    with suppress(OSError):
        return path.lstat().st_size
    return None


def whole_content(folders: Iterable[Path], file: StoredFile) -> bytes | None:
    """The content from the first of the folders that has it whole."""
    found = (_content(path_of(folder, file.sha256, file.media_type), file.sha256) for folder in folders)
    return next((content for content in found if content is not None), None)


def copy_missing(files: Iterable[StoredFile], sources: Iterable[Path], target: Path) -> None:
    """Copies into the target folder what it lacks and one of the source folders has whole."""
    places = list(sources)
    for file in missing(target, files):
        content = whole_content(places, file)
        if content is not None:
            add(target, content, file.media_type)


def remove_orphans(folder: Path, data_files: Iterable[Path]) -> list[Path]:
    """Removes the files that none of the data files names, and what killed writers left; returns them.

    A data file that cannot be read refuses the whole. The caller holds the write lock of the data, so that
    nobody attaches a file meanwhile.
    """
    named = {name_of(file) for data in data_files for file in named_in(data)}
    removed = [path for path in _stored(folder) if f"{path.parent.name}/{path.name}" not in named]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def _stored(folder: Path) -> Iterator[Path]:
    """What we put below the folder: files and temporary files in folders of two digits, nothing else."""
    for inner in sorted((folder / FOLDER).glob("[0-9a-f][0-9a-f]")):
        for path in sorted(inner.iterdir()):
            ours = path.stem if path.suffix != _PART else path.name.lstrip(".").split(".")[0]
            if len(ours) == 64 and ours.startswith(inner.name) and not path.is_dir():
                yield path
