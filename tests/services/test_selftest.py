"""The self-test passes on this machine, and says what is wrong instead of stopping."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from lapas_desktop.documents import fonts
from lapas_desktop.domain.errors import Refused
from lapas_desktop.services import selftest
from lapas_desktop.services.selftest import drawn, letters, restored, rights, self_test, tried

NOW = datetime(2026, 11, 25, 9)


def test_every_part_is_good_and_the_data_folder_stays_as_it_was(tmp_path: Path) -> None:
    data, place = tmp_path / "Ruang Kerja é", tmp_path / "uji"
    data.mkdir()
    place.mkdir()
    results = list(self_test(data, place, NOW))
    assert [result.wrong for result in results] == [""] * 6
    assert not list(data.iterdir())
    papers = {path.suffix for path in place.rglob("*") if path.is_file()}
    assert papers >= {".pdf", ".docx", ".xlsx", ".db"}


def test_a_part_that_fails_is_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tried("Gambar", lambda: drawn(tmp_path))
    assert "tidak ada" in broken.wrong and str(broken).startswith("GAGAL")
    unforeseen = tried("Bagi", lambda: str(1 // 0))
    assert unforeseen.wrong.startswith("ZeroDivisionError")
    monkeypatch.setattr(fonts, "draws", lambda _font, character: character != "한")
    with pytest.raises(Refused, match="Hangul"):
        letters()


def test_a_folder_that_cannot_be_written_and_a_full_disk_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> int:
        raise PermissionError("tidak boleh")

    monkeypatch.setattr(selftest, "LEAST_FREE", 10**18)
    with pytest.raises(Refused, match="hampir penuh"):
        rights(tmp_path / "belum" / "ada")
    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(Refused, match="tidak dapat ditulisi"):
        rights(tmp_path)


def test_a_backup_that_differs_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(selftest.make_sample("kasongan", tmp_path / "kasongan"))
    seen = iter(({"number": "1"}, {"number": "2"}))
    monkeypatch.setattr(selftest, "load", lambda *_given: next(seen))
    with pytest.raises(Refused, match="berbeda"):
        restored(tmp_path, NOW)
