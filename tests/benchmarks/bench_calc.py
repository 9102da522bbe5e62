"""Start beside LibreOffice Calc's, both on the same screen, where Calc, Xvfb and xdotool are installed."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lapas_desktop.services.sample import make_samples
from tests.benchmarks.bench_start import start_moments
from tests.benchmarks.measure import Lines, ratio

_NEEDED = ("soffice", "Xvfb", "xdotool")
_NAME = "usable window ÷ an empty LibreOffice Calc"


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """The environment of a screen of its own, 1366 × 768."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield {**os.environ, "DISPLAY": f":{number.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def _calc(environment: dict[str, str], profile: Path) -> float:
    """Seconds until Calc shows its window."""
    begun = time.time()
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--calc"]
    calc = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        look = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "LibreOffice Calc"]
        subprocess.run(look, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=120)
        return time.time() - begun
    finally:
        os.killpg(calc.pid, 9)
        calc.wait()


def measures(folder: Path, runs: int = 5) -> Lines:
    """Wall seconds of fresh processes, run in turn; the first pair, which fills the caches, does not count."""
    lacking = [name for name in _NEEDED if not shutil.which(name)]
    if lacking:
        yield _NAME, "not measured", f"no {', '.join(lacking)}"
        return
    for _path in make_samples(folder / "beside-calc"):
        pass
    data, calc, ours = str(folder / "beside-calc" / "kasongan"), [], []
    with _screen() as environment:
        for _number in range(runs + 1):
            calc.append(_calc(environment, folder / "calc-profile"))
            ours.append(start_moments(data, environment)[1])
    theirs = statistics.median(calc[1:])
    yield "LibreOffice Calc, seconds to its window", f"{theirs:.2f} s", ""
    yield _NAME, ratio(statistics.median(ours[1:]), theirs), "< 1"
