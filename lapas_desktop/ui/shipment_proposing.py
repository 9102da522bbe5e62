"""What an agreement and a destination propose in the form of a shipment: filled where nothing stands, told as such."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.shipment_proposals import agreement_proposals, counted_export, proposed_sequence
from lapas_desktop.ui.from_product import PRICE, PRODUCT, prices_in, value_in
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.workplace import Workplace

_SEQUENCE = "export_sequence"
_DEFAULTS = {"kind": "ekspor", "currency": "IDR"}  # of a new shipment: as good as empty


class Proposing(QObject):
    """Follows the agreement, the kind and the destination that are chosen. What was typed is never changed."""

    def __init__(self, page: RecordPage, at: Workplace) -> None:
        super().__init__(page)
        self._page, self._at = page, at
        self._given: dict[str, Any] = {}
        editors = page.form.editors
        self._agreement = page.stored.get("agreement_id")
        editors["agreement_id"].edited.connect(self._follow_agreement)
        for name in ("kind", "destination_country"):
            editors[name].edited.connect(self._count)
        page.form.worked_out.connect(lambda _values: self._tell_count())
        self._follow_agreement()  # it may have been chosen before the rest of the form stood

    def _follow_agreement(self) -> None:
        form, agreement_id = self._page.form, value_in(self._page.form, "agreement_id")
        if agreement_id in (None, self._agreement):
            return
        self._agreement = agreement_id
        found = agreement_proposals(self._at.office, agreement_id, value_in(form, "kind") or "")
        for name, value in found.items():
            if self._propose(name, value):
                form.editors[name].note(_(N_("Usulan dari perjanjian; boleh diubah.")), warning=False)
        self._price_lines()
        self._count()
        form.edited.emit()

    def _propose(self, name: str, value: Any) -> bool:
        """Fills a field that is empty or still as it was proposed; whether it did."""
        form = self._page.form
        now = value_in(form, name)
        untouched = self._page.record_id is None and now == _DEFAULTS.get(name)
        if now == value or not (now in (None, "") or untouched or (name in self._given and now == self._given[name])):
            return False
        if form.editors[name].input.hasFocus() or (form.editors[name].typed() and now is None):
            return False  # somebody is about to type there, or typed what cannot be read
        form.editors[name].set_value(value)
        self._given[name] = value
        return True

    def _price_lines(self) -> None:
        sheet, prices = self._page.form.grids["lines"].rows_model, prices_in(self._page.form, self._at)
        rows = [
            row | {PRICE: prices[row[PRODUCT]]} if row.get(PRICE) is None and row.get(PRODUCT) in prices else row
            for row in sheet.rows
        ]
        if rows != sheet.rows and not sheet.bad:
            sheet.replace_rows(rows)

    def _count(self) -> None:
        form = self._page.form
        country = value_in(form, "destination_country")
        number = proposed_sequence(self._at.office, value_in(form, "kind"), country, self._page.record_id)
        if self._propose(_SEQUENCE, number):
            form.edited.emit()
        self._tell_count()

    def _tell_count(self) -> None:
        form = self._page.form
        number, country = value_in(form, _SEQUENCE), value_in(form, "destination_country")
        if number and country and value_in(form, "kind") == "ekspor":
            form.editors[_SEQUENCE].note(counted_export(number, country), warning=False)
