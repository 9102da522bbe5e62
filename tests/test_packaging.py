"""What the packages are made from, and what a release says of them: versions, licences, hashes, refusals."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from email.message import Message
from pathlib import Path

import PySide6
import pytest

from lapas_desktop import __version__
from lapas_desktop.storage.sqlite import APPLICATION_ID

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "packaging" / "linux"
sys.path.insert(0, str(ROOT / "packaging"))

import debian  # noqa: E402
import delivered  # noqa: E402
import parts  # noqa: E402
import release  # noqa: E402
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


def test_the_sums_are_those_that_the_usual_tool_reads(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"two")
    (tmp_path / "a.exe").write_bytes(b"one")
    (tmp_path / release.SUMS).write_text(release.sums(tmp_path), encoding="utf-8")
    one, two = (hashlib.sha256(content).hexdigest() for content in (b"one", b"two"))
    assert release.sums(tmp_path) == f"{one}  a.exe\n{two}  b.zip\n"
    if shutil.which("sha256sum"):
        check = ["sha256sum", "--check", "--strict", release.SUMS]
        assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 0
        (tmp_path / "a.exe").write_bytes(b"other")
        assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 1


def test_two_builds_are_compared_by_content_and_by_name(tmp_path: Path) -> None:
    for folder, files in (("one", {"a": "1", "b": "2"}), ("other", {"a": "1", "b": "3", "c": "4"})):
        for name, text in files.items():
            debian.put(tmp_path / folder / name, text)
        (tmp_path / folder / release.SUMS).write_text(release.sums(tmp_path / folder), encoding="utf-8")
    assert release.differences(tmp_path / "one", tmp_path / "one") == []
    assert release.differences(tmp_path / "one", tmp_path / "other") == ["b", "c"]


def test_the_changes_are_the_section_of_one_version() -> None:
    changelog = "# Changelog\n\n## 1.1.0\n\n- new\n\n## 1.0.0 (2026)\n\n- old\n### more\n"
    assert release.changes(changelog, "1.1.0") == "## 1.1.0\n\n- new\n"
    assert release.changes(changelog, "1.0.0") == "## 1.0.0 (2026)\n\n- old\n### more\n"
    assert release.changes(changelog, "1.0") == release.changes(changelog, "1.1.0-rc") == ""


def test_a_version_without_its_section_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "CHANGELOG.md has no section for version {} of lapas_desktop/__init__.py"
    assert sentence.format(__version__) not in release.refusals(tmp_path, dirty=True)
    monkeypatch.setattr(release, "version", lambda: "99.0.0")
    assert sentence.format("99.0.0") in release.refusals(tmp_path, dirty=True)


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.zip").touch()
    assert f"{tmp_path} is not an empty folder; name a new one" in release.refusals(tmp_path, dirty=True)


def test_what_is_missing_is_said_with_what_brings_it() -> None:
    assert release.missing({Path(sys.executable).name: "python3", "no-such-tool": "its-package"}, {"json": "x"}) == [
        "no-such-tool is missing: apt-get install its-package"
    ]
    assert release.missing({}, {"no_such_module": "its.txt"}) == [
        "no_such_module is missing: pip install --require-hashes -r packaging/its.txt"
    ]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_changes_without_a_commit_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert release.uncommitted(tmp_path / "nowhere")[0].startswith("git cannot tell")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    assert release.uncommitted(tmp_path) == []
    (tmp_path / "new.py").touch()
    assert release.uncommitted(tmp_path) == ["?? new.py"]
    monkeypatch.setattr(release, "uncommitted", lambda _root: ["?? new.py"])
    assert any("new.py" in sentence for sentence in release.refusals(tmp_path / "out", dirty=False))
    assert not any("new.py" in sentence for sentence in release.refusals(tmp_path / "out", dirty=True))


def locked() -> dict[tuple[str, str], str]:
    """The first hash of each library of the lock file, by name and version."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return {(name, number): digest for name, number, digest in re.findall(r"^(\S+)==(\S+) .*\n.*:(\w{64})", text, re.M)}


