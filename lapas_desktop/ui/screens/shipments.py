"""Shipments."""

from __future__ import annotations

from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_
from lapas_desktop.services.shipments import why_no_manifest
from lapas_desktop.ui import shipment_steps as steps
from lapas_desktop.ui.screen import Offer, Screen

SHIPMENTS = Screen(
    "shipments",
    Shipment,
    N_("+ Pengiriman baru"),
    N_("Belum ada pengiriman. Catat produk lebih dulu, lalu tekan Ctrl+N."),
    (
        steps.RELEASE,
        steps.PACK,
        steps.SHIP,
        steps.DELIVER,
        Offer(
            N_("Manifes Excel"),
            lambda chosen: chosen.printing.manifest(chosen.ids[0]),
            why_no_manifest,
            shortcut="Ctrl+P",
            in_list=True,
            picture="print",
        ),
        steps.REVISE,
        steps.BACK,
        steps.RETURN,
        steps.VOID,
        Offer(
            N_("Paket kirim (ZIP)…"),
            lambda chosen: chosen.printing.shipment_package(chosen.ids[0]),
            why_no_manifest,
            fits=steps.stored,
        ),
        Offer(
            N_("Semua surat ke folder…"),
            lambda chosen: chosen.printing.shipment_files(chosen.ids[0]),
            why_no_manifest,
            fits=steps.stored,
        ),
    ),
    files=("scan", "photo", "other"),
)
