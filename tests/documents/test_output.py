from __future__ import annotations

import errno
from pathlib import Path

import pytest

from lapas_desktop.documents.output import published
from lapas_desktop.domain.errors import Refused


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "kertas.pdf"
    with published(target) as temporary:
        temporary.write_bytes(b"isi")
        assert not target.exists()
        assert temporary.parent == tmp_path
    assert target.read_bytes() == b"isi"
    assert names(tmp_path) == ["kertas.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "kertas.pdf"
    target.write_bytes(b"lama")
    with published(str(target)) as temporary:
        temporary.write_bytes(b"baru")
    assert target.read_bytes() == b"baru"


def test_a_failure_of_ours_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "kertas.pdf"
    target.write_bytes(b"lama")
    with pytest.raises(ZeroDivisionError), published(target) as temporary:
        temporary.write_bytes(b"separuh")
        raise ZeroDivisionError
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["kertas.pdf"]


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Disk penuh"),
        (PermissionError(errno.EACCES, "Permission denied"), "tidak boleh ditulisi"),
        (OSError(errno.EROFS, "Read-only file system"), "tidak boleh ditulisi"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "terlalu panjang"),
        (OSError(errno.EIO, "Input/output error"), "tidak dapat disimpan"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(tmp_path: Path, failure: OSError, words: str) -> None:
    with pytest.raises(Refused) as refusal, published(tmp_path / "kertas.pdf") as temporary:
        temporary.write_bytes(b"separuh")
        raise failure
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert names(tmp_path) == []


def test_a_file_open_in_another_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "kertas.pdf"
    target.write_bytes(b"lama")

    def held(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Refused, match="dibuka di program lain"), published(target) as temporary:
        temporary.write_bytes(b"baru")
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["kertas.pdf"]


def test_a_folder_that_is_missing_or_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    for folder in (tmp_path / "tidak ada", tmp_path / "berkas"):
        with pytest.raises(Refused, match="tidak ada"), published(folder / "kertas.pdf"):
            raise AssertionError("must not be reached")


def test_a_target_that_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="sebuah folder"), published(tmp_path):
        raise AssertionError("must not be reached")
