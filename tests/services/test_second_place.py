"""The second place of the backups, with real folders."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.services import second_place
from lapas_desktop.services.attachments import attach, attachments_of
from lapas_desktop.services.maintenance import back_up_now, back_up_on_exit, open_office, restore_from
from lapas_desktop.services.office_profile import side_texts
from lapas_desktop.services.records import Saved, load
from lapas_desktop.services.today import today
from lapas_desktop.storage.backup import KEEP, backups
from lapas_desktop.storage.office import Office, create_office


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    made = tmp_path / "flash disk"
    made.mkdir()
    return made


def copies(disk: Path) -> list[Path]:
    return [found for folder in sorted(disk.iterdir()) for found in backups(folder)]


def test_every_backup_is_also_there_with_its_files_and_brings_the_office_back(
    office: Office, product: Saved, disk: Path, tmp_path: Path, now: datetime
) -> None:
    paper = tmp_path / "catatan.pdf"
    paper.write_bytes(b"%PDF-1.4 isi")
    attach(office, Product, product.id, paper, "other", now)
    second_place.choose(office.folder, disk, now)
    back_up_now(office, now)
    office.changed = True
    back_up_on_exit(office, now + timedelta(hours=1))
    assert len(copies(disk)) == 2
    restore_from(copies(disk)[-1], tmp_path / "pc baru", now)
    again = open_office(tmp_path / "pc baru", now)
    assert load(again, Product, product.id)["name"] == "Gantungan kunci"
    assert attachments_of(again, Product, product.id)[0].there
    again.close()


def test_seven_of_this_office_are_kept_and_those_of_another_stay(
    office: Office, disk: Path, tmp_path: Path, now: datetime
) -> None:
    other = create_office(tmp_path / "lain")
    second_place.choose(other.folder, disk, now)
    back_up_now(other, now)
    other.close()
    second_place.choose(office.folder, disk, now)
    for hour in range(KEEP + 2):
        back_up_now(office, now + timedelta(hours=hour))
    assert sorted(len(backups(folder)) for folder in disk.iterdir()) == [1, KEEP]


def test_a_place_that_is_gone_is_told_and_caught_up_later(
    office: Office, product: Saved, disk: Path, now: datetime
) -> None:
    second_place.choose(office.folder, disk, now)
    away = disk.rename(disk.with_name("dicabut"))
    assert back_up_now(office, now).is_file()
    back_up_now(office, now + timedelta(days=3))
    told = second_place.trouble_of(office.folder)
    assert told == "Tempat cadangan kedua tidak terpasang sejak 19-01-2026 09.00."
    assert told in [todo.detail for todo in today(office, now).todos]
    assert told in side_texts(office)[1]
    assert not disk.exists()
    away.rename(disk)
    back_up_on_exit(office, now)
    assert second_place.trouble_of(office.folder) == ""
    assert len(copies(disk)) == 1


def test_a_full_or_broken_place_stops_no_backup(office: Office, product: Saved, disk: Path, now: datetime) -> None:
    second_place.choose(office.folder, disk, now)
    inside = next(disk.iterdir())
    inside.rmdir()
    inside.write_text("sebuah berkas di tempat folder")
    assert back_up_now(office, now).is_file()
    assert "Tidak dapat menulis" in second_place.trouble_of(office.folder)


def test_what_cannot_be_a_place_is_told(office: Office, disk: Path, now: datetime) -> None:
    file = disk / "berkas.txt"
    file.write_text("x")
    for wrong in (file, disk / "tidak ada", office.folder, office.folder / "cadangan"):
        with pytest.raises(Refused):
            second_place.choose(office.folder, wrong, now)
    assert second_place.chosen(office.folder) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"folder": 3}', '{"folder": "x", "copied_at": "kemarin"}', "\x00"])
def test_a_damaged_choice_is_no_choice(content: str, office: Office, disk: Path, now: datetime) -> None:
    second_place.choose(office.folder, disk, now)
    (office.folder / "cadangan-kedua.json").write_text(content, encoding="utf-8")
    assert second_place.chosen(office.folder) is None
    assert back_up_now(office, now).is_file()


def test_leaving_waits_for_the_copy_of_a_quick_place(office: Office, product: Saved, disk: Path, now: datetime) -> None:
    second_place.choose(office.folder, disk, now)
    office.changed = True
    back_up_on_exit(office, now)
    assert len(copies(disk)) == 1
    assert second_place.trouble_of(office.folder) == ""
