"""A product: what it is, what customs need, how it is packed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_, _


class Product(Record):
    """One product. Weights in kg, package lengths in cm."""

    label = N_("Produk")
    label_plural = N_("Produk", "banyak")
    children: ClassVar[tuple[str, ...]] = ("quality_items", "stock_changes")

    code: Mapped[str] = field(N_("Kode"), kinds.CODE, required=True, search=True, index=True)
    name: Mapped[str] = field(N_("Nama produk"), required=True, search=True, index=True, wide=True)
    unit: Mapped[str] = field(N_("Satuan"), kinds.choice("unit", lists.UNITS, 8), required=True, default="buah")
    kind: Mapped[str | None] = field(N_("Jenis"), kinds.SHORT_TEXT, search=True)
    material: Mapped[str | None] = field(N_("Bahan"), kinds.SHORT_TEXT, search=True)
    material_class: Mapped[str | None] = field(
        N_("Golongan bahan"), kinds.choice("material class", lists.MATERIAL_CLASSES)
    )
    workshop: Mapped[str | None] = field(N_("Bengkel"), kinds.SHORT_TEXT)
    maker_id: Mapped[int | None] = field(N_("Produsen/IKM"), kinds.reference("Partner"))
    export_name: Mapped[str | None] = field(N_("Nama ekspor (Inggris)"), search=True)
    customs_description: Mapped[str | None] = field(N_("Uraian barang"), kinds.text(255), wide=True)
    hs_code: Mapped[str | None] = field(N_("Kode HS"), kinds.HS_CODE, search=True, hint=N_("8 angka"))
    hs_verified: Mapped[bool] = field(N_("HS sudah diverifikasi"), kinds.CHECK, required=True, default=False)
    origin_country: Mapped[str | None] = field(N_("Negara asal"), kinds.COUNTRY, default="ID")
    origin_region: Mapped[str | None] = field(N_("Daerah asal"), kinds.SHORT_TEXT)
    brand: Mapped[str | None] = field(N_("Merek"), kinds.SHORT_TEXT, default="TANPA MEREK")
    model: Mapped[str | None] = field(N_("Tipe"), kinds.SHORT_TEXT, default="-")
    size: Mapped[str | None] = field(N_("Ukuran"), kinds.SHORT_TEXT, default="-")
    other_spec: Mapped[str | None] = field(N_("Spesifikasi lain"), kinds.SHORT_TEXT, default="-")
    unit_net_weight: Mapped[Decimal | None] = field(
        N_("Berat bersih per satuan (kg)"), kinds.UNIT_WEIGHT, hint=N_("Atau hasil timbang, mis. 100 = 2,25")
    )
    pack_type: Mapped[str | None] = field(N_("Jenis kemasan"), kinds.choice("package", lists.PACKAGES), default="CT")
    units_per_pack: Mapped[Decimal | None] = field(N_("Isi per kemasan"), kinds.QUANTITY)
    pack_tare: Mapped[Decimal | None] = field(N_("Berat kemasan kosong (kg)"), kinds.WEIGHT)
    pack_length: Mapped[Decimal | None] = field(N_("Panjang (cm)"), kinds.LENGTH)
    pack_width: Mapped[Decimal | None] = field(N_("Lebar (cm)"), kinds.LENGTH)
    pack_height: Mapped[Decimal | None] = field(N_("Tinggi (cm)"), kinds.LENGTH)
    price_local: Mapped[Decimal | None] = field(N_("Harga dalam negeri (Rp)"), kinds.MONEY)
    price_export: Mapped[Decimal | None] = field(N_("Harga ekspor"), kinds.MONEY)
    currency: Mapped[str | None] = field(N_("Mata uang ekspor"), kinds.CURRENCY, default="USD")
    premi_per_unit: Mapped[Decimal | None] = field(N_("Premi per satuan (Rp)"), kinds.MONEY)
    lead_time: Mapped[int | None] = field(N_("Lama pengerjaan (hari)"), kinds.COUNT)

    maker: Mapped[Partner | None] = relationship()
    quality_items: Mapped[list[QualityItem]] = relationship(
        order_by="QualityItem.position", cascade="all, delete-orphan"
    )
    stock_changes: Mapped[list[StockChange]] = relationship(
        order_by="StockChange.position", cascade="all, delete-orphan"
    )

    sections = (
        Section(
            N_("Produk"),
            ("code", "name", "unit", "kind", "material", "material_class", "workshop", "maker_id", "lead_time"),
        ),
        Section(
            N_("Ekspor"),
            (
                "export_name",
                "hs_code",
                "customs_description",
                "hs_verified",
                "origin_country",
                "origin_region",
                "brand",
                "model",
                "size",
                "other_spec",
            ),
        ),
        Section(
            N_("Berat dan kemasan baku"),
            ("unit_net_weight", "pack_type", "units_per_pack", "pack_tare", "pack_length", "pack_width", "pack_height"),
        ),
        Section(N_("Harga"), ("price_local", "price_export", "currency", "premi_per_unit")),
        Section(N_("Standar mutu"), children="quality_items"),
        Section(N_("Penyesuaian stok"), children="stock_changes"),
        Section(N_("Lain-lain"), ("notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.code

    @property
    def caption(self) -> str:
        return self.name

    def problems(self) -> Iterator[Problem]:
        if self.unit_net_weight is not None and self.unit_net_weight <= 0:
            yield Problem("unit_net_weight", _(N_("Berat harus lebih dari nol.")))
        if self.units_per_pack is not None and self.units_per_pack <= 0:
            yield Problem("units_per_pack", _(N_("Isi per kemasan harus lebih dari nol.")))
        if self.price_export is not None and not self.currency:
            yield Problem("currency", _(N_("Pilih mata uang harga ekspor.")))


class QualityItem(Child):
    """One line of the quality standard."""

    product_id: Mapped[int] = owner("Product")
    item: Mapped[str] = field(N_("Yang diperiksa"), required=True)
    method: Mapped[str | None] = field(N_("Cara"), kinds.SHORT_TEXT)
    tolerance: Mapped[str | None] = field(N_("Toleransi"), kinds.SHORT_TEXT)


class StockChange(Child):
    """A correction of the stock with its reason; the rest of the stock follows from batches and shipments."""

    product_id: Mapped[int] = owner("Product")
    day: Mapped[date] = field(N_("Tanggal"), kinds.DATE, required=True)
    direction: Mapped[str] = field(
        N_("Arah"), kinds.choice("stock direction", lists.STOCK_DIRECTIONS), required=True, default="kurang"
    )
    quantity: Mapped[Decimal] = field(N_("Jumlah"), kinds.QUANTITY, required=True)
    reason: Mapped[str] = field(N_("Alasan"), required=True)

    @property
    def change(self) -> Decimal:
        """The quantity with its sign."""
        return self.quantity if self.direction == "tambah" else -self.quantity
