"""Use cases of a shipment: giving it its number at release."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.office import number_frame, pattern_number
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.history import note_changes
from lapas_desktop.services.records import Saved
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_PLAIN_PATTERN = "KRM-{tahun}-{urut:03}"


def next_number(office: Office, pattern: str, year: int) -> str:
    """The number that the next shipment released in a year would get; empty for a pattern that cannot be read."""
    try:
        frame = number_frame(pattern, year)
    except ValueError:
        return ""
    with office.session() as session:
        return pattern_number(pattern, year, queries.highest_sequence(session, *frame) + 1)


def why_not_released(office: Office, shipment_id: int, now: datetime) -> Problem | None:
    """The first thing that stands against `release_shipment`; its field, where there is one."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        shipment.released_on = shipment.released_on or now.date()  # as the release would; this session never writes
        return next(_against_release(shipment), None)


def why_no_manifest(office: Office, shipment_id: int, _now: datetime) -> Problem | None:
    """A manifest needs goods."""
    with office.session() as session:
        return None if queries.existing(session, Shipment, shipment_id).lines else _no_goods()


def _no_goods() -> Problem:
    return Problem("lines", _(N_("Belum ada barang.")))


def _against_release(shipment: Shipment) -> Iterator[Problem]:
    if shipment.deleted_at:
        yield Problem("", _(N_("Data ini sudah tidak ada.")))
    if shipment.number:
        yield Problem("", _(N_("Pengiriman ini sudah bernomor {number}.")).format(number=shipment.number))
    if shipment.status in ("cancelled", "returned"):
        yield Problem("", _(N_("Pengiriman yang batal atau dikembalikan tidak dapat dirilis.")))
    if not shipment.lines:
        yield _no_goods()
    yield from shipment.problems()


def release_shipment(office: Office, shipment_id: int, now: datetime, who: str = "") -> Saved:
    """Gives the next number of the year and marks the shipment released, in one transaction.

    The year is that of ``released_on`` (today when empty). Numbers of void and deleted shipments are never
    given again. Raises `Invalid` when there are no goods or the dates are out of order, `Refused` when it
    was released before or is void.
    """
    with office.transaction() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        released_on = shipment.released_on = shipment.released_on or now.date()
        problems = list(_against_release(shipment))
        if problems and not problems[0].field:
            raise Refused(problems[0].message)
        if problems:
            raise Invalid(problems)
        profile = queries.office_profile(session)
        pattern = profile.number_pattern if profile else _PLAIN_PATTERN
        highest = queries.highest_sequence(session, *number_frame(pattern, released_on.year))
        number = pattern_number(pattern, released_on.year, highest + 1)
        shipment.number = number
        if shipment.status in ("draft", "packed"):
            shipment.status = "released"
        shipment.changed_at = now
        shipment.refresh_search()
        note_changes(session, shipment, "released", now, who)
        session.flush()
        return Saved(shipment.id, shipment.version, number, frozenset({Shipment}))
