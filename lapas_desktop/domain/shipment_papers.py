"""The rows of a shipment beside its goods: papers that others give, and what a shop sold of goods on consignment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.product import Product
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
