"""Use cases that make papers: facts read in one session, then laid out and written whole or not at all."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from lapas_desktop.documents.manifest import build_manifest
from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.documents.overview import build_overview
from lapas_desktop.documents.overview_data import OfficeOverview
from lapas_desktop.documents.summary import build_summary
from lapas_desktop.documents.summary_data import AgreementSummary
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services import summary_facts
from lapas_desktop.services.freezing import papers_of
from lapas_desktop.services.letterhead import letterhead
from lapas_desktop.services.today import today
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def record_id(office: Office, entity: type[Record], number: str) -> int:
    """The id behind a number, a code or a draft reference; `Refused` when nothing bears it."""
    with office.session() as session:
        record = queries.find(session, entity, number)
        if record is None:
            raise Refused(_(N_("{label} “{number}” tidak ditemukan.")).format(label=_(entity.label), number=number))
        return record.id


def summary_of(office: Office, agreement_id: int, on: date) -> AgreementSummary:
    """What the summary of an agreement says on a day."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        return summary_facts.agreement_summary(session, agreement, on)


def manifest_of(office: Office, shipment_id: int, on: date) -> ExportManifest:
    """What the manifest of a shipment says; the day counts only while the shipment has none."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        return papers_of(session, shipment, on)


def write_summary(office: Office, agreement_id: int, path: Path, on: date) -> None:
    """Writes the summary of an agreement (PDF)."""
    build_summary(summary_of(office, agreement_id, on), path)


def write_manifest(office: Office, shipment_id: int, path: Path, on: date, progress: Progress = UNSEEN) -> None:
    """Writes the manifest of a shipment (XLSX)."""
    progress()
    build_manifest(manifest_of(office, shipment_id, on), path)


def write_overview(office: Office, path: Path, now: datetime) -> None:
    """Writes the start page of a moment (PDF), in the language of the interface."""
    found = today(office, now)
    with office.session() as session:
        profile = queries.office_profile(session)
        overview = OfficeOverview(
            office=profile.name if profile else "",
            letterhead=letterhead(profile),
            today=found,
            paper=profile.paper if profile else "A4",
            language=language(),
            is_sample=profile is not None and profile.sample,
        )
    build_overview(overview, path)
