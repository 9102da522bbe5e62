"""What the rows of a shipment take over from a product. Only cells that nobody filled otherwise change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.storage.office import Office

Copies = dict[str, Any]
_COPIED = ("name", "export_name", "unit", "hs_code", "origin_country", "unit_net_weight", "unit_price")
_PACKED = {
    "kind": "pack_type",
    "content": "units_per_pack",
    "length": "pack_length",
    "width": "pack_width",
    "height": "pack_height",
    "tare": "pack_tare",
}
_PLAIN = {"kind": "CT"}  # every new package is one, whatever its product is packed in


def goods_of_product(office: Office, kind: str, row: Mapping[str, Any], former_id: int | None = None) -> Copies:
    """The row with name, unit, HS code, weight and price of its product; ``kind`` of shipment decides the price.

    What the product chosen before (``former_id``) had given is given anew.
    """

    def copies(product: Product) -> Copies:
        line = ShipmentLine(product=product)
        line.copy_product(kind)
        return {name: getattr(line, name) for name in _COPIED}

    return _taken_over(office, row, former_id, copies)


def package_of_product(office: Office, row: Mapping[str, Any], former_id: int | None = None) -> Copies:
    """The row with the standard package of its product; what the former product had given is given anew."""
    return _taken_over(office, row, former_id, lambda product: {to: getattr(product, of) for to, of in _PACKED.items()})


def _taken_over(
    office: Office, row: Mapping[str, Any], former_id: int | None, copies: Callable[[Product], Copies]
) -> Copies:
    taken = dict(row)
    with office.session() as session:
        product = session.get(Product, row["product_id"]) if row.get("product_id") else None
        if product is None:
            return taken
        former = session.get(Product, former_id) if former_id else None
        given = copies(former) if former else {}
        for name, value in copies(product).items():
            own = row.get(name) not in (None, "", given.get(name), _PLAIN.get(name))
            if not own and (value is not None or name not in _PLAIN):
                taken[name] = value
    return taken
