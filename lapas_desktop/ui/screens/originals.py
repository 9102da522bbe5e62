"""The list of signed originals, offered with the agreements."""

from __future__ import annotations

from functools import partial

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.originals import write_originals
from lapas_desktop.ui.screen import Chosen


def print_originals(chosen: Chosen) -> None:
    """Who holds which original of the chosen agreements, in the preview."""
    at = chosen.at
    write = partial(write_originals, at.office, chosen.ids, on=at.clock().date())
    chosen.printing.preview_of(_(N_("Daftar naskah asli")), write)
