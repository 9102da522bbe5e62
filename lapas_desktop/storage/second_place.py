"""Where a second copy of every backup goes: a choice of this PC, kept beside the data and in no backup."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILE_NAME = "cadangan-kedua.json"


@dataclass(frozen=True)
class SecondPlace:
    """A folder on another disk. ``since`` is when copies began to fail; ``trouble`` says why in a sentence, nothing
    when the place is not there."""

    folder: Path
    copied_at: datetime | None = None
    trouble: str = ""
    since: datetime | None = None


def read(folder: Path) -> SecondPlace | None:
    """The place chosen for a data folder; None when there is none or the choice cannot be read."""
    try:
        told = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        place = Path(told["folder"])
        if not place.is_absolute():
            return None
        return SecondPlace(place, _time(told["copied_at"]), str(told["trouble"]), _time(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, place: SecondPlace | None) -> None:
    """Keeps a choice, or forgets it; a folder that takes no file keeps none."""
    target = folder / FILE_NAME
    with suppress(OSError):
        if place is None:
            target.unlink(missing_ok=True)
            return
        told = {
            "folder": str(place.folder),
            "copied_at": place.copied_at.isoformat() if place.copied_at else None,
            "trouble": place.trouble,
            "since": place.since.isoformat() if place.since else None,
        }
        part = target.with_suffix(".part")
        part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        part.replace(target)


def _time(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told is not None else None
