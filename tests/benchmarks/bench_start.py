"""Start: process begin to first painted and to usable window, over a bare window; memory at rest."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from lapas_desktop.services.sample import make_samples
from tests.benchmarks.measure import Lines, ratio

_BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1366, 768); window.show(); app.processEvents()
print(time.time(), 0)
"""
_OURS = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
app.setStyle("Fusion")
from lapas_desktop.app import Program
from lapas_desktop.ui.palette import style_sheet
app.setStyleSheet(style_sheet())
program = Program(Path(sys.argv[1]))
painted = []
program.window.painted.connect(lambda: painted.append(time.time()))
while not painted: app.processEvents()
print(painted[0])
while program.home is None and program.desk is None: app.processEvents()
app.processEvents()
print(time.time())
while program.desk is None: app.processEvents()
app.processEvents()
print(time.time())
print(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)
program.finish()
"""


def _run(code: str, *arguments: str, environment: Mapping[str, str] = os.environ) -> list[float]:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    *moments, last = [float(line) for line in done.stdout.split()]
    return [moment - begun for moment in moments] + [last]


def start_moments(data: str, environment: Mapping[str, str] = os.environ) -> list[float]:
    """One start on a data folder: seconds to the painted window, to the usable one, to the open data; bytes held."""
    return _run(_OURS, data, environment=environment)


def measures(folder: Path, runs: int = 7) -> Lines:
    """Wall seconds of fresh processes, run in turn."""
    for _path in make_samples(folder / "demo"):
        pass
    data = str(folder / "demo" / "kasongan")
    bare, ours = [], []
    for _number in range(runs + 1):
        bare.append(_run(_BARE)[0])
        ours.append(start_moments(data))
    floor = statistics.median(bare[1:])
    painted, usable, opened, memory = (statistics.median(column) for column in zip(*ours[1:], strict=True))
    yield "bare window, seconds", f"{floor:.2f} s", ""
    yield "first painted window ÷ bare window", ratio(painted, floor), "≤ 1.3"
    yield "usable window (start page filled) ÷ bare window", ratio(usable, floor), "≤ 3.0"
    yield "data file open ÷ bare window", ratio(opened, floor), ""
    yield "memory at rest with the sample office", f"{memory / 1e6:.0f} MB", "≤ 130 MB"
