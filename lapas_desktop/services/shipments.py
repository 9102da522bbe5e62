"""Use cases of a shipment's way: packed, released with its number and freeze, revised, sent, received, back, void."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lapas_desktop.domain import shipment_life as life
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.office import number_frame, pattern_number
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.wording import format_date_short
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.freezing import freeze
from lapas_desktop.services.history import note_changes
from lapas_desktop.services.records import Saved
from lapas_desktop.services.shipment_checks import findings_within
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_PLAIN_PATTERN = "KRM-{tahun}-{urut:03}"


class Step(Enum):
    """A step on a shipment's way that the window offers."""

    PACK = "pack"
    RELEASE = "release"
    REVISE = "revise"
    SHIP = "ship"
    DELIVER = "deliver"
    RETURN = "return"
    VOID = "void"
    BACK = "back"


def next_number(office: Office, pattern: str, year: int) -> str:
    """The number that the next shipment released in a year would get; empty for a pattern that cannot be read."""
    try:
        frame = number_frame(pattern, year)
    except ValueError:
        return ""
    with office.session() as session:
        return pattern_number(pattern, year, queries.highest_sequence(session, *frame) + 1)


def number_at_release(office: Office, shipment_id: int, on: date) -> str:
    """The number that a shipment would bear when it is released now: its own with the revision, or the next one."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        if shipment.number:
            return shipment.paper_number
        profile, year = queries.office_profile(session), (shipment.released_on or on).year
        pattern = profile.number_pattern if profile else _PLAIN_PATTERN
        return pattern_number(pattern, year, queries.highest_sequence(session, *number_frame(pattern, year)) + 1)


def status_of(office: Office, shipment_id: int) -> str:
    """The status of a shipment; `draft` when it is gone."""
    with office.session() as session:
        return session.scalar(select(Shipment.status).where(Shipment.id == shipment_id)) or "draft"


def next_export_sequence(office: Office, country: str, without: int | None = None) -> int:
    """Which export to a country the next one is: one more than the highest that was sent or counted."""
    with office.session() as session:
        sent = select(func.max(Shipment.export_sequence), func.count()).where(
            Shipment.kind == "ekspor", Shipment.destination_country == country, Shipment.deleted_at.is_(None),
            Shipment.status.in_(SENT_STATUSES), Shipment.id != (without or 0),
        )  # fmt: skip
        highest, number = session.execute(sent).one()
        return max(highest or 0, number) + 1


def obstacles(office: Office, shipment_id: int, step: Step, now: datetime) -> tuple[Problem, ...]:
    """What stands against a step, each with the field to jump to; nothing when it can be taken."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        if step is Step.RELEASE:
            shipment.released_on = shipment.released_on or now.date()  # as the release would; never written here
        return tuple(_against(session, shipment, step, now.date()))


def _against(session: Session, shipment: Shipment, step: Step, on: date) -> Iterator[Problem]:
    if shipment.deleted_at:
        yield Problem("", _(N_("Data ini sudah tidak ada.")))
        return
    if step is Step.RELEASE:
        found = list(life.releasing_obstacles(shipment))
        yield from found
        if not found:
            wrong = (finding for finding in findings_within(session, shipment, on) if finding.wrong)
            yield from (Problem(finding.field, finding.message) for finding in wrong)
        return
    asked: dict[Step, Callable[[Shipment], Iterable[Problem]]] = {
        Step.PACK: life.packing_obstacles, Step.REVISE: life.revising_obstacles, Step.SHIP: life.shipping_obstacles,
        Step.DELIVER: life.delivering_obstacles, Step.RETURN: life.returning_obstacles,
        Step.VOID: life.voiding_obstacles, Step.BACK: life.stepping_back_obstacles,
    }  # fmt: skip
    yield from asked[step](shipment)


def why_no_manifest(office: Office, shipment_id: int, _now: datetime) -> Problem | None:
    """A manifest needs goods."""
    with office.session() as session:
        if queries.existing(session, Shipment, shipment_id).lines:
            return None
        return Problem("lines", _(N_("Belum ada barang.")))


@contextmanager
def _changed(
    office: Office, shipment_id: int, event: str, now: datetime, who: str
) -> Iterator[tuple[Session, Shipment]]:
    """The shipment inside a transaction; what the block changes is kept with one event in the history."""
    with office.transaction() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        if shipment.deleted_at:
            raise Refused(_(N_("Data ini sudah tidak ada.")))
        yield session, shipment
        shipment.changed_at = now
        shipment.refresh_search()
        note_changes(session, shipment, event, now, who)
        session.flush()


def _refuse(problems: Iterable[Problem]) -> None:
    """`Refused` when the step cannot be taken in this status at all, `Invalid` when something can be corrected."""
    if found := list(problems):
        if found[0].field in ("", "status"):
            raise Refused(found[0].message)
        raise Invalid(found)


def _saved(shipment: Shipment) -> Saved:
    return Saved(shipment.id, shipment.version, shipment.reference, frozenset({Shipment}))


