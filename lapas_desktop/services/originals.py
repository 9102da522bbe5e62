"""Where the signed originals lie: who holds each, and which are out on loan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lapas_desktop.documents.listing import build_listing
from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.domain import kinds
from lapas_desktop.domain.parties import Original
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services.listing import stationery
from lapas_desktop.storage import agenda_queries
from lapas_desktop.storage.office import Office

LENT_LONG = 30  # days on loan after which an original is asked for
_COLUMNS = (
    (N_("Nomor"), kinds.IDENTIFIER, 26), (N_("Tentang"), kinds.TEXT, 30), (N_("Dipegang oleh"), kinds.SHORT_TEXT, 18),
    (N_("Bermeterai"), kinds.CHECK, 10), (N_("Tempat simpan"), kinds.SHORT_TEXT, 16),
    (N_("Dipinjam oleh"), kinds.SHORT_TEXT, 16), (N_("Hari dipinjam"), kinds.COUNT, 10),
)  # fmt: skip


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


def write_originals(office: Office, agreement_ids: Sequence[int], path: Path, on: date) -> None:
    """Writes where the originals of some agreements lie, as ``.pdf`` or else XLSX; those on loan in front."""
    wanted = set(agreement_ids)
    found = [one for one in originals(office, on) if one.agreement_id in wanted]
    with office.session() as session:
        name, paper = stationery(session)
    lent = sum(1 for one in found if one.lent_days is not None)
    note = _(N_("{n} naskah asli · {lent} dipinjam")).format(n=len(found), lent=lent)
    rows = [(one.reference, one.title, one.holder, one.stamped, one.place, one.lent_to, one.lent_days) for one in found]
    columns = tuple(ListingColumn(_(heading), kind, width) for heading, kind, width in _COLUMNS)
    build_listing(Listing(_(N_("Daftar naskah asli")), note, name, columns, rows, on, paper, language()), path)


def _lent_days(original: Original, on: date) -> int | None:
    if not original.is_lent:
        return None
    return (on - original.lent_on).days if original.lent_on else 0
