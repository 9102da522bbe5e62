"""How the figures are taken: interleaved runs, medians, CPU time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

Line = tuple[str, str, str]
Lines = Iterator[Line]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def thread_cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call in this thread: what the window waits for."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def wall(work: Callable[[], object]) -> float:
    """Wall seconds of one call: what waits for the disk."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def side_by_side(
    ours: Callable[[], object],
    floor: Callable[[], object],
    runs: int,
    clock: Callable[[Callable[[], object]], float] = cpu,
) -> tuple[float, float]:
    """Median seconds of both, run in turn after one warm-up each."""
    ours(), floor()
    pairs = [(clock(ours), clock(floor)) for _run in range(runs)]
    return statistics.median(a for a, _b in pairs), statistics.median(b for _a, b in pairs)


def ratio(ours: float, floor: float) -> str:
    return f"{ours / floor:.2f} ×"
