"""The reports about goods as tables: production, stock, exports by country, the monthly sheet in SDP's words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lapas_desktop.documents.listing_data import ListingColumn
from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.wording import format_month, format_number
from lapas_desktop.i18n import N_, _, indonesian, language
from lapas_desktop.services.stock import stock_within
from lapas_desktop.storage import production_queries, queries, stock_queries, today_queries
from lapas_desktop.storage.office import Office

Table = tuple[tuple[ListingColumn, ...], list[tuple[Any, ...]]]
_ZERO = Decimal(0)
_CENT = Decimal("0.01")
FIELD_OF_WORK = "Manufaktur"  # SDP's word for what makes goods; the other two are Jasa and Agribisnis


@dataclass
class _Made:
    """What was made of one product in one month."""

    batches: int = 0
    made: Decimal = _ZERO
    passed: Decimal = _ZERO
    people: int = 0
    premi: Decimal = _ZERO

    def add(self, batch: Batch) -> None:
        self.batches += 1
        self.made += batch.made or _ZERO
        self.passed += batch.passed
        self.people = max(self.people, batch.people)
        self.premi += batch.premi or _ZERO


def production_table(office: Office, first: date, last: date) -> Table:
    """Month by month and product by product: batches, made, passed, most heads at once, premi."""
    columns = (
        ListingColumn(_(N_("Bulan")), kinds.TEXT, 16),
        ListingColumn(_(N_("Produk")), kinds.TEXT, 30),
        ListingColumn(_(N_("Produksi")), kinds.COUNT, 9),
        ListingColumn(_(N_("Dihasilkan")), kinds.QUANTITY, 11),
        ListingColumn(_(N_("Lulus", "jumlah")), kinds.QUANTITY, 11),
        ListingColumn(_(N_("Satuan")), kinds.TEXT, 9),
        ListingColumn(_(N_("Paling banyak orang")), kinds.COUNT, 12),
        ListingColumn(_(N_("Premi (Rp)")), kinds.MONEY, 16),
    )
    found: dict[tuple[int, int, str, str], _Made] = defaultdict(_Made)
    with office.session() as session:
        for batch in session.scalars(production_queries.made_between(first, last)):
            day = batch.ends_on or batch.starts_on or first
            found[day.year, day.month, batch.product.name, batch.product.unit].add(batch)
    rows: list[tuple[Any, ...]] = [
        (
            format_month(date(year, month, 1), language()), name, made.batches, made.made, made.passed,
            _(lists.UNITS.get(unit, unit)), made.people, made.premi,
        )
        for (year, month, name, unit), made in sorted(found.items(), key=lambda item: item[0])
    ]  # fmt: skip
    if rows:
        total = sum((made.premi for made in found.values()), _ZERO)
        batches = sum(made.batches for made in found.values())
        rows.append((_(N_("Jumlah", "seluruhnya")), "", batches, None, None, "", None, total))
    return columns, rows


def stock_table(office: Office) -> Table:
    """What there is of each product whose stock is kept, and what it is made up of."""
    columns = (
        ListingColumn(_(N_("Kode")), kinds.CODE, 11),
        ListingColumn(_(N_("Produk")), kinds.TEXT, 30),
        ListingColumn(_(N_("Satuan")), kinds.TEXT, 9),
        ListingColumn(_(N_("Lulus", "jumlah")), kinds.QUANTITY, 11),
        ListingColumn(_(N_("Terkirim")), kinds.QUANTITY, 11),
        ListingColumn(_(N_("Kembali", "barang")), kinds.QUANTITY, 11),
        ListingColumn(_(N_("Penyesuaian")), kinds.QUANTITY, 12),
        ListingColumn(_(N_("Stok")), kinds.QUANTITY, 11),
    )
    with office.session() as session:
        made, back, corrected, sent = (
            {product: quantity or _ZERO for product, quantity in session.execute(statement)}
            for statement in (
                stock_queries.made(None), stock_queries.given_back(None), stock_queries.corrections(None),
                stock_queries.sent(None),
            )
        )  # fmt: skip
        there = stock_within(session)
        rows: list[tuple[Any, ...]] = [
            (
                product.code, product.name, _(lists.UNITS.get(product.unit, product.unit)),
                *(part.get(product.id, _ZERO) for part in (made, sent, back, corrected, there)),
            )
            for product in session.scalars(queries.live(Product).order_by(Product.name, Product.id))
            if product.id in made or product.id in corrected
        ]  # fmt: skip
    return columns, rows


@dataclass
class _Exported:
    """What went to one country. ``unknown``: shipments whose rate is not known, so that they have no rupiah value."""

    shipments: set[int] = field(default_factory=set)
    unknown: set[int] = field(default_factory=set)
    value: Decimal = _ZERO


def exports_table(office: Office, first: date, last: date) -> Table:
    """Exports by country: how many, worth how much in rupiah at each shipment's own rate."""
    columns = (
        ListingColumn(_(N_("Negara tujuan")), kinds.TEXT, 26),
        ListingColumn(_(N_("Pengiriman", "banyak")), kinds.COUNT, 12),
        ListingColumn(_(N_("Nilai (Rp)")), kinds.MONEY, 20),
        ListingColumn(_(N_("Keterangan")), kinds.TEXT, 34),
    )
    found: dict[str, _Exported] = defaultdict(_Exported)
    with office.session() as session:
        for row in session.execute(today_queries.sent_lines(first, last)):
            shipment, _day, kind, country, currency, rate, quantity, price = row
            if kind != "ekspor":
                continue
            to = found[country or ""]
            to.shipments.add(shipment)
            factor = Decimal(1) if currency == "IDR" else rate
            if factor is None:
                to.unknown.add(shipment)
                continue
            amount = (quantity * (price or _ZERO)).quantize(_CENT, ROUND_HALF_UP)
            to.value += (amount * factor).quantize(_CENT, ROUND_HALF_UP)
    rows: list[tuple[Any, ...]] = [
        (kinds.COUNTRY.shown(country) or _(N_("belum diketahui")), len(to.shipments), to.value, _unknown(to))
        for country, to in sorted(found.items(), key=lambda item: -item[1].value)
    ]
    if rows:
        total = sum((to.value for to in found.values()), _ZERO)
        rows.append((_(N_("Jumlah", "seluruhnya")), sum(len(to.shipments) for to in found.values()), total, ""))
    return columns, rows


