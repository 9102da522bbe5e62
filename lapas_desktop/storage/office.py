"""The data of one office: a folder with one data file, opened once and passed to every use case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from lapas_desktop.domain import office_lists
from lapas_desktop.domain.errors import Conflict, Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import backup, migrate, queries, sqlite

FILE_NAME = "lapas.db"
UNFINISHED = (f"{FILE_NAME}.baru", f"{FILE_NAME}.baru-journal")


class Office:
    """An open data folder. ``session`` reads, ``transaction`` writes; both end with the block."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.engine = engine
        self.changed = False

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for reading; nothing in it is ever written."""
        with Session(self.engine, autoflush=False) as session:
            try:
                yield session
            except DBAPIError as error:
                raise _refusal(error) from error

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One user action: BEGIN IMMEDIATE … COMMIT, or nothing happened."""
        writer = self.engine.execution_options(**{sqlite.WRITE: True})
        try:
            with Session(writer, autoflush=False, expire_on_commit=False) as session:
                yield session
                session.commit()
        except StaleDataError as error:
            raise saved_elsewhere() from error
        except DBAPIError as error:
            raise _refusal(error) from error
        self.changed = True

    def close(self) -> None:
        self.engine.dispose()


def saved_elsewhere() -> Conflict:
    """The sentence for the second writer of a record."""
    return Conflict(_(N_("Data ini baru saja diubah di tempat lain. Buka lagi, lalu ulangi perubahan Anda.")))


def _refusal(error: DBAPIError) -> BaseException:
    """A constraint broken is our bug and stays what it is; the world's failures become a sentence."""
    original = error.orig
    if isinstance(original, sqlite3.IntegrityError) or not isinstance(original, sqlite3.DatabaseError):
        return error
    return sqlite.unreadable(original)


def create_office(folder: Path) -> Office:
    """A new, empty data folder; `Refused` when there is data already or the folder cannot be written."""
    path = folder / FILE_NAME
    if path.exists():
        raise Refused(_(N_("Folder ini sudah berisi data: {folder}")).format(folder=folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(_(N_("Folder tidak dapat dibuat: {folder}")).format(folder=folder)) from error
    making, journal = (folder / name for name in UNFINISHED)
    for left_over in (making, journal):
        left_over.unlink(missing_ok=True)
    with ExitStack() as undo:
        undo.callback(journal.unlink, missing_ok=True)
        undo.callback(making.unlink, missing_ok=True)
        sqlite.create_empty(making)
        migrate.upgrade(making, 0)
        making.replace(path)  # under its own name only when whole
    return _opened(folder)


def is_vacant(folder: Path) -> bool:
    """True for a folder that does not exist or holds at most a new office whose making was interrupted."""
    return not folder.exists() or (folder.is_dir() and all(entry.name in UNFINISHED for entry in folder.iterdir()))


def open_office(folder: Path, now: datetime) -> Office:
    """Opens an existing data folder, upgrading an older file after a backup.

    Raises `Refused` for a missing, damaged, foreign or newer file, each with its own sentence.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        raise Refused(
            _(N_("Tidak ada data di folder {folder}. Buat yang baru, pulihkan cadangan, atau pilih folder lain."))
            .format(folder=folder)
        )  # fmt: skip
    application, version = sqlite.identity(path)
    if application != sqlite.APPLICATION_ID:
        raise sqlite.foreign(path)
    if version > migrate.latest_version():
        raise migrate.too_new()
    if version < migrate.latest_version():
        backup.back_up(path, backup.backup_folder(folder), now, "sebelum-pembaruan")
        migrate.upgrade(path, version)
    return _opened(folder)


def _opened(folder: Path) -> Office:
    office = Office(folder, sqlite.open_engine(folder / FILE_NAME))
    use_lists(office)
    return office


def use_lists(office: Office) -> None:
    """Makes the office's own units and countries those of this process, which works for one office at a time."""
    with office.session() as session:
        office_lists.use(queries.office_lists(session))


def reopened_pragmas(office: Office) -> dict[str, object]:
    """The safety settings as the open connection reports them."""
    with office.engine.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
