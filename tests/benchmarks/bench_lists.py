"""Lists: opening 100,000 products over opening 1,000; a keystroke in the filter with its repaint."""

from __future__ import annotations

import statistics
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.column import NEWEST
from lapas_desktop.domain.product import Product
from lapas_desktop.services.lists import columns_of, views_of
from lapas_desktop.services.overview import Overview
from lapas_desktop.services.records import list_count, list_page
from lapas_desktop.storage.office import Office, create_office
from lapas_desktop.ui.details import Actions
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.list_screen import Invitation, ListScreen, Source
from tests.benchmarks.measure import Lines, ratio, side_by_side, thread_cpu

_WORDS = ("gantungan", "kunci", "rotan 9", "prd-0042", "māori", "x", "kursi 77", "zzz")
_NAMES = ("Gantungan kunci", "Kursi rotan", "Keset sabut", "Miniatur kapal", "Tempat tisu Māori")


def many_products(folder: Path, count: int) -> Office:
    office = create_office(folder)
    rows = [
        {"code": f"PRD-{n:06}", "name": f"{_NAMES[n % 5]} {n}", "unit": "buah", "hs_verified": False, "sample": True,
         "archived": False, "version": 1, "search": f"prd-{n:06} {_NAMES[n % 5].lower().replace('ā', 'a')} {n}"}
        for n in range(count)
    ]  # fmt: skip
    with office.transaction() as session:
        session.execute(insert(Product), rows)
    return office


def many_agreements(folder: Path, count: int) -> Office:
    office = create_office(folder)
    rows = [
        {"number": None if n % 10 == 9 else f"PKS-{n}", "title": f"Pemasaran {n}", "type": "ekspor", "stage": "signed",
         "copies": 2, "notice_days": 90, "starts_on": date(2020, 1, 1) + timedelta(n % 2000), "sample": True,
         "effective_ends_on": date(2021, 1, 1) + timedelta(n % 2500), "archived": False, "version": 1,
         "search": f"pks-{n} pemasaran {n} pt coir"}
        for n in range(count)
    ]  # fmt: skip
    with office.transaction() as session:
        session.execute(insert(Agreement), rows)
    return office


def _first_pages(office: Office, sort: int) -> None:
    on = date(2026, 1, 19)
    list_page(office, Agreement, columns_of(Agreement, on), "", sort, True, 0, 100, views_of(Agreement, on)[0].within)


def _agreements(folder: Path) -> Lines:
    """The first page of agreements, from the newest on and by number."""
    long, short = many_agreements(folder / "pks", 100_000), many_agreements(folder / "few", 1_000)
    for name, sort in (("newest first", NEWEST), ("by number", 0)):
        ours, floor = side_by_side(partial(_first_pages, long, sort), partial(_first_pages, short, sort), 15)
        yield f"100,000 agreements {name}, {ours * 1000:.1f} ms, ÷ 1,000", ratio(ours, floor), "≤ 2"


def _screen(office: Office, jobs: Jobs) -> ListScreen:
    on = date(2026, 1, 19)
    columns, views = columns_of(Product, on), views_of(Product, on)
    source = Source(
        "products",
        columns,
        views,
        partial(list_page, office, Product, columns),
        lambda typed, within, done: jobs.run(jobs, partial(list_count, office, Product, typed, *within), done, print),
        lambda done: done({view.key: 1 for view in views}),  # counted behind the window
        lambda _id: Overview(""),
    )
    screen = ListScreen(source, Actions((), ()), Invitation("", "", lambda: None))
    screen.resize(1158, 712)
    screen.show()
    return screen


def _opened(screen: ListScreen, application: QApplication, typed: str = "") -> None:
    screen.read(typed)
    screen.view.viewport().repaint()
    application.processEvents()


def measures(folder: Path) -> Lines:
    """CPU time of the query, the model and the repaint of a real table; how long the list is comes behind it."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    jobs = Jobs()
    long = _screen(many_products(folder / "long", 100_000), jobs)
    short = _screen(many_products(folder / "short", 1_000), jobs)
    ours, floor = side_by_side(lambda: _opened(long, application), lambda: _opened(short, application), 15, thread_cpu)
    yield f"list of 100,000, {ours * 1000:.1f} ms, ÷ list of 1,000", ratio(ours, floor), "≤ 2"
    yield from _agreements(folder)
    longest = _screen(many_products(folder / "longest", 1_000_000), jobs)
    ours, floor = side_by_side(
        lambda: _opened(longest, application), lambda: _opened(short, application), 7, thread_cpu
    )
    yield f"list of 1,000,000, {ours * 1000:.1f} ms, ÷ list of 1,000", ratio(ours, floor), "≤ 2"
    painted: list[float] = []
    counted: list[float] = []
    for typed in (word[:length] for word in _WORDS for length in range(1, len(word) + 1)):
        painted.append(thread_cpu(lambda typed=typed: _opened(long, application, typed)) * 1000)
        begun = time.perf_counter()
        while not long.model.counted:
            application.processEvents()
        counted.append((time.perf_counter() - begun) * 1000)
    for name, times, goal in (("list repainted", painted, "≤ 16 ms"), ("then its length known", counted, "")):
        times.sort()
        middle, late = statistics.median(times), times[int(len(times) * 0.95)]
        yield f"keystroke, 100,000 rows: {name}, median {middle:.1f} ms, p95", f"{late:.1f} ms", goal
    jobs.wait()
