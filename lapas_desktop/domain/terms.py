"""What an agreement says on a day: its own text, changed by its signed addenda in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import OF_A_PRODUCT, Addendum, AddendumChange, kept_text
from lapas_desktop.domain.agreement import Agreement, percent_problems
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.product import Product


@dataclass(frozen=True)
class AgreedLine:
    """One product under the agreement; ``period`` says what the quantity is for, empty for the whole time."""

    product_id: int
    product: Product | None
    quantity: Decimal | None
    period: str | None
    price: Decimal | None
    currency: str


@dataclass(frozen=True)
class Terms:
    """The facts an addendum may change. ``destinations`` are country codes with commas between."""

    title: str
    scope: str | None
    destinations: str | None
    ends_on: date | None
    notice_days: int
    renewal: str | None
    sharing_basis: str | None
    shares: tuple[tuple[str, Decimal], ...]
    products: tuple[AgreedLine, ...]
    others: tuple[str, ...] = ()

    def line(self, product_id: int | None) -> AgreedLine | None:
        return next((line for line in self.products if line.product_id == product_id), None)


def effective(agreement: Agreement, on: date) -> Terms:
    """The agreement with the addenda that are signed and count on a day.

    Its last day and its reminder follow every signed addendum, whatever the day: who has signed a longer
    period need not be reminded of the old end.
    """
    begun = [addendum for addendum in agreement.signed_addenda if addendum.starts_on and addendum.starts_on <= on]
    terms = _with(agreement, begun)
    return replace(terms, ends_on=agreement.final_day, notice_days=agreement.days_of_notice)


def before(addendum: Addendum) -> Terms:
    """What the agreement said before an addendum, whichever day that counts from."""
    return _with(addendum.agreement, addendum.earlier)


def after(addendum: Addendum) -> Terms:
    """What the agreement says with an addendum; ValueError while a new value cannot be read."""
    return _with(addendum.agreement, [*addendum.earlier, addendum])


def keep_old(addendum: Addendum) -> None:
    """Writes beside every change what the agreement said until then."""
    terms = before(addendum)
    for change in addendum.changes:
        change.old = said_before(terms, change)


def said_before(terms: Terms, change: AddendumChange) -> str | None:
    """What a change finds, as it keeps it; None while nobody said what it changes."""
    return kept_text(change.field, _value(terms, change)) if change.field else None


def amended(agreement: Agreement, count: int | None = None) -> Terms:
    """The agreement with its first signed addenda, all of them without ``count``, whichever day they count from."""
    return _with(agreement, agreement.signed_addenda[:count])


def share_problems(addendum: Addendum) -> Iterator[Problem]:
    """Shares by percent must make 100 after the addendum too."""
    try:
        terms = after(addendum)
    except ValueError:
        return
    if terms.sharing_basis in lists.PERCENT_BASES and terms.shares:
        yield from percent_problems("changes", (value for _name, value in terms.shares))


def _with(agreement: Agreement, addenda: Iterable[Addendum]) -> Terms:
    terms = _own(agreement)
    for addendum in addenda:
        for change in addendum.changes:
            terms = _changed(terms, change)
    return terms


def _own(agreement: Agreement) -> Terms:
    return Terms(
        title=agreement.title,
        scope=agreement.scope,
        destinations=agreement.destinations,
        ends_on=agreement.ends_on,
        notice_days=agreement.notice_days or 0,
        renewal=agreement.renewal,
        sharing_basis=agreement.sharing_basis,
        shares=tuple((share.name, share.value) for share in agreement.shares),
        products=tuple(
            AgreedLine(line.product_id, line.product, line.quantity, line.period, line.price, line.currency or "IDR")
            for line in agreement.products
        ),
    )


def _changed(terms: Terms, change: AddendumChange) -> Terms:
    value = change.value
    if change.field == "other":
        return replace(terms, others=(*terms.others, value))
    if change.field not in OF_A_PRODUCT:
        return replace(terms, **{change.field: value})
    if change.product_id is None:
        return terms
    known = terms.line(change.product_id)
    line = known or AgreedLine(change.product_id, change.product, None, None, None, "IDR")
    line = replace(line, **{change.field: value})
    if known is None:
        return replace(terms, products=(*terms.products, line))
    return replace(terms, products=tuple(line if other is known else other for other in terms.products))


def _value(terms: Terms, change: AddendumChange) -> Any:
    if change.field == "other":
        return None
    if change.field not in OF_A_PRODUCT:
        return getattr(terms, change.field)
    line = terms.line(change.product_id)
    return getattr(line, change.field) if line else None
