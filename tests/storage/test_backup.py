from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lapas_desktop.domain.errors import Damaged, Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.services.records import Saved, list_count, save_record
from lapas_desktop.storage import backup, sqlite
from lapas_desktop.storage.office import FILE_NAME, Office, open_office


def sum_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_whole_named_and_summed(office: Office, product: Saved, now: datetime) -> None:
    made = backup.back_up(office.path, backup.backup_folder(office.folder), now)
    assert names(made.parent) == ["cadangan-00001-20260119-090000-keluar.db", f"{made.name}.sha256"]
    backup.check_backup(made)
    with closing(sqlite.connect_read_only(made)) as connection:
        assert sqlite.table_counts(connection)["product"] == 1


def test_seven_are_kept_and_no_number_comes_twice(office: Office, now: datetime, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    folder.mkdir()
    own = folder / "milik sendiri.db"
    own.write_bytes(b"x")
    made = [backup.back_up(office.path, folder, now + timedelta(minutes=n)) for n in range(9)]
    assert backup.backups(folder) == made[2:]
    assert len(list(folder.glob("*.sha256"))) == 7
    assert own.exists()
    made[3].unlink()
    assert backup.back_up(office.path, folder, now).name.startswith("cadangan-00010-")


def test_the_rest_of_a_killed_backup_is_cleared_by_the_next(office: Office, now: datetime, tmp_path: Path) -> None:
    left = tmp_path / ".cadangan-00001-x.db.1.part"
    left.write_bytes(b"separuh")
    backup.back_up(office.path, tmp_path, now)
    assert not left.exists()


def test_an_altered_backup_is_refused_and_the_data_stays(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    made = backup.back_up(office.path, tmp_path, now)
    office.close()
    before = office.path.read_bytes()
    content = bytearray(made.read_bytes())
    content[-10] ^= 1
    made.write_bytes(content)
    with pytest.raises(Damaged, match="berubah"):
        backup.restore(made, office.path, now)
    assert office.path.read_bytes() == before


def test_a_zeroed_page_is_found_without_a_sum(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    made = backup.back_up(office.path, tmp_path, now)
    sum_of(made).unlink()
    content = bytearray(made.read_bytes())
    content[8192:12288] = bytes(4096)
    made.write_bytes(content)
    with pytest.raises(Damaged):
        backup.check_backup(made)


def test_a_foreign_database_is_no_backup(tmp_path: Path, now: datetime) -> None:
    foreign = tmp_path / "lain.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(Refused, match="bukan data Lapas Desktop"):
        backup.restore(foreign, tmp_path / FILE_NAME, now)
    assert names(tmp_path) == ["lain.db"]


def test_a_damaged_file_is_not_backed_up(office: Office, now: datetime, tmp_path: Path) -> None:
    office.close()
    content = bytearray(office.path.read_bytes())
    content[4096:12288] = os.urandom(8192)
    office.path.write_bytes(content)
    with pytest.raises(Damaged):
        backup.back_up(office.path, tmp_path / "cadangan", now)
    assert names(tmp_path / "cadangan") == []


def test_a_folder_that_cannot_be_made_is_refused(office: Office, now: datetime, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(Refused, match="Tidak dapat menulis"):
        backup.back_up(office.path, tmp_path / "berkas", now)


def restored(office: Office, now: datetime, folder: Path) -> Path:
    """Backs up, adds a second product, restores; returns the kept file."""
    made = backup.back_up(office.path, folder, now)
    save_record(office, Product, {"code": "P2", "name": "Kedua"}, now)
    office.close()
    kept = backup.restore(made, office.path, now)
    assert kept is not None
    return kept


def products_in(path: Path) -> int:
    with closing(sqlite.connect_read_only(path)) as connection:
        return sqlite.table_counts(connection)["product"]


def test_restore_keeps_the_file_it_replaces(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    kept = restored(office, now, tmp_path / "cadangan")
    assert kept.name == "lapas-diganti-20260119-090000.db"
    assert (products_in(office.path), products_in(kept)) == (1, 2)
    again = open_office(office.folder, now)
    assert list_count(again, Product, "") == 1
    again.close()
    second = backup.restore(backup.backups(tmp_path / "cadangan")[0], office.path, now)
    assert second is not None
    assert second != kept
    assert not list(office.folder.glob("*.pulih*"))


def test_restore_works_on_disks_without_links(
    office: Office, product: Saved, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    kept = restored(office, now, tmp_path / "cadangan")
    assert (products_in(office.path), products_in(kept)) == (1, 2)
    assert not list(office.folder.glob("*.part"))


def test_the_data_file_is_never_missing_during_a_restore(
    office: Office, product: Saved, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, seen = os.replace, []

    def watched(source: Path, target: Path) -> None:
        seen.append(office.path.exists())
        replace(source, target)
        seen.append(office.path.exists())

    monkeypatch.setattr(os, "replace", watched)
    restored(office, now, tmp_path / "cadangan")
    assert seen
    assert all(seen)


def test_a_journal_left_alone_is_not_played_into_the_restored_file(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    made = backup.back_up(office.path, tmp_path / "cadangan", now)
    office.close()
    office.path.unlink()
    journal = office.path.with_name(f"{FILE_NAME}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504) + os.urandom(4096))
    assert backup.restore(made, office.path, now) is None
    assert not journal.exists()
    assert products_in(office.path) == 1


def test_a_backup_over_an_older_one_never_bears_its_sum(office: Office, product: Saved, now: datetime) -> None:
    target = office.folder / "salinan.db"
    backup.copy_proved(office.path, target)
    first = sum_of(target).read_text()
    save_record(office, Product, {"code": "P2", "name": "Kedua"}, now)
    backup.copy_proved(office.path, target)
    assert sum_of(target).read_text() != first
    backup.check_backup(target)


def test_a_kill_half_way_publishes_nothing_bad(office: Office, now: datetime, tmp_path: Path) -> None:
    for n in range(30):
        save_record(office, Product, {"code": f"P{n}", "name": "x" * 200, "notes": "y" * 20_000}, now)
    office.close()
    folder = tmp_path / "cadangan"
    code = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from lapas_desktop.storage import backup\n"
        "print('mulai', flush=True)\n"
        "while True: backup.back_up(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 1, 19))\n"
    )
    for attempt in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(office.path), str(folder)], stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.02 + attempt * 0.013)
        process.kill()
        process.wait()
        process.stdout.close()
        for made in backup.backups(folder):
            backup.check_backup(made)
            assert products_in(made) == 30
    assert backup.back_up(office.path, folder, now) == backup.backups(folder)[-1]
    assert len(backup.backups(folder)) <= backup.KEEP
