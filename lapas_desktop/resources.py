"""Where the files shipped with the program are: fonts, icons, translations, sample data."""

from __future__ import annotations

import sys
from pathlib import Path

_BUNDLE = getattr(sys, "_MEIPASS", None)
RESOURCES = Path(_BUNDLE) / "resources" if _BUNDLE else Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file, e.g. ``resource("fonts", "NotoSans-Regular.ttf")``."""
    return RESOURCES.joinpath(*parts)
