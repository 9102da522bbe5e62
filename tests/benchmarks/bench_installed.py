"""The installed program against the same from source: ``LAPAS_INSTALLED=DIR python -m tests.benchmarks``.

``DIR`` is ``usr/lib/lapas-desktop`` of an unpacked Debian package: byte-compiled, Qt cut down to what is used.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from lapas_desktop.services.sample import make_sample
from tests.benchmarks.bench_start import start_moments
from tests.benchmarks.measure import Lines, ratio

PLACE = "LAPAS_INSTALLED"


def measures(folder: Path, runs: int = 7) -> Lines:
    """Starts in turn; nothing when no installed program is named."""
    place = os.environ.get(PLACE)
    if not place:
        return
    data = folder / "installed"
    list(make_sample("kasongan", data))
    installed = {**os.environ, "PYTHONPATH": f"{place}{os.pathsep}{Path(place) / 'vendor'}", "PYTHONSAFEPATH": "1",
                 "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    ours, theirs = list[list[float]](), list[list[float]]()
    for _number in range(runs + 1):
        ours.append(start_moments(str(data)))
        theirs.append(start_moments(str(data), installed))
    for name, column in (("first painted window", 0), ("usable window", 1), ("data file open", 2)):
        source = statistics.median(one[column] for one in ours[1:])
        yield (
            f"installed ÷ source: {name}",
            ratio(statistics.median(one[column] for one in theirs[1:]), source),
            "≤ 1.1",
        )
