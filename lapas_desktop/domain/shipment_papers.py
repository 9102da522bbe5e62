"""The rows of a shipment beside its goods: papers that others give, and what a shop sold of goods on consignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _

SETTLED = ("diterima", "tidak perlu")


class ShipmentDocument(Child):
    """A paper that must or may go with the goods, and how far it is."""

    shipment_id: Mapped[int] = owner("Shipment")
    document: Mapped[str] = field(N_("Dokumen"), kinds.choice("document", lists.DOCUMENTS), required=True)
    state: Mapped[str] = field(
        N_("Keadaan"), kinds.choice("document state", lists.DOCUMENT_STATES), required=True, default="perlu"
    )
    number: Mapped[str | None] = field(N_("Nomor"), kinds.IDENTIFIER)
    issued_on: Mapped[date | None] = field(N_("Tanggal"), kinds.DATE)
    issuer: Mapped[str | None] = field(N_("Penerbit"), kinds.SHORT_TEXT)
    valid_until: Mapped[date | None] = field(N_("Berlaku sampai"), kinds.DATE)
    reason: Mapped[str | None] = field(N_("Alasan atau catatan"), kinds.TEXT)

    def problems(self) -> Iterator[Problem]:
        if self.state == "tidak perlu" and not self.reason:
            yield Problem("reason", _(N_("Tulis alasan mengapa tidak perlu.")))
        if self.issued_on and self.valid_until and self.valid_until < self.issued_on:
            yield Problem("valid_until", _(N_("Tidak boleh sebelum tanggal terbit.")))


class ConsignmentSale(Child):
    """What a shop told of goods on consignment: sold, or given back."""

    shipment_id: Mapped[int] = owner("Shipment")
    day: Mapped[date] = field(N_("Tanggal"), kinds.DATE, required=True)
    product_id: Mapped[int] = field(N_("Produk"), kinds.reference("Product"), required=True)
    what: Mapped[str] = field(N_("Terjadi"), kinds.choice("sale", lists.SALES), required=True, default="terjual")
    quantity: Mapped[Decimal] = field(N_("Jumlah"), kinds.QUANTITY, required=True)
    amount: Mapped[Decimal | None] = field(N_("Uang diterima (Rp)"), kinds.MONEY)
    remark: Mapped[str | None] = field(N_("Keterangan"), kinds.TEXT)
    product: Mapped[Product] = relationship()

    def problems(self) -> Iterator[Problem]:
        if self.quantity is not None and self.quantity <= 0:
            yield Problem("quantity", _(N_("Jumlah harus lebih dari nol.")))


@dataclass(frozen=True)
class Consigned:
    """One product on consignment: sent to the shop, sold there, given back."""

    product_id: int
    name: str
    sent: Decimal
    sold: Decimal
    back: Decimal

    @property
    def remaining(self) -> Decimal:
        """What should still stand in the shop; negative when the shop told of more than was sent."""
        return self.sent - self.sold - self.back


def consigned(lines: Sequence[ShipmentLine], sales: Sequence[ConsignmentSale]) -> list[Consigned]:
    """How the goods of a shipment on consignment stand, in the order of its lines."""
    names, sent = dict[int, str](), dict[int, Decimal]()
    told: dict[tuple[int, str], Decimal] = {}
    for line in lines:
        if line.product_id is not None:
            names.setdefault(line.product_id, line.name or "")
            sent[line.product_id] = sent.get(line.product_id, Decimal(0)) + (line.quantity or Decimal(0))
    for sale in sales:
        key = (sale.product_id, sale.what)
        told[key] = told.get(key, Decimal(0)) + (sale.quantity or Decimal(0))
    zero = Decimal(0)
    return [
        Consigned(one, names[one], sent[one], told.get((one, "terjual"), zero), told.get((one, "kembali"), zero))
        for one in names
    ]


def oversold(lines: Sequence[ShipmentLine], sales: Sequence[ConsignmentSale]) -> Iterator[Problem]:
    """Rows of sales that tell of more than was sent, or of goods that were not sent at all."""
    found = {one.product_id: one for one in consigned(lines, sales)}
    for number, sale in enumerate(sales):
        if sale.product_id is None:
            continue
        one = found.get(sale.product_id)
        if one is None:
            yield Problem(f"sales[{number}].product_id", _(N_("Barang ini tidak ada di daftar barang.")))
        elif one.remaining < 0:
            text = _(N_("Terjual dan kembali bersama {told}, padahal dikirim {sent}."))
            told = text.format(told=format_number(one.sold + one.back), sent=format_number(one.sent))
            yield Problem(f"sales[{number}].quantity", told)
