"""Settings: the ways to what the office keeps, the second place of backups, look and letters of this PC's user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui import look
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.language_card import LanguageCard
from lapas_desktop.ui.parts import button, card, label, row
from lapas_desktop.ui.second_place_card import SecondPlaceCard
from lapas_desktop.ui.workplace import Workplace

THEMES = {"light": N_("Terang"), "dark": N_("Gelap"), "system": N_("Mengikuti komputer")}


@dataclass(frozen=True)
class Deeds:
    """What the page can ask for. ``say`` takes a sentence, ``act`` a place such as "go:office"."""

    practise: Callable[[], object]
    say: Callable[[str], object]
    reopen: Callable[[], object]
    act: Callable[[str], object]
    restore: Callable[[], object]


class SettingsPage(QScrollArea):
    """What is chosen is kept at once; there is nothing to save."""

    def __init__(self, at: Workplace, deeds: Deeds, changed: Callable[[], object]) -> None:
        """``changed`` is called when what the side bar says may have changed."""
        super().__init__()
        self._deeds = deeds
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(20, 14, 20, 14)
        outer.setSpacing(12)
        told = _(N_("Identitas, kop surat, logo, pejabat, bengkel, pola nomor, kertas, pengingat."))
        outer.addWidget(_way(_(N_("Kantor")), told, (_(N_("Buka data kantor")), lambda: deeds.act("go:office"))))
        told = _(N_("Satuan, negara dan kode HS di formulir, dan dokumen yang diperlukan tiap pengiriman ekspor."))
        way = (_(N_("Atur daftar")), lambda: deeds.act("go:lists"))
        outer.addWidget(_way(_(N_("Daftar pilihan dan dokumen")), told, way))
        told = _(N_("Bunyi pasal yang dipakai naskah PKS, menurut jenis perjanjian."))
        way = (_(N_("Buka pustaka pasal")), lambda: deeds.act("go:library"))
        outer.addWidget(_way(_(N_("Pustaka pasal")), told, way))
        self.second_place = SecondPlaceCard(at, changed)
        outer.addWidget(self.second_place)
        outer.addWidget(self._look_card())
        self.language = LanguageCard(deeds.reopen, deeds.say)
        outer.addWidget(self.language)
        folder = at.office.folder
        told = f"{folder}\n" + _(N_("Pada folder ini tersimpan semua data, berkas dan cadangan kantor."))
        outer.addWidget(
            _way(
                _(N_("Data")),
                told,
                (_(N_("Buka folder")), lambda: _open_folder(folder)),
                (_(N_("Pulihkan dari cadangan…")), deeds.restore),
            )
        )
        told = _(N_("Kantor rekaan untuk mencoba apa saja: 40 perjanjian, 120 pengiriman. Data Anda tidak tersentuh."))
        outer.addWidget(_way(_(N_("Mode latihan")), told, (_(N_("Buka kantor latihan")), deeds.practise)))
        outer.addStretch(1)
        self.setWidget(page)

    def reload(self) -> None:
        """Shows how the last copy to the second place went."""
        self.second_place.reload()

    def _look_card(self) -> QFrame:
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
        return frame

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
        self._deeds.say(_(N_("Tampilan disimpan.")))


def _way(title: str, told: str, *ways: tuple[str, Callable[[], object]]) -> QFrame:
    """A card that says what is elsewhere, with the buttons that lead there."""
    frame, inner = card()
    inner.addWidget(label(title, "section"))
    inner.addWidget(label(told, "muted", wrap=True))
    inner.addLayout(row(*(button(words, pressed) for words, pressed in ways), 1))
    return frame


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
