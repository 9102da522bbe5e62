"""What a product gives to the rows of a shipment as soon as it is chosen in them."""

from __future__ import annotations

from lapas_desktop.services.product_rows import goods_of_product, package_of_product
from lapas_desktop.ui.form import Form
from lapas_desktop.ui.rows_model import Values
from lapas_desktop.ui.workplace import Workplace

PRODUCT = "product_id"


def fill_from_products(form: Form, at: Workplace) -> None:
    """Fills the goods and packages of a shipment's form while products are chosen; the rest stays as typed."""

    def goods(before: Values, after: Values) -> Values:
        return goods_of_product(at.office, form.editors["kind"].value() or "", after, before.get(PRODUCT))

    def package(before: Values, after: Values) -> Values:
        return package_of_product(at.office, after, before.get(PRODUCT))

    form.grids["lines"].rows_model.follow[PRODUCT] = goods
    form.grids["packages"].rows_model.follow[PRODUCT] = package
