"""Partners."""

from __future__ import annotations

from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_
from lapas_desktop.ui.screen import Screen

PARTNERS = Screen(
    "partners", Partner, N_("+ Mitra baru"), N_("Belum ada mitra. Tekan Ctrl+N untuk mencatat yang pertama.")
)
