"""Agreements."""

from __future__ import annotations

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.i18n import N_
from lapas_desktop.ui.screen import Offer, Screen

AGREEMENTS = Screen(
    "agreements",
    Agreement,
    N_("+ PKS baru"),
    N_("Belum ada perjanjian. Catat produk dan mitra lebih dulu, lalu tekan Ctrl+N."),
    (
        Offer(
            N_("Cetak ringkasan"),
            lambda chosen: chosen.printing.summaries(chosen.ids),
            shortcut="Ctrl+P",
            many=N_("Cetak semua ringkasan"),
            in_list=True,
            picture="print",
        ),
    ),
)
