"""From the workshop to the container: production, stock corrections, papers of a shipment, its freeze at release."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    _production(op)
    _shipment_rows(op)
    _other_rows(op)
    _shipment(op)


def _production(op: Operations) -> None:
    op.create_table(
        "batch",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("workshop", sa.String(length=80), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("target", sa.BigInteger(), nullable=True),
        sa.Column("made", sa.BigInteger(), nullable=True),
        sa.Column("rejected", sa.BigInteger(), nullable=True),
        sa.Column("premi_per_unit", sa.BigInteger(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *[
            sa.ForeignKeyConstraint([f"{name}_id"], [f"{name}.id"], name=f"fk_batch_{name}_id", ondelete="RESTRICT")
            for name in ("product", "agreement", "partner")
        ],
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
    )
    for columns in (
        ["agreement_id"], ["code"], ["deleted_at", "archived", "code", "search"], ["partner_id"], ["product_id"],
    ):  # fmt: skip
        op.create_index(f"ix_batch_{'_'.join(columns)}", "batch", columns, unique=False)
    _child(
        op, "crew", "batch",
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("remark", sa.String(length=300), nullable=True),
    )  # fmt: skip
    _child(
        op, "quality_check", "batch",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("inspector", sa.String(length=80), nullable=True),
        sa.Column("side", sa.String(length=20), nullable=False),
        sa.Column("sample_size", sa.BigInteger(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("document", sa.String(length=80), nullable=True),
        sa.Column("remark", sa.String(length=300), nullable=True),
    )  # fmt: skip


def _shipment_rows(op: Operations) -> None:
    _child(
        op, "shipment_document", "shipment",
        sa.Column("document", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.String(length=80), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
    )  # fmt: skip
    _child(
        op, "consignment_sale", "shipment",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("remark", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name="fk_consignment_sale_product_id", ondelete="RESTRICT"
        ),
    )  # fmt: skip
    op.create_index("ix_consignment_sale_product_id", "consignment_sale", ["product_id"], unique=False)
    op.create_table(
        "frozen_shipment",
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=80), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("frozen_at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipment.id"], name="fk_frozen_shipment_shipment_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_frozen_shipment"),
        sa.UniqueConstraint("shipment_id", "revision", name="uq_frozen_shipment_shipment_id_revision"),
    )
    op.create_index("ix_frozen_shipment_shipment_id", "frozen_shipment", ["shipment_id"], unique=False)


def _other_rows(op: Operations) -> None:
    _child(
        op, "stock_change", "product",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("direction", sa.String(length=20), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
    )  # fmt: skip
    _child(
        op, "document_rule", "office_lists",
        sa.Column("material_class", sa.String(length=20), nullable=True),
        sa.Column("destination", sa.String(length=2), nullable=True),
        sa.Column("mode", sa.String(length=20), nullable=True),
        sa.Column("document", sa.String(length=20), nullable=False),
        sa.Column("remark", sa.String(length=300), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        owner="lists_id",
    )  # fmt: skip


def _child(op: Operations, name: str, parent: str, *columns: Any, owner: str = "") -> None:
    owner = owner or f"{parent}_id"
    op.create_table(
        name,
        sa.Column(owner, sa.Integer(), nullable=False),
        *columns,
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint([owner], [f"{parent}.id"], name=f"fk_{name}_{owner}", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_{owner}", name, [owner], unique=False)


def _shipment(op: Operations) -> None:
    for column in (
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("first_export", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("agreement_note", sa.String(length=300), nullable=True),
        sa.Column("other_producers", sa.Text(), nullable=True),
        sa.Column("container_type", sa.String(length=20), nullable=True),
        sa.Column("vehicle", sa.String(length=80), nullable=True),
        sa.Column("driver", sa.String(length=80), nullable=True),
        sa.Column("marks", sa.Text(), nullable=True),
        sa.Column("aju_number", sa.String(length=80), nullable=True),
        sa.Column("ceremony_name", sa.String(length=300), nullable=True),
        sa.Column("received_by", sa.String(length=80), nullable=True),
        sa.Column("quality_reason", sa.String(length=300), nullable=True),
    ):
        op.add_column("shipment", column)
    _shipment_line(op)


def _shipment_line(op: Operations) -> None:
    """Written out, as the rebuilding of alembic's batch puts the links of a table in no certain order."""
    kept = [
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=True),
        sa.Column("hs_code", sa.String(length=20), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("export_name", sa.String(length=300), nullable=True),
        sa.Column("unit", sa.String(length=20), nullable=True),
        sa.Column("origin_country", sa.String(length=2), nullable=True),
        sa.Column("unit_net_weight", sa.BigInteger(), nullable=True),
        sa.Column("made_by_inmates", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]
    names = ", ".join(column.name for column in kept)
    links = (("shipment", "CASCADE"), ("product", "RESTRICT"), ("batch", "RESTRICT"))
    op.create_table(
        "shipment_line_new",
        *kept,
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.BigInteger(), nullable=True),
        *[
            sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=f"fk_shipment_line_{to}_id", ondelete=rule)
            for to, rule in links
        ],
        sa.PrimaryKeyConstraint("id", name="pk_shipment_line"),
    )
    op.execute(f"INSERT INTO shipment_line_new ({names}) SELECT {names} FROM shipment_line")
    op.drop_table("shipment_line")
    op.rename_table("shipment_line_new", "shipment_line")
    for to, _rule in links:
        op.create_index(f"ix_shipment_line_{to}_id", "shipment_line", [f"{to}_id"], unique=False)
