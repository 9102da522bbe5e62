"""A screen that is not there: its size and scale for windows without a display, chosen before Qt starts."""

from __future__ import annotations

import atexit
import json
import os
import tempfile
from pathlib import Path

SIZE = (1366, 768)  # the commonest in these offices


def offscreen(width: int = SIZE[0], height: int = SIZE[1], scale: float = 1.0) -> None:
    """From now on ``offscreen`` means a screen of so many pixels; ``scale`` 1.5 is the PC's 150 %.

    Nothing happens on a platform with real screens.
    """
    if os.environ.get("QT_QPA_PLATFORM", "") != "offscreen":
        return
    screen = {"name": "office", "x": 0, "y": 0, "width": width, "height": height,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
    told = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": [screen]}
    file = Path(tempfile.mkdtemp(prefix="lapas-layar-")) / "screen.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    atexit.register(_forget, file)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"


def _forget(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.parent.rmdir()
