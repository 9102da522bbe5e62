"""Use cases that make new agreements from one: its renewal, or many alike with other partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.domain import kinds
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Field, child_class, fields_of
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.domain.obligation import months_later
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.reading import last_day
from lapas_desktop.domain.terms import effective
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.agreement_life import Step, obstacles_of, refuse
from lapas_desktop.services.history import note_event
from lapas_desktop.services.records import Saved, save_within
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_CARRIED = ("type", "parent_id", "background", "copies", "legal_basis", "witnesses", "notice_days", "sample")
_ROWS = {
    "parties": ("partner_id", "role"),
    "obligations": ("party", "text", "due_on", "period"),
    "clauses": ("title", "text", "standard"),
}


NEW_ROW_FIELDS = (
    Field("partner_id", N_("Mitra"), kinds.reference("Partner"), required=True),
    Field("number", N_("Nomor PKS"), kinds.IDENTIFIER),
    Field("partner_number", N_("Nomor dari mitra"), kinds.IDENTIFIER),
    Field("title", N_("Tentang"), kinds.TEXT),
    Field("starts_on", N_("Mulai"), kinds.DATE),
    Field("ends_on", N_("Berakhir"), kinds.DATE),
)


@dataclass(frozen=True)
class NewRow:
    """One agreement of `make_many`: its partner's id, the office's number, the partner's own, its days.

    What is left empty is as in the agreement it is made from (days) or stays empty (numbers).
    """

    partner_id: int
    number: str = ""
    partner_number: str = ""
    title: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


def renew_agreement(office: Office, agreement_id: int, now: datetime, who: str = "") -> Saved:
    """A draft that follows an agreement: begins the day after its last day, lasts as long, says the same.

    Products, shares, scope and title are those with all addenda; parties, duties and clauses are carried over;
    numbers, signatures and days of signing are not. `Invalid` with every obstacle.
    """
    with office.transaction() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        refuse(obstacles_of(session, agreement, Step.RENEW, now.date()))
        end = agreement.day_in_force
        assert end is not None
        starts_on = end + timedelta(days=1)
        own = {"predecessor_id": agreement.id, "starts_on": starts_on, "ends_on": _as_long(agreement, starts_on)}
        made = save_within(session, Agreement, {**_carried(agreement, end, starts_on), **own}, now, who=who)
        note_event(session, agreement, "renewed", "", made.reference, now, who)
        return made


def make_many(
    office: Office, agreement_id: int, rows: Sequence[NewRow], now: datetime, who: str = "",
    progress: Progress = UNSEEN,
) -> tuple[Saved, ...]:  # fmt: skip
    """A draft for each row like one agreement, with another partner in the place of its first partner.

    All or nothing: `Invalid` tells every bad row as ``rows[2].partner_id``.
    """
    with office.transaction() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        problems = list(_row_problems(session, rows))
        made: list[Saved] = []
        for index, row in enumerate(rows if not problems else ()):
            progress(index, len(rows))
            try:
                made.append(save_within(session, Agreement, _values(agreement, row, now.date()), now, who=who))
            except Invalid as error:
                problems += [Problem(f"rows[{index}].{problem.field}", problem.message) for problem in error.problems]
        refuse(problems)
        return tuple(made)


def _row_problems(session: Session, rows: Sequence[NewRow]) -> Iterator[Problem]:
    if not rows:
        yield Problem("rows", _(N_("Isi paling sedikit satu baris.")))
    seen: dict[str, int] = {}
    for index, row in enumerate(rows):
        partner = session.get(Partner, row.partner_id)
        if partner is None or partner.deleted_at:
            yield Problem(f"rows[{index}].partner_id", _(N_("Mitra ini tidak ada.")))
        for name in ("number", "partner_number"):
            try:
                kinds.IDENTIFIER.parse(getattr(row, name))
            except ValueError as error:
                yield Problem(f"rows[{index}].{name}", str(error))
        key = row.number.strip().casefold()
        if key and key in seen:
            text = _(N_("Nomor ini sudah dipakai pada baris {n}."))
            yield Problem(f"rows[{index}].number", text.format(n=seen[key] + 1))
        seen.setdefault(key, index)


def _values(agreement: Agreement, row: NewRow, on: date) -> dict[str, Any]:
    starts_on = row.starts_on or agreement.starts_on
    values = _carried(agreement, on, starts_on)
    values |= {"starts_on": starts_on, "number": row.number, "title": row.title or values["title"]}
    values["ends_on"] = row.ends_on or (_as_long(agreement, starts_on) if starts_on else agreement.ends_on)
    first = next((party for party in values["parties"] if party["partner_id"] is not None), None)
    if first is None:
        values["parties"].append({"partner_id": row.partner_id, "number": row.partner_number})
    else:
        first |= {"partner_id": row.partner_id, "number": row.partner_number}
    return values


def _carried(agreement: Agreement, on: date, starts_on: date | None) -> dict[str, Any]:
    """What a new agreement takes over from another one, as it is on a day."""
    terms = effective(agreement, on)
    values: dict[str, Any] = {name: getattr(agreement, name) for name in _CARRIED}
    values |= {
        "title": terms.title, "scope": terms.scope, "destinations": terms.destinations, "renewal": terms.renewal,
        "sharing_basis": terms.sharing_basis,
        "shares": [{"name": name, "value": value} for name, value in terms.shares],
        "products": [
            {"product_id": line.product_id, "quantity": line.quantity, "period": line.period, "price": line.price,
             "currency": line.currency}
            for line in terms.products
        ],
    }  # fmt: skip
    for table, names in _ROWS.items():
        declared = {field.name: field.default for field in fields_of(child_class(Agreement, table))}
        rows = getattr(agreement, table)
        values[table] = [declared | {name: getattr(row, name) for name in names} for row in rows]
    if starts_on and agreement.starts_on:
        later = starts_on - agreement.starts_on
        for duty in values["obligations"]:
            duty["due_on"] = duty["due_on"] + later if duty["due_on"] else None
    return values


def _as_long(agreement: Agreement, starts_on: date) -> date | None:
    """The last day of a period that lasts as long as the agreement's own: in whole years, months, or days."""
    first, last = agreement.starts_on, agreement.ends_on or agreement.final_day
    if first is None or last is None:
        return None
    for years in range(1, 51):
        if last_day(first, years) == last:
            return last_day(starts_on, years)
    months = (last.year - first.year) * 12 + last.month - first.month
    for number in (months, months + 1):
        if number > 0 and months_later(first, number) - timedelta(days=1) == last:
            return months_later(starts_on, number) - timedelta(days=1)
    return starts_on + (last - first)
