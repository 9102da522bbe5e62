"""Use cases of an addendum. A draft is saved like any record; its signature changes the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import OF_A_PRODUCT, Addendum, AddendumChange
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import all_problems
from lapas_desktop.domain.errors import Problem, Refused
from lapas_desktop.domain.terms import amended, before, keep_old, said_before, share_problems
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.agreement_life import Step, obstacles_of, refuse, typed
from lapas_desktop.services.history import note_changes, note_event
from lapas_desktop.services.records import Saved, blank
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class AddendumRow:
    """One addendum as a list shows it. ``changes``: (what, before, after) in words."""

    id: int
    caption: str
    number: str
    stage: str
    stage_word: str
    signed_on: date | None
    starts_on: date | None
    changes: tuple[tuple[str, str, str], ...]


def addenda_of(office: Office, agreement_id: int) -> tuple[AddendumRow, ...]:
    """The addenda of an agreement, signed ones in their order, then the others."""
    with office.session() as session:
        found = session.scalars(queries.addenda_of(agreement_id)).all()
        return tuple(_row(addendum) for addendum in found)


def _row(addendum: Addendum) -> AddendumRow:
    changes = (
        (_(lists.ADDENDUM_FIELDS[change.field]) + (f" · {change.product.name}" if change.product else ""),
         change.shown_old, change.shown_new)
        for change in addendum.changes
    )  # fmt: skip
    stage_word = _(lists.ADDENDUM_STAGES[addendum.stage])
    return AddendumRow(addendum.id, addendum.caption, addendum.number or "", addendum.stage, stage_word,
                       addendum.signed_on, addendum.starts_on, tuple(changes))  # fmt: skip


def blank_addendum(office: Office, agreement_id: int, on: date) -> dict[str, Any]:
    """Values of a new addendum to an agreement; `Invalid` when none can be made."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        refuse(obstacles_of(session, agreement, Step.AMEND, on))
        own = {"agreement_id": agreement_id, "title": agreement.title, "signed_at": agreement.signed_at}
    return {**blank(office, Addendum), **own}


def old_values(office: Office, values: Mapping[str, Any]) -> list[str]:
    """What each change typed in a form of an addendum finds in its agreement, in words."""
    with office.session() as session:
        agreement_id, own_id = values.get("agreement_id"), values.get("id")
        agreement = session.get(Agreement, agreement_id) if agreement_id else None
        if agreement is None:
            return [""] * len(values["changes"])
        own = session.get(Addendum, own_id) if own_id else None
        terms = before(own) if own and own.agreement is agreement else amended(agreement)
        rows = [AddendumChange(field=row.get("field"), product_id=row.get("product_id")) for row in values["changes"]]
        return [row.in_words(said_before(terms, row)) for row in rows]


