"""Where the data of an office lies when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.services.installed import PORTABLE, installation


def default_folder() -> Path:
    """The user's own data folder, e.g. ``%LOCALAPPDATA%\\Lapas Desktop``; of a portable program ``data`` beside it."""
    here = installation()
    if here.way == PORTABLE:
        return here.folder / "data"
    from platformdirs import user_data_path

    return user_data_path("Lapas Desktop", appauthor=False)


def practice_folder() -> Path:
    """The user's practice office, beside the data folder."""
    return default_folder().with_name(f"{default_folder().name} latihan")
