"""Shipments."""

from __future__ import annotations

from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_
from lapas_desktop.ui.screen import Paper, Screen

SHIPMENTS = Screen(
    "shipments",
    Shipment,
    N_("+ Pengiriman baru"),
    N_("Belum ada pengiriman. Catat produk lebih dulu, lalu tekan Ctrl+N."),
    Paper.MANIFEST,
    N_("Manifes Excel"),
    release=True,
    files=("scan", "photo", "other"),
)
