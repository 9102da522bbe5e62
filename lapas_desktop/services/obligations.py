"""Use cases of promises under agreements: met with evidence, opened again, due in a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.kinds import TEXT
from lapas_desktop.domain.obligation import Obligation
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.agreement_life import changed_agreement, saved
from lapas_desktop.services.records import Saved
from lapas_desktop.storage import agenda_queries, queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class DutyDay:
    """One day on which a promise falls due; ``overdue_days`` counts from the day asked for, 0 when not late."""

    agreement_id: int
    reference: str
    row_id: int
    party: str
    text: str
    due_on: date
    overdue_days: int


@dataclass(frozen=True)
class Promise:
    """A promise that waits: for ``due_on``, and when that day is met for ``following``."""

    row_id: int
    party: str
    text: str
    due_on: date | None
    following: date | None


def open_promises(office: Office, agreement_id: int) -> list[Promise]:
    """What an agreement still waits for, the next day first, what has no day last."""
    with office.session() as session:
        duties = [duty for duty in queries.existing(session, Agreement, agreement_id).obligations if not duty.done]
        return [
            Promise(duty.id, duty.party or "", duty.text, duty.next_due_on, duty.following)
            for duty in sorted(duties, key=lambda duty: duty.next_due_on or date.max)
        ]


def fulfil_obligation(
    office: Office, agreement_id: int, row_id: int, done_on: date, evidence: str, now: datetime, who: str = ""
) -> Saved:
    """Notes a promise as met on a day. A periodic one then waits for its next day.

    `Invalid` for a day to come or a text too long; `Refused` when it is met already or gone.
    """
    problems: list[Problem] = []
    proof = None
    try:
        proof = TEXT.parse(evidence)
    except ValueError as error:
        problems.append(Problem("evidence", str(error)))
    if done_on > now.date():
        problems.append(Problem("done_on", _(N_("Tanggal ini belum tiba."))))
    if problems:
        raise Invalid(problems)
    with changed_agreement(office, agreement_id, "fulfilled", now, who) as (_session, agreement):
        duty = _duty(agreement, row_id)
        if duty.done:
            raise Refused(_(N_("Kewajiban ini sudah selesai.")))
        duty.fulfil(done_on, proof)
    return saved(agreement)


def reopen_obligation(office: Office, agreement_id: int, row_id: int, now: datetime, who: str = "") -> Saved:
    """Takes the last fulfilment of a promise back."""
    with changed_agreement(office, agreement_id, "reopened", now, who) as (_session, agreement):
        duty = _duty(agreement, row_id)
        if not duty.done and duty.done_on is None:
            raise Refused(_(N_("Kewajiban ini belum pernah dipenuhi.")))
        duty.reopen()
    return saved(agreement)


def _duty(agreement: Agreement, row_id: int) -> Obligation:
    for duty in agreement.obligations:
        if duty.id == row_id:
            return duty
    raise Refused(_(N_("Data ini sudah tidak ada.")))


def duties_between(office: Office, first: date, last: date, on: date) -> list[DutyDay]:
    """Every day in a period on which a promise of a signed agreement falls due and is not met, in order."""
    found: list[DutyDay] = []
    with office.session() as session:
        for duty, agreement in session.execute(agenda_queries.open_duties(last)):
            limit = agreement.effective_ends_on if duty.is_periodic and agreement.effective_ends_on else last
            for day in duty.due_between(first, min(last, limit)):
                late = max(0, (on - day).days)
                found.append(
                    DutyDay(agreement.id, agreement.reference, duty.id, duty.party or "", duty.text, day, late)
                )
    return sorted(found, key=lambda duty: (duty.due_on, duty.reference, duty.row_id))
