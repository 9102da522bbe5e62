"""The last shipments on the start page, as a small table that leads to their forms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lapas_desktop.domain.today import LatestShipment
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import ShortLabel, badge, button, emptied, label

_HEADS = (N_("Nomor"), N_("Tujuan"), N_("Barang"), N_("Tanggal"), N_("Status"))
_GOODS = 2  # the column that gets what the others leave


class LatestTable(QFrame):
    """``opened`` tells the id of the shipment whose number was pressed."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        down = QVBoxLayout(self)
        down.setContentsMargins(1, 10, 1, 6)
        down.setSpacing(8)
        title = label(_(N_("Pengiriman terakhir")), "section")
        title.setContentsMargins(13, 0, 13, 0)
        down.addWidget(title)
        self.cells = QGridLayout()
        self.cells.setSpacing(0)
        self.cells.setColumnStretch(_GOODS, 1)
        down.addLayout(self.cells)

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(300), super().minimumSizeHint().height())

    def show_shipments(self, shipments: Sequence[LatestShipment]) -> None:
        """Shows these, the latest first."""
        grid = emptied(self.cells)
        if not shipments:
            nothing = label(_(N_("Belum ada pengiriman.")), "muted")
            nothing.setContentsMargins(13, 0, 13, 4)
            grid.addWidget(nothing, 0, 0, 1, len(_HEADS))
            return
        for column, head in enumerate(_HEADS):
            grid.addWidget(_cell(ShortLabel(_(head), "head"), "head-cell", column == len(_HEADS) - 1), 0, column)
        for line, shipment in enumerate(shipments, 1):
            opening = button(shipment.reference, lambda found=shipment.id: self.opened.emit(found), "link")
            texts = (shipment.destination, shipment.goods, shipment.shipped)
            cells = [opening, *(ShortLabel(text) for text in texts), badge(shipment.status_word, shipment.status)]
            for column, widget in enumerate(cells):
                name = "" if line == len(shipments) else "cell"
                grid.addWidget(_cell(widget, name, column == len(_HEADS) - 1), line, column)


def _cell(widget: QWidget, name: str, last: bool) -> QFrame:
    cell = QFrame()
    cell.setObjectName(name)
    inside = QHBoxLayout(cell)
    inside.setContentsMargins(13, 4, 13 if last else 0, 4)
    if isinstance(widget, ShortLabel):
        inside.addWidget(widget, 1)
    else:
        inside.addWidget(widget, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return cell
