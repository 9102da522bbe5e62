"""Where a partner is used, under its form: agreements and shipments that open, and what was sent in each year."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.wording import format_money, format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.partner_use import PartnerUse, Used, YearTotal, partner_use
from lapas_desktop.ui.parts import ShortLabel, badge, boxed, button, card, emptied, label, row
from lapas_desktop.ui.workplace import Workplace

SHOWN = 6  # of each kind until all are asked for


class PartnerUseCard(QWidget):
    """Read behind the window when the form is shown."""

    def __init__(self, at: Workplace, partner_id: int) -> None:
        super().__init__()
        self._at = at
        self._most = SHOWN
        self._use = PartnerUse((), (), ())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        outer.addWidget(frame)
        self._all = button(_(N_("Tampilkan semua")), self.show_all, "link")
        self._all.hide()
        inner.addLayout(row(label(_(N_("Dipakai di")), "section"), 1, self._all))
        self._lines = QVBoxLayout()
        inner.addLayout(self._lines)
        read = partial(partner_use, at.office, partner_id, at.clock().date())
        at.jobs.run(self, read, self._show, at.say)

    def show_all(self) -> None:
        """Every agreement and shipment."""
        self._most = max(len(self._use.agreements), len(self._use.shipments))
        self._show(self._use)

    def _show(self, use: PartnerUse) -> None:
        self._use = use
        layout = emptied(self._lines)
        self._all.setVisible(max(len(use.agreements), len(use.shipments)) > self._most)
        if not use.agreements and not use.shipments:
            layout.addWidget(label(_(N_("Belum dipakai dalam perjanjian atau pengiriman.")), "muted", wrap=True))
            return
        before: QWidget = self._all
        kinds = ((Agreement, use.agreements), (Shipment, use.shipments))
        for entity, found in kinds:
            if found:
                layout.addWidget(label(f"{_(entity.label_plural)} · {format_number(len(found))}", "caption"))
                layout.addWidget(boxed(self._records(entity, found[: self._most])))
        for opening in self.findChildren(QPushButton, "link"):
            if opening is not before:  # made after everything else in the window
                QWidget.setTabOrder(before, opening)
                before = opening
        if use.years:
            layout.addWidget(label(_(N_("Terkirim per tahun")), "caption"))
            layout.addWidget(boxed(_years(use.years)))

    def _records(self, entity: type[Record], found: Sequence[Used]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for line, used in enumerate(found):
            opening = button(used.reference, partial(self._at.show, entity, [used.id]), "link")
            opening.setAccessibleName(_(N_("Buka {reference}")).format(reference=used.reference))
            grid.addWidget(opening, line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(ShortLabel(used.caption), line, 1)
            grid.addWidget(ShortLabel(DATE.shown(used.day), "muted"), line, 2)
            grid.addWidget(badge(used.status_word, used.status), line, 3, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        return grid


def _years(years: Sequence[YearTotal]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(2)
    for line, year in enumerate(years):
        number = _(N_("{n} pengiriman")).format(n=format_number(year.shipments))
        values = " · ".join(format_money(value, currency) for currency, value in year.values)
        for column, text in enumerate((str(year.year), number, values)):
            grid.addWidget(label(text, "section" if column == 0 else "", wrap=column == 2), line, column)
    grid.setColumnStretch(2, 1)
    return grid
