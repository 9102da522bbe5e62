"""Brings a data file to the version of the program: numbered steps, each in one transaction.

Foreign keys are off outside the transaction (a rebuilt parent table would take its children along), and
are checked before the commit. The caller makes a backup first.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from lapas_desktop.domain.errors import Damaged, Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import steps
from lapas_desktop.storage.sqlite import APPLICATION_ID, WRITE, open_engine


def step_names() -> list[str]:
    """The step modules in order; their count is the version of the data file."""
    return sorted(module.name for module in pkgutil.iter_modules(steps.__path__))


def latest_version() -> int:
    return len(step_names())


def too_new() -> Refused:
    """The sentence for data of a newer program."""
    return Refused(_(N_("Data ini dibuat oleh program yang lebih baru. Pasang versi terbaru untuk membukanya.")))


def upgrade(path: Path, current: int) -> None:
    """Runs every step after ``current``. A step that fails leaves the file as it was before that step."""
    engine = open_engine(path, foreign_keys=False)
    try:
        for number, name in enumerate(step_names()[current:], current + 1):
            module = importlib.import_module(f"{steps.__name__}.{name}")
            run_step(engine, module.upgrade, number)
    finally:
        engine.dispose()


def run_step(engine: Engine, step: Callable[[Any], None], number: int) -> None:
    """One step: change, check the references, stamp the version, commit."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    with engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
        step(Operations(MigrationContext.configure(connection)))
        if connection.execute(text("PRAGMA foreign_key_check")).first():
            raise Damaged(_(N_("Data tidak dapat diperbarui: ada tautan yang putus. Pulihkan dari cadangan.")))
        connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version={number}"))
