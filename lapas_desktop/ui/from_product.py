"""What a product and the agreement give to the rows of a shipment, and the batches that its goods may be from."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

from lapas_desktop.services.product_rows import goods_of_product, package_of_product
from lapas_desktop.services.shipment_proposals import agreed_prices
from lapas_desktop.services.stock import batches_of
from lapas_desktop.ui.cell_delegate import Options
from lapas_desktop.ui.form import Form
from lapas_desktop.ui.rows_model import Values
from lapas_desktop.ui.workplace import Workplace

PRODUCT, PRICE = "product_id", "unit_price"


def fill_from_products(form: Form, at: Workplace) -> None:
    """Fills the goods and packages of a shipment's form while products are chosen; the rest stays as typed.

    A price that the agreement fixes stands before the product's own.
    """

    def goods(before: Values, after: Values) -> Values:
        row = goods_of_product(at.office, value_in(form, "kind") or "", after, before.get(PRODUCT))
        agreed = prices_in(form, at).get(row.get(PRODUCT) or 0)
        taken = before.get(PRICE) is None or row.get(PRICE) != before.get(PRICE)  # not typed by hand
        return row | {PRICE: agreed} if agreed is not None and taken else row

    def package(before: Values, after: Values) -> Values:
        return package_of_product(at.office, after, before.get(PRODUCT))

    def batches(row: Values, options: Options) -> Options:
        if not row.get(PRODUCT):
            return options
        known = dict(options)
        return [(one, known[one]) for one in batches_of(at.office, row[PRODUCT]) if one in known]

    form.grids["lines"].rows_model.follow[PRODUCT] = goods
    form.grids["lines"].view.delegate.narrow["batch_id"] = batches
    form.grids["packages"].rows_model.follow[PRODUCT] = package


def prices_in(form: Form, at: Workplace) -> dict[int, Decimal]:
    """Product id → price by the agreement and the currency that stand in the form."""
    return agreed_prices(at.office, value_in(form, "agreement_id"), value_in(form, "currency"))


def value_in(form: Form, name: str) -> Any:
    """What stands in a field; None when it cannot be read."""
    with suppress(ValueError):
        return form.editors[name].value()
    return None
