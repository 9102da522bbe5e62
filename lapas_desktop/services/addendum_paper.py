"""The paper of an addendum: what was agreed before, what is agreed now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from lapas_desktop.documents.addendum_blocks import AddendumDeed, DeedChange, addendum_paper
from lapas_desktop.documents.deed import write_paper
from lapas_desktop.documents.deed_data import Deed, DeedParty
from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import WITHOUT_END, Addendum, AddendumChange
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import BLANK, filled_line
from lapas_desktop.domain.deed_facts import clause_facts, place_of
from lapas_desktop.domain.deed_words import day_facts
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.signers import signer_on
from lapas_desktop.domain.terms import keep_old
from lapas_desktop.domain.wording import format_date, format_money, roman
from lapas_desktop.services.clauses import phrases_of
from lapas_desktop.services.deed_facts import deed_party
from lapas_desktop.services.letterhead import is_sample, letterhead
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def write_addendum(office: Office, addendum_id: int, path: Path, on: date) -> None:
    """Writes an addendum, as PDF or Word file by the name's ending; the day counts only while nobody has signed."""
    write_paper(addendum_paper(addendum_deed(office, addendum_id, on)), path)


def addendum_deed(office: Office, addendum_id: int, on: date) -> AddendumDeed:
    """What the paper of an addendum says."""
    with office.session() as session:
        addendum = queries.existing(session, Addendum, addendum_id)
        if addendum.stage == "draft":
            keep_old(addendum)  # for the paper only: a session for reading writes nothing
        return AddendumDeed(
            deed=_deed(session, addendum, on),
            recital=_recital(addendum),
            changes=tuple(_changes(addendum)),
            effect=_effect(addendum),
        )


def _deed(session: Session, addendum: Addendum, on: date) -> Deed:
    agreement: Agreement = addendum.agreement
    profile = queries.office_profile(session)
    phrases = phrases_of(session)
    facts = clause_facts(agreement, profile, on) | {
        **day_facts(addendum.signed_on, addendum.signed_at or place_of(agreement, profile)),
        "naskah": "Adendum",
    }
    return Deed(
        office=profile.name if profile else "",
        reference=addendum.reference,
        title=addendum.title,
        parties=tuple(_parties(addendum, profile, on)),
        opening=filled_line(phrases["pembukaan"], facts),
        clauses=(),
        closing=filled_line(phrases["penutup-naskah"], facts),
        heading=f"Adendum {_ordinal(addendum)}".strip(),
        heading_of="atas Perjanjian Kerja Sama",
        letterhead=letterhead(profile),
        paper=profile.paper if profile else "A4",
        is_draft=addendum.stage != "signed",
        is_sample=addendum.sample or is_sample(agreement, profile),
    )


def _ordinal(addendum: Addendum) -> str:
    """Its Roman number; before it is signed, the one it is going to have."""
    return roman(addendum.sequence or 1 + max((a.sequence or 0 for a in addendum.agreement.addenda), default=0))


def _parties(addendum: Addendum, profile: OfficeProfile | None, on: date) -> Iterator[DeedParty]:
    agreement: Agreement = addendum.agreement
    for index, party in enumerate(agreement.parties):
        signer = signer_on(party, agreement, profile, addendum.signed_on or on)
        number = (addendum.number or "") if party.partner_id is None else ""
        yield deed_party(party, index, agreement, profile, signer, number)


def _recital(addendum: Addendum) -> str:
    agreement: Agreement = addendum.agreement
    day = format_date(agreement.signed_on) if agreement.signed_on else BLANK
    text = (
        f"PARA PIHAK telah menandatangani Perjanjian Kerja Sama tentang {agreement.title} Nomor "
        f"{agreement.reference} pada tanggal {day}, selanjutnya disebut Perjanjian."
    )
    if addendum.reason:
        text += f" Perjanjian diubah dengan alasan: {addendum.reason.rstrip(' .')}."
    return f"{text} PARA PIHAK sepakat mengubah Perjanjian dengan ketentuan sebagai berikut:"


def _changes(addendum: Addendum) -> Iterator[DeedChange]:
    agreement: Agreement = addendum.agreement
    for change in addendum.changes:
        what = lists.ADDENDUM_FIELDS[change.field]
        product = f": {change.product.name}" if change.product else ""
        yield DeedChange(f"{what}{product}", _said(change, change.old, agreement), _said(change, change.new, agreement))


def _said(change: AddendumChange, kept: str | None, agreement: Agreement) -> str:
    """One side of a change as a paper writes it: whole dates, money with its currency, quantities with their unit."""
    text = change.in_words(kept)
    if not kept or kept == WITHOUT_END:
        return text
    if change.field == "ends_on":
        return format_date(change.kind.parse(kept))
    if change.field == "price":
        currency = next((line.currency for line in agreement.products if line.product_id == change.product_id), None)
        return format_money(change.kind.parse(kept), currency or "IDR")
    if change.field == "quantity" and change.product:
        return f"{text} {lists.UNITS[change.product.unit]}"
    return f"{text} hari" if change.field == "notice_days" else text


def _effect(addendum: Addendum) -> str:
    begun = f"sejak tanggal {format_date(addendum.starts_on)}" if addendum.starts_on else "sejak ditandatangani"
    return f"Adendum ini berlaku {begun} dan merupakan bagian yang tidak terpisahkan dari Perjanjian."
