"""One search over everything: records by number, name, partner or country, and the places and actions offered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.kinds import COUNTRY
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import QUALITY, Batch
from lapas_desktop.domain.ranking import Candidate, nearly, pieces, ranked, tolerated
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import finding
from lapas_desktop.storage.office import Office

PLACES: dict[type[Record], str] = {
    Agreement: "agreements", Shipment: "shipments", Product: "products", Partner: "partners",
    Batch: "production", Addendum: "addenda", StandardClause: "clauses",
}  # fmt: skip
LIMIT = 20
_OF_A_KIND = 12
_FEW = 5  # with fewer hits than this, typing errors are thought of
_MEANT = 2  # words tried for one that may be mistyped
_WORDS = 8
_LONGEST = 100

Known = tuple[type[Record], int]


@dataclass(frozen=True)
class Hit:
    """Something found. A record has its kind and id; a place or an action of the window only its ``place`` key."""

    title: str
    subtitle: str
    place: str
    entity: type[Record] | None = None
    record_id: int | None = None


def find_everything(
    office: Office, typed: str, on: date, recent: Sequence[Known], offered: Sequence[tuple[str, str]] = ()
) -> list[Hit]:
    """What answers the typed words, best first, at most `LIMIT`; status words are those of the day.

    ``recent`` are the records last opened, newest first: they come first among equals, and alone when nothing is
    typed. ``offered`` are (words, key) of places and actions, ranked among the records.
    """
    words = search_key(typed[:_LONGEST]).split()[:_WORDS]
    offers = [Candidate(Hit(words, "", key), words) for words, key in offered]
    with office.session() as session:
        if not words:
            known = list(_candidates(session, recent, on, recent))
            return ranked("", [*known, *offers], LIMIT)
        found = _exact(session, words)
        if len(found) < _FEW and any(tolerated(word) for word in words):
            found = list(dict.fromkeys([*found, *_nearly(session, words)]))
        return ranked(" ".join(words), [*offers, *_candidates(session, found, on, recent)], LIMIT)


def _exact(session: Session, words: Sequence[str]) -> list[Known]:
    return [
        (entity, record_id)
        for entity in PLACES
        for record_id in session.scalars(finding.best_matches(entity, words, _OF_A_KIND))
    ]


def _nearly(session: Session, words: Sequence[str]) -> Iterator[Known]:
    """Records that hold the words meant, where some are mistyped."""
    for entity in PLACES:
        texts = set((session.scalar(finding.newest_texts(entity)) or "").split())
        known = {text for text in texts if text.isalpha()}
        meant = [_meant(word, known) for word in words]
        if any(found != [word] for found, word in zip(meant, words, strict=True)):
            for record_id in session.scalars(finding.meaning(entity, meant, _OF_A_KIND)):
                yield entity, record_id


def _meant(word: str, known: Collection[str]) -> list[str]:
    """The typed word itself while it is known as it stands, else the shortest known ones near to it."""
    errors = tolerated(word)
    if not errors or word in known:
        return [word]
    parts = set(pieces(word, errors))  # one of them stands in what was meant: cheaper to ask than all letters
    able = (other for other in known if len(other) >= len(word) - errors and any(part in other for part in parts))
    near = [other for other in able if nearly(word, other)]
    return sorted(near, key=lambda other: (abs(len(other) - len(word)), other))[:_MEANT] or [word]


def _candidates(
    session: Session, found: Sequence[Known], on: date, recent: Sequence[Known]
) -> Iterator[Candidate[Hit]]:
    """The records in the order given; those gone meanwhile are left out."""
    fresh = set(recent)
    records: dict[Known, Record] = {}
    for entity in PLACES:
        ids = [record_id for kind, record_id in found if kind is entity]
        if ids:
            records.update(((entity, record.id), record) for record in session.scalars(finding.records(entity, ids)))
    for known in found:
        record = records.get(known)
        if record is not None:
            name, subtitle = _told(record, on)
            title = record.reference if isinstance(record, Agreement | Shipment | Batch) else name
            hit = Hit(title, subtitle, PLACES[known[0]], known[0], record.id)
            yield Candidate(hit, name, record.reference, record.search, known in fresh)


def _told(record: Record, on: date) -> tuple[str, str]:
    """The name it is ranked by, and the line that tells it from others."""
    if isinstance(record, Agreement):
        partners = ", ".join(party.partner.full_name for party in record.parties if party.partner)
        return record.title, _line(_(N_("PKS")), record.title, partners, _(STATUSES[record.status(on)]))
    if isinstance(record, Shipment):
        country = COUNTRY.shown(record.destination_country)
        status = _(lists.SHIPMENT_STATUSES[record.status])
        return record.caption, _line(_(N_("Pengiriman")), record.caption, country, status)
    if isinstance(record, Batch):
        stage, quality = _(lists.BATCH_STAGES[record.stage]), _(QUALITY[record.quality])
        return record.caption, _line(_(N_("Produksi")), record.caption, stage, quality)
    if isinstance(record, Partner):
        return record.full_name, _line(_(N_("Mitra")), record.code, COUNTRY.shown(record.country))
    return record.caption, _line(_(type(record).label), record.reference)


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
