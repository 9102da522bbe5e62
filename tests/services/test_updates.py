"""A newer version from a flash disk: found, verified, copied after a backup; whatever is wrong with it is said."""

from __future__ import annotations

import hashlib
import shutil
from collections import namedtuple
from datetime import datetime
from pathlib import Path

import pytest

from lapas_desktop.domain.errors import Refused
from lapas_desktop.services.updates import FOLDER, SUMS, clear, newest, prepare, verified
from lapas_desktop.storage.backup import backup_folder, backups
from lapas_desktop.storage.office import Office


def release(folder: Path, name: str = "LapasDesktop-0.3.0-setup.exe", content: bytes = b"MZ" * 4000) -> Path:
    """A release as it is handed out: the file and the list of check sums beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    with (folder / SUMS).open("a", encoding="utf-8") as sums:
        sums.write(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    return folder / name


def test_the_newest_of_the_right_kind_is_found_in_a_disk_or_its_folders(tmp_path: Path) -> None:
    for version in ("0.2.0", "0.10.0", "0.9.9"):
        release(tmp_path / f"rilis {version}", f"LapasDesktop-{version}-setup.exe")
    release(tmp_path, "lapas-desktop_0.11.0_amd64.deb")
    release(tmp_path, "LapasDesktop-0.99.0-setup (1).exe")
    places = [tmp_path, tmp_path / "dicabut"]
    assert newest(places, "windows", "0.1.0") == tmp_path / "rilis 0.10.0" / "LapasDesktop-0.10.0-setup.exe"
    assert newest(places, "debian", "0.1.0") == tmp_path / "lapas-desktop_0.11.0_amd64.deb"
    assert newest(places, "windows", "0.10") is None
    assert newest(places, "source", "0.1.0") is None


def test_a_whole_newer_release_is_verified_by_the_list_beside_it(tmp_path: Path) -> None:
    path = release(tmp_path / "Flash disk é")
    found = verified(path, "windows", "0.2.0")
    assert (found.version, found.path) == ("0.3.0", path)
    assert found.digest == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("installed", "sentence"), [("0.3", "sudah terpasang"), ("0.3.1", "lebih lama daripada yang terpasang")]
)
def test_the_same_and_an_older_version_are_refused(tmp_path: Path, installed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        verified(release(tmp_path), "windows", installed)


def test_an_installer_cut_in_half_is_refused(tmp_path: Path) -> None:
    path = release(tmp_path)
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(Refused, match="rusak atau tidak utuh"):
        verified(path, "windows", "0.2.0")


def test_a_release_without_its_list_or_not_in_it_is_refused(tmp_path: Path) -> None:
    path = release(tmp_path)
    (tmp_path / SUMS).write_text(f"{'0' * 64}  berkas-lain.exe\nbukan daftar\n", encoding="utf-8")
    with pytest.raises(Refused, match="tidak tercantum"):
        verified(path, "windows", "0.2.0")
    (tmp_path / SUMS).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="Salin seluruh folder rilis"):
        verified(path, "windows", "0.2.0")
    (tmp_path / SUMS).unlink()
    with pytest.raises(Refused, match="Salin seluruh folder rilis"):
        verified(path, "windows", "0.2.0")


def test_another_file_is_no_update(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"bukan pembaruan.*LapasDesktop-\*-setup.exe"):
        verified(release(tmp_path, "surat.exe"), "windows", "0.2.0")


def test_it_is_copied_after_a_backup_and_cleared_later(office: Office, now: datetime, tmp_path: Path) -> None:
    found = verified(release(tmp_path / "flash"), "windows", "0.2.0")
    copy = prepare(office, found, now)
    assert copy.parent == office.folder / FOLDER and copy.read_bytes() == found.path.read_bytes()
    assert len(backups(backup_folder(office.folder))) == 1
    clear(office)
    assert not copy.parent.exists()


def test_a_full_disk_leaves_program_and_data_as_they_are(
    office: Office, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = verified(release(tmp_path / "flash"), "windows", "0.2.0")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9 - 5_000_000, 5_000_000))
    with pytest.raises(Refused, match=r"perlu 400 MB, tersedia 5 MB"):
        prepare(office, found, now)
    assert not (office.folder / FOLDER).exists()


def test_a_disk_pulled_out_while_copying_is_told(office: Office, now: datetime, tmp_path: Path) -> None:
    found = verified(release(tmp_path / "flash"), "windows", "0.2.0")
    found.path.unlink()
    with pytest.raises(Refused, match="tidak dapat disalin"):
        prepare(office, found, now)


def test_a_copy_that_differs_is_not_started(office: Office, now: datetime, tmp_path: Path) -> None:
    found = verified(release(tmp_path / "flash"), "windows", "0.2.0")
    found.path.write_bytes(b"MZ" * 3999 + b"xx")
    with pytest.raises(Refused, match="berubah saat disalin"):
        prepare(office, found, now)
    assert not (office.folder / FOLDER).exists()
