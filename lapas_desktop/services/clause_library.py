"""Use cases of the library of pasal: what a type is offered, and the office's own text in place of a shipped one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from lapas_desktop.domain import lists
from lapas_desktop.domain.clause_text import Clause
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.services.clauses import LibraryClause, offered, shipped, shipped_kinds
from lapas_desktop.services.records import Saved, blank_row, restore_records, save_record
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def library(office: Office, kind: str) -> tuple[LibraryClause, ...]:
    """The pasal offered to an agreement of a type, in order, each with where its text comes from."""
    with office.session() as session:
        return offered(session, kind)


def library_of(office: Office, kind: str, keys: Collection[str]) -> dict[str, LibraryClause]:
    """The standards by key: of a type, and of every other type that one of ``keys`` comes from."""
    kinds = {key.partition("/")[0] for key in keys} & shipped_kinds()
    with office.session() as session:
        return {
            found.clause.key: found for one in {*kinds, *([kind] if kind else [])} for found in offered(session, one)
        }


def change_for_office(office: Office, key: str, now: datetime, who: str = "") -> Saved:
    """A record of the office's own that begins as the shipped pasal and stands in its place from now on.

    It is for every type that shares the shipped text. A record with its code that is for other types only is
    kept as it is and counts for this type too.
    """
    kind, _slash, anchor = key.partition("/")
    original = next(clause for clause in shipped(kind) if clause.key == key)
    with office.session() as session:
        known = session.scalar(queries.same_code(StandardClause, anchor, None))
        record = queries.existing(session, StandardClause, known) if known else None
        live = record is not None and record.deleted_at is None
        types = {kind, *((record.types or "").split(",") if record and live else _alike(original))} - {""}
    values = {"types": ",".join(one for one in lists.AGREEMENT_TYPES if one in types), "archived": False}
    if not live:
        values |= {"code": anchor, "title": original.title, "text": original.text}
    if known is None:
        return save_record(office, StandardClause, blank_row(StandardClause) | values, now, None, who)
    if not live:
        restore_records(office, StandardClause, [known], now, who)
    return save_record(office, StandardClause, values, now, known, who)


def _alike(original: Clause) -> set[str]:
    """The types that a pasal of the same code and text is shipped for."""
    same = (original.anchor, original.title, original.text)
    return {kind for kind in shipped_kinds() if any((c.anchor, c.title, c.text) == same for c in shipped(kind))}
