"""Prints the product's speed as ratios measured side by side in one run: ``python -m tests.benchmarks``."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import (
    bench_answers,
    bench_calc,
    bench_installed,
    bench_lists,
    bench_many,
    bench_papers,
    bench_saving,
    bench_start,
)

ALL = (
    bench_start, bench_calc, bench_installed, bench_papers, bench_lists, bench_saving, bench_many, bench_answers,
)  # fmt: skip


def main() -> None:
    """One line a measure: name, figure, goal."""
    with tempfile.TemporaryDirectory() as folder:
        for bench in (
            bench_start,
            bench_calc,
            bench_installed,
            bench_papers,
            bench_lists,
            bench_saving,
            bench_many,
            bench_answers,
        ):
            for name, figure, goal in bench.measures(Path(folder)):
                print(f"{name:<70}{figure:>18}{goal:>12}", flush=True)


if __name__ == "__main__":
    main()
