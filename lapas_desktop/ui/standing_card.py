"""How a signed agreement stands, over its form: status, period with all addenda, who has signed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from lapas_desktop.domain.kinds import DATE
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.signing import Standing
from lapas_desktop.ui.parts import badge, card, label, row


def standing_card(found: Standing) -> QFrame:
    """A card that is only read."""
    frame, inner = card()
    inner.setContentsMargins(14, 8, 14, 8)
    period = _(N_("Berlaku {starts} – {ends}")).format(
        starts=DATE.shown(found.starts_on) or "–", ends=DATE.shown(found.ends_on) or _(N_("tanpa batas waktu"))
    )
    line = row(badge(found.word, found.status), label(period), label(_left(found), "section"), 1)
    line.setSpacing(14)
    inner.addLayout(line)
    if found.terminated_on:
        text = _(N_("Diakhiri sejak {day}: {reason}"))
        ended = text.format(day=DATE.shown(found.terminated_on), reason=found.termination_reason or "–")
        inner.addWidget(label(ended, wrap=True))
    signers = " · ".join(str(signer) for signer in found.signers)
    told = label(_(N_("Ditandatangani oleh {signers}")).format(signers=signers), wrap=True)
    inner.addWidget(told)
    locked = _(N_("Terkunci sejak ditandatangani: ubah dengan adendum, perpanjangan atau pengakhiran."))
    inner.addWidget(label(locked, "muted", wrap=True))
    return frame


def _left(found: Standing) -> str:
    if found.left is None or found.status in ("terminated", "renewed", "upcoming"):
        return ""
    if found.left < 0:
        return _(N_("sudah {n} hari berakhir")).format(n=-found.left)
    return _(N_("sisa {n} hari")).format(n=found.left)
