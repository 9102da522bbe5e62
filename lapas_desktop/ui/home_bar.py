"""What can be done from the start page, in the top bar: print it, back up, begin a record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.icons import beside_text, icon
from lapas_desktop.ui.parts import PushButton, button

NEW = (
    ("agreements", N_("Perjanjian (PKS)")),
    ("production", N_("Produksi")),
    ("shipments", N_("Pengiriman")),
    ("products", N_("Produk")),
    ("partners", N_("Mitra")),
)


def home_bar(print_page: Callable[[], object], back_up: Callable[[], object], act: Callable[[str], object]) -> QWidget:
    """``act("new:place")`` begins a record of a place."""
    bar = QWidget()
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(button(_(N_("Cetak")), print_page, "", "Ctrl+P", "print"))
    layout.addWidget(button(_(N_("Cadangkan")), back_up, picture="backup"))
    new = PushButton(icon("new", "on_accent"), f"{_(N_('Baru'))} ▾")
    new.setObjectName("main")
    new.setIconSize(beside_text())
    new.setAccessibleName(_(N_("Catat yang baru")))
    menu = QMenu(new)
    for place, text in NEW:
        menu.addAction(icon(place), _(text)).triggered.connect(lambda _on=False, place=place: act(f"new:{place}"))
    new.setMenu(menu)
    layout.addWidget(new)
    return bar
