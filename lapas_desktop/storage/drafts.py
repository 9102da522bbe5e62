"""What is being typed and not yet saved, kept beside the data: one small file a form, gone when it is saved."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = "ketikan"
_KEY = re.compile(r"[A-Za-z]{1,40}-(\d{1,18}|baru)")
MOST_BYTES = 4_000_000


def write(folder: Path, key: str, draft: dict[str, Any]) -> None:
    """Keeps a draft, durable before it takes its name; a folder that takes no file keeps none."""
    place = folder / FOLDER
    with suppress(OSError):
        place.mkdir(exist_ok=True)
        part = place / f"{key}.part"
        with part.open("w", encoding="utf-8") as file:
            json.dump(draft, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place / f"{key}.json")


def read(folder: Path, key: str) -> dict[str, Any] | None:
    """A draft by its key, None when there is none or it cannot be read."""
    path = folder / FOLDER / f"{key}.json"
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        draft = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return draft if isinstance(draft, dict) else None


def keys(folder: Path) -> Iterator[str]:
    """The keys of all drafts, the oldest first."""
    place = folder / FOLDER
    files = sorted(place.glob("*.json"), key=lambda path: path.stat().st_mtime) if place.is_dir() else []
    yield from (path.stem for path in files if _KEY.fullmatch(path.stem))


def remove(folder: Path, key: str) -> None:
    """Forgets a draft."""
    with suppress(OSError):
        (folder / FOLDER / f"{key}.json").unlink(missing_ok=True)
