"""A numbered change of a signed agreement: old and new, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lapas_desktop.domain import entity, kinds, lists
from lapas_desktop.domain.computed import computed
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.text import clean_line, search_key
from lapas_desktop.domain.wording import format_date_short, roman
from lapas_desktop.i18n import N_, _


class Addendum(Record):
    """One addendum. What it changes counts from ``starts_on`` once it is signed."""

    label = N_("Addendum")
    label_plural = N_("Addendum")
    listed_by = "number"
    children: ClassVar[tuple[str, ...]] = ("changes",)

    agreement_id: Mapped[int] = field(N_("Perjanjian"), kinds.reference("Agreement"), required=True)
    sequence: Mapped[int | None] = field(N_("Addendum ke-"), kinds.COUNT)
    number: Mapped[str | None] = field(N_("Nomor"), kinds.IDENTIFIER, search=True, index=True)
    title: Mapped[str] = field(N_("Tentang"), required=True, search=True, wide=True)
    reason: Mapped[str | None] = field(N_("Alasan"), kinds.TEXT, wide=True)
    signed_on: Mapped[date | None] = field(N_("Tanggal tanda tangan"), kinds.DATE)
    signed_at: Mapped[str | None] = field(N_("Tempat tanda tangan"), kinds.SHORT_TEXT)
    starts_on: Mapped[date | None] = field(N_("Berlaku sejak"), kinds.DATE)
    stage: Mapped[str] = field(
        N_("Tahap"), kinds.choice("addendum stage", lists.ADDENDUM_STAGES), required=True, default="draft"
    )

    changes: Mapped[list[AddendumChange]] = relationship(
        order_by="AddendumChange.position", cascade="all, delete-orphan"
    )
    agreement: Mapped[Any] = relationship("Agreement", back_populates="addenda")

    sections = (
        Section(N_("Addendum"), ("agreement_id", "number", "title", "reason", "starts_on", "signed_on", "signed_at")),
        Section(N_("Yang diubah"), children="changes"),
        Section(N_("Lain-lain"), ("notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.number or f"DRAF-A{self.id}"

    @property
    def caption(self) -> str:
        return f"{self.ordinal} · {self.title}" if self.sequence else self.title

    @property
    def ordinal(self) -> str:
        """``Addendum II``; without its number while it is not signed."""
        return f"Addendum {roman(self.sequence)}" if self.sequence else "Addendum"

    @property
    def counts(self) -> bool:
        """Whether its changes belong to the agreement: signed, and not in the recycle bin."""
        return self.stage == "signed" and self.deleted_at is None

    def complete(self, on: date) -> None:
        """Keeps what was typed in one spelling; what cannot be read stays as it is, for its sentence."""
        for change in self.changes:
            if change.field not in OF_A_PRODUCT:
                change.product_id = None
            with suppress(ValueError):
                if change.field and change.new:
                    change.new = kept_text(change.field, change.value) or change.new

    def problems(self) -> Iterator[Problem]:
        agreement = self.agreement
        if agreement is None:
            return
        if agreement.stage not in ("signed", "terminated"):
            yield Problem("agreement_id", _(N_("Addendum hanya untuk perjanjian yang sudah ditandatangani.")))
        if not self.changes:
            yield Problem("changes", _(N_("Isi paling sedikit satu hal yang diubah.")))
        yield from self._date_problems()
        seen: set[tuple[str, int | None]] = set()
        for index, change in enumerate(self.changes):
            key = (change.field, change.product_id if change.field in OF_A_PRODUCT else None)
            if key in seen and change.field != "other":
                yield Problem(f"changes[{index}].field", _(N_("Hal ini sudah diubah pada baris lain.")))
            seen.add(key)

    def _date_problems(self) -> Iterator[Problem]:
        agreement, earlier = self.agreement, self.earlier
        if self.signed_on and agreement.signed_on and self.signed_on < agreement.signed_on:
            yield Problem("signed_on", _(N_("Addendum tidak boleh mendahului perjanjiannya.")))
        if self.starts_on and agreement.starts_on and self.starts_on < agreement.starts_on:
            yield Problem("starts_on", _(N_("Tidak boleh sebelum perjanjian mulai berlaku.")))
        for name in ("signed_on", "starts_on"):
            before = max((day for other in earlier if (day := getattr(other, name))), default=None)
            own = getattr(self, name)
            if own and before and own < before:
                text = _(N_("Tidak boleh sebelum addendum yang lebih dulu ({day})."))
                yield Problem(name, text.format(day=format_date_short(before)))
        end = end_with(agreement.ends_on, earlier)
        if self.starts_on and end and self.starts_on > end + timedelta(days=1):
            text = _(N_("Perjanjian sudah berakhir {day}. Buat perpanjangan."))
            yield Problem("starts_on", text.format(day=format_date_short(end)))
        for index, change in enumerate(self.changes):
            if change.field == "ends_on" and (new := _day_of(change)) and (first := self.starts_on) and new < first:
                yield Problem(f"changes[{index}].new", _(N_("Tidak boleh sebelum addendum ini mulai berlaku.")))

    @property
    def earlier(self) -> list[Addendum]:
        """The signed addenda of the agreement that come before this one."""
        others = [other for other in self.agreement.addenda if other is not self and other.counts]
        return [other for other in others if self.sequence is None or (other.sequence or 0) < self.sequence]

    def search_words(self) -> Iterator[str]:
        yield from super().search_words()
        yield self.ordinal


def end_with(ends_on: date | None, addenda: Iterable[Addendum]) -> date | None:
    """The last day of an agreement after addenda in their order."""
    for addendum in addenda:
        for change in addendum.changes:
            if change.field == "ends_on":
                ends_on = change.value
    return ends_on


def _day_of(change: AddendumChange) -> date | None:
    with suppress(ValueError):
        return change.value
    return None


class AddendumChange(Child):
    """One field before and after. ``new`` is typed as on the form; for a product, ``product_id`` says which.

    Kept with codes instead of words, so that it is read alike in every language of the window.
    """

    addendum_id: Mapped[int] = owner("Addendum")
    field: Mapped[str] = entity.field(
        N_("Yang diubah"), kinds.choice("addendum field", lists.ADDENDUM_FIELDS), required=True
    )
    product_id: Mapped[int | None] = entity.field(
        N_("Produk"), kinds.reference("Product"), hint=N_("Hanya untuk jumlah dan harga satuan.")
    )
    old: Mapped[str | None] = mapped_column(Text)  # what the agreement said until then, see `terms.keep_old`
    new: Mapped[str] = entity.field(N_("Menjadi"), kinds.LONG_TEXT, required=True)
    product: Mapped[Product | None] = relationship()

    @property
    def kind(self) -> kinds.Kind:
        return CHANGED_KINDS[self.field]

    @property
    def value(self) -> Any:
        """What the field becomes; None for an agreement without end. ValueError with a sentence."""
        if not self.new:
            return None
        if self.field == "ends_on" and search_key(self.new) == search_key(WITHOUT_END):
            return None
        return self.kind.parse(self.new)

    @property
    @computed(N_("Semula"), kinds.LONG_TEXT, after="product_id")
    def shown_old(self) -> str:
        """The old value in words."""
        return self.in_words(self.old)

    @property
    def shown_new(self) -> str:
        """The new value in words."""
        return self.in_words(self.new)

    def in_words(self, text: str | None) -> str:
        """A kept value in words: the label of a code, all else as it is."""
        if not text or self.kind.choices is None:
            return text or ""
        return self.kind.format(self.kind.parse(text), "id")

    def problems(self) -> Iterator[Problem]:
        if self.field in OF_A_PRODUCT and self.product_id is None:
            yield Problem("product_id", _(N_("Pilih produk yang diubah.")))
        if self.field and self.new:
            try:
                self.value  # noqa: B018
            except ValueError as error:
                yield Problem("new", str(error))


def kept_text(name: str, value: Any) -> str | None:
    """A value as `AddendumChange` keeps it: codes of a list as they are, all else as typed in Indonesian."""
    if value is None:
        return WITHOUT_END if name == "ends_on" else None
    kind = CHANGED_KINDS[name]
    return str(value) if kind.choices else kind.format(value, "id") or None


def read_shares(typed: str) -> tuple[tuple[str, Decimal], ...] | None:
    """``Premi 50; PNBP 15; Modal 35`` → names and values; ValueError with a sentence."""
    found: list[tuple[str, Decimal]] = []
    for part in (piece.strip() for piece in clean_line(typed).split(";")):
        if not part:
            continue
        name, _space, figure = part.rpartition(" ")
        value = kinds.MONEY.parse(figure) if name.strip() else None
        if value is None:
            raise ValueError(_(N_("Tulis nama dan angka tiap bagian, misalnya: Premi 50; PNBP 15; Modal 35")))
        found.append((name.strip(), value))
    return tuple(found) or None


def _show_shares(value: tuple[tuple[str, Decimal], ...] | None, language: str) -> str:
    return "; ".join(f"{name} {kinds.MONEY.format(share, language)}" for name, share in value or ())


WITHOUT_END = N_("tanpa batas waktu")
OF_A_PRODUCT = frozenset({"quantity", "price"})
CHANGED_KINDS: dict[str, kinds.Kind] = {
    "ends_on": kinds.DATE,
    "notice_days": kinds.COUNT,
    "renewal": kinds.choice("renewal", lists.RENEWALS),
    "title": kinds.TEXT,
    "scope": kinds.LONG_TEXT,
    "destinations": kinds.COUNTRIES,
    "sharing_basis": kinds.choice("basis", lists.SHARING_BASES),
    "shares": kinds.Kind("shares", kinds.LONG_TEXT.column, read_shares, _show_shares, width=30, elastic=True),
    "quantity": kinds.QUANTITY,
    "price": kinds.MONEY,
    "other": kinds.LONG_TEXT,
}
