"""What the window shows about signing: who would sign on a day, how a signed agreement stands, what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.domain.agreement_checks import Finding
from lapas_desktop.domain.deed_facts import organisation
from lapas_desktop.domain.history import label_of
from lapas_desktop.domain.signers import Signer, signer_of
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.deed import deed_findings
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class PartySigner:
    """A party with the person who signs for it."""

    party: str
    signer: Signer

    def __str__(self) -> str:
        person = ", ".join(text for text in (self.signer.name, self.signer.job) if text)
        return f"{self.party}: {person or _(N_('belum diketahui'))}"


@dataclass(frozen=True)
class Standing:
    """How an agreement stands on a day. ``left``: days until its last day, None without end."""

    status: str
    word: str
    starts_on: date | None
    ends_on: date | None
    left: int | None
    signers: tuple[PartySigner, ...]
    terminated_on: date | None
    termination_reason: str | None


def stage_of(office: Office, agreement_id: int) -> str:
    """The stored stage of an agreement; `draft` when it is gone."""
    with office.session() as session:
        return session.scalar(select(Agreement.stage).where(Agreement.id == agreement_id)) or "draft"


def signers_on(office: Office, agreement_id: int, day: date) -> tuple[PartySigner, ...]:
    """Who signs for each party when the agreement is signed on a day: an acting head as "Plt. Kepala …"."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        agreement.signed_on = day  # in this reading only
        profile = queries.office_profile(session)
        return tuple(
            PartySigner(organisation(party, profile), signer_of(party, agreement, profile, day))
            for party in agreement.parties
        )


def standing(office: Office, agreement_id: int, on: date) -> Standing:
    """How an agreement stands on a day, its addenda included."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        profile, status = queries.office_profile(session), agreement.status(on)
        return Standing(
            status, _(STATUSES[status]), agreement.starts_on, agreement.final_day, agreement.days_remaining(on),
            tuple(
                PartySigner(organisation(party, profile), signer_of(party, agreement, profile, on))
                for party in agreement.parties
            ),
            agreement.terminated_on, agreement.termination_reason,
        )  # fmt: skip


@dataclass(frozen=True)
class Check:
    """A finding with the words for its place on the form."""

    finding: Finding
    where: str

    @property
    def text(self) -> str:
        return self.finding.message if self.finding.good else f"{self.where}: {self.finding.message}"


def checks(office: Office, agreement_id: int, on: date) -> tuple[Check, ...]:
    """What is wrong or doubtful before the full text is printed, errors first, each with its place in words."""
    found = deed_findings(office, agreement_id, on)
    return tuple(Check(finding, label_of(Agreement, finding.field)) for finding in found)