@pytest.fixture
def libraries(tmp_path: Path) -> list[delivered.Part]:
    """The parts as a builder learns them: metadata as installed here, files and hashes from a report of pip."""
    entries = [
        {
            "metadata": {"name": name, "version": number},
            "download_info": {
                "url": f"file:///wheels/{name}-{number}%2Blocal.whl",
                "archive_info": {"hashes": {"sha256": digest}},
            },
        }
        for (name, number), digest in locked().items()
    ]
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"install": entries}), encoding="utf-8")
    return delivered.libraries(Path(PySide6.__path__[0]).parent, report)


def test_every_locked_library_is_known_with_its_file_hash_and_licence(libraries: list[delivered.Part]) -> None:
    assert {(delivered.normal(part.name), part.version): part.sha256 for part in libraries} == locked()
    assert all(part.licence and part.file.endswith(f"-{part.version}+local.whl") for part in libraries)
    licences = {delivered.normal(part.name): part.licence for part in libraries}
    assert licences["pyside6-essentials"] == licences["shiboken6"] == "LGPL-3.0-only"
    assert licences["markdown-it-py"] == "MIT" and licences["docxtpl"] == "LGPL-2.1-only"


def test_a_library_that_states_no_licence_stops_the_build() -> None:
    facts = Message()
    facts["Name"] = "nameless"
    with pytest.raises(SystemExit, match="nameless states no licence"):
        delivered.licence_of(facts)
    facts["Classifier"] = "License :: OSI Approved :: MIT License"
    assert delivered.licence_of(facts) == "MIT"


def test_parts_are_read_as_they_were_written(tmp_path: Path, libraries: list[delivered.Part]) -> None:
    delivered.save(libraries, tmp_path / "parts.json")
    assert delivered.load(tmp_path / "parts.json") == sorted(libraries)
    lines = delivered.listed([*libraries, *libraries]).splitlines()
    assert len(lines) == len(locked()) and lines == sorted(lines, key=str.lower)
    assert "SQLAlchemy " + dict(locked().keys())["sqlalchemy"] + ": MIT" in lines


def test_the_bill_of_materials_holds_what_is_delivered(libraries: list[delivered.Part]) -> None:
    bom = pytest.importorskip("bom", reason="needs cyclonedx-python-lib")
    windows = delivered.Part("OpenSSL", "3.0.13", "Apache-2.0", "libcrypto-3.dll", "a" * 64, cpe="openssl:openssl")
    told = json.loads(bom.bill({"windows": [*libraries, windows], "debian": libraries}))
    assert told["metadata"]["component"]["version"] == __version__
    components = {component["purl"]: component for component in told["components"]}
    for (name, number), digest in locked().items():
        found = components.pop(f"pkg:pypi/{name}@{number}?file_name={name}-{number}%2Blocal.whl")
        assert found["hashes"] == [{"alg": "SHA-256", "content": digest}] and found["licenses"]
        assert [held["value"] for held in found["properties"]] == ["debian", "windows"]
    named = {part["name"] for part in told["components"] if "name" in part["licenses"][0].get("license", {})}
    assert named == {"pypdfium2"}, "every other licence is known by its SPDX name"
    (found,) = components.values()
    assert found["cpe"] == "cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*"
    assert [held["value"] for held in found["properties"]] == ["windows"]


def test_the_bill_of_materials_keeps_to_the_schema(libraries: list[delivered.Part]) -> None:
    bom = pytest.importorskip("bom", reason="needs cyclonedx-python-lib")
    pytest.importorskip("jsonschema")
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    validator = JsonStrictValidator(SchemaVersion.V1_6)
    text = bom.bill({"debian": libraries})
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"SHA-256"', '"SHA-255"')) is not None


def test_the_bill_of_materials_is_equal_for_equal_parts_alone(libraries: list[delivered.Part]) -> None:
    bom = pytest.importorskip("bom", reason="needs cyclonedx-python-lib")
    text = bom.bill({"windows": libraries, "debian": libraries})
    assert text == bom.bill({"debian": libraries[::-1], "windows": libraries})
    numbers = {json.loads(made)["serialNumber"] for made in (text, bom.bill({"debian": libraries}))}
    assert len(numbers) == 2
