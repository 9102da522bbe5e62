from __future__ import annotations

import importlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine

from lapas_desktop.domain.entity import Row
from lapas_desktop.domain.errors import Damaged
from lapas_desktop.storage import migrate, sqlite
from lapas_desktop.storage.office import Office


def schema(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def at_version(path: Path, version: int) -> None:
    sqlite.create_empty(path)
    engine = sqlite.open_engine(path, foreign_keys=False)
    for number, name in enumerate(migrate.step_names()[:version], 1):
        migrate.run_step(engine, importlib.import_module(f"lapas_desktop.storage.steps.{name}").upgrade, number)
    engine.dispose()


def fill(path: Path) -> dict[str, int]:
    """One row in every table, with plain values and every link set; returns the counts."""
    engine = sa.create_engine("sqlite://", creator=lambda: sqlite3.connect(path))
    tables = sa.MetaData()
    with engine.begin() as connection:
        tables.reflect(connection)
        for table in tables.sorted_tables:
            values = (
                {
                    column.name: 1 if column.foreign_keys or not isinstance(column.type, sa.String) else "x"
                    for column in table.columns
                    if not isinstance(column.type, sa.Date | sa.DateTime)
                }
                | {
                    column.name: datetime(2026, 1, 19) if isinstance(column.type, sa.DateTime) else date(2026, 1, 19)
                    for column in table.columns
                    if isinstance(column.type, sa.Date | sa.DateTime) and not column.nullable
                }
                | {column.name: b"x" for column in table.columns if isinstance(column.type, sa.LargeBinary)}
            )
            connection.execute(table.insert().values(values))
    engine.dispose()
    return counts(path)


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite.connect_read_only(path)) as connection:
        assert sqlite.integrity_problems(connection) == []
        return sqlite.table_counts(connection)


@pytest.fixture
def engine(office: Office) -> Iterator[Engine]:
    engine = sqlite.open_engine(office.path, foreign_keys=False)
    yield engine
    engine.dispose()


def test_the_steps_make_what_the_entities_declare(office: Office) -> None:
    with office.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_steps_are_numbered_without_gaps() -> None:
    assert [int(name[1:5]) for name in migrate.step_names()] == list(range(1, migrate.latest_version() + 1))


@pytest.mark.parametrize("version", range(migrate.latest_version() + 1))
def test_every_earlier_version_arrives_with_all_its_rows(version: int, tmp_path: Path, office: Office) -> None:
    path = tmp_path / "lama.db"
    at_version(path, version)
    before = fill(path)
    migrate.upgrade(path, version)
    assert sqlite.identity(path) == (sqlite.APPLICATION_ID, migrate.latest_version())
    assert schema(path) == schema(office.path)
    assert counts(path).items() >= before.items()


def test_a_failing_step_leaves_the_file_as_it_was(office: Office, engine: Engine) -> None:
    fill(office.path)
    office.close()
    before = office.path.read_bytes()

    def step(op: Operations) -> None:
        op.create_table("baru", sa.Column("id", sa.Integer, primary_key=True))
        op.drop_table("package")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate.run_step(engine, step, 99)
    assert office.path.read_bytes() == before


def test_a_step_that_breaks_a_link_is_refused(office: Office, engine: Engine) -> None:
    before = fill(office.path)

    def step(op: Operations) -> None:
        op.execute("DELETE FROM partner")

    with pytest.raises(Damaged, match="tautan yang putus"):
        migrate.run_step(engine, step, 99)
    assert counts(office.path) == before
    assert sqlite.identity(office.path)[1] == migrate.latest_version()


def test_a_rebuilt_parent_keeps_its_children(office: Office, engine: Engine) -> None:
    before = fill(office.path)

    def step(op: Operations) -> None:
        with op.batch_alter_table("partner", recreate="always") as table:
            table.add_column(sa.Column("baru", sa.Integer))

    migrate.run_step(engine, step, 99)
    assert counts(office.path) == before
