"""A paper appears whole or not at all: written beside its name, made durable, then renamed.

Every builder of papers and workbooks writes through `published`.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import _

_PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2)  # seconds; a virus scanner holds a new file about that long


@contextmanager
def published(path: Path | str) -> Iterator[Path]:
    """Yields a temporary path in the folder of ``path``; what was written there takes the name at the end.

    When the block fails nothing is left behind and an older file of that name stays as it was.
    Raises `Refused` when the disk or the folder does not take the file.
    """
    target = Path(path)
    try:
        temporary = _reserve(target)
    except OSError as error:
        raise Refused(_sentence(error, target)) from error
    try:
        yield temporary
        _make_durable(temporary)
        _rename(temporary, target)
    except OSError as error:
        raise Refused(_sentence(error, target)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _reserve(target: Path) -> Path:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    handle, name = tempfile.mkstemp(prefix=".~", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    return Path(name)


def _make_durable(temporary: Path) -> None:
    """The bytes reach the disk before the name does; the file gets the rights of an ordinary new file."""
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    if sys.platform != "win32":
        temporary.chmod(0o644)


def _rename(temporary: Path, target: Path) -> None:
    for pause in _PATIENCE:
        try:
            temporary.replace(target)
            break
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)
    else:
        temporary.replace(target)
    if sys.platform != "win32":
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable; some network folders cannot, and the paper is whole without it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(error: OSError, target: Path) -> str:
    """What happened and the way out, in one sentence."""
    name, folder = target.name, str(target.parent)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        text = _("Disk penuh, “{name}” tidak disimpan: kosongkan ruang disk atau pilih folder lain.")
    elif isinstance(error, IsADirectoryError):
        text = _("“{name}” adalah sebuah folder: pilih nama berkas yang lain.")
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        text = _("Folder “{folder}” tidak ada: buat folder itu dahulu atau pilih folder lain.")
    elif isinstance(error, PermissionError) and target.exists():
        text = _(
            "“{name}” tidak dapat diganti, mungkin sedang dibuka di program lain: "
            "tutup berkas itu atau simpan dengan nama lain."
        )
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        text = _("Folder “{folder}” tidak boleh ditulisi: pilih folder lain.")
    elif error.errno == errno.ENAMETOOLONG:
        text = _("Nama “{name}” terlalu panjang: pilih nama berkas yang lebih pendek.")
    else:
        text = _("“{name}” tidak dapat disimpan ({reason}): coba lagi atau pilih folder lain.")
    return text.format(name=name, folder=folder, reason=error.strerror or type(error).__name__)
