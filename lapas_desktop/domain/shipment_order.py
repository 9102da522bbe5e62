"""What is in order in a shipment: the green rows of “Pemeriksaan sebelum cetak”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement_checks import Finding
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_checks import Known
from lapas_desktop.domain.shipment_papers import SETTLED
from lapas_desktop.domain.shipment_rows import Package, packed
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _

_SHOWN = 3  # names in one row


def in_order(shipment: Shipment, known: Known, on: date) -> list[Finding]:
    """What was checked and is right, each with the figures behind it; never what is not known."""
    if not shipment.lines:
        return []
    return [
        Finding(field, f"{_(title)}\n{detail}" if detail else _(title), good=True)
        for field, title, detail in _rows(shipment, known, on)
    ]


def _rows(shipment: Shipment, known: Known, on: date) -> Iterator[tuple[str, str, str]]:
    if shipment.packages and packed(shipment.packages) == shipment.quantities:
        told = _(N_("{goods} dalam {packages}")).format(goods=_goods(shipment), packages=_many(shipment))
        yield "packages", N_("Jumlah barang = isi kemasan"), told
    agreement, day = shipment.agreement, shipment.released_on or shipment.planned_on or on
    if agreement and agreement.status(day) in ("running", "ending"):
        left = agreement.days_remaining(day)
        ends = _(N_("berakhir {n} hari lagi")).format(n=left) if left is not None else _(N_("tanpa batas waktu"))
        yield "agreement_id", N_("Perjanjian berlaku pada hari pengiriman"), f"{agreement.reference} · {ends}"
    rest = {one: known.remaining[one] - sent for one, sent in shipment.quantities.items() if one in known.remaining}
    if rest and min(rest.values()) >= 0:
        yield "lines", N_("Jumlah tidak melebihi PKS"), _left(shipment, rest, _(N_("{name}: sisa {rest} sesudah ini")))
    there = {one: known.stock[one] - sent for one, sent in shipment.quantities.items() if one in known.stock}
    if there and min(there.values()) >= 0:
        yield "lines", N_("Stok mencukupi"), _left(shipment, there, _(N_("{name}: tinggal {rest}")))
    codes = [line.hs_code or "" for line in shipment.lines]
    if shipment.kind == "ekspor" and all(len(code) == 8 and code.isdigit() for code in codes):
        told = ", ".join(f"{code[:4]}.{code[4:6]}.{code[6:]}" for code in list(dict.fromkeys(codes))[:_SHOWN])
        yield "lines", N_("Semua barang berkode HS"), told
    if shipment.packages and all(_weighs_right(package) for package in shipment.packages):
        text = _(N_("{net} kg bersih, {gross} kg kotor"))
        told = text.format(net=format_number(shipment.net), gross=format_number(shipment.gross))
        yield "packages", N_("Berat bersih dan kotor cocok"), told
    if shipment.documents and all(row.state in SETTLED for row in shipment.documents):
        yield "documents", N_("Dokumen dari pihak lain lengkap"), ""


def _weighs_right(package: Package) -> bool:
    if package.net is None or package.gross is None:
        return False
    return package.gross >= package.net and package.off_scale is None


def _goods(shipment: Shipment) -> str:
    """ "1.260 buah"; goods of several units by their number."""
    units = {line.unit or "" for line in shipment.lines}
    if len(units) > 1 or shipment.quantity is None:
        return _(N_("{n} macam barang")).format(n=len(shipment.quantities))
    unit = units.pop()
    return f"{format_number(shipment.quantity)} {_(lists.UNITS.get(unit, unit)) if unit else ''}".rstrip()


def _many(shipment: Shipment) -> str:
    """ "9 karton, 1 peti"."""
    counts: dict[str, int] = defaultdict(int)
    for kind, count in shipment.package_counts():
        counts[kind] += count
    return ", ".join(
        f"{format_number(Decimal(count))} {_(lists.PACKAGES.get(kind, kind)).lower()}" for kind, count in counts.items()
    )


def _left(shipment: Shipment, rest: dict[int, Decimal], text: str) -> str:
    told = [text.format(name=shipment.name_of(one), rest=format_number(left)) for one, left in rest.items()]
    return "; ".join(told[:_SHOWN])
