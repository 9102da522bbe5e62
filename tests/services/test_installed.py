"""Ways of installation, where their data lies, and the program that an update replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from lapas_desktop.services import folder
from lapas_desktop.services.installed import (
    DEBIAN,
    MARKER,
    PORTABLE,
    PREVIOUS,
    PREVIOUS_ENTRY,
    SOURCE,
    UNINSTALLER,
    WINDOWS,
    forget_previous,
    installation,
)  # fmt: skip

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program that the installer laid."""
    made = tmp_path / "Program Lapas é" / "Lapas Desktop"
    made.mkdir(parents=True)
    (made / UNINSTALLER).write_bytes(b"")
    return made


def test_what_lies_beside_the_program_tells_how_it_came(program: Path, tmp_path: Path) -> None:
    assert installation(tmp_path).way == SOURCE
    assert installation(program).way == WINDOWS
    (program / MARKER).write_bytes(b"")
    assert installation(program).way == PORTABLE
    assert installation(Path("/usr/lib/lapas-desktop")).way == DEBIAN
    assert installation().way == SOURCE


def test_the_portable_program_keeps_its_data_beside_it(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder.default_folder().name == "Lapas Desktop"
    (program / MARKER).write_bytes(b"")
    monkeypatch.setattr(folder, "installation", lambda: installation(program))
    assert folder.default_folder() == program / "data"
    assert folder.practice_folder() == program / "data latihan"


def test_the_previous_program_goes_when_the_new_one_has_started(program: Path, tmp_path: Path) -> None:
    assert not forget_previous(installation(program), tmp_path)
    previous = program.with_name(program.name + PREVIOUS)
    previous.mkdir()
    (previous / UNINSTALLER).write_bytes(b"")
    (tmp_path / PREVIOUS_ENTRY).write_bytes(b"")
    assert not forget_previous(installation(previous), tmp_path), "the previous one, opened, keeps both"
    assert previous.exists() and program.exists()
    assert forget_previous(installation(program), tmp_path)
    assert not previous.exists() and not (tmp_path / PREVIOUS_ENTRY).exists() and program.exists()


def test_a_folder_that_only_looks_like_a_previous_program_stays(program: Path, tmp_path: Path) -> None:
    other = program.with_name(program.name + PREVIOUS)
    other.mkdir()
    (other / "surat.txt").write_text("milik orang lain", encoding="utf-8")
    assert not forget_previous(installation(program), tmp_path)
    assert (other / "surat.txt").exists()


def test_the_installer_uses_the_same_names() -> None:
    script = (PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")
    assert f'!define UNINSTALLER "{UNINSTALLER}"' in script
    assert f'!define PREVIOUS "{PREVIOUS_ENTRY.removesuffix(".lnk")}"' in script
    assert f'"$INSTDIR{PREVIOUS}\\${{UNINSTALLER}}"' in script
    assert f'MARKER = "{MARKER}"' in (PACKAGING / "windows" / "plan.py").read_text(encoding="utf-8")
    assert 'PROGRAM = Path("usr/lib/lapas-desktop")' in (PACKAGING / "debian.py").read_text(encoding="utf-8")
