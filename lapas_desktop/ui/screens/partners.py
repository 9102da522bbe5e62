"""Partners."""

from __future__ import annotations

from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.duplicates import twin_of
from lapas_desktop.ui.merge_dialog import MergeDialog
from lapas_desktop.ui.partner_use_card import PartnerUseCard
from lapas_desktop.ui.screen import Chosen, Offer, Screen


def _merge(chosen: Chosen) -> None:
    """Two of the list, or the one of the form with one that is chosen then, at first the one most like it."""
    if len(chosen.ids) > 2:
        chosen.at.say(_(N_("Pilih tepat dua mitra untuk digabungkan.")))
        return
    if len(chosen.ids) == 2:
        MergeDialog(chosen.at, chosen.ids[0], chosen.ids[1]).open()
        return
    dialog = MergeDialog(chosen.at, chosen.ids[0], None)
    twin = twin_of(chosen.at.office, chosen.ids[0])
    if twin is not None:
        dialog.propose(twin)
    dialog.open()


PARTNERS = Screen(
    "partners",
    Partner,
    N_("+ Mitra baru"),
    N_("Belum ada mitra. Tekan Ctrl+N untuk mencatat yang pertama."),
    (Offer(N_("Gabungkan dengan…"), _merge, many=N_("Gabungkan…")),),
    cards=(PartnerUseCard,),
)
