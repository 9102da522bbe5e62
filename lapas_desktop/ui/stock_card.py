"""The stock of a product under its form: what is there now, and every step that led to it, with the way there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.records import TARGETS
from lapas_desktop.services.stock import Movement, StockAccount, stock_account
from lapas_desktop.ui.parts import ShortLabel, button, card, emptied, label, row
from lapas_desktop.ui.screen import RecordCard
from lapas_desktop.ui.workplace import Workplace

SHOWN = 8  # of the last movements until all are asked for


class StockCard(RecordCard):
    """Read behind the window when the form is shown and after each save."""

    def __init__(self, at: Workplace, product_id: int) -> None:
        super().__init__()
        self._at, self._product_id = at, product_id
        self._most = SHOWN
        self._account = StockAccount(None, "", ())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        outer.addWidget(frame)
        self.now = label("", "section")
        self._all = button(_(N_("Tampilkan semua")), self.show_all, "link")
        self._all.setAccessibleName(f"{self._all.text()}: {_(N_('Stok'))}")
        self._all.hide()
        inner.addLayout(row(label(_(N_("Stok")), "section"), self.now, 1, self._all))
        self._lines = QVBoxLayout()
        inner.addLayout(self._lines)
        self.refresh()

    def refresh(self) -> None:
        """Reads the stock anew."""
        self._at.jobs.run(self, partial(stock_account, self._at.office, self._product_id), self._show, self._at.say)

    def show_all(self) -> None:
        """Every movement there ever was."""
        self._most = len(self._account.movements)
        self._show(self._account)

    def _show(self, account: StockAccount) -> None:
        self._account = account
        layout = emptied(self._lines)
        self.now.setText("" if account.now is None else f"{format_number(account.now)} {account.unit}")
        self._all.setVisible(len(account.movements) > self._most)
        if account.now is None:
            told = _(N_("Belum dihitung. Stok mulai dari produksi yang selesai atau dari baris Penyesuaian stok."))
            layout.addWidget(label(told, "muted", wrap=True))
        if account.movements:
            layout.addLayout(self._table(list(reversed(account.movements))[: self._most], account.now is not None))

    def _table(self, movements: list[Movement], kept: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        heads = (N_("Tanggal", "satu"), N_("Asal"), N_("Jumlah"), N_("Sisa stok"))
        for column, text in enumerate(heads if kept else heads[:3]):
            grid.addWidget(label(_(text), "caption"), 0, column, _side(column))
        for line, movement in enumerate(movements, 1):
            grid.addWidget(label(DATE.shown(movement.day) or "—", "muted"), line, 0)
            self._put_origin(grid, line, movement)
            sign = "+" if movement.quantity > 0 else "−" if movement.quantity < 0 else ""
            grid.addWidget(label(f"{sign}{format_number(abs(movement.quantity))}"), line, 2, _side(2))
            if kept:
                grid.addWidget(label(format_number(movement.balance)), line, 3, _side(3))
        grid.setColumnStretch(1, 1)
        return grid

    def _put_origin(self, grid: QGridLayout, line: int, movement: Movement) -> None:
        """What caused the step; a batch or a shipment opens when pressed."""
        entity = TARGETS[movement.entity]
        if entity is Product:
            grid.addWidget(ShortLabel(movement.text), line, 1)
            return
        opening = button(movement.text, partial(self._at.show, entity, [movement.id]), "link")
        opening.setAccessibleName(_(N_("Buka {reference}")).format(reference=movement.text))
        grid.addWidget(opening, line, 1, Qt.AlignmentFlag.AlignLeft)


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column > 1 else Qt.AlignmentFlag.AlignLeft
