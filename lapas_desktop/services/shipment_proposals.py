"""What an agreement, a destination and the products' usual packing propose for a shipment; nothing of it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.carton_plan import Goods
from lapas_desktop.domain.kinds import COUNTRY
from lapas_desktop.domain.product import Product
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.shipments import next_export_sequence
from lapas_desktop.storage.office import Office

# Field of a shipment → the roles of a partner that may stand there, the most fitting first.
_ROLES = {
    "buyer_id": ("pembeli", "penerima", "pemasar"),
    "consignee_id": ("penerima", "pembeli", "pemasar"),
    "exporter_id": ("eksportir",),
    "notify_id": ("notify",),
    "forwarder_id": ("ppjk",),
}
_ABROAD_ONLY = frozenset({"exporter_id", "notify_id", "forwarder_id"})
_KINDS = {"ekspor": "ekspor", "konsinyasi": "titip_jual"}


def agreement_proposals(office: Office, agreement_id: int, kind: str) -> dict[str, Any]:
    """Field → value that the parties, destinations and products of an agreement suggest; ``kind`` of shipment."""
    with office.session() as session:
        agreement = session.get(Agreement, agreement_id)
        if agreement is None:
            return {}
        found: dict[str, Any] = {}
        partners = [party.partner for party in agreement.parties if party.partner]
        for name, roles in _ROLES.items():
            if kind not in ("ekspor", "sampel") and name in _ABROAD_ONLY:
                continue
            fitting = [one.id for role in roles for one in partners if role in (one.roles or "").split(",")]
            if fitting:
                found[name] = fitting[0]
        countries = [code.strip() for code in (agreement.destinations or "").split(",") if code.strip()]
        if len(countries) == 1:
            found["destination_country"] = countries[0]
        currencies = {line.currency for line in agreement.products if line.price is not None and line.currency}
        if len(currencies) == 1:
            found["currency"] = currencies.pop()
        if agreement.type in _KINDS:
            found["kind"] = _KINDS[agreement.type]
        return found


def agreed_prices(office: Office, agreement_id: int | None, currency: str | None) -> dict[int, Decimal]:
    """Product id → price that an agreement fixes in a currency."""
    with office.session() as session:
        agreement = session.get(Agreement, agreement_id) if agreement_id else None
        lines = agreement.products if agreement else []
        return {line.product_id: line.price for line in lines if line.price is not None and line.currency == currency}


def counted_export(sequence: int, country: str) -> str:
    """ "Ekspor ke-2 ke Korea Selatan"."""
    return _(N_("Ekspor ke-{n} ke {country}")).format(n=sequence, country=COUNTRY.shown(country))


def proposed_sequence(office: Office, kind: str | None, country: str | None, shipment_id: int | None) -> int | None:
    """Which export to its country a shipment would be; None for one that stays in the country."""
    if kind != "ekspor" or country in (None, "", "ID"):
        return None
    return next_export_sequence(office, country, shipment_id)


def goods_to_pack(office: Office, lines: Sequence[Mapping[str, Any]]) -> list[Goods]:
    """The goods of a form's lines with the usual packing of their products, each product once."""
    quantities: dict[int, Decimal] = {}
    rows: dict[int, Mapping[str, Any]] = {}
    for line in lines:
        if line.get("product_id"):
            rows.setdefault(line["product_id"], line)
            quantities[line["product_id"]] = quantities.get(line["product_id"], Decimal(0)) + (line["quantity"] or 0)
    with office.session() as session:
        found = []
        for product_id, line in rows.items():
            product = session.get(Product, product_id)
            if product is None:
                continue
            weight = line.get("unit_net_weight") or product.unit_net_weight
            if (line.get("unit") or product.unit) == "kg":
                weight = Decimal(1)
            found.append(
                Goods(
                    product_id, line.get("name") or product.name, quantities[product_id], weight,
                    product.pack_type or "CT", product.units_per_pack, product.pack_tare, product.pack_length,
                    product.pack_width, product.pack_height,
                )
            )  # fmt: skip
        return found
