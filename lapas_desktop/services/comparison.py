"""Two states of an agreement side by side: before and after its addenda, or it and its renewal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import CHANGED_KINDS, WITHOUT_END
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.terms import AgreedLine, Terms, effective
from lapas_desktop.domain.wording import format_money, format_number
from lapas_desktop.i18n import N_, _
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
