"""Use cases of the files attached to a record: photos, scans and other papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from lapas_desktop.domain.attachment import ACCEPTED, PURPOSES, Attachment, media_type_of
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.kinds import MAX_LINE
from lapas_desktop.domain.text import clean_line
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.history import note_event
from lapas_desktop.services.records import TARGETS, Saved
from lapas_desktop.storage import attachments, queries
from lapas_desktop.storage.office import Office

KEPT_DAYS = 30  # a detached file can be attached again that long


@dataclass(frozen=True)
class Attached:
    """One attached file. ``path`` is where it lies; ``there`` says whether it does."""

    id: int
    title: str
    purpose: str
    media_type: str
    size: int
    added_at: datetime
    path: Path
    there: bool


@dataclass(frozen=True)
class Content:
    """A file to be attached that lies in no folder."""

    title: str
    purpose: str
    content: bytes
    media_type: str


def attach(
    office: Office, entity: type[Record], record_id: int, source: Path, purpose: str, now: datetime, who: str = ""
) -> Saved:
    """Copies a file into the data folder and attaches it to a record; ``id`` is the attachment's.

    A photo is made small first, a Word template looked through. `Refused` with a sentence when the file is not one
    to keep for the purpose, or the record has it already.
    """
    content = attachments.read_source(source)
    media_type = media_type_of(content)
    if media_type is None or media_type not in ACCEPTED[purpose]:
        raise Refused(_unfit(purpose).format(name=source.name))
    if purpose == "photo":
        from lapas_desktop.documents.photos import shrunk

        content, media_type = shrunk(content), "image/jpeg"
    title = clean_line(source.name)[:MAX_LINE] or _(PURPOSES[purpose])
    if purpose == "template":
        from lapas_desktop.documents.template_guard import guard

        guard(content)
    return attach_content(office, entity, record_id, Content(title, purpose, content, media_type), now, who)


def attach_content(
    office: Office, entity: type[Record], record_id: int, given: Content, now: datetime, who: str = ""
) -> Saved:
    """Attaches what is in memory already and known to be fit; `Refused` when the record has it."""
    title, purpose, content, media_type = given.title, given.purpose, given.content, given.media_type
    with office.transaction() as session:
        record = _owner(session, entity, record_id)
        beside = session.scalars(queries.attachments_of(entity, record_id)).all()
        # inside the transaction: whoever clears files meanwhile waits for the row that names this one
        sha256 = attachments.add(office.folder, content, media_type)
        if any(other.sha256 == sha256 and other.purpose == purpose for other in beside):
            raise Refused(_(N_("“{name}” sudah terlampir.")).format(name=title))
        row = Attachment(
            owner_kind=entity.__name__, owner_id=record_id, purpose=purpose, title=title, media_type=media_type,
            size=len(content), sha256=sha256, added_at=now, position=max((o.position for o in beside), default=-1) + 1,
        )  # fmt: skip
        session.add(row)
        note_event(session, record, "attached", "", title, now, who)
        session.flush()
        return _saved(entity, row)


def _unfit(purpose: str) -> str:
    if purpose == "photo":
        return _(N_("“{name}” bukan foto: pilih gambar JPEG, PNG atau WebP."))
    if purpose == "scan":
        return _(N_("“{name}” bukan pindaian: pilih PDF atau gambar JPEG, PNG atau WebP."))
    if purpose == "template":
        return _(N_("“{name}” bukan templat Word: pilih berkas .docx."))
    return _(N_("Jenis isi “{name}” tidak dikenal: pilih PDF, gambar, DOCX, XLSX atau ZIP."))


def _owner(session: Session, entity: type[Record], record_id: int) -> Record:
    record = queries.existing(session, entity, record_id)
    if record.deleted_at:
        raise Refused(_(N_("Data ini di tempat sampah: kembalikan dahulu.")))
    return record


def _saved(entity: type[Record], row: Attachment) -> Saved:
    return Saved(row.id, row.version, row.title, frozenset({entity}))


def attachments_of(office: Office, entity: type[Record], record_id: int) -> list[Attached]:
    """The files of a record in their order."""
    with office.session() as session:
        rows = session.scalars(queries.attachments_of(entity, record_id)).all()
        return [_attached(office, row) for row in rows]


def _attached(office: Office, row: Attachment) -> Attached:
    path = attachments.path_of(office.folder, row.sha256, row.media_type)
    return Attached(row.id, row.title, row.purpose, row.media_type, row.size, row.added_at, path, path.is_file())


def detach(office: Office, attachment_id: int, now: datetime, who: str = "") -> Saved:
    """Takes a file off its record; `reattach` undoes it for `KEPT_DAYS`."""
    return _mark_removed(office, attachment_id, True, now, who)


def reattach(office: Office, attachment_id: int, now: datetime, who: str = "") -> Saved:
    """Undoes `detach`."""
    return _mark_removed(office, attachment_id, False, now, who)


def _mark_removed(office: Office, attachment_id: int, removed: bool, now: datetime, who: str) -> Saved:
    with office.transaction() as session:
        row = queries.existing(session, Attachment, attachment_id)
        entity = TARGETS[row.owner_kind]
        record = _owner(session, entity, row.owner_id)
        if (row.removed_at is not None) != removed:
            row.removed_at = now if removed else None
            old, new = (row.title, "") if removed else ("", row.title)
            note_event(session, record, "detached" if removed else "attached", old, new, now, who)
            session.flush()
        return _saved(entity, row)


def clear_files(office: Office, now: datetime) -> int:
    """Forgets files detached more than `KEPT_DAYS` ago and removes what no data file names; returns how many.

    Replaced data files that a restore kept in the folder count: their files stay.
    """
    with office.transaction() as session:
        for row in session.scalars(queries.attachments_removed_before(now - timedelta(days=KEPT_DAYS))):
            session.delete(row)
    with office.transaction() as session:
        session.connection()  # takes the write lock
        return len(attachments.remove_orphans(office.folder, office.folder.glob("lapas*.db")))
