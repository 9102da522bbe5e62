"""The rows of a shipment: goods and packages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.computed import computed
from lapas_desktop.domain.entity import Child, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import Batch
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _

_CENT = Decimal("0.01")
_GRAM = Decimal("0.0001")
_WIDE = Context(prec=60)  # three sides of any size multiplied
MOST = Decimal(10) ** 12  # no figure of a row reaches it
SCALE_TOLERANCE = Decimal("0.05")  # between what a package should weigh and what the scale says


class ShipmentLine(Child):
    """Goods sent, with a copy of what the product was on that day. Weights in kg."""

    shipment_id: Mapped[int] = owner("Shipment")
    product_id: Mapped[int] = field(N_("Produk"), kinds.reference("Product"), required=True)
    quantity: Mapped[Decimal] = field(N_("Jumlah"), kinds.QUANTITY, required=True)
    unit_price: Mapped[Decimal | None] = field(N_("Harga satuan"), kinds.MONEY)
    hs_code: Mapped[str | None] = field(N_("Kode HS"), kinds.HS_CODE)
    name: Mapped[str | None] = field(N_("Nama di surat"), kinds.TEXT)
    export_name: Mapped[str | None] = field(N_("Nama ekspor"), kinds.TEXT)
    unit: Mapped[str | None] = field(N_("Satuan"), kinds.choice("unit", lists.UNITS, 8))
    origin_country: Mapped[str | None] = field(N_("Negara asal"), kinds.COUNTRY)
    unit_net_weight: Mapped[Decimal | None] = field(N_("Berat bersih per satuan (kg)"), kinds.UNIT_WEIGHT)
    made_by_inmates: Mapped[Decimal | None] = field(N_("Buatan warga binaan"), kinds.QUANTITY)
    batch_id: Mapped[int | None] = field(N_("Dari produksi"), kinds.reference("Batch"))
    accepted: Mapped[Decimal | None] = field(N_("Diterima pembeli"), kinds.QUANTITY)
    product: Mapped[Product] = relationship()
    batch: Mapped[Batch | None] = relationship()

    @property
    @computed(N_("Nilai"), kinds.MONEY, after="unit_price")
    def amount(self) -> Decimal:
        return (Decimal(self.quantity or 0) * Decimal(self.unit_price or 0)).quantize(_CENT, ROUND_HALF_UP)

    @property
    @computed(N_("Bersih (kg)"), kinds.WEIGHT, after="unit_net_weight")
    def net(self) -> Decimal:
        """Net weight in kg; goods counted in kg weigh what they count."""
        if self.unit == "kg":
            return Decimal(self.quantity or 0).quantize(_GRAM)
        return ((self.quantity or 0) * (self.unit_net_weight or Decimal(0))).quantize(_GRAM, ROUND_HALF_UP)

    def copy_product(self, kind: str) -> None:
        """Fills what was left empty from the product."""
        product = self.product
        if product is None:
            return
        for name in ("name", "export_name", "unit", "hs_code", "origin_country", "unit_net_weight"):
            if getattr(self, name) in (None, ""):
                setattr(self, name, getattr(product, name))
        if self.unit_price is None:
            self.unit_price = product.price_export if kind == "ekspor" else product.price_local

    def problems(self) -> Iterator[Problem]:
        if self.quantity is not None and self.quantity <= 0:
            yield Problem("quantity", _(N_("Jumlah harus lebih dari nol.")))
        if self.made_by_inmates is not None and self.quantity and self.made_by_inmates > self.quantity:
            yield Problem("made_by_inmates", _(N_("Tidak boleh melebihi jumlah.")))
        if self.accepted is not None and self.quantity is not None and self.accepted > self.quantity:
            yield Problem("accepted", _(N_("Tidak boleh melebihi jumlah.")))
        if self.net >= MOST or self.amount >= MOST:
            yield Problem("quantity", _(N_("Terlalu besar: periksa jumlah, harga dan berat satuan.")))


class Package(Child):
    """A range of equal packages. Lengths in cm, weights in kg per package."""

    shipment_id: Mapped[int] = owner("Shipment")
    from_no: Mapped[int] = field(N_("Dari no."), kinds.COUNT, required=True)
    to_no: Mapped[int] = field(N_("Sampai no."), kinds.COUNT, required=True)
    kind: Mapped[str] = field(
        N_("Kemasan", "satu"), kinds.choice("package", lists.PACKAGES, 10), required=True, default="CT"
    )
    product_id: Mapped[int | None] = field(N_("Isi"), kinds.reference("Product"))
    content: Mapped[Decimal | None] = field(N_("Jumlah per kemasan"), kinds.QUANTITY)
    length: Mapped[Decimal | None] = field(N_("P (cm)"), kinds.LENGTH)
    width: Mapped[Decimal | None] = field(N_("L (cm)"), kinds.LENGTH)
    height: Mapped[Decimal | None] = field(N_("T (cm)"), kinds.LENGTH)
    tare: Mapped[Decimal | None] = field(N_("Kosong (kg)"), kinds.WEIGHT)
    net: Mapped[Decimal | None] = field(N_("Bersih (kg)"), kinds.WEIGHT)
    gross: Mapped[Decimal | None] = field(N_("Kotor (kg)"), kinds.WEIGHT, hint=N_("Hasil timbangan; kosong = dihitung"))
    marks: Mapped[str | None] = field(N_("Tanda"), kinds.SHORT_TEXT)
    product: Mapped[Product | None] = relationship()

    @property
    @computed(N_("Banyaknya"), kinds.COUNT, after="to_no")
    def count(self) -> int:
        return max(0, (self.to_no or 0) - (self.from_no or 0) + 1)

    @property
    def total_net(self) -> Decimal:
        return (self.net or Decimal(0)) * self.count

    @property
    @computed(N_("Jumlah kotor (kg)"), kinds.WEIGHT)
    def total_gross(self) -> Decimal:
        return (self.gross or Decimal(0)) * self.count

    @property
    def volume(self) -> Decimal:
        """m³ of one package: L × W × H (cm) / 1.000.000."""
        size = (self.length or Decimal(0)) * (self.width or Decimal(0)) * (self.height or Decimal(0))
        return (size / 1_000_000).quantize(Decimal("0.000001"), ROUND_HALF_UP, _WIDE)

    @property
    @computed(N_("m³"), kinds.VOLUME)
    def total_volume(self) -> Decimal:
        return self.volume * self.count

    @property
    def off_scale(self) -> Decimal | None:
        """What the package should weigh when the scale says something clearly else; None while both agree."""
        if self.net is None or self.gross is None or self.tare is None:
            return None
        due = self.net + self.tare
        return due if due and abs(self.gross - due) > due * SCALE_TOLERANCE else None

    def fill(self, line: ShipmentLine | None) -> None:
        """Net from content and unit weight, gross from net and tare, where the scale said nothing."""
        if self.product_id and self.net is None and line and self.content is not None:
            each = Decimal(1) if line.unit == "kg" else line.unit_net_weight
            if each is not None:
                self.net = (self.content * each).quantize(_GRAM, ROUND_HALF_UP)
        if self.gross is None and self.net is not None:
            self.gross = self.net + (self.tare or Decimal(0))

    def problems(self) -> Iterator[Problem]:
        if self.from_no is not None and self.to_no is not None and (self.from_no < 1 or self.to_no < self.from_no):
            yield Problem("to_no", _(N_("Sampai tidak boleh sebelum dari, dan nomor mulai dari 1.")))
        if self.gross is not None and self.net is not None and self.gross < self.net:
            yield Problem("gross", _(N_("Berat kotor tidak boleh kurang dari berat bersih.")))
        if max(self.net or 0, self.gross or 0, self.volume) >= MOST:
            yield Problem("content", _(N_("Terlalu besar: periksa isi, ukuran dan berat satuan.")))


def overlaps(packages: Sequence[Package]) -> Iterator[Problem]:
    """Packages that share some numbers; rows with the very same numbers are one mixed range."""
    spans = [(p.from_no, p.to_no) for p in packages]
    for number, (first, last) in enumerate(spans):
        for earlier, (other_first, other_last) in enumerate(spans[:number]):
            if None in (first, last, other_first, other_last) or (first, last) == (other_first, other_last):
                continue
            if first <= other_last and other_first <= last:
                message = _(N_("Nomor kemasan bertumpang dengan baris {n}.")).format(n=earlier + 1)
                yield Problem(f"packages[{number}].from_no", message)
                break


def off_scale(packages: Sequence[Package]) -> Iterator[Problem]:
    """Packages whose weight on the scale is far from what net and tare make."""
    for number, package in enumerate(packages):
        if package.off_scale is not None:
            yield Problem(f"packages[{number}].gross", scale_words(package))


def scale_words(package: Package, say: Callable[[str], str] = _) -> str:
    """What the scale says beside what was worked out, for a package that is `off_scale`."""
    text = say(N_("Kemasan {n}: timbangan {gross} kg, menurut hitungan {due} kg. Timbang ulang."))
    gross, due = package.gross or Decimal(0), package.off_scale or Decimal(0)
    return text.format(n=package.from_no, gross=format_number(gross), due=format_number(due))


def packed(packages: Sequence[Package]) -> dict[int, Decimal]:
    """Product id → how much of it lies in packages."""
    found: dict[int, Decimal] = {}
    for package in packages:
        if package.product_id and package.content is not None:
            found[package.product_id] = found.get(package.product_id, Decimal(0)) + package.content * package.count
    return found
