"""Use cases of merging two partners that are one: a look ahead, the merge, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Field, Record, Row, fields_of
from lapas_desktop.domain.errors import Problem, Refused
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.agreement_life import refuse
from lapas_desktop.services.history import note_changes, note_event
from lapas_desktop.storage import partner_queries, queries, usage
from lapas_desktop.storage.office import Office

_NOT_COMPARED = {"code", "sample", "archived", "created_at", "changed_at", "deleted_at"}


@dataclass(frozen=True)
class MergePreview:
    """What a merge would do. ``records``: (kind, reference, caption) of all that will name the kept partner.

    ``filled``: (label, value) of what the kept partner lacks and takes over. ``differences``: (label, kept, given up)
    of fields that are not alike; the kept partner's stay. ``obstacles`` forbid the merge.
    """

    kept: str
    given_up: str
    records: tuple[tuple[str, str, str], ...]
    filled: tuple[tuple[str, str], ...]
    differences: tuple[tuple[str, str, str], ...]
    obstacles: tuple[Problem, ...]


@dataclass(frozen=True)
class Merge:
    """What a merge did: enough to take exactly that back. ``moved``: (link, row id); ``filled``: (field, value)."""

    kept_id: int
    given_up_id: int
    moved: tuple[tuple[str, int], ...]
    filled: tuple[tuple[str, Any], ...]
    changed: frozenset[type[Record]]


def merge_preview(office: Office, kept_id: int, given_up_id: int) -> MergePreview:
    """What merging one partner into another would do."""
    with office.session() as session:
        kept, given_up = (queries.existing(session, Partner, one) for one in (kept_id, given_up_id))
        owners: dict[tuple[str, int], Record] = {}
        for _link, row in _naming(session, given_up_id):
            owner = usage.owner_of(session, row)
            owners[type(owner).__name__, owner.id] = owner
        return MergePreview(
            f"{kept.caption} · {kept.reference}",
            f"{given_up.caption} · {given_up.reference}",
            tuple((_(owner.label), owner.reference, owner.caption) for owner in owners.values()),
            tuple((_(f.label), f.kind.shown(getattr(given_up, f.name))) for f in _lacking(kept, given_up)),
            tuple(_differences(kept, given_up)),
            tuple(_obstacles(session, kept, given_up)),
        )


def _naming(session: Session, partner_id: int) -> Iterator[tuple[str, Row]]:
    for link in partner_queries.links_to_partners():
        for row in session.scalars(partner_queries.rows_naming(link, partner_id)).all():
            yield link, row


def _lacking(kept: Partner, given_up: Partner) -> Iterator[Field]:
    """The fields that are empty in the kept partner and told in the other."""
    for declared in fields_of(Partner):
        empty, told = (getattr(one, declared.name) in (None, "") for one in (kept, given_up))
        if declared.name not in _NOT_COMPARED and empty and not told:
            yield declared


def _differences(kept: Partner, given_up: Partner) -> Iterator[tuple[str, str, str]]:
    for declared in fields_of(Partner):
        if declared.name in _NOT_COMPARED:
            continue
        texts = [declared.kind.shown(getattr(one, declared.name)) for one in (kept, given_up)]
        if all(texts) and texts[0] != texts[1]:
            yield _(declared.label), texts[0], texts[1]


def _obstacles(session: Session, kept: Partner, given_up: Partner) -> Iterator[Problem]:
    if kept.id == given_up.id:
        yield Problem("partner", _(N_("Pilih dua mitra yang berbeda.")))
        return
    for one in (kept, given_up):
        if one.deleted_at:
            text = _(N_("{name} ada di Tempat sampah. Kembalikan lebih dulu."))
            yield Problem("partner", text.format(name=one.caption))
    both = {party.agreement_id for party in session.scalars(partner_queries.rows_naming("Party.partner_id", kept.id))
            if isinstance(party, Party)}  # fmt: skip
    for party in session.scalars(partner_queries.rows_naming("Party.partner_id", given_up.id)):
        if isinstance(party, Party) and party.agreement_id in both:
            agreement = queries.existing(session, Agreement, party.agreement_id)
            text = _(N_("Keduanya adalah pihak dalam perjanjian {reference}."))
            yield Problem("partner", text.format(reference=agreement.reference))


def merge_partners(office: Office, kept_id: int, given_up_id: int, now: datetime, who: str = "") -> Merge:
    """Makes everything that names one partner name the other; the first goes to the recycle bin.

    The kept partner takes over what it lacks; its own facts stay. `Invalid` with every obstacle; `part_partners`
    undoes it.
    """
    with office.transaction() as session:
        kept, given_up = (queries.existing(session, Partner, one) for one in (kept_id, given_up_id))
        refuse(_obstacles(session, kept, given_up))
        found = list(_naming(session, given_up_id))
        changed = _name(session, found, kept, now, who)
        filled = tuple((field.name, getattr(given_up, field.name)) for field in _lacking(kept, given_up))
        _put(session, kept, dict(filled), now, who)
        given_up.deleted_at = now
        note_event(session, given_up, "merged", given_up.caption, f"{kept.caption} · {kept.reference}", now, who)
        note_event(session, kept, "merged", f"{given_up.caption} · {given_up.reference}", kept.caption, now, who)
        session.flush()
        return Merge(kept_id, given_up_id, tuple((link, row.id) for link, row in found), filled, changed | {Partner})


def part_partners(office: Office, merge: Merge, now: datetime, who: str = "") -> frozenset[type[Record]]:
    """Takes a merge back: exactly what it moved and what still names the kept partner; which kinds changed."""
    with office.transaction() as session:
        kept, given_up = (queries.existing(session, Partner, one) for one in (merge.kept_id, merge.given_up_id))
        if given_up.deleted_at is None:
            raise Refused(_(N_("Penggabungan ini sudah dibatalkan.")))
        links = partner_queries.links_to_partners()
        found = [(link, row) for link, row_id in merge.moved if (row := session.get(links[link][0], row_id))]
        still = [(link, row) for link, row in found if getattr(row, links[link][1].key) == merge.kept_id]
        changed = _name(session, still, given_up, now, who)
        taken = {name: None for name, value in merge.filled if getattr(kept, name) == value}
        _put(session, kept, taken, now, who)
        given_up.deleted_at = None
        note_event(session, given_up, "parted", kept.caption, given_up.caption, now, who)
        note_event(session, kept, "parted", given_up.caption, kept.caption, now, who)
        session.flush()
        return changed | {Partner}


def _put(session: Session, partner: Partner, values: Mapping[str, Any], now: datetime, who: str) -> None:
    for name, value in values.items():
        setattr(partner, name, value)
    if values:
        partner.changed_at = now
        partner.refresh_search()
        note_changes(session, partner, "changed", now, who)


def _name(
    session: Session, rows: list[tuple[str, Row]], partner: Partner, now: datetime, who: str
) -> frozenset[type[Record]]:
    """Makes rows name a partner; the history of each record tells it."""
    links = partner_queries.links_to_partners()
    owners: dict[tuple[str, int], Record] = {}
    for link, row in rows:
        owner = usage.owner_of(session, row)
        owners[type(owner).__name__, owner.id] = owner
        field = links[link][1].key
        setattr(row, field, partner.id)
        if field.removesuffix("_id") in inspect(type(row)).relationships:
            setattr(row, field.removesuffix("_id"), partner)
    for owner in owners.values():
        owner.changed_at = now
        owner.refresh_search()
        note_changes(session, owner, "changed", now, who)
    return frozenset(type(owner) for owner in owners.values())
