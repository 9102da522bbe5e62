"""The library of pasal: what is shipped, what the office put beside it, what an agreement made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import Change, Clause, differences, is_changed, read_library
from lapas_desktop.domain.clauses import AgreementClause, StandardClause
from lapas_desktop.resources import resource
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_SHARED, _PHRASES = "umum", "naskah"  # not types: what all types share, and the sentences around the pasal
_STEP = 10  # between the places of two shipped pasal, so that the office can put its own between them


@dataclass(frozen=True)
class ComparedClause:
    """A pasal of an agreement beside its standard; ``standard`` is None for a pasal of the office's own."""

    clause: Clause
    standard: Clause | None
    changed: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class LibraryClause:
    """A pasal as an agreement of some type is offered it.

    ``own_id`` is the office's own record of it, None as shipped; ``original`` the shipped text, None without one.
    """

    clause: Clause
    own_id: int | None
    original: Clause | None


def standard_clauses(office: Office, kind: str) -> tuple[Clause, ...]:
    """The pasal proposed for an agreement of a type (key of `lists.AGREEMENT_TYPES`), in order."""
    with office.session() as session:
        return _standard(session, kind)


def propose_clauses(office: Office, agreement_id: int) -> list[dict[str, str]]:
    """Rows of ``Agreement.clauses`` as the standard for its type proposes them, for a form to take over."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        return [
            {"title": clause.title, "text": clause.text, "standard": clause.key}
            for clause in _standard(session, agreement.type)
        ]


def compared_clauses(office: Office, agreement_id: int) -> tuple[ComparedClause, ...]:
    """The pasal of an agreement, each with what it changed in its standard ("diubah dari baku")."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        standards = {clause.key: clause for kind in _kinds(agreement) for clause in _standard(session, kind)}
        return tuple(_compared(clause, standards.get(clause.key)) for clause in clauses_of(session, agreement))


def clauses_of(session: Session, agreement: Agreement) -> tuple[Clause, ...]:
    """What was typed into the agreement; while nothing was, the standard of its type."""
    typed = tuple(Clause(row.standard or "", row.title, row.text) for row in agreement.clauses)
    return typed or _standard(session, agreement.type)


def keep_text(session: Session, agreement: Agreement) -> None:
    """Copies at signing what the paper takes from the library: a later library changes no signed paper."""
    profile = queries.office_profile(session)
    agreement.legal_basis = agreement.legal_basis or (profile.legal_basis if profile else None)
    if not agreement.clauses:
        session.add_all(
            AgreementClause(
                agreement_id=agreement.id, title=clause.title, text=clause.text, standard=clause.key, position=position
            )
            for position, clause in enumerate(_standard(session, agreement.type))
        )


def phrases_of(session: Session) -> dict[str, str]:
    """The fixed sentences of a naskah (opening, accord, closing) by key; the office's own go before the shipped."""
    phrases = {clause.key: clause.text for clause in _read(_PHRASES)}
    own = {clause.code.casefold(): clause.text for clause in _own(session)}
    return {key: own.get(key, text) for key, text in phrases.items()}


def _own(session: Session) -> Iterator[StandardClause]:
    """The office's own library, without what is archived or deleted."""
    found = session.scalars(select(StandardClause).where(StandardClause.deleted_at.is_(None)))
    yield from (clause for clause in found if not clause.archived)


def _kinds(agreement: Agreement) -> Iterator[str]:
    """The types whose standards the pasal came from: the type may have been changed since."""
    yield agreement.type
    for row in agreement.clauses:
        kind, slash, _anchor = (row.standard or "").partition("/")
        if slash and kind != agreement.type and kind in shipped_kinds():
            yield kind


def _compared(clause: Clause, standard: Clause | None) -> ComparedClause:
    changed = standard is not None and is_changed(clause, standard)
    changes = differences(clause, standard) if standard and changed else ()
    return ComparedClause(clause, standard, changed, changes)


def _standard(session: Session, kind: str) -> tuple[Clause, ...]:
    return tuple(found.clause for found in offered(session, kind))


def offered(session: Session, kind: str) -> tuple[LibraryClause, ...]:
    """What a type is offered: the shipped pasal, and the office's own in place of them or between them."""
    texts = {clause.anchor: clause for clause in shipped(kind)}
    placed = {
        anchor: (place * _STEP, LibraryClause(clause, None, clause))
        for place, (anchor, clause) in enumerate(texts.items(), 1)
    }
    phrases = {clause.key for clause in _read(_PHRASES)}
    for own in _own(session):
        anchor = own.code.casefold()
        if anchor in phrases or not own.is_for(kind):
            continue
        place = own.position or (placed[anchor][0] if anchor in placed else _STEP * (len(placed) - 1))
        clause = Clause(f"{kind}/{anchor}", own.title, own.text)
        placed[anchor] = (place, LibraryClause(clause, own.id, texts.get(anchor)))
    return tuple(found for _place, found in sorted(placed.values(), key=lambda pair: pair[0]))


@cache
def shipped(kind: str) -> tuple[Clause, ...]:
    """The shipped pasal of a type; a heading without lines takes the text that all types share."""
    shared = {clause.key: clause.text for clause in _read(_SHARED)}
    return tuple(
        Clause(f"{kind}/{clause.key}", clause.title, clause.text or shared[clause.key]) for clause in _read(kind)
    )


@cache
def _read(name: str) -> tuple[Clause, ...]:
    return read_library(resource("clauses", f"{name}.md").read_text(encoding="utf-8"))


@cache
def shipped_kinds() -> frozenset[str]:
    """The types that pasal are shipped for."""
    return frozenset(path.stem for path in resource("clauses").glob("*.md")) - {_SHARED, _PHRASES}
