"""The office, partners and products."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "office_profile",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("short_name", sa.String(length=80), nullable=True),
        sa.Column("office_class", sa.String(length=80), nullable=True),
        sa.Column("kop", sa.Text(), nullable=True),
        sa.Column("address", sa.String(length=300), nullable=True),
        sa.Column("city", sa.String(length=80), nullable=True),
        sa.Column("province", sa.String(length=80), nullable=True),
        sa.Column("kanwil", sa.String(length=300), nullable=True),
        sa.Column("phone", sa.String(length=80), nullable=True),
        sa.Column("email", sa.String(length=80), nullable=True),
        sa.Column("npwp", sa.String(length=80), nullable=True),
        sa.Column("origin_region", sa.String(length=80), nullable=True),
        sa.Column("paper", sa.String(length=20), nullable=False),
        sa.Column("number_pattern", sa.String(length=80), nullable=False),
        sa.Column("reminder_days", sa.String(length=80), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office_profile"),
    )
    op.create_index(
        "ix_office_profile_deleted_at_archived_name_search",
        "office_profile",
        ["deleted_at", "archived", "name", "search"],
        unique=False,
    )
    op.create_table(
        "partner",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("legal_form", sa.String(length=20), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("roles", sa.String(length=300), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("npwp", sa.String(length=80), nullable=True),
        sa.Column("nik", sa.String(length=80), nullable=True),
        sa.Column("nib", sa.String(length=80), nullable=True),
        sa.Column("passport", sa.String(length=80), nullable=True),
        sa.Column("bank", sa.String(length=300), nullable=True),
        sa.Column("currency", sa.String(length=20), nullable=True),
        sa.Column("incoterm", sa.String(length=20), nullable=True),
        sa.Column("payment", sa.String(length=80), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
    )
    op.create_index("ix_partner_code", "partner", ["code"], unique=False)
    op.create_index(
        "ix_partner_deleted_at_archived_code_search",
        "partner",
        ["deleted_at", "archived", "code", "search"],
        unique=False,
    )
    op.create_index("ix_partner_name", "partner", ["name"], unique=False)
    op.create_table(
        "address",
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("street", sa.String(length=300), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=True),
        sa.Column("postcode", sa.String(length=20), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name="fk_address_partner_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_address"),
    )
    op.create_index("ix_address_partner_id", "address", ["partner_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("job", sa.String(length=80), nullable=True),
        sa.Column("phone", sa.String(length=80), nullable=True),
        sa.Column("email", sa.String(length=80), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name="fk_contact_partner_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
    )
    op.create_index("ix_contact_partner_id", "contact", ["partner_id"], unique=False)
    op.create_table(
        "officer",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("nip", sa.String(length=80), nullable=True),
        sa.Column("job", sa.String(length=300), nullable=False),
        sa.Column("signs_as", sa.String(length=20), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office_profile.id"], name="fk_officer_office_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_officer"),
    )
    op.create_index("ix_officer_office_id", "officer", ["office_id"], unique=False)
    op.create_table(
        "product",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=True),
        sa.Column("material", sa.String(length=80), nullable=True),
        sa.Column("material_class", sa.String(length=20), nullable=True),
        sa.Column("workshop", sa.String(length=80), nullable=True),
        sa.Column("maker_id", sa.Integer(), nullable=True),
        sa.Column("export_name", sa.String(length=300), nullable=True),
        sa.Column("customs_description", sa.String(length=255), nullable=True),
        sa.Column("hs_code", sa.String(length=20), nullable=True),
        sa.Column("hs_verified", sa.Boolean(), nullable=False),
        sa.Column("origin_country", sa.String(length=2), nullable=True),
        sa.Column("origin_region", sa.String(length=80), nullable=True),
        sa.Column("brand", sa.String(length=80), nullable=True),
        sa.Column("model", sa.String(length=80), nullable=True),
        sa.Column("size", sa.String(length=80), nullable=True),
        sa.Column("other_spec", sa.String(length=80), nullable=True),
        sa.Column("unit_net_weight", sa.BigInteger(), nullable=True),
        sa.Column("pack_type", sa.String(length=20), nullable=True),
        sa.Column("units_per_pack", sa.BigInteger(), nullable=True),
        sa.Column("pack_tare", sa.BigInteger(), nullable=True),
        sa.Column("pack_length", sa.BigInteger(), nullable=True),
        sa.Column("pack_width", sa.BigInteger(), nullable=True),
        sa.Column("pack_height", sa.BigInteger(), nullable=True),
        sa.Column("price_local", sa.BigInteger(), nullable=True),
        sa.Column("price_export", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=20), nullable=True),
        sa.Column("premi_per_unit", sa.BigInteger(), nullable=True),
        sa.Column("lead_time", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["maker_id"], ["partner.id"], name="fk_product_maker_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_product"),
    )
    op.create_index("ix_product_code", "product", ["code"], unique=False)
    op.create_index(
        "ix_product_deleted_at_archived_code_search",
        "product",
        ["deleted_at", "archived", "code", "search"],
        unique=False,
    )
    op.create_index("ix_product_maker_id", "product", ["maker_id"], unique=False)
    op.create_index("ix_product_name", "product", ["name"], unique=False)
    op.create_table(
        "signatory",
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("job", sa.String(length=80), nullable=True),
        sa.Column("authority", sa.String(length=80), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name="fk_signatory_partner_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_signatory"),
    )
    op.create_index("ix_signatory_partner_id", "signatory", ["partner_id"], unique=False)
    op.create_table(
        "workshop",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office_profile.id"], name="fk_workshop_office_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
    )
    op.create_index("ix_workshop_office_id", "workshop", ["office_id"], unique=False)
    op.create_table(
        "quality_item",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=300), nullable=False),
        sa.Column("method", sa.String(length=80), nullable=True),
        sa.Column("tolerance", sa.String(length=80), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_quality_item_product_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_quality_item"),
    )
    op.create_index("ix_quality_item_product_id", "quality_item", ["product_id"], unique=False)
