"""Many at once: summaries in one paper, rows in one workbook. Time grows in line with them, memory does not."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

from lapas_desktop.services.practice import make_practice_office
from tests.benchmarks.bench_lists import many_products
from tests.benchmarks.measure import Lines, ratio

NOW = datetime(2026, 11, 24, 8)
_BEGIN = """
import resource, sys, time
from datetime import datetime
from pathlib import Path
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.services.batch import write_together
from lapas_desktop.services.listing import Shown, write_listing
from lapas_desktop.services.lists import columns_of
from lapas_desktop.services.maintenance import open_or_create
from lapas_desktop.services.records import list_page
now = datetime(2026, 11, 24, 8)
folder, count, target = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
office = open_or_create(folder, now)
def work(many):
"""
_SUMMARIES = """
    ids = list_page(office, Agreement, columns_of(Agreement, now.date()), "", 0, False, 0, 20).ids
    write_together(office, "summary", (ids * (many // len(ids) + 1))[:many], target, now.date())
"""
_LISTING = """
    columns = columns_of(Product, now.date())
    shown = Shown("", 0, False, (Product.id <= many,), tuple(range(len(columns))))
    write_listing(office, Product, columns, shown, target, now.date())
"""
_END = """
work(10)
began = time.process_time()
work(count)
print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
office.close()
"""


def _taken(body: str, folder: Path, count: int, target: Path) -> tuple[float, float]:
    """CPU seconds and the most memory in MB of a fresh process."""
    command = [sys.executable, "-c", _BEGIN + body + _END, str(folder), str(count), str(target)]
    seconds, most = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(most)


def measures(folder: Path) -> Lines:
    """Ten times as many take ten times as long, and hardly more memory."""
    life, rows = folder / "many-life", folder / "many-rows"
    make_practice_office(life, NOW.date())
    many_products(rows, 50_000).close()
    for name, body, data, few, target in (
        ("summaries in one PDF", _SUMMARIES, life, 50, folder / "many.pdf"),
        ("rows in one workbook", _LISTING, rows, 5_000, folder / "many.xlsx"),
    ):
        short, small = _taken(body, data, few, target)
        long, large = _taken(body, data, few * 10, target)
        yield f"{few * 10:,} {name}, {long:.1f} s, ÷ ten times {few:,}", ratio(long, short * 10), "≤ 1.2"
        yield f"memory for them, {large:.0f} MB, above that for {few:,}", f"{large - small:.0f} MB", "≤ 20 MB"
