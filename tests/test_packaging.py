"""What the packages are made from: one list of system libraries, files that desktops accept, a version in one place."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from lapas_desktop import __version__
from lapas_desktop.storage.sqlite import APPLICATION_ID

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "packaging" / "linux"
sys.path.insert(0, str(ROOT / "packaging"))

import debian  # noqa: E402
import parts  # noqa: E402
import vendored  # noqa: E402


def test_the_version_and_the_libraries_stand_in_one_place() -> None:
    assert parts.version() == __version__
    named = list(debian.system_libraries())
    assert "libxcb-cursor0" in named and all(name.startswith(("lib", "zlib")) for name in named)


def test_qt_is_cut_to_what_the_program_imports() -> None:
    used = {
        found
        for path in (ROOT / "lapas_desktop").rglob("*.py")
        for found in re.findall(r"from PySide6\.(\w+) import", path.read_text(encoding="utf-8"))
    }
    assert used == set(parts.QT_MODULES)


def test_pruning_leaves_what_is_loaded(tmp_path: Path) -> None:
    for name in (
        "PySide6/QtCore.abi3.so", "PySide6/QtQml.abi3.so", "PySide6/__init__.py", "PySide6/designer",
        "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Quick.so.6", "PySide6/Qt/lib/libicuuc.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/qml/x.qml", "babel/locale-data/id_ID.dat", "babel/locale-data/fr.dat", "lxml/tests/a.py",
        "lxml/etree.pyi", "lxml/a.py", "a-1.dist-info/RECORD", "a-1.dist-info/METADATA",
    ):  # fmt: skip
        debian.put(tmp_path / name, "")
    vendored.prune(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {
        "PySide6/QtCore.abi3.so", "PySide6/__init__.py", "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicuuc.so.73", "PySide6/Qt/plugins/platforms/libqxcb.so", "babel/locale-data/id_ID.dat",
        "lxml/a.py", "a-1.dist-info/METADATA",
    }  # fmt: skip


def test_a_data_file_is_known_by_its_mark() -> None:
    told = ElementTree.parse(LINUX / "lapas-desktop.xml").getroot()
    values = [element.get("value") for element in told.iter() if element.tag.endswith("match")]
    assert values[-1] == APPLICATION_ID.to_bytes(4, "big").decode("ascii")


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", str(LINUX / "lapas-desktop.desktop")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_the_software_centre_can_read_about_the_program(tmp_path: Path) -> None:
    name = "desktop.lapas.LapasDesktop.metainfo.xml"
    told = (LINUX / name).read_text(encoding="utf-8").replace("@VERSION@", __version__).replace("@DAY@", "2026-01-19")
    (tmp_path / name).write_text(told, encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(tmp_path / name)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
