"""Use cases of an agreement's life: review, signature, cancellation, and the way back from each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum

from sqlalchemy.orm import Session

from lapas_desktop.domain import agreement_life as life
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record, field_of
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.wording import format_date_short
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.clauses import keep_text
from lapas_desktop.services.history import note_changes
from lapas_desktop.services.records import Saved
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


class Step(Enum):
    """A step in an agreement's life that the window offers."""

    REVIEW = "review"
    SEND_BACK = "send_back"
    SIGN = "sign"
    UNSIGN = "unsign"
    CANCEL = "cancel"
    REOPEN = "reopen"
    TERMINATE = "terminate"
    RESUME = "resume"
    RENEW = "renew"
    AMEND = "amend"


def obstacles(office: Office, agreement_id: int, step: Step, on: date) -> tuple[Problem, ...]:
    """Why a step cannot be taken on a day, each with the field to jump to; nothing when it can."""
    with office.session() as session:
        return tuple(obstacles_of(session, queries.existing(session, Agreement, agreement_id), step, on))


def steps_open(office: Office, agreement_id: int, on: date) -> dict[Step, tuple[Problem, ...]]:
    """Every step with its obstacles, in one reading."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        return {step: tuple(obstacles_of(session, agreement, step, on)) for step in Step}


def obstacles_of(session: Session, agreement: Agreement, step: Step, on: date) -> Iterable[Problem]:
    """The same inside a transaction."""
    if step is Step.SIGN:
        return life.signing_obstacles(agreement, on)
    if step is Step.UNSIGN:
        shipped = len(session.scalars(queries.sent_under(agreement.id)).all())
        return life.unsigning_obstacles(agreement, _entered_on(session, agreement, "signed"), shipped, on)
    if step is Step.RESUME:
        return life.resuming_obstacles(agreement, _entered_on(session, agreement, "terminated"), on)
    asked = {
        Step.REVIEW: life.review_obstacles,
        Step.SEND_BACK: life.sending_back_obstacles,
        Step.CANCEL: life.cancelling_obstacles,
        Step.REOPEN: life.reopening_obstacles,
        Step.TERMINATE: life.terminating_obstacles,
        Step.RENEW: life.renewing_obstacles,
        Step.AMEND: life.amending_obstacles,
    }
    return asked[step](agreement)


def _entered_on(session: Session, agreement: Agreement, event: str) -> date | None:
    at = session.scalar(queries.last_event(Agreement, agreement.id, event))
    return at.date() if at else None


@contextmanager
def changed_agreement(
    office: Office, agreement_id: int, event: str, now: datetime, who: str
) -> Iterator[tuple[Session, Agreement]]:
    """The agreement inside a transaction; what the block changes is kept with one event in the history."""
    with office.transaction() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        if agreement.deleted_at:
            raise Refused(_(N_("Data ini sudah tidak ada.")))
        yield session, agreement
        agreement.complete(now.date())
        agreement.changed_at = now
        agreement.refresh_search()
        note_changes(session, agreement, event, now, who)
        session.flush()


def refuse(problems: Iterable[Problem]) -> None:
    """`Invalid` when there is any problem."""
    if found := list(problems):
        raise Invalid(found)


def typed(entity: type[Record], name: str, text: str | None) -> str | None:
    """A text as its field keeps it; `Invalid` beside the field when it cannot be kept."""
    try:
        return field_of(entity, name).kind.parse(text or "")
    except ValueError as error:
        raise Invalid([Problem(name, str(error))]) from None


def saved(agreement: Agreement) -> Saved:
    return Saved(agreement.id, agreement.version, agreement.reference, frozenset({Agreement}))


def send_for_review(office: Office, agreement_id: int, now: datetime, who: str = "") -> Saved:
    """Draft → review. `Invalid` with every obstacle; `send_back` undoes it."""
    return _moved(office, agreement_id, Step.REVIEW, "review", "reviewed", now, who)


def send_back(office: Office, agreement_id: int, now: datetime, who: str = "") -> Saved:
    """Review → draft."""
    return _moved(office, agreement_id, Step.SEND_BACK, "draft", "sent_back", now, who)


def cancel_agreement(
    office: Office, agreement_id: int, now: datetime, who: str = "", *, reason: str | None = None
) -> Saved:  # fmt: skip
    """Gives up an agreement before it is signed; `reopen_agreement` undoes it. The reason is added to its notes."""
    with changed_agreement(office, agreement_id, "cancelled", now, who) as (session, agreement):
        refuse(obstacles_of(session, agreement, Step.CANCEL, now.date()))
        agreement.stage = "cancelled"
        if reason:
            told = _(N_("Dibatalkan {day}: {reason}")).format(day=format_date_short(now.date()), reason=reason)
            agreement.notes = typed(Agreement, "notes", "\n".join(text for text in (agreement.notes, told) if text))
    return saved(agreement)


def reopen_agreement(office: Office, agreement_id: int, now: datetime, who: str = "") -> Saved:
    """Cancelled → draft."""
    return _moved(office, agreement_id, Step.REOPEN, "draft", "reopened", now, who)


def _moved(
    office: Office, agreement_id: int, step: Step, stage: str, event: str, now: datetime, who: str
) -> Saved:  # fmt: skip
    with changed_agreement(office, agreement_id, event, now, who) as (session, agreement):
        refuse(obstacles_of(session, agreement, step, now.date()))
        agreement.stage = stage
    return saved(agreement)


def sign_agreement(
    office: Office, agreement_id: int, now: datetime, who: str = "", *,
    number: str | None = None, signed_on: date | None = None, signed_at: str | None = None,
) -> Saved:  # fmt: skip
    """Enters the signature: copies who signs for each party on that day and the pasal, then locks the facts.

    ``number``, ``signed_on`` and ``signed_at`` fill what the draft leaves open; left out, they stay.
    `Invalid` with every obstacle; `take_back_signature` undoes it on the same day.
    """
    with changed_agreement(office, agreement_id, "signed", now, who) as (session, agreement):
        agreement.number = typed(Agreement, "number", number) or agreement.number
        agreement.signed_on = signed_on or agreement.signed_on
        agreement.signed_at = typed(Agreement, "signed_at", signed_at) or agreement.signed_at
        refuse(obstacles_of(session, agreement, Step.SIGN, now.date()))
        day, profile = agreement.signed_on, queries.office_profile(session)
        assert day is not None
        agreement.stage = "signed"
        keep_text(session, agreement)
        for party in agreement.parties:
            party.copy_signatory(profile, day)
            if party.signing_state in ("belum", "paraf"):
                party.signing_state, party.signing_state_on = "tanda tangan", day
    return saved(agreement)


def take_back_signature(office: Office, agreement_id: int, now: datetime, who: str = "") -> Saved:
    """A signature entered by mistake, undone on the day it was entered: the agreement is a draft again.

    Only while no addendum, renewal or released shipment depends on it: after that, other papers quote it.
    The signatories that were copied go too, so that the next signing day finds its own.
    """
    with changed_agreement(office, agreement_id, "unsigned", now, who) as (session, agreement):
        refuse(obstacles_of(session, agreement, Step.UNSIGN, now.date()))
        agreement.stage = "draft"
        _forget_signatories(agreement, queries.office_profile(session))
    return saved(agreement)


def _forget_signatories(agreement: Agreement, profile: OfficeProfile | None) -> None:
    signed_on = agreement.signed_on
    assert signed_on is not None
    for party in agreement.parties:
        if party.signing_state == "tanda tangan" and party.signing_state_on == signed_on:
            party.signing_state, party.signing_state_on = "belum", None
        if party.partner:
            person = party.partner.signatory(signed_on)
            if person and party.signatory_name == person.name:
                party.signatory_name = party.signatory_job = None
                party.authority = None if party.authority == person.authority else party.authority
        elif profile and (officer := profile.signing_officer(signed_on)) and party.signatory_name == officer.name:
            party.signatory_name = party.signatory_job = party.signatory_number = None
