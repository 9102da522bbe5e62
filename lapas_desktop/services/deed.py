"""Use cases of the full text of an agreement (naskah PKS): write it, and say first what is doubtful in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lapas_desktop.documents.deed import build_deed, deed_pdf
from lapas_desktop.documents.deed_data import Deed
from lapas_desktop.documents.output import published
from lapas_desktop.documents.template_facts import TEMPLATE_FIELDS, template_facts
from lapas_desktop.documents.word_template import fill_template
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.agreement_checks import Finding, agreement_findings
from lapas_desktop.domain.clause_text import Clause, clause_problems
from lapas_desktop.domain.deed_facts import clause_facts
from lapas_desktop.domain.deed_fields import CLAUSE_FIELDS
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.clauses import clauses_of, phrases_of
from lapas_desktop.services.deed_facts import deed_of
from lapas_desktop.storage import queries
from lapas_desktop.storage.attachments import path_of, read_source
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


def write_deed_from_template(
    office: Office, agreement_id: int, path: Path, on: date, template: Path | None = None
) -> None:
    """Writes the full text as the office's own Word template has it (.docx).

    ``template`` is a chosen file; without one it is the template attached to the office. `Refused` names what is
    wrong with the template.
    """
    if path.suffix.casefold() != ".docx":
        raise Refused(_(N_("Nama berkas “{name}” harus berakhir dengan .docx.")).format(name=path.name))
    source = template or office_template(office)
    if source is None:
        raise Refused(_(N_("Kantor belum mempunyai templat naskah: lampirkan berkas .docx pada data kantor.")))
    content = read_source(source)
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        facts = clause_facts(agreement, queries.office_profile(session), on)
        said = deed_of(session, agreement, on)
    made = fill_template(content, template_facts(said, facts), said.stamp)
    with published(path) as temporary:
        temporary.write_bytes(made)


def office_template(office: Office) -> Path | None:
    """The Word template attached to the office, the one attached last."""
    with office.session() as session:
        profile = queries.office_profile(session)
        rows = session.scalars(queries.attachments_of(OfficeProfile, profile.id)).all() if profile else ()
        paths = [path_of(office.folder, row.sha256, row.media_type) for row in rows if row.purpose == "template"]
        return paths[-1] if paths else None


def clause_fields() -> dict[str, str]:
    """Every field that a pasal may name, with what it becomes."""
    return {name: _(about) for name, about in CLAUSE_FIELDS.items()}


def template_fields() -> dict[str, str]:
    """Every field that a Word template may name, with what it becomes."""
    return {name: _(about) for name, about in TEMPLATE_FIELDS.items()}


def deed_findings(office: Office, agreement_id: int, on: date) -> list[Finding]:
    """What is wrong or doubtful before the full text is printed, errors first."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        profile = queries.office_profile(session)
        found = agreement_findings(agreement, profile, clauses_of(session, agreement), on)
        facts = {**clause_facts(agreement, profile, on), "naskah": "Perjanjian"}
        phrases = [Clause(key, "", text) for key, text in phrases_of(session).items()]
        wrong = [problem for problem, serious in clause_problems(phrases, facts) if serious]
        return [*(Finding("clauses", problem.message, True) for problem in wrong), *found]
