"""Which columns each list shows. Columns are data; values are SQL, sorted and filtered by the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lapas_desktop.domain import kinds
from lapas_desktop.domain.agreement import STATUS, Agreement
from lapas_desktop.domain.column import Column
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_
from lapas_desktop.storage import queries


def columns_of(entity: type[Record], on: date) -> Sequence[Column]:
    """The columns of one kind of record's list; the status is that of the day."""
    makers = {Product: _products, Partner: _partners, Agreement: _agreements, Shipment: _shipments}
    return makers[entity](on)


def _products(on: date) -> Sequence[Column]:
    return (
        Column.of(Product.code),
        Column.of(Product.name, strong=True, width=30),
        Column.of(Product.hs_code),
        Column.of(Product.unit),
        Column.of(Product.price_local, width=16),
    )


def _partners(on: date) -> Sequence[Column]:
    return (
        Column.of(Partner.code),
        Column.of(Partner.name, strong=True, width=30),
        Column.of(Partner.roles, width=22),
        Column.of(Partner.country),
    )


def _agreements(on: date) -> Sequence[Column]:
    return (
        Column(N_("Nomor"), queries.draft_reference(Agreement), kinds.IDENTIFIER, width=27),
        Column(N_("Mitra"), queries.partner_names(), kinds.TEXT, strong=True, width=20),
        Column.of(Agreement.title, width=17),
        Column(N_("Berlaku s.d."), Agreement.ends_on.expression, kinds.DATE, width=11),
        Column(N_("Status"), queries.agreement_status(on), STATUS, badge=True, width=12),
    )


def _shipments(on: date) -> Sequence[Column]:
    return (
        Column(N_("Nomor"), queries.draft_reference(Shipment), kinds.IDENTIFIER, width=16),
        Column(N_("Barang"), queries.line_names(), kinds.TEXT, strong=True, width=20),
        Column(N_("Pembeli"), queries.buyer_name(), kinds.TEXT, width=15),
        Column.of(Shipment.destination_country, width=14),
        Column.of(Shipment.shipped_on, width=14),
        Column.of(Shipment.status, badge=True, width=13),
    )  # fmt: skip
