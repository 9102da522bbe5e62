"""Attached files inside a backup: one more table of the same SQLite file, so that a single file holds everything.

The same proof covers data and files, and nothing is unpacked by a name that the backup itself tells.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from lapas_desktop.domain.attachment import MAX_BYTES, SUFFIXES
from lapas_desktop.storage import attachments, sqlite

TABLE = "attached_file"
_COLUMNS = "name TEXT PRIMARY KEY, sha256 TEXT, media_type TEXT, content BLOB"


def pack(database: Path, files: Iterable[attachments.StoredFile], folders: Iterable[Path]) -> int:
    """Puts each file that lies whole in one of the folders into the database; returns how many are in it.

    The database is a copy that has no name yet: a copy that fails is thrown away, so it needs no journal.
    """
    places = list(folders)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} ({_COLUMNS})")
        for file in files:
            content = attachments.whole_content(places, file)
            if content is not None:
                row = (attachments.name_of(file), file.sha256, file.media_type, content)
                connection.execute(f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?, ?, ?)", row)
        return connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0]


def unpack(database: Path, folder: Path) -> None:
    """Moves the files out of the database into the folder; those that are not what they say stay behind."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        if TABLE not in sqlite.table_counts(connection):
            return
        connection.execute("PRAGMA journal_mode=OFF")
        for sha256, media_type, content in _rows(connection):
            if media_type in SUFFIXES and hashlib.sha256(content).hexdigest() == sha256:
                attachments.add(folder, content, media_type)
        connection.execute(f"DROP TABLE {TABLE}")
        connection.execute("VACUUM")


def is_whole(connection: sqlite3.Connection) -> bool:
    """Every packed file reads back as what it was; so does a database without any."""
    if TABLE not in sqlite.table_counts(connection):
        return True
    return all(hashlib.sha256(content).hexdigest() == sha256 for sha256, _type, content in _rows(connection))


def _rows(connection: sqlite3.Connection) -> Iterable[tuple[str, str, bytes]]:
    return connection.execute(
        f"SELECT sha256, media_type, content FROM {TABLE} WHERE typeof(content)='blob' AND length(content) <= ?",
        (MAX_BYTES,),
    )
