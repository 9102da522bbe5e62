from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from lapas_desktop.domain.attachment import PDF, media_type_of, stored_name
from lapas_desktop.domain.errors import Damaged, Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.services.attachments import attach, attachments_of
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.storage import attachments, backup, bundle, sqlite
from lapas_desktop.storage.office import Office, open_office

PAPER = b"%PDF-1.4 surat"


def stored(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "berkas").rglob("*") if path.is_file())


def attached(office: Office, product: Saved, content: bytes, now: datetime) -> Path:
    source = office.folder.parent / f"{hashlib.sha256(content).hexdigest()[:8]}.pdf"
    source.write_bytes(content)
    attach(office, Product, product.id, source, "scan", now)
    return attachments_of(office, Product, product.id)[-1].path


def test_a_content_lies_once_under_its_sum(tmp_path: Path) -> None:
    first, second = attachments.add(tmp_path, PAPER, PDF), attachments.add(tmp_path, PAPER, PDF)
    assert first == second == hashlib.sha256(PAPER).hexdigest()
    assert stored(tmp_path) == [f"{first}.pdf"]
    assert attachments.path_of(tmp_path, first, PDF).parent == tmp_path / "berkas" / first[:2]


def test_an_altered_file_is_replaced_by_the_whole_one(tmp_path: Path) -> None:
    path = attachments.path_of(tmp_path, attachments.add(tmp_path, PAPER, PDF), PDF)
    path.write_bytes(PAPER[:-1])
    attachments.add(tmp_path, PAPER, PDF)
    assert path.read_bytes() == PAPER


@pytest.mark.parametrize("sha256", ["../../x", "A" * 64, "0" * 63, "0" * 64 + "\n", ""])
def test_no_name_leads_out_of_the_folder(sha256: str) -> None:
    with pytest.raises(ValueError, match=PDF):
        stored_name(sha256, PDF)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xff\xd8\xff\xe0..", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"RIFF\0\0\0\0WEBP", "image/webp"),
        (b"\n%PDF-1.7", PDF), (b"MZ\x90", None), (b"<html>", None), (b"PK\x03\x04 tanpa akhir", None), (b"", None),
    ],
)  # fmt: skip
def test_the_content_tells_what_it_is(content: bytes, media_type: str | None) -> None:
    assert media_type_of(content) == media_type


def test_orphans_go_and_named_files_stay(office: Office, product: Saved, now: datetime) -> None:
    kept = attached(office, product, PAPER, now)
    orphan = attachments.path_of(office.folder, attachments.add(office.folder, b"%PDF-lain", PDF), PDF)
    left = kept.with_name(f".{kept.name}.1.part")
    own = kept.with_name("catatan.txt")
    for path in (left, own):
        path.write_bytes(b"x")
    assert set(attachments.remove_orphans(office.folder, [office.path])) == {orphan, left}
    assert kept.exists()
    assert own.exists()
    assert not orphan.exists()


def test_nothing_is_removed_while_a_data_file_cannot_be_read(office: Office, product: Saved, now: datetime) -> None:
    orphan = attachments.path_of(office.folder, attachments.add(office.folder, PAPER, PDF), PDF)
    broken = office.folder / "lapas-diganti.db"
    broken.write_bytes(os.urandom(8192))
    with pytest.raises(Damaged):
        attachments.remove_orphans(office.folder, [office.path, broken])
    assert orphan.exists()


def test_the_seven_backups_share_the_files(office: Office, product: Saved, now: datetime) -> None:
    path = attached(office, product, PAPER, now)
    cadangan = backup.backup_folder(office.folder)
    made = [backup.back_up(office.path, cadangan, now) for _turn in range(2)]
    assert stored(cadangan) == [path.name]
    lines = made[1].with_name(f"{made[1].name}.sha256").read_text().splitlines()
    assert lines[1] == f"{path.stem}  berkas/{path.parent.name}/{path.name}"
    backup.check_backup(made[1])


def test_the_shared_folder_forgets_what_no_backup_names(office: Office, product: Saved, now: datetime) -> None:
    attached(office, product, PAPER, now)
    cadangan = backup.backup_folder(office.folder)
    backup.back_up(office.path, cadangan, now)
    with office.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM attachment")
    for _turn in range(backup.KEEP - 1):
        backup.back_up(office.path, cadangan, now)
    assert len(stored(cadangan)) == 1
    backup.back_up(office.path, cadangan, now)
    assert stored(cadangan) == []


def test_an_own_backup_brings_lost_files_back(office: Office, product: Saved, now: datetime) -> None:
    path = attached(office, product, PAPER, now)
    made = backup.back_up(office.path, backup.backup_folder(office.folder), now)
    office.close()
    path.unlink()
    backup.restore(made, office.path, now)
    assert path.read_bytes() == PAPER


