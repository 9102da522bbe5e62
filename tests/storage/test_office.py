from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from lapas_desktop.domain.errors import Damaged, Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.services.maintenance import check_data, open_or_create
from lapas_desktop.services.records import Saved, list_count, load, save_record
from lapas_desktop.storage import backup, migrate, sqlite
from lapas_desktop.storage.office import FILE_NAME, Office, create_office, open_office, reopened_pragmas


def stamp(path: Path, name: str, value: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {name}={value}")


def test_the_safe_settings_hold_on_the_open_file(office: Office) -> None:
    assert reopened_pragmas(office) == {"journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1,
                                        "trusted_schema": 0}  # fmt: skip


def test_a_new_file_bears_our_mark_and_version(office: Office) -> None:
    assert sqlite.identity(office.path) == (sqlite.APPLICATION_ID, migrate.latest_version())
    assert check_data(office.folder) == []


def test_a_folder_with_data_is_not_made_anew(office: Office, product: Saved) -> None:
    with pytest.raises(Refused, match="sudah berisi data"):
        create_office(office.folder)
    assert list_count(office, Product, "") == 1


def test_a_kill_while_a_new_office_is_made_leaves_nothing_in_the_way(tmp_path: Path, now: datetime) -> None:
    dying = (
        "import os, sys; from pathlib import Path; from lapas_desktop.storage import migrate, office;"
        "turns = iter(range(9)); step = migrate.run_step;"
        "migrate.run_step = lambda *given: step(*given) if next(turns) == 0 else os._exit(9);"
        "office.create_office(Path(sys.argv[1]))"
    )
    killed = subprocess.run([sys.executable, "-c", dying, str(tmp_path / "kantor")], check=False)
    assert killed.returncode == 9
    assert not (tmp_path / "kantor" / FILE_NAME).exists()
    office = open_or_create(tmp_path / "kantor", now)
    assert office.path.is_file()
    office.close()


def test_a_folder_of_any_name_works(tmp_path: Path, now: datetime) -> None:
    folder = tmp_path / "Kantor 100% #1? 한글 & ñ"
    create_office(folder).close()
    open_office(folder, now).close()
    assert [path.name for path in folder.iterdir() if not path.name.endswith("-journal")] == [FILE_NAME]


def test_an_empty_or_missing_folder_is_told(tmp_path: Path, now: datetime) -> None:
    for folder in (tmp_path, tmp_path / "tidak ada"):
        with pytest.raises(Refused, match="Tidak ada data di folder"):
            open_office(folder, now)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path, now: datetime) -> None:
    file = tmp_path / "berkas"
    file.write_text("isi")
    with pytest.raises(Refused, match="Tidak ada data di folder"):
        open_office(file, now)
    with pytest.raises(Refused, match="Folder tidak dapat dibuat"):
        create_office(file)
    assert file.read_text() == "isi"


def test_data_of_a_newer_program_is_left_alone(office: Office, now: datetime) -> None:
    office.close()
    stamp(office.path, "user_version", migrate.latest_version() + 1)
    before = office.path.read_bytes()
    with pytest.raises(Refused, match="program yang lebih baru"):
        open_office(office.folder, now)
    assert office.path.read_bytes() == before


