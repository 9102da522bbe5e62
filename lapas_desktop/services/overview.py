"""What stands beside a list about one record: facts and small tables as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.domain.entity import Record, fields_of
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import QUALITY, Batch
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.terms import effective
from lapas_desktop.domain.wording import format_money, format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.deliveries import delivered_under
from lapas_desktop.services.stock import counted, stock_within
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_HIDDEN = frozenset({"sample", "archived", "created_at", "changed_at", "deleted_at", "kop", "text"})


@dataclass(frozen=True)
class Table:
    """A small table; ``head`` names its columns where they do not speak for themselves."""

    title: str
    rows: Sequence[Sequence[str]]
    head: Sequence[str] = ()


@dataclass(frozen=True)
class Overview:
    """All of it plain text; ``status`` is the key the tone is chosen by."""

    title: str
    subtitle: str = ""
    status: str = ""
    status_word: str = ""
    facts: Sequence[tuple[str, str]] = ()
    tables: Sequence[Table] = ()


def overview(office: Office, entity: type[Record], record_id: int, on: date) -> Overview:
    """The overview of one record on a day; `Refused` when it is gone."""
    with office.session() as session:
        record = queries.existing(session, entity, record_id)
        if isinstance(record, Agreement):
            return _agreement(session, record, on)
        if isinstance(record, Shipment):
            return _shipment(record)
        if isinstance(record, Addendum):
            return _addendum(record)
        if isinstance(record, Batch):
            return _batch(record)
        if isinstance(record, Product):
            return _product(session, record)
        return Overview(record.caption, record.reference, facts=tuple(_plain_facts(record)))


def _plain_facts(record: Record) -> Iterator[tuple[str, str]]:
    for declared in fields_of(type(record)):
        value = getattr(record, declared.name)
        if value in (None, "", False, "-") or declared.name in _HIDDEN or declared.kind.target:
            continue
        yield _(declared.label), declared.kind.shown(value)


def _figure(value: Decimal | None) -> str:
    return "—" if value is None else format_number(value)


def _day(day: date | None) -> str:
    return kinds.DATE.shown(day) or "—"


def _agreement(session: Session, agreement: Agreement, on: date) -> Overview:
    status = agreement.status(on)
    left = agreement.days_remaining(on)
    word = _(STATUSES[status])
    if status in ("ending", "running") and left is not None:
        word = _(N_("{status} · {days} hari lagi")).format(status=word, days=left)
    terms = effective(agreement, on)
    parties = [p.partner.full_name if p.partner else _(N_("Kantor sendiri")) for p in agreement.parties]
    facts = [
        (_(N_("Ditandatangani")), " · ".join(x for x in (_day(agreement.signed_on), agreement.signed_at) if x)),
        (_(N_("Jangka waktu")), f"{_day(agreement.starts_on)} – {_day(agreement.final_day)}"),
        *(
            (_(N_("Pihak {n}")).format(n=n), f"{name}{f' ({party.role})' if party.role else ''}")
            for n, (name, party) in enumerate(zip(parties, agreement.parties, strict=True), 1)
        ),
        (_(N_("Negara tujuan", "banyak")), kinds.COUNTRIES.shown(terms.destinations)),
        (_(N_("Pembagian hasil")), " · ".join(f"{name} {format_number(value)}" for name, value in terms.shares)),
    ]
    head = (_(N_("Produk")), _(N_("Disepakati")), _(N_("Terkirim")), _(N_("Sisa")))
    products = [
        (line.name, _figure(line.agreed), format_number(line.shipped), _figure(line.remaining))
        for line in delivered_under(session, agreement, on)
    ]
    shipments = [
        (s.reference, _day(s.shipped_on), _(lists.SHIPMENT_STATUSES[s.status]))
        for s in session.scalars(queries.shipments_of(agreement.id))
    ]
    tables = [Table(_(N_("Produk dalam perjanjian")), products, head)] if terms.products else []
    tables += [Table(_(N_("Pengiriman", "banyak")), shipments)] if shipments else []
    return Overview(
        agreement.title, f"{agreement.reference} · {' × '.join(parties)}", status, word,
        tuple(fact for fact in facts if fact[1]), tables,
    )  # fmt: skip


def _addendum(addendum: Addendum) -> Overview:
    facts = [
        (_(N_("Perjanjian")), f"{addendum.agreement.reference} · {addendum.agreement.title}"),
        (_(N_("Alasan")), addendum.reason or ""),
        (_(N_("Berlaku sejak")), _day(addendum.starts_on)),
        (_(N_("Ditandatangani")), _day(addendum.signed_on)),
    ]
    facts += [
        (_(lists.ADDENDUM_FIELDS[change.field]), f"{change.shown_old or '—'} → {change.shown_new}")
        for change in addendum.changes
    ]
    return Overview(
        addendum.caption, addendum.reference, addendum.stage, _(lists.ADDENDUM_STAGES[addendum.stage]),
        tuple(fact for fact in facts if fact[1]),
    )  # fmt: skip


def _product(session: Session, product: Product) -> Overview:
    facts = list(_plain_facts(product))
    if counted(session, [product.id]):
        there = stock_within(session, [product.id]).get(product.id, Decimal(0))
        facts.insert(0, (_(N_("Stok")), counted_as(there, product.unit)))
    return Overview(product.caption, product.reference, facts=tuple(facts))


def counted_as(quantity: Decimal | None, unit: str) -> str:
    """A quantity with its unit, a dash when nothing is known."""
    return "—" if quantity is None else f"{format_number(quantity)} {_(lists.UNITS.get(unit, unit))}"


def _batch(batch: Batch) -> Overview:
    unit = batch.product.unit
    facts = [
        (_(N_("Tahap")), _(lists.BATCH_STAGES[batch.stage])),
        (_(N_("Masa")), f"{_day(batch.starts_on)} – {_day(batch.ends_on)}"),
        (_(N_("Perjanjian")), batch.agreement.reference if batch.agreement else ""),
        (_(N_("Mitra")), batch.partner.full_name if batch.partner else ""),
        (_(N_("Bengkel")), batch.workshop or ""),
        (_(N_("Warga binaan")), _(N_("{n} orang")).format(n=batch.people) if batch.people else ""),
        (_(N_("Sasaran")), counted_as(batch.target, unit) if batch.target else ""),
        (_(N_("Dihasilkan")), counted_as(batch.made, unit)),
        (_(N_("Lulus", "jumlah")), counted_as(batch.passed, unit) if batch.made is not None else ""),
        (_(N_("Premi (Rp)")), format_number(batch.premi) if batch.premi else ""),
    ]
    checks = [
        (
            " · ".join(part for part in (_day(check.day), check.inspector, check.remark) if part),
            _(lists.QC_RESULTS[check.result]),
        )
        for check in batch.checks
    ]
    return Overview(
        batch.caption, batch.reference, batch.quality, _(QUALITY[batch.quality]),
        tuple(fact for fact in facts if fact[1]),
        [Table(_(N_("Pemeriksaan mutu (QC)")), checks)] if checks else [],
    )  # fmt: skip


def _shipment(shipment: Shipment) -> Overview:
    totals = shipment.totals
    facts = [
        (_(N_("Perjanjian")), shipment.agreement.reference if shipment.agreement else _(N_("belum ditautkan"))),
        (_(N_("Tujuan")), kinds.COUNTRY.shown(shipment.destination_country)),
        (_(N_("Pembeli")), shipment.buyer.full_name if shipment.buyer else ""),
        (_(N_("Penerima")), shipment.consignee.full_name if shipment.consignee else ""),
        (_(N_("Dikirim")), _day(shipment.shipped_on)),
        (_(N_("Nilai")), format_money(totals.value, shipment.currency)),
        (_(N_("Kemasan")), format_number(totals.packages)),
        (_(N_("Berat bersih")), f"{format_number(totals.net)} kg"),
        (_(N_("Berat kotor")), f"{format_number(totals.gross)} kg"),
        (_(N_("Volume")), f"{format_number(totals.volume)} m³"),
    ]
    lines = [
        (line.name or "", f"{format_number(line.quantity)} {_(lists.UNITS.get(line.unit or '', line.unit or ''))}")
        for line in shipment.lines
    ]
    return Overview(
        shipment.caption or shipment.reference, shipment.reference, shipment.status,
        _(lists.SHIPMENT_STATUSES[shipment.status]), tuple(fact for fact in facts if fact[1]),
        [Table(_(N_("Barang")), lines)] if lines else [],
    )  # fmt: skip