def test_one_file_holds_data_and_files(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    contents = [PAPER + bytes([n]) for n in range(3)]
    paths = [attached(office, product, content, now) for content in contents]
    single, other = tmp_path / "semua.db", tmp_path / "lain" / "lapas.db"
    backup.copy_proved(office.path, single)
    moved = tmp_path / "flash" / "semua.db"
    moved.parent.mkdir()
    single.rename(moved)
    backup.restore(moved, other, now)
    assert stored(other.parent) == sorted(path.name for path in paths)
    restored = open_office(other.parent, now)
    assert [file.path.read_bytes() for file in attachments_of(restored, Product, product.id)] == contents
    restored.close()
    with closing(sqlite.connect_read_only(other)) as connection:
        assert bundle.TABLE not in sqlite.table_counts(connection)


def test_without_attachments_a_backup_has_no_table_of_them(office: Office, product: Saved, tmp_path: Path) -> None:
    backup.copy_proved(office.path, tmp_path / "salinan.db")
    with closing(sqlite.connect_read_only(tmp_path / "salinan.db")) as connection:
        assert bundle.TABLE not in sqlite.table_counts(connection)


def test_a_packed_file_that_changed_is_found_without_a_sum(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    attached(office, product, PAPER, now)
    single = tmp_path / "semua.db"
    backup.copy_proved(office.path, single)
    single.with_name("semua.db.sha256").unlink()
    content = single.read_bytes()
    assert content.count(PAPER) == 1
    single.write_bytes(content.replace(PAPER, PAPER[::-1]))
    with pytest.raises(Damaged):
        backup.check_backup(single)


def test_a_hostile_backup_writes_nothing_outside(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    attached(office, product, PAPER, now)
    single, other = tmp_path / "semua.db", tmp_path / "dalam" / "lain" / "lapas.db"
    backup.copy_proved(office.path, single)
    with closing(sqlite3.connect(single, isolation_level=None)) as connection:
        digest = hashlib.sha256(b"jahat").hexdigest()
        row = ("../../jahat", digest, "../../x", b"jahat")
        connection.execute(f"INSERT INTO {bundle.TABLE} VALUES (?, ?, ?, ?)", row)
        connection.execute("UPDATE attachment SET sha256='../../../jahat'")
    single.with_name("semua.db.sha256").unlink()
    backup.restore(single, other, now)
    assert [path.name for path in (tmp_path / "dalam").rglob("*") if "jahat" in path.name or digest in path.name] == []
    assert stored(other.parent) == [f"{hashlib.sha256(PAPER).hexdigest()}.pdf"]


def test_a_missing_file_stops_no_backup(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    attached(office, product, PAPER, now).unlink()
    backup.check_backup(backup.back_up(office.path, backup.backup_folder(office.folder), now))
    backup.copy_proved(office.path, tmp_path / "semua.db")
    backup.check_backup(tmp_path / "semua.db")


_KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
from lapas_desktop.domain.product import Product
from lapas_desktop.services import attachments as services
from lapas_desktop.storage import attachments
from lapas_desktop.storage.office import open_office
now = datetime(2026, 1, 19)
office = open_office(Path(sys.argv[1]), now)
moment, real = sys.argv[3], os.replace
def replace(source, target):
    if moment == "before": os._exit(9)
    real(source, target)
    if moment == "after": os._exit(9)
os.replace = replace
services.attach(office, Product, 1, Path(sys.argv[2]), "scan", now)
os._exit(0)
"""


@pytest.mark.parametrize("moment", ["before", "after", "never"])
def test_a_kill_between_file_and_row_leaves_no_row_without_file(
    office: Office, product: Saved, now: datetime, tmp_path: Path, moment: str
) -> None:
    source = tmp_path / "surat.pdf"
    source.write_bytes(PAPER)
    code = subprocess.run([sys.executable, "-c", _KILLED, str(office.folder), str(source), moment], check=False)
    assert code.returncode == (0 if moment == "never" else 9)
    rows = attachments.named_in(office.path)
    assert len(rows) == (1 if moment == "never" else 0)
    assert attachments.altered(office.folder, rows) == []
    assert len(stored(office.folder)) == 1  # before its name a temporary file
    save_record(office, Product, {"notes": "dapat disimpan lagi"}, now, product.id)
    assert len(attachments.remove_orphans(office.folder, [office.path])) == (0 if moment == "never" else 1)


def test_a_full_or_closed_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"bukan folder")
    with pytest.raises(Refused, match="tidak dapat disimpan"):
        attachments.add(tmp_path, PAPER, PDF)
