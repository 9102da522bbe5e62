"""What a product gives to the rows of a shipment as soon as it is chosen in them, and the batches they may be from."""

from __future__ import annotations

from lapas_desktop.services.product_rows import goods_of_product, package_of_product
from lapas_desktop.services.stock import batches_of
from lapas_desktop.ui.cell_delegate import Options
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

    def batches(row: Values, options: Options) -> Options:
        if not row.get(PRODUCT):
            return options
        known = dict(options)
        return [(one, known[one]) for one in batches_of(at.office, row[PRODUCT]) if one in known]

    form.grids["lines"].rows_model.follow[PRODUCT] = goods
    form.grids["lines"].view.delegate.narrow["batch_id"] = batches
    form.grids["packages"].rows_model.follow[PRODUCT] = package