def effective_changes(office: Office, agreement_id: int) -> dict[str, str]:
    """Field of an agreement → what became of it: ``31 Des 2026 → 30 Jun 2027 (Addendum I)``."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        steps: dict[str, list[str]] = {}
        for addendum in agreement.signed_addenda:
            for change in addendum.changes:
                if change.field not in (*OF_A_PRODUCT, "other"):
                    first = [change.shown_old or "—"]
                    steps.setdefault(change.field, first).append(f"{change.shown_new} ({addendum.ordinal})")
        return {name: " → ".join(found) for name, found in steps.items()}


def addendum_stands(office: Office, addendum_id: int, *stages: str) -> Problem | None:
    """Why an addendum cannot take a step that belongs to other stages."""
    with office.session() as session:
        addendum = queries.existing(session, Addendum, addendum_id)
        if addendum.stage in stages:
            return None
        word = _(lists.ADDENDUM_STAGES[addendum.stage]).casefold()
        return Problem("", _(N_("Adendum ini {stage}.")).format(stage=word))


def addendum_obstacles(office: Office, addendum_id: int, on: date) -> tuple[Problem, ...]:
    """Why an addendum cannot be signed on a day."""
    with office.session() as session:
        return tuple(_signing_obstacles(queries.existing(session, Addendum, addendum_id), on))


def _signing_obstacles(addendum: Addendum, on: date) -> Iterator[Problem]:
    if addendum.stage != "draft":
        yield Problem("stage", _(N_("Hanya konsep adendum yang dapat ditandatangani.")))
        return
    if addendum.agreement.stage == "terminated":
        yield Problem("agreement_id", _(N_("Perjanjian ini sudah diakhiri.")))
    yield from all_problems(addendum)
    yield from share_problems(addendum)
    for name in ("number", "signed_on", "signed_at", "starts_on"):
        if not getattr(addendum, name):
            yield Problem(name, _(N_("Wajib diisi sebelum ditandatangani.")))
    if addendum.signed_on and addendum.signed_on > on:
        yield Problem("signed_on", _(N_("Tanggal tanda tangan belum tiba.")))


def sign_addendum(
    office: Office, addendum_id: int, now: datetime, who: str = "", *,
    number: str | None = None, signed_on: date | None = None, signed_at: str | None = None,
) -> Saved:  # fmt: skip
    """Enters the signature: gives the next number in the row of the agreement (I, II, …) and makes it count.

    The agreement's last day and reminder follow in the same transaction. `Invalid` with every obstacle.
    """
    with _changed(office, addendum_id, "signed", "amended", now, who) as (_session, addendum):
        addendum.number = typed(Addendum, "number", number) or addendum.number
        addendum.signed_on = signed_on or addendum.signed_on
        addendum.signed_at = typed(Addendum, "signed_at", signed_at) or addendum.signed_at
        refuse(_signing_obstacles(addendum, now.date()))
        keep_old(addendum)
        addendum.sequence = max((other.sequence or 0 for other in addendum.agreement.addenda), default=0) + 1
        addendum.stage = "signed"
    return _saved(addendum)


def take_back_addendum(office: Office, addendum_id: int, now: datetime, who: str = "") -> Saved:
    """A signature entered by mistake, undone on the day it was entered; only of the last addendum."""
    with _changed(office, addendum_id, "unsigned", "amended", now, who) as (session, addendum):
        if addendum.stage != "signed":
            raise Refused(_(N_("Adendum ini belum ditandatangani.")))
        entered = session.scalar(queries.last_event(Addendum, addendum.id, "signed"))
        if entered is None or entered.date() != now.date():
            raise Refused(_(N_("Tanda tangan hanya dapat ditarik pada hari ia dicatat. Buat adendum berikutnya.")))
        if addendum is not addendum.agreement.signed_addenda[-1]:
            raise Refused(_(N_("Sudah ada adendum sesudahnya.")))
        addendum.stage, addendum.sequence = "draft", None
    return _saved(addendum)


def cancel_addendum(office: Office, addendum_id: int, now: datetime, who: str = "") -> Saved:
    """Gives up an addendum before it is signed; `reopen_addendum` undoes it."""
    return _moved(office, addendum_id, "draft", "cancelled", "cancelled", now, who)


def reopen_addendum(office: Office, addendum_id: int, now: datetime, who: str = "") -> Saved:
    """Cancelled → draft."""
    return _moved(office, addendum_id, "cancelled", "draft", "reopened", now, who)


def _moved(
    office: Office, addendum_id: int, before: str, after: str, event: str, now: datetime, who: str
) -> Saved:  # fmt: skip
    with _changed(office, addendum_id, event, "", now, who) as (_session, addendum):
        if addendum.stage != before:
            word = _(lists.ADDENDUM_STAGES[addendum.stage]).casefold()
            raise Refused(_(N_("Adendum ini {stage}.")).format(stage=word))
        addendum.stage = after
    return _saved(addendum)


@contextmanager
def _changed(
    office: Office, addendum_id: int, event: str, agreement_event: str, now: datetime, who: str
) -> Iterator[tuple[Session, Addendum]]:
    with office.transaction() as session:
        addendum = queries.existing(session, Addendum, addendum_id)
        if addendum.deleted_at:
            raise Refused(_(N_("Data ini sudah tidak ada.")))
        yield session, addendum
        addendum.changed_at = now
        addendum.refresh_search()
        agreement: Agreement = addendum.agreement
        agreement.complete(now.date())
        note_changes(session, addendum, event, now, who)
        if agreement_event:
            note_event(session, agreement, agreement_event, "", addendum.caption, now, who)
        session.flush()


def _saved(addendum: Addendum) -> Saved:
    return Saved(addendum.id, addendum.version, addendum.reference, frozenset({Addendum, Agreement}))
