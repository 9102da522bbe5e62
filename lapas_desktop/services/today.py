"""The start page: what needs somebody today, key figures, value by month, the latest shipments.

Everything is computed from the data on the day it is asked for, so a PC that was off for a week is right.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy.orm import Session

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.today import Figure, LatestShipment, MonthValue, Today
from lapas_desktop.domain.wording import format_number, format_rupiah_short
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services.todos import todos
from lapas_desktop.storage import queries, snapshot, today_queries
from lapas_desktop.storage.office import Office

_CENT = Decimal("0.01")
_LATEST = 5


def today(office: Office, now: datetime) -> Today:
    """The start page at a moment; kept for the next start."""
    on = now.date()
    found = _read(office, on, now)
    snapshot.write(office.path, found, language())
    return found


def _read(office: Office, on: date, now: datetime) -> Today:
    with office.session() as session:
        sent = _Sent(session, date(on.year, 1, 1), on)
        before = _Sent(session, date(on.year - 1, 1, 1), _a_year_before(on))
        waiting = todos(session, office.folder, now)
        note = _(N_("{n} pengiriman tanpa kurs tidak dihitung.")).format(n=sent.without_rate)
        return Today(
            on=on,
            figures=(
                _agreements(session, on), _shipments(sent, on), _value(sent, before, on), _products(session),
            ),
            months=tuple(sent.months),
            note=note if sent.without_rate else "",
            latest=tuple(_latest(shipment) for shipment in session.scalars(today_queries.latest_shipments(_LATEST))),
            todos=tuple(todo for todo in waiting),
            badges={
                place: sum(1 for todo in waiting if todo.place == place and todo.tone != "neutral")
                for place in ("agreements", "production", "shipments", "partners")
            },
        )  # fmt: skip


def _a_year_before(on: date) -> date:
    return on.replace(year=on.year - 1, day=28) if (on.month, on.day) == (2, 29) else on.replace(year=on.year - 1)


class _Sent:
    """What was sent in a period: numbers, countries, and value in rupiah by month."""

    def __init__(self, session: Session, first: date, last: date) -> None:
        values = {month: [Decimal(0), Decimal(0)] for month in range(1, last.month + 1)}
        exports, countries, seen, unknown = set[int](), set[str](), set[int](), set[int]()
        for row in session.execute(today_queries.sent_lines(first, last)):
            shipment, day, kind, country, currency, rate, quantity, price = row
            seen.add(shipment)
            abroad = kind == "ekspor"
            if abroad:
                exports.add(shipment)
                countries |= {country} if country else set()
            factor = Decimal(1) if currency == "IDR" else rate
            if factor is None:
                unknown.add(shipment)
                continue
            amount = (quantity * (price or Decimal(0))).quantize(_CENT, ROUND_HALF_UP)
            values[day.month][0 if abroad else 1] += (amount * factor).quantize(_CENT, ROUND_HALF_UP)
        self.months = [MonthValue(month, *pair) for month, pair in values.items()]
        self.total = sum((export + domestic for export, domestic in values.values()), Decimal(0))
        self.shipments, self.exports, self.countries = len(seen), len(exports), len(countries)
        self.without_rate = len(unknown)


def _agreements(session: Session, on: date) -> Figure:
    status = queries.agreement_status(on)
    present = Agreement.archived.is_(False)
    conditions = [present & status.in_(("running", "ending")), present & (status == "ending")]
    running, ending = tuple(session.execute(queries.counts(Agreement, conditions)).one())
    note = _(N_("{n} akan berakhir")).format(n=ending) if ending else _(N_("tidak ada yang akan berakhir"))
    return Figure(_(N_("PKS berlaku")), format_number(running), note, "warning" if ending else "")


def _shipments(sent: _Sent, on: date) -> Figure:
    note = _(N_("{exports} ekspor · {countries} negara tujuan"))
    return Figure(
        _(N_("Pengiriman {year}")).format(year=on.year),
        format_number(sent.shipments),
        note.format(exports=sent.exports, countries=sent.countries),
    )


def _value(sent: _Sent, before: _Sent, on: date) -> Figure:
    note = _(N_("sampai {day}")).format(day=kinds.DATE.shown(on))
    if before.total:
        change = ((sent.total - before.total) * 100 / before.total).quantize(Decimal(1), ROUND_HALF_UP)
        note = _(N_("{change} % dari {year}, periode sama")).format(
            change=f"{change:+}".replace("-", "−"), year=on.year - 1
        )
    return Figure(_(N_("Nilai kirim {year}")).format(year=on.year), format_rupiah_short(sent.total), note)


def _products(session: Session) -> Figure:
    present = Product.archived.is_(False)
    conditions = [present, present & Product.hs_code.is_(None)]
    number, unready = tuple(session.execute(queries.counts(Product, conditions)).one())
    note = _(N_("{n} tanpa kode HS")).format(n=format_number(unready)) if unready else _(N_("semua berkode HS"))
    note = note if number else _(N_("belum ada produk"))
    return Figure(_(N_("Produk", "banyak")), format_number(number), note)


def _latest(shipment: Shipment) -> LatestShipment:
    day = shipment.shipped_on or shipment.released_on or shipment.packed_on
    return LatestShipment(
        shipment.id,
        shipment.reference,
        kinds.COUNTRY.shown(shipment.destination_country) or "—",
        shipment.caption or "—",
        kinds.DATE.shown(day) or "—",
        shipment.status,
        _(lists.SHIPMENT_STATUSES[shipment.status]),
    )
