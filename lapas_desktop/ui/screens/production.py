"""Production."""

from __future__ import annotations

from lapas_desktop.domain.production import Batch
from lapas_desktop.i18n import N_
from lapas_desktop.ui.screen import Screen

PRODUCTION = Screen(
    "production",
    Batch,
    N_("+ Produksi baru"),
    N_("Belum ada produksi. Catat produk lebih dulu, lalu tekan Ctrl+N."),
    files=("scan", "photo", "other"),
)
