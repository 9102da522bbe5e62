"""Which columns and views each list has. Both are data; values are SQL, sorted and filtered by the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from lapas_desktop.domain import kinds
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import STATUS, Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.column import NEWEST, Column
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.lists import ADDENDUM_STAGES
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import FAILED, QUALITY, Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_
from lapas_desktop.storage import agenda_queries, production_queries, queries, today_queries
from lapas_desktop.storage.office import Office

_QUALITY = kinds.choice("quality", QUALITY)


@dataclass(frozen=True, eq=False)
class View:
    """A ready-made filter of a list: its words and which records it shows."""

    key: str
    label: str
    within: ColumnElement[bool]


def columns_of(entity: type[Record], on: date) -> Sequence[Column]:
    """The columns of one kind of record's list; the status is that of the day."""
    makers = {
        Product: _products, Partner: _partners, Agreement: _agreements, Shipment: _shipments,
        Addendum: _addenda, StandardClause: _clauses, Batch: _batches,
    }  # fmt: skip
    return makers[entity](on)


def first_order(entity: type[Record]) -> tuple[int, bool]:
    """The column a list is first sorted by, and whether downwards: papers from the newest on, the rest by code."""
    return (NEWEST, True) if entity in (Agreement, Shipment, Addendum) else (0, False)


def _number(entity: type[Agreement | Shipment | Addendum], shown: ColumnElement[str], width: int) -> Column:
    """Drafts in front, one after the other, then the numbers: the list's index has them in this order."""
    order = (entity.number.expression, entity.id.expression)
    return Column(N_("Nomor"), shown, kinds.IDENTIFIER, width=width, order=order)


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
        _number(Agreement, queries.draft_reference(Agreement), 29),
        Column(N_("Mitra"), queries.partner_names(), kinds.TEXT, strong=True, width=20),
        Column.of(Agreement.title, width=17),
        Column(N_("Berlaku s.d."), Agreement.effective_ends_on.expression, kinds.DATE, width=11),
        Column(N_("Status"), queries.agreement_status(on), STATUS, badge=True, width=12),
    )


def _shipments(on: date) -> Sequence[Column]:
    return (
        _number(Shipment, queries.draft_reference(Shipment), 13),
        Column(N_("Barang"), queries.line_names(), kinds.TEXT, strong=True, width=20),
        Column(N_("Pembeli"), queries.buyer_name(), kinds.TEXT, width=15),
        Column.of(Shipment.destination_country, width=14),
        Column.of(Shipment.shipped_on, width=11),
        Column.of(Shipment.status, badge=True, width=13),
    )  # fmt: skip


def _batches(_on: date) -> Sequence[Column]:
    return (
        Column.of(Batch.code, width=10),
        Column(N_("Produk"), production_queries.product_name(), kinds.TEXT, strong=True, width=22),
        Column.of(Batch.starts_on, width=11, hidden=True),
        Column.of(Batch.ends_on, width=11),
        Column.of(Batch.made, width=10, hidden=True),
        Column(N_("Lulus", "jumlah"), production_queries.passed(), kinds.QUANTITY, width=10),
        Column(N_("Mutu"), production_queries.quality(), _QUALITY, badge=True, width=11),
        Column.of(Batch.stage, width=13),
    )


def _addenda(_on: date) -> Sequence[Column]:
    return (
        _number(Addendum, queries.addendum_reference(), 13),
        Column(N_("Perjanjian"), queries.amended_reference(), kinds.IDENTIFIER, width=20),
        Column.of(Addendum.title, strong=True, width=17),
        Column(N_("Berlaku sejak"), Addendum.starts_on.expression, kinds.DATE, width=11),
        Column.of(Addendum.stage, badge=True, width=12),
    )


def _clauses(_on: date) -> Sequence[Column]:
    return (
        Column.of(StandardClause.code, width=18),
        Column.of(StandardClause.title, strong=True, width=30),
        Column.of(StandardClause.types, width=26),
        Column.of(StandardClause.position, width=9),
    )


def views_of(entity: type[Record], on: date) -> Sequence[View]:
    """The ready-made filters of one kind of record's list on a day; the first shows all that is not archived."""
    makers: dict[type[Record], Callable[[date], Conditions]] = {
        Product: _product_views, Partner: _partner_views, Agreement: _agreement_views, Shipment: _shipment_views,
        Addendum: _addendum_views, StandardClause: lambda _on: (), Batch: _batch_views,
    }  # fmt: skip
    present = entity.archived.is_(False)
    return (
        View("all", N_("Semua"), present),
        *(View(key, label, and_(present, within)) for key, label, within in makers[entity](on)),
        View("archived", N_("Arsip"), entity.archived.is_(True)),
    )


def view_counts(office: Office, entity: type[Record], views: Sequence[View]) -> dict[str, int]:
    """How many records each view shows, by its key."""
    with office.session() as session:
        found = session.execute(queries.counts(entity, [view.within for view in views])).one()
    return {view.key: int(number) for view, number in zip(views, found, strict=True)}


Conditions = Sequence[tuple[str, str, ColumnElement[bool]]]


def _product_views(on: date) -> Conditions:
    return (
        ("no_hs", N_("Tanpa kode HS"), Product.hs_code.is_(None)),
        ("no_weight", N_("Tanpa berat"), and_(Product.unit_net_weight.is_(None), Product.unit != "kg")),
    )


def _partner_views(on: date) -> Conditions:
    return (
        ("foreign", N_("Luar negeri"), Partner.country != "ID"),
        (
            "no_identity",
            N_("Tanpa NPWP/NIB"),
            and_(Partner.npwp.is_(None), Partner.nib.is_(None), Partner.country == "ID"),
        ),
    )


def _agreement_views(on: date) -> Conditions:
    status = queries.agreement_status(on)
    return (
        ("running", N_("Berlaku"), status.in_(("running", "ending"))),
        ("ending", N_("Akan berakhir"), status == "ending"),
        ("draft", N_("Konsep"), Agreement.stage.in_(("draft", "review"))),
        ("no_scan", N_("Belum ada pindaian"), today_queries.without_scan(on)),
        ("lent", N_("Asli dipinjam"), agenda_queries.with_original_lent()),
        ("ended", N_("Berakhir"), status.in_(("ended", "terminated"))),
    )


def _batch_views(on: date) -> Conditions:
    return (
        ("working", N_("Dikerjakan"), Batch.stage.in_(("rencana", "produksi"))),
        ("late", N_("Lewat waktu"), production_queries.overdue(on)),
        ("unchecked", N_("Menunggu QC"), production_queries.waiting_for_check()),
        ("failed", N_("QC gagal"), production_queries.quality() == FAILED),
        ("done", N_("Selesai"), Batch.stage == "selesai"),
    )


def _addendum_views(_on: date) -> Conditions:
    return tuple((stage, label, Addendum.stage == stage) for stage, label in ADDENDUM_STAGES.items())


def _shipment_views(on: date) -> Conditions:
    return (
        ("draft", N_("Konsep"), Shipment.status == "draft"),
        ("packed", N_("Dikemas"), Shipment.status == "packed"),
        ("late", N_("Lewat rencana"), today_queries.late(on)),
        ("no_papers", N_("Perlu dilengkapi"), today_queries.without_papers()),
        ("travelling", N_("Di jalan"), Shipment.status.in_(("released", "shipped"))),
        ("no_agreement", N_("Tanpa perjanjian"), Shipment.agreement_id.is_(None)),
        ("void", N_("Batal/kembali"), or_(Shipment.status == "cancelled", Shipment.status == "returned")),
    )
