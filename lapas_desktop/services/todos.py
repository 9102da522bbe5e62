"""What waits for somebody, most urgent first; each with the one action that solves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.kinds import DATE, TIME
from lapas_desktop.domain.partner import PAPER_NOTICE, Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.today import ToDo
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import second_place
from lapas_desktop.services.drafts import kept_drafts
from lapas_desktop.services.installed import PORTABLE, installation
from lapas_desktop.services.originals import LENT_LONG
from lapas_desktop.storage import agenda_queries, backup, production_queries, queries, today_queries

MOST = 6  # of one kind; the view of the list shows the rest
OLD_BACKUP = 7  # days
CLOCK_EARLY, CLOCK_LATE = timedelta(days=1), timedelta(days=2 * 365)  # how far a PC's clock may be off
CONSIGNED_LONG = 90  # days without word from the shop
_URGENCY = ("bad", "warning", "neutral")


def todos(session: Session, folder: Path, now: datetime) -> list[ToDo]:
    """Everything that waits at a moment."""
    on = now.date()
    found = [
        *_drafts(folder),
        *_office(session),
        *_first_step(session),
        *_late_shipments(session, on),
        *_production(session, on),
        *_obligations(session, on),
        *_papers(session),
        *_ending(session, on),
        *_unsigned(session, on),
        *_partner_papers(session, on),
        *_originals(session, on),
        *_consigned(session, on),
        *_backup(folder, now),
        *_second_place(folder),
        *_portable(folder),
        *_clock(session, now),
        *_scans(session, on),
    ]
    return sorted(found, key=lambda todo: _URGENCY.index(todo.tone))


def _drafts(folder: Path) -> Iterator[ToDo]:
    for draft in kept_drafts(folder):
        title = _(N_("Ketikan belum tersimpan"))
        when = TIME.shown(draft.kept_at)
        yield ToDo("bad", title, f"{draft.title} · {when}", _(N_("Pulihkan")), "draft", view=draft.key)


def _office(session: Session) -> Iterator[ToDo]:
    if queries.office_profile(session) is None:
        detail = _(N_("Nama, kop dan pejabat dipakai di semua surat."))
        yield ToDo("warning", _(N_("Data kantor belum diisi")), detail, _(N_("Isi")), "office")


def _first_step(session: Session) -> Iterator[ToDo]:
    """What a new office enters next: products, then partners, then agreements, then shipments."""
    steps: tuple[tuple[type[Record], str, str, str], ...] = (
        (Product, N_("Langkah 1: catat produk"), N_("Nama dan satuan cukup untuk mulai."), "products"),
        (Partner, N_("Langkah 2: catat mitra"), N_("Pembeli, pemasar, atau pemilik bahan."), "partners"),
        (Agreement, N_("Langkah 3: buat perjanjian"), N_("Pihak, jangka waktu, dan produknya."), "agreements"),
        (Shipment, N_("Langkah 4: catat pengiriman"), N_("Barang, kemasan, dan tanggalnya."), "shipments"),
    )
    for entity, title, detail, place in steps:
        if session.scalar(today_queries.none_yet(entity)):
            yield ToDo("neutral", _(title), _(detail), _(N_("Mulai")), place)
            return


def _ending(session: Session, on: date) -> Iterator[ToDo]:
    ending = queries.agreement_status(on) == "ending"
    for agreement in session.scalars(today_queries.agreements(ending, MOST)):
        days = agreement.days_remaining(on)
        title = _(N_("PKS berakhir {n} hari lagi")).format(n=days) if days else _(N_("PKS berakhir hari ini"))
        until = _(N_("s.d. {day}")).format(day=DATE.shown(agreement.final_day or on))
        yield ToDo("warning", title, f"{_partners(agreement)} · {until}", _(N_("Buka")), "agreements", agreement.id)


def _partners(agreement: Agreement) -> str:
    names = (party.partner.full_name for party in agreement.parties if party.partner)
    return ", ".join(names) or agreement.title


def _unsigned(session: Session, on: date) -> Iterator[ToDo]:
    for agreement in session.scalars(today_queries.agreements(today_queries.unsigned(on), MOST)):
        begun = _(N_("mulai {day}")).format(day=DATE.shown(agreement.starts_on or on))
        title = _(N_("PKS belum ditandatangani"))
        yield ToDo("warning", title, f"{agreement.title} · {begun}", _(N_("Buka")), "agreements", agreement.id)


def _scans(session: Session, on: date) -> Iterator[ToDo]:
    condition = Agreement.archived.is_(False) & today_queries.without_scan(on)
    number = session.execute(queries.counts(Agreement, [condition])).scalar() or 0
    for agreement in session.scalars(today_queries.agreements(condition, 2 if number > MOST else MOST)):
        title = _(N_("Naskah PKS belum dipindai"))
        yield ToDo("neutral", title, _partners(agreement), _(N_("Lampirkan")), "agreements", agreement.id)
    if number > MOST:
        title = _(N_("{n} naskah PKS lain belum dipindai")).format(n=number - 2)
        yield ToDo("neutral", title, "", _(N_("Lihat semua")), "agreements", view="no_scan")


def _obligations(session: Session, on: date) -> Iterator[ToDo]:
    for obligation, agreement in session.execute(agenda_queries.late_duties(on).limit(MOST)):
        assert obligation.next_due_on is not None
        days = (on - obligation.next_due_on).days
        title = _(N_("Kewajiban lewat {n} hari")).format(n=days)
        yield ToDo(
            "bad", title, f"{obligation.text} · {agreement.reference}", _(N_("Buka")), "agreements", agreement.id
        )


def _partner_papers(session: Session, on: date) -> Iterator[ToDo]:
    soon = on + timedelta(days=PAPER_NOTICE)
    for paper, partner in session.execute(agenda_queries.papers_expiring(None, soon).limit(MOST)):
        assert paper.expires_on is not None
        days = (paper.expires_on - on).days
        title = _(N_("Surat mitra habis {n} hari lagi")) if days >= 0 else _(N_("Surat mitra habis sejak {n} hari"))
        kind = _(lists.PARTNER_PAPERS[paper.kind])
        detail = f"{partner.full_name} · {kind} {paper.number or ''}".rstrip()
        yield ToDo("warning", title.format(n=abs(days)), detail, _(N_("Buka")), "partners", partner.id)


def _originals(session: Session, on: date) -> Iterator[ToDo]:
    long_ago = on - timedelta(days=LENT_LONG + 1)
    for original, agreement in session.execute(agenda_queries.originals_lent_since(long_ago).limit(MOST)):
        assert original.lent_on is not None
        title = _(N_("Naskah asli dipinjam {n} hari")).format(n=(on - original.lent_on).days)
        detail = " · ".join(part for part in (agreement.reference, original.lent_to) if part)
        yield ToDo("warning", title, detail, _(N_("Buka")), "agreements", agreement.id)


def _late_shipments(session: Session, on: date) -> Iterator[ToDo]:
    for shipment in session.scalars(today_queries.shipments(today_queries.late(on), MOST)):
        assert shipment.planned_on is not None
        title = _(N_("Pengiriman lewat rencana {n} hari")).format(n=(on - shipment.planned_on).days)
        detail = f"{shipment.reference} · {shipment.caption}"
        yield ToDo("bad", title, detail, _(N_("Buka")), "shipments", shipment.id)


def _production(session: Session, on: date) -> Iterator[ToDo]:
    place = "production"
    for batch in session.scalars(production_queries.batches(production_queries.failed_on_hand(), MOST)):
        title, detail = _(N_("Barang gagal QC belum ditangani")), f"{batch.reference} · {batch.caption}"
        yield ToDo("bad", title, detail, _(N_("Buka")), place, batch.id)
    for batch in session.scalars(production_queries.batches(production_queries.overdue(on), MOST)):
        assert batch.ends_on is not None
        title = _(N_("Produksi lewat waktu {n} hari")).format(n=(on - batch.ends_on).days)
        yield ToDo("warning", title, f"{batch.reference} · {batch.caption}", _(N_("Perbarui")), place, batch.id)
    for batch in session.scalars(production_queries.batches(production_queries.waiting_for_check(), MOST)):
        title, detail = _(N_("Produksi belum diperiksa mutunya")), f"{batch.reference} · {batch.caption}"
        yield ToDo("warning", title, detail, _(N_("Catat QC")), place, batch.id)


def _consigned(session: Session, on: date) -> Iterator[ToDo]:
    long_ago = on - timedelta(days=CONSIGNED_LONG)
    for shipment in session.scalars(today_queries.consigned_since(long_ago, MOST)):
        days = [shipment.delivered_on or shipment.shipped_on or shipment.released_on or long_ago]
        days += [sale.day for sale in shipment.sales]
        title = _(N_("Barang titipan tanpa kabar {n} hari")).format(n=(on - max(days)).days)
        detail = f"{shipment.reference} · {shipment.caption}"
        yield ToDo("warning", title, detail, _(N_("Catat hasil")), "shipments", shipment.id)


def _papers(session: Session) -> Iterator[ToDo]:
    for shipment in session.scalars(today_queries.shipments(today_queries.without_papers(), MOST)):
        title = _(N_("Dokumen pengiriman belum lengkap"))
        detail = f"{shipment.reference} · {', '.join(_missing(shipment))}"
        yield ToDo("bad", title, detail, _(N_("Lengkapi")), "shipments", shipment.id)


def _missing(shipment: Shipment) -> Iterator[str]:
    if not shipment.invoice_number:
        yield _(N_("nomor invoice"))
    if not shipment.packing_list_number:
        yield _(N_("nomor packing list"))
    if not shipment.transport_document and shipment.status == "shipped":
        yield _(N_("B/L atau AWB"))


def _backup(folder: Path, now: datetime) -> Iterator[ToDo]:
    made = backup.backups(backup.backup_folder(folder))
    title = _(N_("Belum ada cadangan"))
    if made:
        days = (now - datetime.fromtimestamp(made[-1].stat().st_mtime)).days
        if days < OLD_BACKUP:
            return
        title = _(N_("Cadangan terakhir {n} hari lalu")).format(n=days)
    yield ToDo("warning", title, _(N_("Salinan data yang teruji, di samping data.")), _(N_("Cadangkan")), "backup")


def _second_place(folder: Path) -> Iterator[ToDo]:
    trouble = second_place.trouble_of(folder)
    if trouble:
        yield ToDo("warning", _(N_("Cadangan kedua tertinggal")), trouble, _(N_("Atur")), "settings")


def _portable(folder: Path) -> Iterator[ToDo]:
    here = installation()
    if here.way == PORTABLE and folder.is_relative_to(here.folder) and second_place.chosen(folder) is None:
        detail = _(N_("Flash disk mudah hilang atau rusak. Simpan juga cadangan di disk komputer."))
        yield ToDo("warning", _(N_("Data ada di folder portabel")), detail, _(N_("Atur cadangan kedua")), "settings")


def _clock(session: Session, now: datetime) -> Iterator[ToDo]:
    """The PC's clock is off when it stands before the last change, or years after it."""
    last = session.scalar(today_queries.last_change())
    if last is not None and (now < last - CLOCK_EARLY or now > last + CLOCK_LATE):
        detail = _(N_("Menurut PC sekarang {now}, sedangkan data terakhir diubah {last}. Perbaiki tanggalnya."))
        detail = detail.format(now=DATE.shown(now.date()), last=DATE.shown(last.date()))
        yield ToDo("bad", _(N_("Periksa tanggal PC ini")), detail, _(N_("Baca caranya")), "help", view="masalah")
