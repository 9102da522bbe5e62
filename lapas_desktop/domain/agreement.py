"""A cooperation agreement (PKS): parties, products, sharing, obligations, and its status on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import Date
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.addendum import Addendum, end_with
from lapas_desktop.domain.clauses import AgreementClause
from lapas_desktop.domain.computed import computed
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.obligation import Obligation
from lapas_desktop.domain.parties import Original, Party
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.repeats import repeated
from lapas_desktop.domain.wording import format_date_short, format_period
from lapas_desktop.i18n import N_, _

STATUSES: dict[str, str] = {
    "draft": N_("Konsep"), "review": N_("Diperiksa"), "cancelled": N_("Dibatalkan"),
    "upcoming": N_("Akan berlaku"), "running": N_("Berlaku"), "ending": N_("Akan berakhir"),
    "ended": N_("Berakhir"), "renewed": N_("Diperpanjang"), "terminated": N_("Diakhiri"),
}  # fmt: skip

STATUS = kinds.choice("agreement status", STATUSES)
ON_THE_DESK = ("draft", "review")
MOST_PARTIES = 5


class Agreement(Record):
    """One agreement. The stage is stored; the status follows from the day it is asked for."""

    label = N_("Perjanjian")
    label_plural = N_("Perjanjian kerja sama")
    listed_by = "number"
    children: ClassVar[tuple[str, ...]] = ("parties", "products", "shares", "obligations", "clauses", "originals")

    number: Mapped[str | None] = field(N_("Nomor"), kinds.IDENTIFIER, search=True, index=True, wide=True)
    title: Mapped[str] = field(N_("Tentang"), required=True, search=True, wide=True)
    type: Mapped[str] = field(N_("Jenis"), kinds.choice("type", lists.AGREEMENT_TYPES), required=True)
    stage: Mapped[str] = field(N_("Tahap"), kinds.choice("stage", lists.STAGES), required=True, default="draft")
    parent_id: Mapped[int | None] = field(N_("Induk (MoU/PKS)"), kinds.reference("Agreement"))
    predecessor_id: Mapped[int | None] = field(N_("PKS sebelumnya"), kinds.reference("Agreement"))
    overlap_reason: Mapped[str | None] = field(
        N_("Alasan tumpang tindih"), kinds.TEXT, hint=N_("Bila mulai sebelum PKS sebelumnya berakhir.")
    )
    copies: Mapped[int] = field(N_("Rangkap"), kinds.COUNT, required=True)
    legal_basis: Mapped[str | None] = field(
        N_("Dasar hukum"), kinds.LONG_TEXT, wide=True, hint=N_("Satu peraturan per baris.")
    )
    witnesses: Mapped[str | None] = field(
        N_("Saksi / mengetahui"), kinds.LONG_TEXT, wide=True, hint=N_("Satu orang per baris: nama; jabatan")
    )
    scope: Mapped[str | None] = field(N_("Ruang lingkup"), kinds.LONG_TEXT, wide=True)
    background: Mapped[str | None] = field(N_("Latar belakang"), kinds.LONG_TEXT, wide=True)
    destinations: Mapped[str | None] = field(N_("Negara tujuan", "banyak"), kinds.COUNTRIES, search=True)
    signed_on: Mapped[date | None] = field(N_("Tanggal tanda tangan"), kinds.DATE)
    signed_at: Mapped[str | None] = field(N_("Tempat tanda tangan"), kinds.SHORT_TEXT)
    starts_on: Mapped[date | None] = field(N_("Mulai"), kinds.DATE)
    ends_on: Mapped[date | None] = field(
        N_("Berakhir", "tanggal"), kinds.DATE, since="starts_on", hint=N_("Mis. 1 tahun; kosong = tanpa batas waktu")
    )
    notice_days: Mapped[int] = field(N_("Ingatkan (hari)"), kinds.COUNT, required=True, default=90)
    renewal: Mapped[str | None] = field(N_("Perpanjangan"), kinds.choice("renewal", lists.RENEWALS))
    sharing_basis: Mapped[str | None] = field(N_("Dasar pembagian"), kinds.choice("basis", lists.SHARING_BASES))
    terminated_on: Mapped[date | None] = field(N_("Diakhiri tanggal"), kinds.DATE)
    termination_reason: Mapped[str | None] = field(N_("Alasan pengakhiran"), kinds.TEXT)
    termination_letter: Mapped[str | None] = field(N_("Nomor surat pengakhiran"), kinds.IDENTIFIER)
    implementation: Mapped[str | None] = field(N_("Pelaksanaan"), kinds.LONG_TEXT, wide=True)
    profit_note: Mapped[str | None] = field(N_("Hasil/manfaat"), kinds.TEXT, wide=True)

    # The last day with all signed addenda, and the first day of the reminder: facts of the fields above and
    # of the addenda, kept so that every database can compare them.
    effective_ends_on: Mapped[date | None] = mapped_column(Date)
    notice_on: Mapped[date | None] = mapped_column(Date)

    parties: Mapped[list[Party]] = relationship(order_by="Party.position", cascade="all, delete-orphan")
    products: Mapped[list[AgreedProduct]] = relationship(
        order_by="AgreedProduct.position", cascade="all, delete-orphan"
    )
    shares: Mapped[list[Share]] = relationship(order_by="Share.position", cascade="all, delete-orphan")
    obligations: Mapped[list[Obligation]] = relationship(order_by="Obligation.position", cascade="all, delete-orphan")
    clauses: Mapped[list[AgreementClause]] = relationship(
        order_by="AgreementClause.position", cascade="all, delete-orphan"
    )
    originals: Mapped[list[Original]] = relationship(order_by="Original.position", cascade="all, delete-orphan")
    predecessor: Mapped[Agreement | None] = relationship(
        foreign_keys="Agreement.predecessor_id", remote_side="Agreement.id", back_populates="successors"
    )
    successors: Mapped[list[Agreement]] = relationship(
        foreign_keys="Agreement.predecessor_id", back_populates="predecessor"
    )
    parent: Mapped[Agreement | None] = relationship(foreign_keys="Agreement.parent_id", remote_side="Agreement.id")
    addenda: Mapped[list[Addendum]] = relationship(
        order_by="(Addendum.sequence, Addendum.id)", back_populates="agreement"
    )

    sections = (
        Section(
            N_("Perjanjian"),
            ("number", "type", "title", "signed_on", "signed_at", "copies", "parent_id", "predecessor_id"),
        ),
        Section(
            N_("Jangka waktu"),
            ("starts_on", "ends_on", "notice_days", "renewal", "overlap_reason"),
            facts=("duration",),
        ),
        Section(N_("Para pihak"), children="parties"),
        Section(N_("Produk", "banyak"), children="products"),
        Section(N_("Isi"), ("scope", "background", "destinations", "sharing_basis", "legal_basis", "witnesses")),
        Section(N_("Pembagian hasil"), children="shares", facts=("share_total",)),
        Section(N_("Hak dan kewajiban"), children="obligations"),
        Section(N_("Pasal"), children="clauses"),
        Section(N_("Naskah asli"), children="originals"),
        Section(N_("Pengawasan"), ("implementation", "profit_note")),
        Section(N_("Lain-lain"), ("notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.number or f"DRAF-{self.id}"

    @property
    def caption(self) -> str:
        return self.title

    @property
    def choice(self) -> str:
        return f"{self.reference} · {self.title}"

    def search_words(self) -> Iterator[str]:
        yield from super().search_words()
        yield from (party.partner.full_name for party in self.parties if party.partner)
        yield self.reference

    @computed(N_("Status hari ini"), STATUS)
    def status(self, on: date) -> str:
        """Key of `STATUSES` on a day. The last day still counts; no end never expires."""
        if self.stage == "terminated" and (self.terminated_on is None or on >= self.terminated_on):
            return "terminated"
        if self.stage not in ("signed", "terminated"):
            return self.stage
        if self.starts_on and on < self.starts_on:
            return "upcoming"
        if any(s.stage == "signed" and s.deleted_at is None and _begun(s, on) for s in self.successors):
            return "renewed"
        left = self.days_remaining(on)
        if left is None:
            return "running"
        if left < 0:
            return "ended"
        return "ending" if left <= self.days_of_notice else "running"

    @property
    def signed_addenda(self) -> list[Addendum]:
        """The addenda that count, in their order."""
        return sorted((a for a in self.addenda if a.counts), key=lambda addendum: addendum.sequence or 0)

    @property
    def final_day(self) -> date | None:
        """The last day with all signed addenda: a longer or shorter period counts as soon as it is signed."""
        return end_with(self.ends_on, self.signed_addenda)

    @property
    def days_of_notice(self) -> int:
        """How long before the last day the reminder begins, with all signed addenda."""
        changes = (change for addendum in self.signed_addenda for change in addendum.changes)
        typed = [change.value for change in changes if change.field == "notice_days"]
        return typed[-1] if typed else self.notice_days or 0

    @computed(N_("Sisa (hari)"), kinds.LEFT)
    def days_remaining(self, on: date) -> int | None:
        """Days until the last day, 0 on it, negative after; None when there is no end."""
        end = self.final_day
        return None if end is None else (end - on).days

    @property
    @computed(N_("Lamanya"), kinds.SHORT_TEXT)
    def duration(self) -> str | None:
        """From the first day to the last in words, "1 tahun"; None while one of them is missing."""
        if self.starts_on is None or self.ends_on is None or self.ends_on < self.starts_on:
            return None
        return format_period(self.starts_on, self.ends_on)

    @property
    @computed(N_("Jumlah bagian"), kinds.MONEY)
    def share_total(self) -> Decimal:
        return sum((share.value or Decimal(0) for share in self.shares), Decimal(0))

    def complete(self, on: date) -> None:
        """Keeps what follows from other facts: the originals, the last day, the reminder's, and which promise waits."""
        if self.copies is None:
            self.copies = usual_copies(len(self.parties))
        end = self.effective_ends_on = self.final_day
        self.notice_on = _days_before(end, self.days_of_notice) if end else None
        for duty in self.obligations:
            duty.settle()
            if duty.done and duty.done_on is None:
                duty.done_on = on
        for party in self.parties:
            if party.signing_state not in (None, "belum") and party.signing_state_on is None:
                party.signing_state_on = on

    def problems(self) -> Iterator[Problem]:
        yield from self._period_problems()
        if len(self.parties) < 2:
            yield Problem("parties", _(N_("Sebuah perjanjian memerlukan paling sedikit dua pihak.")))
        if sum(1 for party in self.parties if party.partner_id is None) != 1:
            yield Problem("parties", _(N_("Tepat satu pihak adalah kantor sendiri (mitra dikosongkan).")))
        if self.stage in ON_THE_DESK:
            yield from self._draft_problems()
        if self.stage == "signed":
            yield from self.unsigned_facts()
        if self.sharing_basis in lists.PERCENT_BASES and self.shares:
            yield from percent_problems("shares", [share.value or Decimal(0) for share in self.shares])

    def doubts(self) -> Iterator[Problem]:
        yield from repeated(self.parties, "parties.partner_id", lambda party: party.partner_id)
        yield from repeated(self.products, "products.product_id", lambda row: row.product_id)

    def _period_problems(self) -> Iterator[Problem]:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            yield Problem("ends_on", _(N_("Berakhir tidak boleh sebelum mulai.")))
        if self.is_among(self.predecessor, "predecessor"):
            yield Problem("predecessor_id", _(N_("Perjanjian tidak dapat mendahului dirinya sendiri.")))
        if self.is_among(self.parent, "parent"):
            yield Problem("parent_id", _(N_("Perjanjian tidak dapat menjadi induk dirinya sendiri.")))

    def is_among(self, first: Agreement | None, link: str) -> bool:
        """Whether this agreement is met on the way from another one along a link."""
        seen: set[int] = set()
        while first is not None and id(first) not in seen:
            if first is self:
                return True
            seen.add(id(first))
            first = getattr(first, link)
        return False

    def _draft_problems(self) -> Iterator[Problem]:
        """Rules for what can still be changed: agreements signed under other rules stay as they are."""
        if len(self.parties) > MOST_PARTIES:
            yield Problem("parties", _(N_("Paling banyak {n} pihak.")).format(n=MOST_PARTIES))
        before = self.predecessor
        if before is None or before.stage in ("cancelled", *ON_THE_DESK) or self.starts_on is None:
            return
        end = before.day_in_force
        if not self.overlap_reason and (end is None or self.starts_on <= end):
            until = _(N_("s.d. {day}")).format(day=format_date_short(end)) if end else _(N_("tanpa batas waktu"))
            text = _(N_("PKS sebelumnya berlaku {until}. Mulai sesudahnya, atau isi alasan tumpang tindih."))
            yield Problem("overlap_reason", text.format(until=until))

    @property
    def day_in_force(self) -> date | None:
        """The last day on which it holds, a termination before its end included; None without end."""
        end = self.final_day
        if self.stage == "terminated" and self.terminated_on:
            last = self.terminated_on - timedelta(days=1)
            return last if end is None else min(last, end)
        return end

    def unsigned_facts(self) -> Iterator[Problem]:
        """What must be filled in before the agreement is signed."""
        for name in ("number", "signed_on", "signed_at", "starts_on"):
            if not getattr(self, name):
                yield Problem(name, _(N_("Wajib diisi sebelum ditandatangani.")))


