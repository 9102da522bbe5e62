"""The letter that tells the partners of an agreement's end before its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lapas_desktop.documents.deed import write_paper
from lapas_desktop.documents.letter_blocks import Letter, letter_paper
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.deed_facts import place_of
from lapas_desktop.domain.deed_words import together
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.wording import format_date
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.letterhead import is_sample, letterhead
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_SUBJECT = "Pengakhiran Perjanjian Kerja Sama"


def write_termination_letter(office: Office, agreement_id: int, path: Path, on: date) -> None:
    """Writes the letter of a terminated agreement, dated ``on``, as PDF or Word file by the name's ending.

    `Refused` while the agreement is not terminated.
    """
    write_paper(letter_paper(termination_letter(office, agreement_id, on)), path)


def termination_letter(office: Office, agreement_id: int, on: date) -> Letter:
    """What the letter says: the agreement, the day and reason of its end, what is still owed."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        profile = queries.office_profile(session)
        if agreement.stage != "terminated" or agreement.terminated_on is None:
            raise Refused(_(N_("Perjanjian ini belum diakhiri: catat dahulu tanggal dan alasannya.")))
        place = (profile.city if profile else None) or place_of(agreement, profile)
        return Letter(
            office=profile.name if profile else "",
            number=agreement.termination_letter or "",
            subject=_SUBJECT,
            place_and_date=", ".join(text for text in (place, format_date(on)) if text),
            to=tuple(_addressees(agreement)),
            body=tuple(_body(agreement, agreement.terminated_on)),
            items_lead="Kewajiban berikut masih harus diselesaikan oleh pihak masing-masing:",
            items=tuple(_owed(agreement)),
            closing="Demikian kami sampaikan. Atas kerja sama yang telah terjalin, kami mengucapkan terima kasih.",
            signer=_signer(profile, on),
            letterhead=letterhead(profile),
            paper=profile.paper if profile else "A4",
            stamp="CONTOH" if is_sample(agreement, profile) else "",
        )


def _addressees(agreement: Agreement) -> Iterator[str]:
    """The name and the address of one partner under each other; of several, a numbered line each."""
    partners = [party.partner for party in agreement.parties if party.partner]
    for number, partner in enumerate(partners, 1):
        lines = [line for line in (f"Pimpinan {partner.full_name}", partner.address) if line]
        if len(partners) == 1:
            yield from lines
        else:
            yield f"{number}. {', '.join(lines)}"


def _body(agreement: Agreement, ended_on: date) -> Iterator[str]:
    partners = together([party.partner.full_name for party in agreement.parties if party.partner])
    signed = f" tanggal {format_date(agreement.signed_on)}" if agreement.signed_on else ""
    yield (
        f"Sehubungan dengan Perjanjian Kerja Sama Nomor {agreement.reference}{signed} tentang {agreement.title} "
        f"dengan {partners}, dengan ini kami memberitahukan bahwa perjanjian tersebut diakhiri terhitung sejak "
        f"tanggal {format_date(ended_on)}."
    )
    if agreement.termination_reason:
        yield f"Alasan pengakhiran: {agreement.termination_reason.rstrip('.')}."


def _owed(agreement: Agreement) -> Iterator[str]:
    for duty in agreement.obligations:
        if not duty.done:
            whose = f"{duty.party}: " if duty.party else ""
            due = f" (tenggat {format_date(duty.due_on)})" if duty.due_on else ""
            yield f"{whose}{duty.text.rstrip(' .;')}{due}."


def _signer(profile: OfficeProfile | None, on: date) -> tuple[str, str, str]:
    officer = profile.signing_officer(on) if profile else None
    if officer is None:
        return "Kepala", "", ""
    return officer.signing_post, officer.name, f"NIP {officer.nip}" if officer.nip else ""