def test_a_foreign_database_is_left_alone(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE product (id)")
    before = path.read_bytes()
    with pytest.raises(Refused, match="bukan data Lapas Desktop"):
        open_office(tmp_path, now)
    assert path.read_bytes() == before


def zero_first_page(content: bytes) -> bytes:
    return bytes(4096) + content[4096:]


def zero_schema(content: bytes) -> bytes:
    return content[:100] + bytes(3996) + content[4096:]


def noise(content: bytes) -> bytes:
    return os.urandom(len(content))


def noise_behind_the_header(content: bytes) -> bytes:
    return content[:100] + os.urandom(len(content) - 100)


def words(content: bytes) -> bytes:
    return b"Ini hanya sebuah catatan.\n" * 400


@pytest.mark.parametrize("damage", [zero_first_page, zero_schema, noise, noise_behind_the_header, words])
def test_a_damaged_file_is_told_and_left_alone(office: Office, now: datetime, damage: Callable[[bytes], bytes]) -> None:
    office.close()
    ruined = damage(office.path.read_bytes())
    office.path.write_bytes(ruined)
    with pytest.raises(Damaged, match="rusak atau bukan berkas data"):
        open_office(office.folder, now)
    assert office.path.read_bytes() == ruined


def test_a_zeroed_page_is_told_when_it_is_read_and_by_the_check(office: Office, product: Saved, now: datetime) -> None:
    with office.engine.connect() as connection:
        page = connection.execute(text("SELECT rootpage FROM sqlite_master WHERE name='product'")).scalar() or 0
    office.close()
    content = bytearray(office.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    office.path.write_bytes(content)
    reopened = open_office(office.folder, now)
    with pytest.raises(Damaged, match="Pulihkan dari cadangan"):
        load(reopened, Product, product.id)
    reopened.close()
    with pytest.raises(Damaged, match="Pulihkan dari cadangan"):
        check_data(office.folder)


def test_an_older_file_is_upgraded_after_a_backup(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / FILE_NAME
    sqlite.create_empty(path)
    older(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO office_profile (name, paper, number_pattern, reminder_days, sample, archived, version)"
            " VALUES ('Lapas', 'A4', 'X', '90', 0, 0, 1)"
        )
        connection.commit()
    office = open_office(tmp_path, now)
    office.close()
    assert sqlite.identity(path)[1] == migrate.latest_version()
    (made,) = backup.backups(tmp_path / "cadangan")
    assert made.name == "cadangan-00001-20260119-090000-sebelum-pembaruan.db"
    assert sqlite.identity(made)[1] == 1
    with closing(sqlite.connect_read_only(made)) as connection:
        assert sqlite.table_counts(connection)["office_profile"] == 1


def older(path: Path, version: int) -> None:
    """The first steps only, as an earlier program left the file."""
    from importlib import import_module

    engine = sqlite.open_engine(path, foreign_keys=False)
    for number, name in enumerate(migrate.step_names()[:version], 1):
        migrate.run_step(engine, import_module(f"lapas_desktop.storage.steps.{name}").upgrade, number)
    engine.dispose()


def test_what_a_failed_action_did_is_undone(office: Office, product: Saved) -> None:
    with pytest.raises(ZeroDivisionError), office.transaction() as session:
        record = session.get(Product, product.id)
        assert record is not None
        record.name = "Lain"
        session.flush()
        raise ZeroDivisionError
    assert load(office, Product, product.id)["name"] == "Gantungan kunci"


def test_a_file_held_by_another_program_is_told(office: Office, now: datetime) -> None:
    other = sqlite3.connect(office.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with office.engine.connect() as connection:
        connection.execute(text("PRAGMA busy_timeout=50"))
    with pytest.raises(Refused, match="dipakai oleh program lain"):
        save_record(office, Product, {"code": "P1", "name": "x"}, now)
    other.close()
    save_record(office, Product, {"code": "P1", "name": "x"}, now)


def test_a_full_disk_is_told_and_what_was_saved_stays(office: Office, product: Saved, now: datetime) -> None:
    with office.engine.connect() as connection:
        connection.execute(text("PRAGMA max_page_count=1"))
    with pytest.raises(Refused, match="Disk penuh"):
        for number in range(100):
            save_record(office, Product, {"code": f"P{number}", "name": "x", "notes": "y" * 20_000}, now)
    assert load(office, Product, product.id)["name"] == "Gantungan kunci"
    office.close()
    assert check_data(office.folder) == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "tidak dapat ditulisi"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "tidak dapat ditulisi"),
        (sqlite3.OperationalError("unable to open database file"), "tidak dapat ditulisi"),
        (sqlite3.DatabaseError("database disk image is malformed"), "rusak"),
    ],
)
def test_each_failure_of_the_world_has_its_sentence(error: Exception, sentence: str) -> None:
    assert sentence in str(sqlite.unreadable(error))
