"""“Pemeriksaan sebelum cetak”: everything broken or doubtful in a shipment before its papers go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lapas_desktop.domain import lists, production
from lapas_desktop.domain.agreement_checks import Finding
from lapas_desktop.domain.carton_plan import MOST_PACKAGES
from lapas_desktop.domain.document_rules import Expected
from lapas_desktop.domain.ports import port_known
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_papers import SETTLED
from lapas_desktop.domain.shipment_rows import Package, overlaps, packed, scale_words
from lapas_desktop.domain.wording import format_date, format_number
from lapas_desktop.i18n import N_, _

Say = Callable[[str], str]
# What a cell of a workbook holds to the last digit: fifteen of them.
MOST_WEIGHT, MOST_MONEY = Decimal(10) ** 11, Decimal(10) ** 13
_SHORT = 20  # letters of a remark, such as "Form AANZ", that stand beside the name of a paper


@dataclass(frozen=True)
class Known:
    """What is not in the shipment itself. Quantities by product id, this shipment not counted in.

    ``remaining``: still agreed and not yet sent; ``stock``: what is there. Without an entry nothing is known.
    """

    remaining: Mapping[int, Decimal] = field(default_factory=dict)
    stock: Mapping[int, Decimal] = field(default_factory=dict)
    expected: Sequence[Expected] = ()


def shipment_findings(shipment: Shipment, known: Known, on: date, say: Say = _) -> list[Finding]:
    """Every finding, errors first, each once. ``say`` translates it, for the screen or for a paper."""
    found = [
        *_agreement(shipment, known, on, say), *_goods(shipment, known, say), *_packing(shipment, say),
        *_weights(shipment, say), *_sizes(shipment, say), *_papers(shipment, known, on, say),
    ]  # fmt: skip
    if shipment.kind == "ekspor":
        found += [*_customs(shipment, say), *_way(shipment, say)]
    return sorted(dict.fromkeys(found), key=lambda finding: not finding.wrong)


def _agreement(shipment: Shipment, known: Known, on: date, say: Say) -> Iterator[Finding]:
    agreement, day = shipment.agreement, shipment.released_on or shipment.planned_on or on
    name = "agreement_id"
    if agreement is None:
        yield Finding(name, say(N_("Belum ada perjanjian untuk pengiriman ini.")))
        return
    if agreement.stage not in ("signed", "terminated"):
        yield Finding(name, say(N_("Perjanjian {number} belum ditandatangani.")).format(number=agreement.reference))
    elif agreement.signed_on and day < agreement.signed_on:
        text = say(N_("Pengiriman mendahului perjanjian {number}, yang ditandatangani {day} dan ditautkan kemudian."))
        yield Finding(name, text.format(number=agreement.reference, day=format_date(agreement.signed_on)))
        if not shipment.agreement_note:
            yield Finding("agreement_note", say(N_("Tulis mengapa barang mendahului perjanjiannya.")))
    elif agreement.status(day) not in ("running", "ending", "renewed"):
        text = say(N_("Perjanjian {number} tidak berlaku pada hari pengiriman."))
        yield Finding(name, text.format(number=agreement.reference))
    for product, quantity in shipment.quantities.items():
        remaining = known.remaining.get(product)
        if remaining is not None and quantity > remaining:
            text = say(N_("{name}: {quantity} melebihi sisa perjanjian, {remaining}."))
            told = text.format(
                name=shipment.name_of(product), quantity=format_number(quantity),
                remaining=format_number(max(remaining, Decimal(0))),
            )  # fmt: skip
            yield Finding("lines", told)


def _goods(shipment: Shipment, known: Known, say: Say) -> Iterator[Finding]:
    if not shipment.lines:
        yield Finding("lines", say(N_("Belum ada barang.")), True)
    for index, line in enumerate(shipment.lines):
        batch = line.batch
        where = f"lines[{index}].batch_id"
        if batch is None:
            continue
        if batch.quality_state == production.FAILED and not shipment.quality_reason:
            text = say(N_("{name}: produksi {batch} gagal QC. Ganti barangnya, atau tulis alasan tetap merilis."))
            yield Finding("quality_reason", text.format(name=line.name or "", batch=batch.reference), True)
        elif batch.quality_state == production.UNCHECKED:
            text = say(N_("{name}: produksi {batch} belum diperiksa mutunya."))
            yield Finding(where, text.format(name=line.name or "", batch=batch.reference))
        if batch.product_id != line.product_id:
            yield Finding(
                where, say(N_("{name}: produksi ini membuat barang lain.")).format(name=line.name or ""), True
            )
    for product, quantity in shipment.quantities.items():
        stock = known.stock.get(product)
        if stock is not None and quantity > stock:
            text = say(N_("{name}: {quantity} melebihi stok yang tercatat, {stock}."))
            told = text.format(
                name=shipment.name_of(product), quantity=format_number(quantity), stock=format_number(stock)
            )
            yield Finding("lines", told)


def _packing(shipment: Shipment, say: Say) -> Iterator[Finding]:
    if not shipment.packages:
        if shipment.kind == "ekspor" and shipment.lines:
            yield Finding("packages", say(N_("Belum dikemas: packing list belum berisi.")))
        return
    there = packed(shipment.packages)
    for product, quantity in shipment.quantities.items():
        inside = there.get(product, Decimal(0))
        if inside != quantity:
            text = say(N_("{name}: dikemas {packed}, seharusnya {quantity}."))
            told = text.format(
                name=shipment.name_of(product), packed=format_number(inside), quantity=format_number(quantity)
            )
            yield Finding("packages", told, True)
    for problem in overlaps(shipment.packages):
        yield Finding(problem.field, problem.message, True)
    yield from _gaps(shipment.packages, say)


def _gaps(packages: Sequence[Package], say: Say) -> Iterator[Finding]:
    """Numbers that no package bears: the first must be 1, each range begins where the one before ended."""
    expected = 1
    for first, last in sorted({(p.from_no or 0, p.to_no or 0) for p in packages}):
        if first > expected:
            text = say(N_("Nomor kemasan {first} sampai {last} tidak ada."))
            yield Finding("packages", text.format(first=expected, last=first - 1))
        expected = max(expected, last + 1)


def _weights(shipment: Shipment, say: Say) -> Iterator[Finding]:
    for index, package in enumerate(shipment.packages):
        if package.net is None or package.gross is None:
            if shipment.kind == "ekspor":
                yield Finding(
                    f"packages[{index}].gross", say(N_("Kemasan {n}: berat belum diisi.")).format(n=package.from_no)
                )
            continue
        if package.off_scale is not None:
            yield Finding(f"packages[{index}].gross", scale_words(package, say))
        if not package.volume:
            text = say(N_("Kemasan {n}: ukuran belum diisi; volumenya nol."))
            yield Finding(f"packages[{index}].length", text.format(n=package.from_no))


def _sizes(shipment: Shipment, say: Say) -> Iterator[Finding]:
    """Sums that no paper can show: a slip of the keyboard."""
    totals = shipment.totals
    text = say(N_("{sum} terlalu besar untuk surat: periksa jumlah, harga dan berat."))
    for where, name, value, most in (
        ("packages", N_("Berat seluruhnya"), max(totals.net, totals.gross), MOST_WEIGHT),
        ("packages", N_("Volume seluruhnya"), totals.volume, MOST_WEIGHT),
        ("lines", N_("Nilai seluruhnya"), max(totals.value, shipment.rupiah_value or Decimal(0)), MOST_MONEY),
    ):
        if value >= most:
            yield Finding(where, text.format(sum=say(name)), True)
    if totals.packages > MOST_PACKAGES:
        told = say(N_("{n} kemasan terlalu banyak: paling banyak {most} dalam satu pengiriman."))
        yield Finding(
            "packages", told.format(n=format_number(totals.packages), most=format_number(MOST_PACKAGES)), True
        )


def _customs(shipment: Shipment, say: Say) -> Iterator[Finding]:
    for index, line in enumerate(shipment.lines):
        name, where = line.name or "", f"lines[{index}]"
        for field_name, value, text in (
            ("hs_code", line.hs_code, N_("{name}: kode HS belum diisi.")),
            ("export_name", line.export_name, N_("{name}: nama ekspor (Inggris) belum diisi.")),
            ("origin_country", line.origin_country, N_("{name}: negara asal belum diisi.")),
            ("unit_price", line.unit_price, N_("{name}: harga satuan belum diisi.")),
        ):
            if value in (None, ""):
                yield Finding(f"{where}.{field_name}", say(text).format(name=name))
        if line.hs_code and not (len(line.hs_code) == 8 and line.hs_code.isdigit()):
            yield Finding(f"{where}.hs_code", say(N_("{name}: kode HS harus 8 angka.")).format(name=name), True)
        elif line.hs_code and line.product and not line.product.hs_verified:
            yield Finding(f"{where}.hs_code", say(N_("{name}: kode HS perlu verifikasi.")).format(name=name))
    if shipment.currency != "IDR" and shipment.rate is None:
        yield Finding("rate", say(N_("Kurs {currency} belum diisi.")).format(currency=shipment.currency))


def _way(shipment: Shipment, say: Say) -> Iterator[Finding]:
    if shipment.incoterm in lists.SEA_ONLY_INCOTERMS and shipment.mode not in (None, "laut"):
        text = say(N_("Incoterm {term} hanya untuk angkutan laut."))
        yield Finding("incoterm", text.format(term=shipment.incoterm))
    if shipment.incoterm and not shipment.incoterm_place:
        yield Finding("incoterm_place", say(N_("Incoterm memerlukan nama tempat.")))
    if shipment.container and not _container_is_valid(shipment.container):
        text = say(N_("Angka periksa nomor kontainer {number} tidak cocok."))
        yield Finding("container", text.format(number=shipment.container))
    for name, port in (
        ("port_of_loading", shipment.port_of_loading),
        ("port_of_discharge", shipment.port_of_discharge),
    ):
        if port and not port_known(port):
            text = say(N_("Pelabuhan “{port}” tidak ada di daftar UN/LOCODE program."))
            yield Finding(name, text.format(port=port))


def _papers(shipment: Shipment, known: Known, on: date, say: Say) -> Iterator[Finding]:
    listed = {row.document for row in shipment.documents}
    absent = [
        " ".join(filter(None, (say(lists.DOCUMENTS[one.document]), one.remark if len(one.remark) <= _SHORT else "")))
        for one in known.expected
        if one.document not in listed
    ]
    if absent:
        text = say(N_("Mungkin diperlukan dan belum ada di daftar dokumen: {documents}."))
        yield Finding("documents", text.format(documents=", ".join(absent)))
    for index, row in enumerate(shipment.documents):
        if not row.document:
            continue
        named, where = say(lists.DOCUMENTS.get(row.document, row.document)), f"documents[{index}]"
        if row.state not in SETTLED:
            yield Finding(f"{where}.state", say(N_("{document} belum diterima.")).format(document=named))
        day = shipment.shipped_on or shipment.planned_on or on
        if row.valid_until and row.valid_until < day:
            text = say(N_("{document} tidak berlaku lagi pada hari pengiriman."))
            yield Finding(f"{where}.valid_until", text.format(document=named))


def _container_is_valid(number: str) -> bool:
    from stdnum.iso6346 import is_valid

    return is_valid(number)
