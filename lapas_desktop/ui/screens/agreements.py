"""Agreements."""

from __future__ import annotations

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.i18n import N_
from lapas_desktop.ui.many_dialog import offer_many
from lapas_desktop.ui.screen import Offer, Screen
from lapas_desktop.ui.screens.originals import print_originals

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
        Offer(N_("Buat banyak PKS dari ini…"), offer_many, in_list=True),
        Offer(N_("Daftar naskah asli"), print_originals, many=N_("Daftar naskah asli"), in_list=True),
    ),
)
