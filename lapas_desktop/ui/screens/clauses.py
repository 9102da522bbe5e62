"""The office's own pasal."""

from __future__ import annotations

from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.i18n import N_
from lapas_desktop.ui.screen import Screen

CLAUSES = Screen(
    "clauses",
    StandardClause,
    N_("+ Pasal baku baru"),
    N_("Kantor belum mempunyai pasal sendiri: naskah memakai pasal bawaan. Ubah salah satunya, atau tekan Ctrl+N."),
    files=("other",),
)
