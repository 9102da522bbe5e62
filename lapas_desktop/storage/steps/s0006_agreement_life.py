"""The life of an agreement: clauses, originals, addenda, periodic promises; papers of partners."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

_LEGAL_BASIS = "\n".join(
    (
        "Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan",
        "Peraturan Pemerintah Nomor 31 Tahun 1999 tentang Pembinaan dan Pembimbingan Warga Binaan Pemasyarakatan",
        "Peraturan Pemerintah Nomor 32 Tahun 1999 tentang Syarat dan Tata Cara Pelaksanaan Hak "
        "Warga Binaan Pemasyarakatan",
        "Peraturan Menteri Hukum dan HAM Nomor 53 Tahun 2016 tentang Pengelolaan dan Pemanfaatan "
        "Hasil Kegiatan Industri di Lembaga Pemasyarakatan",
        "Keputusan Menteri Kehakiman Nomor M.01-PP.02.01 Tahun 1990",
    )
)

_INDEXES = {
    "deleted_at_archived_number_search": ["deleted_at", "archived", "number", "search"],
    "number": ["number"],
    "predecessor_id": ["predecessor_id"],
}


def upgrade(op: Operations) -> None:
    _columns(op)
    _agreement_rows(op)
    _records(op)
    _partner_paper(op)
    _fill(op)


def _columns(op: Operations) -> None:
    # dropped and made again by name: a rebuilt table gets its indexes back in no certain order
    for name in _INDEXES:
        op.drop_index(f"ix_agreement_{name}", "agreement")
    with op.batch_alter_table("agreement", recreate="always") as table:
        table.add_column(sa.Column("parent_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("overlap_reason", sa.String(length=300), nullable=True))
        table.add_column(sa.Column("copies", sa.Integer(), server_default="2", nullable=False))
        table.add_column(sa.Column("legal_basis", sa.Text(), nullable=True))
        table.add_column(sa.Column("witnesses", sa.Text(), nullable=True))
        table.add_column(sa.Column("termination_letter", sa.String(length=80), nullable=True))
        table.add_column(sa.Column("implementation", sa.Text(), nullable=True))
        table.add_column(sa.Column("profit_note", sa.String(length=300), nullable=True))
        table.add_column(sa.Column("effective_ends_on", sa.Date(), nullable=True))
        table.create_foreign_key("fk_agreement_parent_id", "agreement", ["parent_id"], ["id"], ondelete="RESTRICT")
    for name, columns in _INDEXES.items():
        op.create_index(f"ix_agreement_{name}", "agreement", columns, unique=False)
    op.create_index("ix_agreement_parent_id", "agreement", ["parent_id"], unique=False)
    op.add_column("party", sa.Column("signatory_number", sa.String(length=80), nullable=True))
    op.add_column("party", sa.Column("signing_state", sa.String(length=20), server_default="belum", nullable=False))
    op.add_column("party", sa.Column("signing_state_on", sa.Date(), nullable=True))
    op.add_column("obligation", sa.Column("period", sa.String(length=20), server_default="sekali", nullable=False))
    op.add_column("obligation", sa.Column("done_on", sa.Date(), nullable=True))
    op.add_column("obligation", sa.Column("evidence", sa.String(length=300), nullable=True))
    op.add_column("obligation", sa.Column("next_due_on", sa.Date(), nullable=True))
    op.add_column("office_profile", sa.Column("legal_basis", sa.Text(), nullable=True))


def _fill(op: Operations) -> None:
    op.execute("UPDATE agreement SET effective_ends_on = ends_on")
    op.execute("UPDATE obligation SET next_due_on = due_on WHERE NOT done")
    profile = sa.table("office_profile", sa.column("legal_basis", sa.Text()))
    op.execute(profile.update().values(legal_basis=_LEGAL_BASIS))


def _agreement_rows(op: Operations) -> None:
    op.create_table(
        "agreement_clause",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("standard", sa.String(length=80), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_agreement_clause_agreement_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement_clause"),
    )
    op.create_index("ix_agreement_clause_agreement_id", "agreement_clause", ["agreement_id"], unique=False)
    op.create_table(
        "original",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("stamped", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=True),
        sa.Column("lent_to", sa.String(length=80), nullable=True),
        sa.Column("lent_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_original_agreement_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_original"),
    )
    op.create_index("ix_original_agreement_id", "original", ["agreement_id"], unique=False)


def _record_columns(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    ]


def _records(op: Operations) -> None:
    op.create_table(
        "addendum",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_at", sa.String(length=80), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("stage", sa.String(length=20), nullable=False),
        *_record_columns("addendum"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_addendum_agreement_id", ondelete="RESTRICT"
        ),
    )
    op.create_index("ix_addendum_agreement_id", "addendum", ["agreement_id"], unique=False)
    op.create_index("ix_addendum_number", "addendum", ["number"], unique=False)
    listed = ["deleted_at", "archived", "number", "search"]
    op.create_index("ix_addendum_deleted_at_archived_number_search", "addendum", listed, unique=False)
    op.create_table(
        "addendum_change",
        sa.Column("addendum_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["addendum_id"], ["addendum.id"], name="fk_addendum_change_addendum_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name="fk_addendum_change_product_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_addendum_change"),
    )
    op.create_index("ix_addendum_change_addendum_id", "addendum_change", ["addendum_id"], unique=False)
    op.create_index("ix_addendum_change_product_id", "addendum_change", ["product_id"], unique=False)
    op.create_table(
        "standard_clause",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("types", sa.String(length=300), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        *_record_columns("standard_clause"),
    )
    op.create_index("ix_standard_clause_code", "standard_clause", ["code"], unique=False)
    listed = ["deleted_at", "archived", "code", "search"]
    op.create_index("ix_standard_clause_deleted_at_archived_code_search", "standard_clause", listed, unique=False)


def _partner_paper(op: Operations) -> None:
    op.create_table(
        "partner_paper",
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.String(length=80), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name="fk_partner_paper_partner_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_paper"),
    )
    op.create_index("ix_partner_paper_partner_id", "partner_paper", ["partner_id"], unique=False)