def usual_copies(parties: int) -> int:
    """How many originals are made unless somebody says otherwise: one for each party, each with one meterai."""
    return max(parties, 2)


def percent_problems(name: str, values: Iterable[Decimal]) -> Iterator[Problem]:
    """Shares by percent make 100."""
    total = sum(values, Decimal(0))
    if total != 100:
        message = _(N_("Jumlah bagian harus 100 %, sekarang {total} %."))
        yield Problem(name, message.format(total=f"{total.normalize():f}".replace(".", ",")))


def _days_before(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))


def _begun(successor: Agreement, on: date) -> bool:
    return successor.starts_on is not None and successor.starts_on <= on + timedelta(days=1)


class AgreedProduct(Child):
    """A product under the agreement with its target."""

    agreement_id: Mapped[int] = owner("Agreement")
    product_id: Mapped[int] = field(N_("Produk"), kinds.reference("Product"), required=True)
    quantity: Mapped[Decimal | None] = field(N_("Jumlah disepakati"), kinds.QUANTITY)
    period: Mapped[str | None] = field(N_("Per"), kinds.SHORT_TEXT)
    price: Mapped[Decimal | None] = field(N_("Harga satuan"), kinds.MONEY)
    currency: Mapped[str | None] = field(N_("Mata uang"), kinds.CURRENCY, default="IDR")
    product: Mapped[Product] = relationship()


class Share(Child):
    """One named share: percent of the basis, or rupiah."""

    agreement_id: Mapped[int] = owner("Agreement")
    name: Mapped[str] = field(N_("Bagian"), kinds.SHORT_TEXT, required=True)
    value: Mapped[Decimal] = field(N_("Persen atau rupiah"), kinds.MONEY, required=True)
