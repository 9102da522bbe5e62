"""Lists: opening 100,000 products over opening 1,000; a keystroke in the filter with its repaint."""

from __future__ import annotations

import statistics
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from lapas_desktop.domain.product import Product
from lapas_desktop.services.lists import columns_of
from lapas_desktop.services.overview import Overview
from lapas_desktop.services.records import list_count, list_page
from lapas_desktop.storage.office import Office, create_office
from lapas_desktop.ui.list_screen import ListScreen
from tests.benchmarks.measure import Lines, cpu, ratio, side_by_side

_WORDS = ("gantungan", "kunci", "rotan 9", "prd-0042", "māori", "x", "kursi 77", "zzz")
_NAMES = ("Gantungan kunci", "Kursi rotan", "Keset sabut", "Miniatur kapal", "Tempat tisu Māori")


def _office(folder: Path, count: int) -> Office:
    office = create_office(folder)
    rows = [
        {"code": f"PRD-{n:06}", "name": f"{_NAMES[n % 5]} {n}", "unit": "buah", "hs_verified": False, "sample": True,
         "archived": False, "version": 1, "search": f"prd-{n:06} {_NAMES[n % 5].lower().replace('ā', 'a')} {n}"}
        for n in range(count)
    ]  # fmt: skip
    with office.transaction() as session:
        session.execute(insert(Product), rows)
    return office


def _screen(office: Office) -> ListScreen:
    columns = columns_of(Product, date(2026, 1, 19))
    page, count = partial(list_page, office, Product, columns), partial(list_count, office, Product)
    screen = ListScreen(columns, page, count, lambda _id: Overview(""), (), "")
    screen.resize(1158, 712)
    screen.show()
    return screen


def _opened(screen: ListScreen, application: QApplication, typed: str = "") -> None:
    screen.reload(typed)
    screen.view.viewport().repaint()
    application.processEvents()


def measures(folder: Path) -> Lines:
    """CPU time of the query, the model and the repaint of a real table."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    long, short = _screen(_office(folder / "long", 100_000)), _screen(_office(folder / "short", 1_000))
    ours, floor = side_by_side(lambda: _opened(long, application), lambda: _opened(short, application), 15)
    yield f"list of 100,000, {ours * 1000:.1f} ms, ÷ list of 1,000", ratio(ours, floor), "≤ 2"
    times = [
        cpu(lambda typed=word[:length]: _opened(long, application, typed)) * 1000
        for word in _WORDS
        for length in range(1, len(word) + 1)
    ]
    times.sort()
    yield "keystroke in the filter, 100,000 rows, median", f"{statistics.median(times):.1f} ms", ""
    yield "keystroke in the filter, 100,000 rows, p95", f"{times[int(len(times) * 0.95)]:.1f} ms", "≤ 16 ms"
