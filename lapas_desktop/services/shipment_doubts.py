"""What a checker would ask about a shipment before its papers go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal

from lapas_desktop.domain.lists import SEA_ONLY_INCOTERMS
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.wording import format_date, format_number
from lapas_desktop.i18n import N_, _

Say = Callable[[str], str]


def doubts(shipment: Shipment, say: Say = _) -> Iterator[str]:
    """Sentences, one a doubt; nothing when all is in order. ``say`` translates them, for the screen or a paper."""
    yield from _agreement_doubts(shipment, say)
    yield from _packing_doubts(shipment, say)
    if shipment.kind == "ekspor":
        yield from _export_doubts(shipment, say)
    if shipment.container and not _container_is_valid(shipment.container):
        yield say(N_("Angka periksa nomor kontainer {number} tidak cocok.")).format(number=shipment.container)


def _agreement_doubts(shipment: Shipment, say: Say) -> Iterator[str]:
    agreement, day = shipment.agreement, shipment.released_on or shipment.planned_on
    if agreement is None:
        yield say(N_("Belum ada perjanjian untuk pengiriman ini."))
    elif agreement.stage not in ("signed", "terminated"):
        yield say(N_("Perjanjian {number} belum ditandatangani.")).format(number=agreement.reference)
    elif day and agreement.signed_on and day < agreement.signed_on:
        text = say(N_("Pengiriman mendahului perjanjian {number}, yang ditandatangani {day} dan ditautkan kemudian."))
        yield text.format(number=agreement.reference, day=format_date(agreement.signed_on))
    elif day and agreement.status(day) not in ("running", "ending", "renewed"):
        yield say(N_("Perjanjian {number} tidak berlaku pada hari pengiriman.")).format(number=agreement.reference)


def _packing_doubts(shipment: Shipment, say: Say) -> Iterator[str]:
    if not shipment.packages:
        return
    packed: dict[int, Decimal] = defaultdict(Decimal)
    for package in shipment.packages:
        if package.product_id and package.content is not None:
            packed[package.product_id] += package.content * package.count
    goods: dict[int, Decimal] = defaultdict(Decimal)
    for line in shipment.lines:
        goods[line.product_id] += line.quantity
    names = {line.product_id: line.name or "" for line in shipment.lines}
    for product, quantity in goods.items():
        if packed[product] != quantity:
            text = say(N_("{name}: dikemas {packed}, seharusnya {quantity}."))
            yield text.format(
                name=names[product], packed=format_number(packed[product]), quantity=format_number(quantity)
            )


def _export_doubts(shipment: Shipment, say: Say) -> Iterator[str]:
    for line in shipment.lines:
        name = line.name or ""
        for value, text in (
            (line.hs_code, N_("{name}: kode HS belum diisi.")),
            (line.export_name, N_("{name}: nama ekspor (Inggris) belum diisi.")),
            (line.origin_country, N_("{name}: negara asal belum diisi.")),
        ):
            if not value:
                yield say(text).format(name=name)
        if line.hs_code and not line.product.hs_verified:
            yield say(N_("{name}: kode HS perlu verifikasi.")).format(name=name)
    if shipment.incoterm in SEA_ONLY_INCOTERMS and shipment.mode not in (None, "laut"):
        yield say(N_("Incoterm {term} hanya untuk angkutan laut.")).format(term=shipment.incoterm)


def _container_is_valid(number: str) -> bool:
    from stdnum.iso6346 import is_valid

    return is_valid(number)
