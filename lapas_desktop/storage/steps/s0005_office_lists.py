"""The office's own lists (units, HS codes, countries used often) and the logos of its kop."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "office_lists",
        sa.Column("countries", sa.String(length=300), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office_lists"),
    )
    op.create_index(
        "ix_office_lists_deleted_at_archived_created_at_search",
        "office_lists",
        ["deleted_at", "archived", "created_at", "search"],
        unique=False,
    )
    op.create_table(
        "unit",
        sa.Column("lists_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("word", sa.String(length=20), nullable=False),
        sa.Column("english", sa.String(length=80), nullable=False),
        sa.Column("english_plural", sa.String(length=80), nullable=False),
        sa.Column("rec20", sa.String(length=20), nullable=True),
        sa.Column("ceisa", sa.String(length=20), nullable=True),
        *_child("unit"),
    )
    op.create_index("ix_unit_lists_id", "unit", ["lists_id"], unique=False)
    op.create_table(
        "hs_code",
        sa.Column("lists_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("description", sa.String(length=300), nullable=False),
        sa.Column("certainty", sa.String(length=20), nullable=False),
        *_child("hs_code"),
    )
    op.create_index("ix_hs_code_lists_id", "hs_code", ["lists_id"], unique=False)
    op.create_table(
        "logo",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office_profile.id"], name="fk_logo_office_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_logo"),
    )
    op.create_index("ix_logo_office_id", "logo", ["office_id"], unique=False)


def _child(table: str) -> tuple[sa.Column[int] | sa.Constraint, ...]:
    return (
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lists_id"], ["office_lists.id"], name=f"fk_{table}_lists_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
