"""Agreements."""

from __future__ import annotations

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.i18n import N_
from lapas_desktop.ui import agreement_steps as steps
from lapas_desktop.ui.many_dialog import offer_many
from lapas_desktop.ui.promise_steps import FULFIL
from lapas_desktop.ui.screen import Offer, Screen
from lapas_desktop.ui.screens.originals import print_originals

AGREEMENTS = Screen(
    "agreements",
    Agreement,
    N_("+ PKS baru"),
    N_("Belum ada perjanjian. Catat produk dan mitra lebih dulu, lalu tekan Ctrl+N."),
    (
        steps.SIGN,
        steps.REVIEW,
        steps.SEND_BACK,
        steps.REOPEN,
        Offer(
            N_("Surat pengakhiran"),
            lambda chosen: chosen.printing.termination_letter(chosen.ids[0]),
            in_list=True,
            picture="print",
            fits=steps.in_stage("terminated"),
        ),
        Offer(
            N_("Naskah PKS"),
            lambda chosen: chosen.printing.together("deed", chosen.ids),
            many=N_("Cetak semua naskah"),
            in_list=True,
            picture="print",
        ),
        Offer(
            N_("Cetak ringkasan"),
            lambda chosen: chosen.printing.together("summary", chosen.ids),
            shortcut="Ctrl+P",
            many=N_("Cetak semua ringkasan"),
            in_list=True,
            picture="print",
        ),
        steps.AMEND,
        steps.RENEW,
        FULFIL,
        steps.TERMINATE,
        Offer(
            N_("Naskah Word…"),
            lambda chosen: chosen.printing.deed_in_word(chosen.ids[0]),
            in_list=True,
            picture="export",
        ),
        steps.COMPARE,
        steps.UNSIGN,
        steps.RESUME,
        steps.CANCEL,
        Offer(N_("Buat banyak PKS dari ini…"), offer_many, in_list=True),
        Offer(N_("Daftar naskah asli"), print_originals, many=N_("Daftar naskah asli"), in_list=True),
    ),
    batch=(
        Offer("", lambda chosen: chosen.printing.each("deed", chosen.ids), many=N_("Naskah ke folder…")),
        Offer("", lambda chosen: chosen.printing.each("summary", chosen.ids), many=N_("Ringkasan ke folder…")),
    ),
)
