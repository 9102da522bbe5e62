"""Settings of this PC's user: look and letters; the data folder; the way to the practice office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui import look
from lapas_desktop.ui.editors import Combo
from lapas_desktop.ui.language_card import LanguageCard
from lapas_desktop.ui.parts import button, card, label, row

THEMES = {"light": N_("Terang"), "dark": N_("Gelap"), "system": N_("Mengikuti komputer")}


class SettingsPage(QScrollArea):
    """What is chosen is kept at once; there is nothing to save."""

    def __init__(
        self, folder: Path, practise: Callable[[], object], changed: Callable[[str], object],
        reopen: Callable[[], object],
    ) -> None:  # fmt: skip
        """``practise`` opens the practice office, ``reopen`` this one again; ``changed`` is told a sentence after
        each choice."""
        super().__init__()
        self._changed = changed
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(20, 14, 20, 14)
        outer.setSpacing(12)
        frame, inner = card()
        inner.addWidget(label(_(N_("Tampilan")), "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        now = look.chosen()
        self.theme = self._choice(grid, 0, _(N_("Warna")), {k: _(t) for k, t in THEMES.items()}, now.theme)
        sizes = {size: f"{size} %" for size in look.SIZES}
        self.size_of_letters = self._choice(grid, 1, _(N_("Ukuran huruf")), sizes, now.size)
        grid.setColumnStretch(2, 1)
        inner.addLayout(grid)
        outer.addWidget(frame)
        self.language = LanguageCard(reopen, changed)
        outer.addWidget(self.language)
        frame, inner = card()
        inner.addWidget(label(_(N_("Data")), "section"))
        inner.addWidget(label(str(folder), wrap=True))
        inner.addWidget(label(_(N_("Pada folder ini tersimpan semua data, berkas dan cadangan kantor.")), "muted"))
        inner.addLayout(row(button(_(N_("Buka folder")), lambda: _open_folder(folder)), 1))
        outer.addWidget(frame)
        frame, inner = card()
        inner.addWidget(label(_(N_("Mode latihan")), "section"))
        told = _(N_("Kantor rekaan untuk mencoba apa saja: 40 perjanjian, 120 pengiriman. Data Anda tidak tersentuh."))
        inner.addWidget(label(told, wrap=True))
        inner.addLayout(row(button(_(N_("Buka kantor latihan")), practise), 1))
        outer.addWidget(frame)
        outer.addStretch(1)
        self.setWidget(page)

    def _choice(self, grid: QGridLayout, column: int, name: str, options: dict[Any, str], now: Any) -> Combo:
        combo = Combo(list(options.items()), False)
        combo.choose(now)
        combo.setAccessibleName(name)
        combo.setMinimumWidth(190)
        caption = label(name, "caption")
        caption.setBuddy(combo)
        grid.addWidget(caption, 0, column)
        grid.addWidget(combo, 1, column)
        combo.activated.connect(lambda _index: self._keep())
        return combo

    def _keep(self) -> None:
        wanted = look.Look(self.theme.chosen(), self.size_of_letters.chosen())
        look.choose(wanted)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        look.wear(application, wanted)
        self._changed(_(N_("Tampilan disimpan.")))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