def _noted(shipment: Shipment, told: str, reason: str, on: date) -> None:
    line = told.format(day=format_date_short(on), reason=reason)
    shipment.notes = "\n".join(text for text in (shipment.notes, line) if text)


def pack_shipment(office: Office, shipment_id: int, now: datetime, who: str = "") -> Saved:
    """Draft → packed, today when no day is written down. `step_back` undoes it."""
    with _changed(office, shipment_id, "packed", now, who) as (_session, shipment):
        _refuse(life.packing_obstacles(shipment))
        shipment.status = "packed"
        shipment.packed_on = shipment.packed_on or now.date()
    return _saved(shipment)


def release_shipment(office: Office, shipment_id: int, now: datetime, who: str = "") -> Saved:
    """Gives the next number of the year, freezes what the papers say and marks the shipment released: all or nothing.

    The year is that of ``released_on`` (today when empty). Numbers of void and deleted shipments are never
    given again; a revision keeps its number. Raises `Invalid` when something is wrong with it, `Refused` when
    it was released before or is void.
    """
    with _changed(office, shipment_id, "released", now, who) as (session, shipment):
        released_on = shipment.released_on = shipment.released_on or now.date()
        _refuse(_against(session, shipment, Step.RELEASE, now.date()))
        if not shipment.number:
            profile = queries.office_profile(session)
            pattern = profile.number_pattern if profile else _PLAIN_PATTERN
            highest = queries.highest_sequence(session, *number_frame(pattern, released_on.year))
            shipment.number = pattern_number(pattern, released_on.year, highest + 1)
        shipment.status = "released"
        freeze(session, shipment, now, who)
    return _saved(shipment)


def revise_shipment(office: Office, shipment_id: int, reason: str, now: datetime, who: str = "") -> Saved:
    """Opens a released shipment again: its number stays, its next papers say /R1. What was frozen is kept."""
    with _changed(office, shipment_id, "revised", now, who) as (_session, shipment):
        _refuse(life.revising_obstacles(shipment, reason))
        shipment.status = "packed"
        shipment.revision += 1
        _noted(shipment, _(N_("Revisi {day}: {reason}")), reason, now.date())
    return _saved(shipment)


def ship_shipment(
    office: Office, shipment_id: int, day: date, now: datetime, who: str = "", *, transport_document: str | None = None
) -> Saved:
    """Released → shipped on a day; ``transport_document``: number of the B/L, AWB or receipt, kept when left out."""
    with _changed(office, shipment_id, "shipped", now, who) as (_session, shipment):
        _refuse(life.shipping_obstacles(shipment, day))
        shipment.status, shipment.shipped_on = "shipped", day
        shipment.transport_document = transport_document or shipment.transport_document
    return _saved(shipment)


def deliver_shipment(
    office: Office, shipment_id: int, day: date, now: datetime, who: str = "", *,
    received_by: str | None = None, accepted: Mapping[int, Decimal] | None = None,
) -> Saved:  # fmt: skip
    """Received on a day. ``accepted``: row of the goods (from 0) → how many the buyer took; all when left out."""
    with _changed(office, shipment_id, "delivered", now, who) as (_session, shipment):
        _refuse(life.delivering_obstacles(shipment, day))
        for index, line in enumerate(shipment.lines):
            line.accepted = (accepted or {}).get(index, line.quantity)
            _refuse(Problem(f"lines[{index}].{p.field}", p.message) for p in line.problems())
        shipment.status, shipment.delivered_on = "delivered", day
        shipment.received_by = received_by or shipment.received_by
    return _saved(shipment)


def return_shipment(office: Office, shipment_id: int, reason: str, now: datetime, who: str = "") -> Saved:
    """The goods came back; they count as stock again."""
    with _changed(office, shipment_id, "returned", now, who) as (_session, shipment):
        _refuse(life.returning_obstacles(shipment, reason))
        shipment.status = "returned"
        _noted(shipment, _(N_("Dikembalikan {day}: {reason}")), reason, now.date())
    return _saved(shipment)


def void_shipment(office: Office, shipment_id: int, reason: str, now: datetime, who: str = "") -> Saved:
    """Given up before it left; a number that was given stays and its papers say BATAL."""
    with _changed(office, shipment_id, "cancelled", now, who) as (_session, shipment):
        _refuse(life.voiding_obstacles(shipment, reason))
        shipment.status = "cancelled"
        _noted(shipment, _(N_("Batal {day}: {reason}")), reason, now.date())
    return _saved(shipment)


def step_back(office: Office, shipment_id: int, now: datetime, who: str = "") -> Saved:
    """Undoes packing, shipping or receiving that was written down by mistake."""
    with _changed(office, shipment_id, "stepped_back", now, who) as (_session, shipment):
        _refuse(life.stepping_back_obstacles(shipment))
        life.step_back(shipment)
    return _saved(shipment)
