"""Small tasks to learn the program on, each seen as done in the data of the practice office itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from sqlalchemy.orm import Session

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.production import PASSED, Batch
from lapas_desktop.domain.reading import last_day
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.practice import BINNED
from lapas_desktop.services.practice_shipments import TWICE, UNPACKED
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Task:
    """What to do, how the data shows that it was done, and where it begins: "go:place" or "new:place"."""

    title: str
    what: str
    done: Callable[[Session], bool]
    act: str


@dataclass(frozen=True)
class TaskState:
    """One task in the user's language, and whether it is done."""

    title: str
    what: str
    done: bool
    act: str


def practice_tasks(office: Office) -> list[TaskState]:
    """Every task in the order of learning. What was there from the start counts for none of them."""
    with office.session() as session:
        return [TaskState(_(task.title), _(task.what), task.done(session), task.act) for task in TASKS]


def _own(session: Session, entity: type[R]) -> Iterator[R]:
    """What the learner entered: the practice office's own records all bear the sample mark."""
    yield from session.scalars(queries.live(entity).where(entity.sample.is_(False)))


def _product_entered(session: Session) -> bool:
    return any(_own(session, Product))


def _hs_code_verified(session: Session) -> bool:
    return session.scalars(queries.live(Product).where(Product.hs_verified.is_(True))).first() is not None


def _partner_entered(session: Session) -> bool:
    return any(_own(session, Partner))


def _batch_checked(session: Session) -> bool:
    return any(batch.stage == "selesai" and batch.crews and batch.quality == PASSED for batch in _own(session, Batch))


def _draft_packed(session: Session) -> bool:
    drafts = session.scalars(queries.live(Shipment).where(Shipment.notes.startswith(UNPACKED)))
    return any(_all_packed(draft) for draft in drafts)


def _year_agreed(session: Session) -> bool:
    return any(a.starts_on and a.ends_on == last_day(a.starts_on, 1) for a in _own(session, Agreement))


def _agreement_signed(session: Session) -> bool:
    return any(agreement.stage == "signed" for agreement in _own(session, Agreement))


def _shipment_released(session: Session) -> bool:
    return any(shipment.number and _all_packed(shipment) for shipment in _own(session, Shipment))


def _all_packed(shipment: Shipment) -> bool:
    packed: dict[int | None, Decimal] = {}
    for package in shipment.packages:
        content = (package.content or Decimal(0)) * package.count
        packed[package.product_id] = packed.get(package.product_id, Decimal(0)) + content
    return bool(packed) and packed == shipment.quantities


def _invoices_numbered(session: Session) -> bool:
    sent = queries.live(Shipment).where(Shipment.kind == "ekspor", Shipment.status.in_(SENT_STATUSES))
    return session.scalars(sent.where(Shipment.sample.is_(True), Shipment.invoice_number.is_(None))).first() is None


def _double_deleted(session: Session) -> bool:
    return session.scalars(queries.deleted(Shipment).where(Shipment.notes.startswith(TWICE))).first() is not None


def _product_restored(session: Session) -> bool:
    return queries.find(session, Product, BINNED) is not None


def _deputy_entered(session: Session) -> bool:
    profile = queries.office_profile(session)
    return profile is not None and any(officer.signs_as == "plh" for officer in profile.officers)


TASKS = (
    Task(
        N_("Catat produk baru"),
        N_("Buka Produk dan tekan Ctrl+N. Isi nama dan satuannya, lalu simpan dengan Ctrl+S."),
        _product_entered,
        "new:products",
    ),
    Task(
        N_("Periksa kode HS"),
        N_("Buka salah satu produk contoh dan beri tanda pada “HS sudah diverifikasi”, lalu simpan."),
        _hs_code_verified,
        "go:products",
    ),
    Task(
        N_("Catat mitra baru"),
        N_("Buka Mitra dan tekan Ctrl+N. Isi nama, pilih perannya, misalnya pembeli, lalu simpan."),
        _partner_entered,
        "new:partners",
    ),
    Task(
        N_("Buat perjanjian satu tahun"),
        N_("Buat perjanjian antara kantor dan satu mitra. Jangka waktunya tepat satu tahun, "
           "misalnya dari 1 Maret 2026 sampai 28 Februari 2027."),
        _year_agreed,
        "new:agreements",
    ),
    Task(
        N_("Tandatangani perjanjian itu"),
        N_("Isi nomor, tanggal dan tempat tanda tangan, simpan, lalu tekan “Tandatangani”."),
        _agreement_signed,
        "go:agreements",
    ),
    Task(
        N_("Catat satu produksi"),
        N_("Buka Produksi dan tekan Ctrl+N. Isi produk, jumlah yang dihasilkan, jumlah orang dan satu pemeriksaan "
           "mutu yang lulus. Pilih tahap “Selesai”, lalu simpan."),
        _batch_checked,
        "new:production",
    ),
    Task(
        N_("Susun kemasannya"),
        N_("Satu konsep pengiriman belum berkemasan; keterangannya mengatakan begitu. Isi tabel Kemasan sampai semua "
           "barangnya terkemas, lalu simpan."),
        _draft_packed,
        "go:shipments",
    ),
    Task(
        N_("Buat pengiriman dan rilis"),
        N_("Buat pengiriman dengan satu barang. Isi kemasannya sampai semua barang terkemas, "
           "lalu tekan “Rilis…”."),
        _shipment_released,
        "new:shipments",
    ),
    Task(
        N_("Lengkapi nomor invoice"),
        N_("Dua ekspor terakhir yang sudah dikirim belum bernomor invoice. Cari keduanya dan isi nomornya."),
        _invoices_numbered,
        "go:shipments",
    ),
    Task(
        N_("Hapus catatan rangkap"),
        N_("Satu konsep pengiriman tercatat dua kali; keterangannya mengatakan begitu. Hapus konsep itu."),
        _double_deleted,
        "go:shipments",
    ),
    Task(
        N_("Kembalikan yang terhapus"),
        N_("Produk “Miniatur perahu kayu” terhapus tanpa sengaja. Kembalikan dari Tempat sampah."),
        _product_restored,
        "go:bin",
    ),
    Task(
        N_("Catat pelaksana harian"),
        N_("Kepala cuti sepekan. Di halaman Kantor, tambahkan pejabat yang menandatangani sebagai Plh. "
           "dan isi masa tugasnya."),
        _deputy_entered,
        "go:office",
    ),
)  # fmt: skip
