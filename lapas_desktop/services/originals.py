"""Where the signed originals lie: who holds each, and which are out on loan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapas_desktop.domain.parties import Original
from lapas_desktop.storage import agenda_queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class OriginalPlace:
    """One original. ``lent_days``: how long it has been out on the day asked for; None when it is in its place."""

    agreement_id: int
    reference: str
    title: str
    holder: str
    stamped: bool
    place: str
    lent_to: str
    lent_days: int | None


def originals(office: Office, on: date, lent_only: bool = False) -> tuple[OriginalPlace, ...]:
    """The originals of all live agreements, those longest on loan in front."""
    with office.session() as session:
        found = [
            OriginalPlace(
                agreement.id, agreement.reference, agreement.title, original.holder, original.stamped,
                original.place or "", original.lent_to or "", _lent_days(original, on),
            )
            for original, agreement in session.execute(agenda_queries.originals_kept())
        ]  # fmt: skip
    kept = [one for one in found if one.lent_days is not None] if lent_only else found
    return tuple(sorted(kept, key=lambda one: -1 if one.lent_days is None else one.lent_days, reverse=True))


def _lent_days(original: Original, on: date) -> int | None:
    if not original.is_lent:
        return None
    return (on - original.lent_on).days if original.lent_on else 0
