"""Shipments with lines and packages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "shipment",
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("export_sequence", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("exporter_id", sa.Integer(), nullable=True),
        sa.Column("buyer_id", sa.Integer(), nullable=True),
        sa.Column("consignee_id", sa.Integer(), nullable=True),
        sa.Column("notify_id", sa.Integer(), nullable=True),
        sa.Column("forwarder_id", sa.Integer(), nullable=True),
        sa.Column("destination_country", sa.String(length=2), nullable=True),
        sa.Column("port_of_loading", sa.String(length=80), nullable=True),
        sa.Column("port_of_discharge", sa.String(length=80), nullable=True),
        sa.Column("mode", sa.String(length=20), nullable=True),
        sa.Column("incoterm", sa.String(length=20), nullable=True),
        sa.Column("incoterm_place", sa.String(length=80), nullable=True),
        sa.Column("carrier", sa.String(length=80), nullable=True),
        sa.Column("vessel", sa.String(length=80), nullable=True),
        sa.Column("transport_document", sa.String(length=80), nullable=True),
        sa.Column("container", sa.String(length=80), nullable=True),
        sa.Column("seal", sa.String(length=80), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("packed_on", sa.Date(), nullable=True),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("shipped_on", sa.Date(), nullable=True),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("currency", sa.String(length=20), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=True),
        sa.Column("rate_on", sa.Date(), nullable=True),
        sa.Column("rate_source", sa.String(length=80), nullable=True),
        sa.Column("freight", sa.BigInteger(), nullable=True),
        sa.Column("insurance", sa.BigInteger(), nullable=True),
        sa.Column("invoice_number", sa.String(length=80), nullable=True),
        sa.Column("invoice_date", sa.Date(), nullable=True),
        sa.Column("packing_list_number", sa.String(length=80), nullable=True),
        sa.Column("packing_list_date", sa.Date(), nullable=True),
        sa.Column("peb_number", sa.String(length=80), nullable=True),
        sa.Column("peb_date", sa.Date(), nullable=True),
        sa.Column("npe_number", sa.String(length=80), nullable=True),
        sa.Column("ceremony_on", sa.Date(), nullable=True),
        sa.Column("ceremony_place", sa.String(length=300), nullable=True),
        sa.Column("officials", sa.Text(), nullable=True),
        sa.Column("packed_by", sa.String(length=80), nullable=True),
        sa.Column("checked_by", sa.String(length=80), nullable=True),
        sa.Column("released_by", sa.String(length=80), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_shipment_agreement_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["buyer_id"], ["partner.id"], name="fk_shipment_buyer_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["consignee_id"], ["partner.id"], name="fk_shipment_consignee_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["exporter_id"], ["partner.id"], name="fk_shipment_exporter_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["forwarder_id"], ["partner.id"], name="fk_shipment_forwarder_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["notify_id"], ["partner.id"], name="fk_shipment_notify_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_shipment"),
    )
    op.create_index("ix_shipment_agreement_id", "shipment", ["agreement_id"], unique=False)
    op.create_index("ix_shipment_buyer_id", "shipment", ["buyer_id"], unique=False)
    op.create_index("ix_shipment_consignee_id", "shipment", ["consignee_id"], unique=False)
    op.create_index(
        "ix_shipment_deleted_at_archived_number_search",
        "shipment",
        ["deleted_at", "archived", "number", "search"],
        unique=False,
    )
    op.create_index("ix_shipment_exporter_id", "shipment", ["exporter_id"], unique=False)
    op.create_index("ix_shipment_forwarder_id", "shipment", ["forwarder_id"], unique=False)
    op.create_index("ix_shipment_notify_id", "shipment", ["notify_id"], unique=False)
    op.create_index("ix_shipment_number", "shipment", ["number"], unique=False)
    op.create_table(
        "package",
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("from_no", sa.Integer(), nullable=False),
        sa.Column("to_no", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("content", sa.BigInteger(), nullable=True),
        sa.Column("length", sa.BigInteger(), nullable=True),
        sa.Column("width", sa.BigInteger(), nullable=True),
        sa.Column("height", sa.BigInteger(), nullable=True),
        sa.Column("tare", sa.BigInteger(), nullable=True),
        sa.Column("net", sa.BigInteger(), nullable=True),
        sa.Column("gross", sa.BigInteger(), nullable=True),
        sa.Column("marks", sa.String(length=80), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_package_product_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipment.id"], name="fk_package_shipment_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_package"),
    )
    op.create_index("ix_package_product_id", "package", ["product_id"], unique=False)
    op.create_index("ix_package_shipment_id", "package", ["shipment_id"], unique=False)
    op.create_table(
        "shipment_line",
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
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name="fk_shipment_line_product_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipment.id"], name="fk_shipment_line_shipment_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_shipment_line"),
    )
    op.create_index("ix_shipment_line_product_id", "shipment_line", ["product_id"], unique=False)
    op.create_index("ix_shipment_line_shipment_id", "shipment_line", ["shipment_id"], unique=False)
