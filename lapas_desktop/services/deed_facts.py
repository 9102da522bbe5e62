"""The facts of an agreement's full text, read from the records. The paper is Indonesian whatever the window speaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from lapas_desktop.documents.deed_data import Deed, DeedParty, DeedProduct, Witness
from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import AgreedProduct, Agreement
from lapas_desktop.domain.clause_text import filled_line, numbered
from lapas_desktop.domain.deed_facts import clause_facts, organisation
from lapas_desktop.domain.deed_words import called, stamped_copy
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.signers import Signer, signer_of
from lapas_desktop.domain.wording import format_money, format_number
from lapas_desktop.services.clauses import clauses_of, phrases_of
from lapas_desktop.services.letterhead import is_sample, letterhead
from lapas_desktop.storage import queries


def deed_of(session: Session, agreement: Agreement, on: date) -> Deed:
    """Everything the paper says on a day."""
    profile = queries.office_profile(session)
    clauses = clauses_of(session, agreement)
    facts = clause_facts(agreement, profile, on)
    phrases = {key: filled_line(text, {**facts, "naskah": "Perjanjian"}) for key, text in phrases_of(session).items()}
    return Deed(
        office=profile.name if profile else "",
        reference=agreement.reference,
        title=agreement.title,
        parties=tuple(_parties(agreement, profile, on)),
        opening=phrases["pembukaan"],
        accord=phrases["kesepakatan"],
        clauses=numbered(clauses, facts),
        closing=phrases["penutup-naskah"],
        letterhead=letterhead(profile),
        paper=profile.paper if profile else "A4",
        legal_basis=_lines(agreement.legal_basis) or _lines(profile.legal_basis if profile else None),
        products=tuple(_product(line) for line in agreement.products),
        witnesses=tuple(_witness(line) for line in _lines(agreement.witnesses)),
        is_draft=agreement.stage not in ("signed", "terminated"),
        is_sample=is_sample(agreement, profile),
    )


def _parties(agreement: Agreement, profile: OfficeProfile | None, on: date) -> Iterator[DeedParty]:
    for index, party in enumerate(agreement.parties):
        number = party.number or ((agreement.number or "") if party.partner_id is None else "")
        yield deed_party(party, index, agreement, profile, signer_of(party, agreement, profile, on), number)


def deed_party(
    party: Party, index: int, agreement: Agreement, profile: OfficeProfile | None, signer: Signer, number: str
) -> DeedParty:
    """A party with the person who signs for it and the number it gives the paper."""
    own = party.partner_id is None
    address = party.partner.address if party.partner else ((profile.address or "") if profile else "")
    return DeedParty(
        called=called(index),
        organisation=organisation(party, profile),
        signatory=signer.name,
        job=signer.job,
        number_kind="NIP" if own else "Nomor KTP",
        number=signer.number,
        address=address,
        authority=signer.authority,
        role=party.role or "",
        letter_number=number,
        stamped_copy=stamped_copy(index, len(agreement.parties), agreement.copies),
    )


def _product(line: AgreedProduct) -> DeedProduct:
    unit = lists.UNITS[line.product.unit]
    return DeedProduct(
        name=line.product.name,
        unit=f"{unit} per {line.period}" if line.period else unit,
        quantity=format_number(line.quantity) if line.quantity is not None else "—",
        price=format_money(line.price, line.currency or "IDR") if line.price is not None else "—",
    )


def _witness(line: str) -> Witness:
    name, _mark, job = line.partition(";")
    return Witness(name.strip(), job.strip())


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
