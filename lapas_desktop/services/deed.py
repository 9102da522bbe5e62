"""Use cases of the full text of an agreement (naskah PKS): write it, and say first what is doubtful in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lapas_desktop.documents.deed import build_deed, deed_pdf
from lapas_desktop.documents.deed_data import Deed
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.agreement_checks import Finding, agreement_findings
from lapas_desktop.services.clauses import clauses_of
from lapas_desktop.services.deed_facts import deed_of
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def deed(office: Office, agreement_id: int, on: date) -> Deed:
    """What the full text of an agreement says; the day counts only while nobody has signed."""
    with office.session() as session:
        return deed_of(session, queries.existing(session, Agreement, agreement_id), on)


def write_deed(office: Office, agreement_id: int, path: Path, on: date) -> None:
    """Writes the full text, as PDF or Word file by the name's ending; `Refused` for any other."""
    build_deed(deed(office, agreement_id, on), path)


def deed_preview(office: Office, agreement_id: int, on: date) -> bytes:
    """The full text as PDF bytes, for the screen and the printer."""
    return deed_pdf(deed(office, agreement_id, on))


def deed_findings(office: Office, agreement_id: int, on: date) -> list[Finding]:
    """What is wrong or doubtful before the full text is printed, errors first."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        profile = queries.office_profile(session)
        return agreement_findings(agreement, profile, clauses_of(session, agreement), on)
