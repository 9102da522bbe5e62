"""Who signs an agreement for a party: copied at signing, before that whoever is in office on the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.text import search_key


@dataclass(frozen=True)
class Signer:
    """A person with post, NIP or KTP number, and by what authority."""

    name: str = ""
    job: str = ""
    number: str = ""
    authority: str = ""


def signer_of(party: Party, agreement: Agreement, profile: OfficeProfile | None, on: date) -> Signer:
    """Who signs for the party on the signing day, or on ``on`` while that is open."""
    day = agreement.signed_on or on
    name, job, number, authority = (
        party.signatory_name or "", party.signatory_job or "", party.signatory_number or "", party.authority or "",
    )  # fmt: skip
    if party.partner_id is None:
        officer = profile.signing_officer(day) if profile and not name else None
        name, job = (officer.name, officer.signing_post) if officer else (name, job)
        return Signer(name, job, number or _nip(profile, name), authority)
    person = party.partner.signatory(day) if party.partner else None
    if person and not name:
        name, job = person.name, person.job or ""
    if person and search_key(person.name) == search_key(name):
        authority = authority or person.authority or ""
    if party.partner and party.partner.legal_form == "Perorangan":
        number = number or party.partner.nik or ""
    return Signer(name, job, number, authority)


def signer_on(party: Party, agreement: Agreement, profile: OfficeProfile | None, day: date) -> Signer:
    """Who signs a later paper (an addendum) for the party: in office on its day, else who signed the agreement."""
    if party.partner_id is None and profile and (officer := profile.signing_officer(day)):
        authority = party.authority if search_key(party.signatory_name or "") == search_key(officer.name) else ""
        return Signer(officer.name, officer.signing_post, officer.nip or "", authority or "")
    person = party.partner.signatory(day) if party.partner else None
    signed = signer_of(party, agreement, profile, day)
    if person is None or search_key(person.name) == search_key(signed.name):
        return signed
    return Signer(person.name, person.job or "", "", person.authority or "")


def _nip(profile: OfficeProfile | None, name: str) -> str:
    officers = profile.officers if profile else []
    return next((o.nip for o in officers if o.nip and search_key(o.name) == search_key(name)), "")
