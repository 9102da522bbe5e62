"""The SQLite dialect's own matters: pragmas set and read back, explicit transactions, file identity.

Why these settings: TRUNCATE + FULL lost no acknowledged commit in power-cut simulations, SQLite's default
did; WAL may damage data with several writers in the SQLite that Python carries.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from lapas_desktop.domain.errors import Damaged, Refused
from lapas_desktop.i18n import N_, _

APPLICATION_ID = 0x4C415053  # "LAPS"
WRITE = "lapas_write"

_PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
}


def open_engine(path: Path, foreign_keys: bool = True) -> Engine:
    """An engine on one existing file. Writers begin IMMEDIATE, readers DEFERRED; pragmas are verified."""
    address = f"file:{_uri(path)}?mode=rw"  # not through an URL of SQLAlchemy, which undoes the quoting of # and ?
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
        poolclass=QueuePool if foreign_keys else NullPool,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: Any) -> None:
        connection.isolation_level = None
        set_pragmas(connection, foreign_keys)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get(WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def set_pragmas(connection: sqlite3.Connection, foreign_keys: bool = True) -> None:
    """Sets every pragma and reads it back; a file that does not take them is refused."""
    try:
        for name, wanted in _PRAGMAS.items():
            value = 0 if name == "foreign_keys" and not foreign_keys else wanted
            connection.execute(f"PRAGMA {name}={value}")
            got = connection.execute(f"PRAGMA {name}").fetchone()
            if got is None or got[0] != value:
                raise Refused(_(N_("Berkas data tidak menerima pengaturan aman ({name}).")).format(name=name))
        connection.execute("PRAGMA mmap_size=0")
    except sqlite3.DatabaseError as error:
        raise unreadable(error) from error


def unreadable(error: Exception) -> Refused:
    """The sentence for a file that SQLite cannot use."""
    text = str(error).casefold()
    if "locked" in text or "busy" in text:
        return Refused(_(N_("Data sedang dipakai oleh program lain. Tunggu sebentar lalu coba lagi.")))
    if "full" in text:
        return Refused(_(N_("Disk penuh. Kosongkan ruang lalu coba lagi; yang sudah tersimpan tetap aman.")))
    if isinstance(error, PermissionError) or "readonly" in text or "read-only" in text or "unable to open" in text:
        return Refused(_(N_("Folder data tidak dapat ditulisi. Pilih folder lain atau minta izin menulis.")))
    return Damaged(_(N_("Berkas data rusak atau bukan berkas data Lapas Desktop. Pulihkan dari cadangan.")))


def foreign(path: Path) -> Refused:
    """The sentence for a database that is not ours."""
    return Refused(_(N_("Berkas ini bukan data Lapas Desktop: {path}")).format(path=path))


def identity(path: Path) -> tuple[int, int]:
    """``(application_id, user_version)`` of a file; `Refused` when it is no readable database."""
    try:
        with open(path, "rb") as file:
            header = file.read(16)
        if header and header != b"SQLite format 3\0":
            raise sqlite3.DatabaseError("file is not a database")
        connection = connect_read_only(path)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            app = connection.execute("PRAGMA application_id").fetchone()[0]
            return app, connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    except (sqlite3.DatabaseError, OSError) as error:
        raise unreadable(error) from error


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A plain connection that only reads, for proving files.

    After a power cut SQLite must first play back the journal left beside the file, which ``mode=ro`` forbids.
    """
    journal = path.with_name(f"{path.name}-journal")
    interrupted = journal.is_file() and journal.stat().st_size > 0
    connection = sqlite3.connect(f"file:{_uri(path)}?mode={'rw' if interrupted else 'ro'}", uri=True)
    if interrupted:
        connection.execute("PRAGMA query_only=1")
    return connection


def create_empty(path: Path) -> None:
    """Makes a new, empty file; an existing one is never touched."""
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        raise Refused(_(N_("Folder data tidak dapat ditulisi. Pilih folder lain atau minta izin menulis."))) from error


def integrity_problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong, empty when whole; foreign keys included."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return found + [f"{row[0]} {row[1]} → {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]


def file_problems(path: Path) -> list[str]:
    """`integrity_problems` of a file that is not open; `Refused` when it cannot be read at all."""
    connection = connect_read_only(path)
    try:
        return integrity_problems(connection)
    except sqlite3.DatabaseError as error:
        raise unreadable(error) from error
    finally:
        connection.close()


def table_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows per table."""
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
    ]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _uri(path: Path) -> str:
    text = path.absolute().as_posix()
    for character in "%?#":
        text = text.replace(character, f"%{ord(character):02X}")
    return text if text.startswith("/") else f"/{text}"
