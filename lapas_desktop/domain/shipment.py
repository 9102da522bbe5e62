"""A shipment: parties, lines, packages, and the totals every paper must share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.computed import computed
from lapas_desktop.domain.entity import Record, Section, field
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.frozen_shipment import FrozenShipment
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.repeats import repeated
from lapas_desktop.domain.shipment_papers import ConsignmentSale, ShipmentDocument, oversold
from lapas_desktop.domain.shipment_rows import Package, ShipmentLine, off_scale, overlaps
from lapas_desktop.i18n import N_, _

# Goods that left the office for good, as far as agreements count them.
SENT_STATUSES = ("released", "shipped", "delivered")
_CENT = Decimal("0.01")
_DATE_ORDER = ("packed_on", "released_on", "shipped_on", "delivered_on")


@dataclass(frozen=True)
class ShipmentTotals:
    """Sums over lines and packages: kg with 4 decimals, m³ with 6, money with 2."""

    net: Decimal
    gross: Decimal
    packages: int
    volume: Decimal
    value: Decimal


class Shipment(Record):
    """One shipment; its number is given at release and never reused."""

    label = N_("Pengiriman")
    label_plural = N_("Pengiriman", "banyak")
    listed_by = "number"
    children: ClassVar[tuple[str, ...]] = ("lines", "packages", "documents", "sales")

    number: Mapped[str | None] = field(N_("Nomor"), kinds.IDENTIFIER, search=True, index=True)
    kind: Mapped[str] = field(N_("Jenis"), kinds.choice("kind", lists.SHIPMENT_KINDS), required=True, default="ekspor")
    status: Mapped[str] = field(
        N_("Status"), kinds.choice("status", lists.SHIPMENT_STATUSES), required=True, default="draft"
    )
    revision: Mapped[int] = field(N_("Revisi"), kinds.COUNT, required=True, default=0)
    export_sequence: Mapped[int | None] = field(N_("Ekspor ke-"), kinds.COUNT)
    first_export: Mapped[bool] = field(N_("Ekspor perdana"), kinds.CHECK, required=True, default=False)
    agreement_id: Mapped[int | None] = field(N_("Perjanjian"), kinds.reference("Agreement"), wide=True)
    agreement_note: Mapped[str | None] = field(
        N_("Catatan tentang perjanjian"), wide=True, hint=N_("Mis. mengapa barang mendahului perjanjiannya.")
    )
    other_producers: Mapped[str | None] = field(
        N_("Produsen lain dalam ekspor bersama"), kinds.LONG_TEXT, wide=True, hint=N_("Satu produsen per baris.")
    )
    exporter_id: Mapped[int | None] = field(N_("Eksportir"), kinds.reference("Partner"))
    buyer_id: Mapped[int | None] = field(N_("Pembeli"), kinds.reference("Partner"))
    consignee_id: Mapped[int | None] = field(N_("Penerima (consignee)"), kinds.reference("Partner"))
    notify_id: Mapped[int | None] = field(N_("Notify party"), kinds.reference("Partner"))
    forwarder_id: Mapped[int | None] = field(N_("Pengurus (PPJK)"), kinds.reference("Partner"))
    destination_country: Mapped[str | None] = field(N_("Negara tujuan"), kinds.COUNTRY, search=True)
    port_of_loading: Mapped[str | None] = field(N_("Pelabuhan muat"), kinds.SHORT_TEXT)
    port_of_discharge: Mapped[str | None] = field(N_("Pelabuhan bongkar"), kinds.SHORT_TEXT)
    mode: Mapped[str | None] = field(N_("Cara angkut"), kinds.choice("mode", lists.MODES))
    incoterm: Mapped[str | None] = field(N_("Incoterm 2020"), kinds.choice("incoterm", lists.INCOTERMS, 8))
    incoterm_place: Mapped[str | None] = field(N_("Tempat incoterm"), kinds.SHORT_TEXT)
    carrier: Mapped[str | None] = field(N_("Pengangkut"), kinds.SHORT_TEXT)
    vessel: Mapped[str | None] = field(N_("Kapal/penerbangan"), kinds.SHORT_TEXT)
    transport_document: Mapped[str | None] = field(N_("B/L atau AWB"), kinds.IDENTIFIER)
    container: Mapped[str | None] = field(N_("Kontainer"), kinds.IDENTIFIER)
    container_type: Mapped[str | None] = field(N_("Ukuran kontainer"), kinds.choice("container", lists.CONTAINERS))
    seal: Mapped[str | None] = field(N_("Segel"), kinds.IDENTIFIER)
    vehicle: Mapped[str | None] = field(N_("Nomor kendaraan"), kinds.IDENTIFIER)
    driver: Mapped[str | None] = field(N_("Pengemudi"), kinds.SHORT_TEXT)
    marks: Mapped[str | None] = field(
        N_("Tanda kemasan (shipping marks)"), kinds.LONG_TEXT, hint=N_("Kosong = dibuat dari pembeli, tujuan, nomor.")
    )
    planned_on: Mapped[date | None] = field(N_("Rencana"), kinds.DATE)
    packed_on: Mapped[date | None] = field(N_("Dikemas"), kinds.DATE)
    released_on: Mapped[date | None] = field(N_("Dirilis"), kinds.DATE)
    shipped_on: Mapped[date | None] = field(N_("Dikirim"), kinds.DATE)
    delivered_on: Mapped[date | None] = field(N_("Diterima"), kinds.DATE)
    currency: Mapped[str] = field(N_("Mata uang"), kinds.CURRENCY, required=True, default="IDR")
    rate: Mapped[Decimal | None] = field(N_("Kurs ke rupiah"), kinds.RATE)
    rate_on: Mapped[date | None] = field(N_("Tanggal kurs"), kinds.DATE)
    rate_source: Mapped[str | None] = field(N_("Sumber kurs"), kinds.SHORT_TEXT)
    freight: Mapped[Decimal | None] = field(N_("Ongkos angkut"), kinds.MONEY)
    insurance: Mapped[Decimal | None] = field(N_("Asuransi"), kinds.MONEY)
    invoice_number: Mapped[str | None] = field(N_("Nomor invoice"), kinds.IDENTIFIER)
    invoice_date: Mapped[date | None] = field(N_("Tanggal invoice"), kinds.DATE)
    packing_list_number: Mapped[str | None] = field(N_("Nomor packing list"), kinds.IDENTIFIER)
    packing_list_date: Mapped[date | None] = field(N_("Tanggal packing list"), kinds.DATE)
    aju_number: Mapped[str | None] = field(N_("Nomor aju"), kinds.IDENTIFIER)
    peb_number: Mapped[str | None] = field(N_("Nomor PEB"), kinds.IDENTIFIER)
    peb_date: Mapped[date | None] = field(N_("Tanggal PEB"), kinds.DATE)
    npe_number: Mapped[str | None] = field(N_("Nomor NPE"), kinds.IDENTIFIER)
    ceremony_name: Mapped[str | None] = field(N_("Nama acara"), wide=True)
    ceremony_on: Mapped[date | None] = field(N_("Tanggal pelepasan"), kinds.DATE)
    ceremony_place: Mapped[str | None] = field(N_("Tempat pelepasan"), kinds.TEXT, wide=True)
    officials: Mapped[str | None] = field(N_("Pejabat yang hadir"), kinds.LONG_TEXT, wide=True)
    packed_by: Mapped[str | None] = field(N_("Dikemas oleh"), kinds.SHORT_TEXT)
    checked_by: Mapped[str | None] = field(N_("Diperiksa oleh"), kinds.SHORT_TEXT)
    released_by: Mapped[str | None] = field(N_("Dirilis oleh"), kinds.SHORT_TEXT)
    received_by: Mapped[str | None] = field(N_("Diterima oleh"), kinds.SHORT_TEXT)
    quality_reason: Mapped[str | None] = field(
        N_("Alasan merilis walau QC gagal"), wide=True, hint=N_("Diisi hanya bila barang yang gagal tetap dikirim.")
    )

    lines: Mapped[list[ShipmentLine]] = relationship(order_by="ShipmentLine.position", cascade="all, delete-orphan")
    packages: Mapped[list[Package]] = relationship(order_by="Package.position", cascade="all, delete-orphan")
    documents: Mapped[list[ShipmentDocument]] = relationship(
        order_by="ShipmentDocument.position", cascade="all, delete-orphan"
    )
    sales: Mapped[list[ConsignmentSale]] = relationship(
        order_by="ConsignmentSale.position", cascade="all, delete-orphan"
    )
    frozen: Mapped[list[FrozenShipment]] = relationship(
        order_by="FrozenShipment.revision", cascade="all, delete-orphan"
    )
    agreement: Mapped[Agreement | None] = relationship()
    exporter: Mapped[Partner | None] = relationship(foreign_keys="Shipment.exporter_id")
    buyer: Mapped[Partner | None] = relationship(foreign_keys="Shipment.buyer_id")
    consignee: Mapped[Partner | None] = relationship(foreign_keys="Shipment.consignee_id")
    notify: Mapped[Partner | None] = relationship(foreign_keys="Shipment.notify_id")
    forwarder: Mapped[Partner | None] = relationship(foreign_keys="Shipment.forwarder_id")

    sections = (
        Section(
            N_("Pengiriman"),
            (
                "kind",
                "agreement_id",
                "destination_country",
                "export_sequence",
                "first_export",
                "buyer_id",
                "consignee_id",
                "exporter_id",
                "notify_id",
                "forwarder_id",
                "agreement_note",
                "other_producers",
            ),
        ),
        Section(N_("Barang"), children="lines", facts=("quantity", "goods_value")),
        Section(N_("Kemasan"), children="packages", facts=("package_count", "net", "gross", "volume")),
        Section(
            N_("Perjalanan"),
            (
                "mode",
                "incoterm",
                "incoterm_place",
                "port_of_loading",
                "port_of_discharge",
                "carrier",
                "vessel",
                "transport_document",
                "container",
                "container_type",
                "seal",
                "vehicle",
                "driver",
                "marks",
            ),
        ),
        Section(N_("Tanggal", "banyak"), ("planned_on", "packed_on", "shipped_on", "delivered_on")),
        Section(
            N_("Nilai dan kurs"),
            ("currency", "rate", "rate_on", "rate_source", "freight", "insurance"),
            facts=("goods_value", "fob", "rupiah_value"),
        ),
        Section(
            N_("Surat-surat"),
            (
                "invoice_number",
                "invoice_date",
                "packing_list_number",
                "packing_list_date",
                "aju_number",
                "peb_number",
                "peb_date",
                "npe_number",
            ),
        ),
        Section(N_("Surat pihak lain"), children="documents"),
        Section(
            N_("Pelepasan"),
            (
                "ceremony_name",
                "ceremony_on",
                "ceremony_place",
                "officials",
                "packed_by",
                "checked_by",
                "released_by",
                "received_by",
                "quality_reason",
            ),
        ),
        Section(N_("Titip jual"), children="sales"),
        Section(N_("Lain-lain"), ("notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.number or f"DRAF-{self.id}"

    @property
    def paper_number(self) -> str:
        """The number as papers bear it: a revision is told (``KRM-2026-014/R1``)."""
        return f"{self.reference}/R{self.revision}" if self.number and self.revision else self.reference

    @property
    def quantities(self) -> dict[int, Decimal]:
        """Product id → quantity, lines of one product together."""
        found: dict[int, Decimal] = {}
        for line in self.lines:
            if line.product_id is not None:
                found[line.product_id] = found.get(line.product_id, Decimal(0)) + (line.quantity or Decimal(0))
        return found

    @property
    def batches(self) -> dict[Batch, ShipmentLine]:
        """The batches that the goods come from, each with the first line that names it."""
        found: dict[Batch, ShipmentLine] = {}
        for line in self.lines:
            if line.batch is not None:
                found.setdefault(line.batch, line)
        return found

    def name_of(self, product_id: int) -> str:
        """The name that the papers of this shipment give a product."""
        return next((line.name or "" for line in self.lines if line.product_id == product_id), "")

    @property
    def caption(self) -> str:
        return ", ".join(line.name or "" for line in self.lines[:3])

    @property
    def totals(self) -> ShipmentTotals:
        zero = Decimal(0)
        return ShipmentTotals(
            net=sum((p.total_net for p in self.packages), zero) if self.packages
            else sum((line.net for line in self.lines), zero),
            gross=sum((p.total_gross for p in self.packages), zero),
            packages=sum(count for _kind, count in self.package_counts()),
            volume=sum((p.total_volume for p in self.packages), zero),
            value=sum((line.amount for line in self.lines), zero),
        )  # fmt: skip

    @property
    @computed(N_("Jumlah"), kinds.QUANTITY)
    def quantity(self) -> Decimal | None:
        """Of all goods together; None when they are counted in different units."""
        if len({line.unit for line in self.lines if line.unit}) > 1:
            return None
        return sum((line.quantity or Decimal(0) for line in self.lines), Decimal(0))

    @property
    @computed(N_("Nilai barang"), kinds.MONEY)
    def goods_value(self) -> Decimal:
        return self.totals.value

    @property
    @computed(N_("Kemasan"), kinds.COUNT)
    def package_count(self) -> int:
        return self.totals.packages

    @property
    @computed(N_("Bersih (kg)"), kinds.WEIGHT)
    def net(self) -> Decimal:
        return self.totals.net

    @property
    @computed(N_("Kotor (kg)"), kinds.WEIGHT)
    def gross(self) -> Decimal:
        return self.totals.gross

    @property
    @computed(N_("m³"), kinds.VOLUME)
    def volume(self) -> Decimal:
        return self.totals.volume

    @property
    @computed(N_("Nilai dalam rupiah"), kinds.MONEY)
    def rupiah_value(self) -> Decimal | None:
        """Value of the goods in rupiah at the shipment's own rate; None while the rate is unknown."""
        rate = Decimal(1) if self.currency == "IDR" else self.rate
        return None if rate is None else (self.totals.value * rate).quantize(_CENT, ROUND_HALF_UP)

    @property
    @computed(N_("Nilai FOB"), kinds.MONEY)
    def fob(self) -> Decimal | None:
        """FOB value as the incoterm gives it: the price less the charges it includes; None when it says nothing."""
        value, freight, insurance = self.totals.value, self.freight, self.insurance
        if self.incoterm in ("FOB", "FCA", "FAS"):
            return value
        if self.incoterm in ("CFR", "CPT") and freight is not None:
            return value - freight
        if self.incoterm in ("CIF", "CIP") and freight is not None and insurance is not None:
            return value - freight - insurance
        return None

    def package_counts(self) -> Iterator[tuple[str, int]]:
        """Kind and number of the packages; rows that share a number range are one mixed range."""
        seen: set[tuple[int, int]] = set()
        for package in self.packages:
            span = (package.from_no or 0, package.to_no or 0)
            if span not in seen:
                seen.add(span)
                yield package.kind, package.count

    def search_words(self) -> Iterator[str]:
        yield from super().search_words()
        yield from (line.name for line in self.lines if line.name)
        yield from (p.full_name for p in (self.buyer, self.consignee, self.exporter) if p)
        yield self.reference

    def complete(self, on: date) -> None:
        for line in self.lines:
            line.copy_product(self.kind)
        by_product = {line.product_id: line for line in self.lines}
        for package in self.packages:
            package.fill(by_product.get(package.product_id or 0))

    def problems(self) -> Iterator[Problem]:
        days = [(name, getattr(self, name)) for name in _DATE_ORDER if getattr(self, name)]
        for (_before, earlier), (name, later) in zip(days, days[1:], strict=False):
            if later < earlier:
                yield Problem(name, _(N_("Tanggal ini mendahului langkah sebelumnya.")))
        products = {line.product_id for line in self.lines}
        for index, package in enumerate(self.packages):
            if package.product_id is not None and package.product_id not in products:
                yield Problem(f"packages[{index}].product_id", _(N_("Barang ini tidak ada di daftar barang.")))

    def doubts(self) -> Iterator[Problem]:
        yield from repeated(self.lines, "lines.product_id", lambda line: line.product_id)
        yield from overlaps(self.packages)
        yield from off_scale(self.packages)
        yield from oversold(self.lines, self.sales)
