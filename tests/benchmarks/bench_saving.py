"""Saving one record over a bare commit of one row under the same pragmas."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from lapas_desktop.domain.product import Product
from lapas_desktop.services.records import blank, save_record
from lapas_desktop.storage.office import create_office
from lapas_desktop.storage.sqlite import set_pragmas
from tests.benchmarks.measure import Lines, ratio, side_by_side, wall


def measures(folder: Path) -> Lines:
    """Wall time, the disk included; the edit of one field of an existing product."""
    office, now, numbers = create_office(folder / "saving"), datetime(2026, 1, 19), count()
    product = save_record(office, Product, {**blank(office, Product), "name": "Keset"}, now).id
    with closing(sqlite3.connect(office.path, isolation_level=None)) as bare:
        set_pragmas(bare)

        def commit() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("UPDATE product SET notes=? WHERE id=?", (str(next(numbers)), product))
            bare.execute("COMMIT")

        def save() -> None:
            save_record(office, Product, {"notes": str(next(numbers))}, now, product)

        ours, floor = side_by_side(save, commit, 100, wall)
    office.close()
    yield f"save a record, {ours * 1000:.2f} ms, ÷ bare commit", ratio(ours, floor), "≤ 3"
