"""Where a record is used. What others refer to is archived, not deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Problem
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import queries, usage
from lapas_desktop.storage.office import Office

_MANY = 100


@dataclass(frozen=True)
class Use:
    """One record that refers to another."""

    entity: type[Record]
    id: int
    reference: str
    caption: str


def used_by(office: Office, entity: type[Record], record_id: int) -> list[Use]:
    """The records outside the recycle bin that refer to one."""
    with office.session() as session:
        found = usage.users_of(session, entity, record_id)
        return [Use(type(user), user.id, user.reference, user.caption) for user in found]


def why_not_deleted(office: Office, entity: type[Record], ids: Sequence[int]) -> Problem | None:
    """What stands against moving records to the recycle bin: another refers to one of them, or one is signed."""
    with office.session() as session:
        return against_deletion(session, entity, ids)


def against_deletion(session: Session, entity: type[Record], ids: Sequence[int]) -> Problem | None:
    """The same inside a session."""
    found = usage.used(session, entity, ids)
    if not found:
        return _signed(session, ids) if entity is Addendum else None
    first = next(record_id for record_id in ids if record_id in found)
    users = usage.users_of(session, entity, first, _MANY)
    named = f"{_(users[0].label)} {users[0].reference}"
    if len(users) == _MANY:
        named = _(N_("{record} dan banyak data lain")).format(record=named)
    elif len(users) > 1:
        named = _(N_("{record} dan {n} data lain")).format(record=named, n=len(users) - 1)
    text = _(N_("{reference} dipakai di {where}. Arsipkan saja: data itu tetap utuh."))
    told = text.format(reference=queries.existing(session, entity, first).reference, where=named)
    if len(found) > 1:
        told = _(N_("{n} dari data terpilih sedang dipakai. {first}")).format(n=len(found), first=told)
    return Problem("", told)


def _signed(session: Session, ids: Sequence[int]) -> Problem | None:
    """What an addendum changed counts for its agreement as long as there is one."""
    if all((addendum := session.get(Addendum, found)) is None or addendum.stage != "signed" for found in ids):
        return None
    return Problem("", _(N_("Adendum yang sudah ditandatangani tidak dapat dihapus. Buat adendum berikutnya.")))
