"""Versions and the names of releases."""

from __future__ import annotations

import pytest

from lapas_desktop.domain.release import parts, version_in


@pytest.mark.parametrize(
    ("name", "way", "version"),
    [
        ("LapasDesktop-0.2.0-setup.exe", "windows", "0.2.0"),
        ("lapasdesktop-1.10-SETUP.EXE", "windows", "1.10"),
        ("LapasDesktop-0.2.0-setup (1).exe", "windows", ""),
        ("LapasDesktop-0.2.0-portable.zip", "windows", ""),
        ("LapasDesktop-0.2.0-portable.zip", "portable", "0.2.0"),
        ("lapas-desktop_0.2.0_amd64.deb", "debian", "0.2.0"),
        ("lapas-desktop_0.2.0_amd64.deb", "source", ""),
        ("LapasDesktop-baru-setup.exe", "windows", ""),
    ],
)
def test_a_name_tells_its_version_to_its_own_way_of_installation_only(name: str, way: str, version: str) -> None:
    assert version_in(name, way) == version


def test_versions_are_compared_as_numbers() -> None:
    assert parts("0.9") < parts("0.10") < parts("1.0") == parts("1") < parts("1.0.1")
