"""Shipments."""

from __future__ import annotations

from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_
from lapas_desktop.services.shipments import release_shipment, why_no_manifest, why_not_released
from lapas_desktop.ui.screen import Offer, Screen, step

SHIPMENTS = Screen(
    "shipments",
    Shipment,
    N_("+ Pengiriman baru"),
    N_("Belum ada pengiriman. Catat produk lebih dulu, lalu tekan Ctrl+N."),
    (
        Offer(N_("Rilis dan beri nomor"), step(release_shipment), why_not_released, picture="release"),
        Offer(
            N_("Manifes Excel"),
            lambda chosen: chosen.printing.manifest(chosen.ids[0]),
            why_no_manifest,
            shortcut="Ctrl+P",
            in_list=True,
            picture="print",
        ),
    ),
    files=("scan", "photo", "other"),
)
