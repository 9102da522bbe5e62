"""Two states of an agreement side by side: before and after its addenda, or it and its renewal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lapas_desktop.documents.listing import build_listing
from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import CHANGED_KINDS, WITHOUT_END
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import Change, Clause, word_changes
from lapas_desktop.domain.kinds import DATE, LONG_TEXT
from lapas_desktop.domain.terms import AgreedLine, Terms, amended, effective
from lapas_desktop.domain.word_marks import ADDED, REMOVED, signs_in, spaced
from lapas_desktop.domain.wording import format_money, format_number
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services.clauses import clauses_of
from lapas_desktop.services.listing import stationery
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_COMPARED = ("title", "ends_on", "notice_days", "renewal", "scope", "destinations", "sharing_basis", "shares")


@dataclass(frozen=True)
class Compared:
    """One fact in both states, in words."""

    label: str
    left: str
    right: str

    @property
    def differs(self) -> bool:
        return self.left != self.right

    def changes(self) -> tuple[list[Change], list[Change]]:
        """Both sides word by word; the left one marks what the right one has not, and the other way round."""
        found = word_changes(self.left, self.right)
        return spaced(c for c in found if c.kind != ADDED), spaced(c for c in found if c.kind != REMOVED)

    def signed_texts(self) -> tuple[str, str]:
        """Both sides with signs around the words that differ."""
        left, right = ("".join(change.text for change in signs_in(side)) for side in self.changes())
        return left, right


@dataclass(frozen=True)
class Version:
    """An agreement with its first ``addenda`` signed addenda: one side of a comparison."""

    caption: str
    agreement_id: int
    addenda: int


def versions(office: Office, agreement_id: int) -> tuple[Version, ...]:
    """What an agreement can be compared as: its predecessor, its own text, after each addendum, its renewals."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        before = agreement.predecessor
        found = [_as_it_is(before)] if before and before.deleted_at is None else []
        found.append(Version(_(N_("Naskah asal · {reference}")).format(reference=agreement.reference), agreement.id, 0))
        for number, addendum in enumerate(agreement.signed_addenda, 1):
            after = _(N_("Sesudah {addendum} · {reference}"))
            caption = after.format(reference=agreement.reference, addendum=addendum.ordinal)
            found.append(Version(caption, agreement.id, number))
        later = [follower for follower in agreement.successors if follower.deleted_at is None]
        return (*found, *(_as_it_is(follower) for follower in later))


def _as_it_is(agreement: Agreement) -> Version:
    return Version(f"{agreement.reference} · {agreement.title}", agreement.id, len(agreement.signed_addenda))


def compared_versions(office: Office, left: Version, right: Version) -> tuple[Compared, ...]:
    """Two versions; two agreements also by their numbers, parties, duties and pasal."""
    with office.session() as session:
        sides = [queries.existing(session, Agreement, one.agreement_id) for one in (left, right)]
        terms = [amended(side, one.addenda) for side, one in zip(sides, (left, right), strict=True)]
        rows = list(_compared(*terms))
        if left.agreement_id != right.agreement_id:
            rows = [*_heads(*sides), *rows, *_clauses(*(clauses_of(session, side) for side in sides))]
        return tuple(rows)


def write_comparison(office: Office, left: Version, right: Version, only: bool, path: Path, on: date) -> None:
    """Writes a comparison as PDF, words that differ between signs; ``only`` what differs."""
    rows = [row for row in compared_versions(office, left, right) if row.differs or not only]
    with office.session() as session:
        name, paper = stationery(session)
    heads = ((_(N_("Hal")), 18), ("≠", 2), (left.caption, 36), (right.caption, 36))
    listing = Listing(
        title=_(N_("Perbandingan perjanjian")),
        note=_(N_("[−…] hanya di kiri, [+…] hanya di kanan")),
        office=name,
        columns=tuple(ListingColumn(head, LONG_TEXT, width) for head, width in heads),
        rows=((row.label, "≠" if row.differs else "", *row.signed_texts()) for row in rows),
        printed_on=on,
        paper=paper,
        language=language(),
    )
    build_listing(listing, path)


def _heads(left: Agreement, right: Agreement) -> Iterator[Compared]:
    pairs = ((side.reference, side.starts_on, _parties(side), _duties(side)) for side in (left, right))
    (number, start, parties, duties), (number2, start2, parties2, duties2) = pairs
    yield Compared(_(N_("Nomor")), number, number2)
    yield Compared(_(N_("Mulai")), DATE.shown(start), DATE.shown(start2))
    yield Compared(_(N_("Para pihak")), parties, parties2)
    yield Compared(_(N_("Hak dan kewajiban")), duties, duties2)


def _parties(agreement: Agreement) -> str:
    names = (party.partner.full_name if party.partner else _(N_("Kantor sendiri")) for party in agreement.parties)
    return "\n".join(names)


def _duties(agreement: Agreement) -> str:
    return "\n".join(f"{duty.party or '—'}: {duty.text}" for duty in agreement.obligations)


def _clauses(left: Sequence[Clause], right: Sequence[Clause]) -> Iterator[Compared]:
    """The pasal of both, those of the same standard beside each other, in the order of the right side."""
    known = {clause.anchor: clause for clause in left}
    found = {clause.anchor: clause for clause in right}
    for anchor, clause in {**found, **{a: c for a, c in known.items() if a not in found}}.items():
        texts = [side[anchor].text if anchor in side else "" for side in (known, found)]
        yield Compared(_(N_("Pasal {title}")).format(title=clause.title), *texts)


def compared_days(office: Office, agreement_id: int, left: date, right: date) -> tuple[Compared, ...]:
    """An agreement as it counts on two days; the last day and the reminder are those of today's text in both."""
    with office.session() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        return tuple(_compared(effective(agreement, left), effective(agreement, right)))


def compared_agreements(office: Office, left_id: int, right_id: int, on: date) -> tuple[Compared, ...]:
    """Two agreements as they count on a day."""
    with office.session() as session:
        left, right = (queries.existing(session, Agreement, one) for one in (left_id, right_id))
        return tuple(_compared(effective(left, on), effective(right, on)))


def _compared(left: Terms, right: Terms) -> Iterator[Compared]:
    for name in _COMPARED:
        label = _(lists.ADDENDUM_FIELDS[name])
        yield Compared(label, _shown(name, getattr(left, name)), _shown(name, getattr(right, name)))
    products = {line.product_id: line.product for line in (*left.products, *right.products)}
    for product_id, product in products.items():
        name = product.name if product else ""
        yield Compared(name, _line(left.line(product_id)), _line(right.line(product_id)))
    for number in range(max(len(left.others), len(right.others))):
        texts = [terms.others[number] if number < len(terms.others) else "" for terms in (left, right)]
        yield Compared(_(N_("Ketentuan lain")), *texts)


def _shown(name: str, value: object) -> str:
    if name == "ends_on" and value is None:
        return _(WITHOUT_END)
    return CHANGED_KINDS[name].format(value, "id")


def _line(line: AgreedLine | None) -> str:
    if line is None:
        return ""
    per = f" per {line.period}" if line.period else ""
    quantity = f"{format_number(line.quantity)}{per}" if line.quantity is not None else "—"
    return f"{quantity} · {format_money(line.price, line.currency)}" if line.price is not None else quantity
