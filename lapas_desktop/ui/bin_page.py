"""The recycle bin's page: what was deleted, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.kinds import DATE
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.bin import Binned
from lapas_desktop.ui.parts import button, card, emptied, label


class BinPage(QScrollArea):
    """Rows with a button each."""

    def __init__(self, contents: Callable[[], Sequence[Binned]], take_back: Callable[[Binned], object]) -> None:
        super().__init__()
        self._contents, self._take_back = contents, take_back
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(20, 14, 20, 14)
        frame, self._layout = card()
        outer.addWidget(frame)
        outer.addStretch(1)
        self.setWidget(page)
        self.reload()

    def reload(self) -> None:
        """Reads the bin anew."""
        layout = emptied(self._layout)
        binned = self._contents()
        if not binned:
            layout.addWidget(label(_(N_("Tempat sampah kosong.")), "muted"))
        for item in binned:
            line = QHBoxLayout()
            line.addWidget(label(f"{_(item.entity.label)} {item.reference} · {item.caption}", wrap=True), 1)
            line.addWidget(label(DATE.shown(item.deleted_at.date()), "muted"))
            line.addWidget(button(_(N_("Kembalikan")), lambda item=item: self._take_back(item)))
            layout.addLayout(line)