def _unknown(to: _Exported) -> str:
    return _(N_("{n} pengiriman tanpa kurs tidak dihitung.")).format(n=len(to.unknown)) if to.unknown else ""


def sdp_products(office: Office, first: date, last: date) -> Table:
    """What was finished in a month, product by product, under the headings of SDP."""
    columns = (
        ListingColumn(indonesian(N_("Jenis")), kinds.TEXT, 16),
        ListingColumn(indonesian(N_("Nama")), kinds.TEXT, 30),
        ListingColumn(indonesian(N_("Jumlah")), kinds.QUANTITY, 11),
        ListingColumn(indonesian(N_("Satuan")), kinds.TEXT, 9),
        ListingColumn(indonesian(N_("Harga", "satu")), kinds.MONEY, 14),
        ListingColumn(indonesian(N_("Lama pengerjaan (hari)")), kinds.COUNT, 14),
        ListingColumn(indonesian(N_("Keterangan")), kinds.TEXT, 26),
    )
    found: dict[int, list[Batch]] = defaultdict(list)
    rows: list[tuple[Any, ...]] = []
    with office.session() as session:
        for batch in session.scalars(production_queries.made_between(first, last)):
            found[batch.product_id].append(batch)
        for batches in found.values():
            product = batches[0].product
            rows.append(
                (
                    product.kind or "", product.name, sum((batch.passed for batch in batches), _ZERO),
                    indonesian(lists.UNITS.get(product.unit, product.unit)), product.price_local, product.lead_time,
                    ", ".join(batch.reference for batch in batches),
                )
            )  # fmt: skip
    return columns, rows


def sdp_activities(office: Office, first: date, last: date) -> Table:
    """What was worked on in a month, batch by batch, under the headings of SDP."""
    columns = (
        ListingColumn(indonesian(N_("Bidang")), kinds.TEXT, 12),
        ListingColumn(indonesian(N_("Jenis")), kinds.TEXT, 14),
        ListingColumn(indonesian(N_("Nama")), kinds.TEXT, 28),
        ListingColumn(indonesian(N_("Skala")), kinds.TEXT, 18),
        ListingColumn(indonesian(N_("Tanggal awal")), kinds.DATE, 12),
        ListingColumn(indonesian(N_("Tanggal akhir")), kinds.DATE, 12),
        ListingColumn(indonesian(N_("Lokasi")), kinds.TEXT, 18),
        ListingColumn(indonesian(N_("Mitra")), kinds.TEXT, 20),
    )
    with office.session() as session:
        profile = queries.office_profile(session)
        where = profile.name if profile else ""
        rows: list[tuple[Any, ...]] = [
            (
                FIELD_OF_WORK, batch.product.kind or "",
                indonesian(N_("Produksi {name}")).format(name=batch.product.name),
                _scale(batch), batch.starts_on, batch.ends_on, batch.workshop or batch.product.workshop or where,
                batch.partner.full_name if batch.partner else "",
            )
            for batch in session.scalars(production_queries.working_between(first, last))
        ]  # fmt: skip
    return columns, rows


def _scale(batch: Batch) -> str:
    """How large the work is: heads and what is to be made."""
    people = indonesian(N_("{n} orang")).format(n=batch.people) if batch.people else ""
    amount = batch.target or batch.made
    unit = indonesian(lists.UNITS.get(batch.product.unit, batch.product.unit))
    return " · ".join(part for part in (people, f"{format_number(amount)} {unit}" if amount else "") if part)
