"""A new addendum to an agreement, and its versions side by side: for its page and for the card of its addenda."""

from __future__ import annotations

from datetime import datetime

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.addenda import blank_addendum
from lapas_desktop.services.agreement_life import Step, obstacles
from lapas_desktop.services.comparison import versions
from lapas_desktop.services.office_profile import Office
from lapas_desktop.ui.compare_page import show_comparison
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.screen import Forms
from lapas_desktop.ui.screens.addenda import ADDENDA
from lapas_desktop.ui.workplace import Workplace


def why_no_addendum(office: Office, agreement_id: int, now: datetime) -> Problem | None:
    """What stands against a new addendum."""
    return next(iter(obstacles(office, agreement_id, Step.AMEND, now.date())), None)


def begin_addendum(at: Workplace, forms: Forms, agreement_id: int) -> None:
    """The form of a new addendum; an agreement that is open is left first."""
    if forms.may_leave():
        try:
            values = blank_addendum(at.office, agreement_id, at.clock().date())
        except Invalid as invalid:
            at.say(" ".join(problem.message for problem in invalid.problems))
            return
        forms.close()
        forms.new(ADDENDA, values)


def why_no_comparison(office: Office, agreement_id: int, _now: datetime) -> Problem | None:
    """What stands against comparing: an agreement that stands alone."""
    if len(versions(office, agreement_id)) > 1:
        return None
    text = _(N_("Belum ada pembandingnya: adendum yang ditandatangani, PKS sebelumnya atau perpanjangan."))
    return Problem("", text)


def compare(at: Workplace, forms: Forms, printing: Printing, agreement_id: int) -> None:
    """The page with two versions of an agreement; it leads back to its form."""
    if forms.may_leave():
        forms.close()
        show_comparison(at, printing, agreement_id, lambda: at.show(Agreement, [agreement_id]))
