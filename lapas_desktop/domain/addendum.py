"""A numbered change of a signed agreement: old and new, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import entity, kinds, lists
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.wording import roman
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

    def search_words(self) -> Iterator[str]:
        yield from super().search_words()
        yield _(self.ordinal)


class AddendumChange(Child):
    """One field before and after. ``new`` is typed as on the form; for a product, ``product_id`` says which."""

    addendum_id: Mapped[int] = owner("Addendum")
    field: Mapped[str] = entity.field(
        N_("Yang diubah"), kinds.choice("addendum field", lists.ADDENDUM_FIELDS), required=True
    )
    product_id: Mapped[int | None] = entity.field(N_("Produk"), kinds.reference("Product"))
    old: Mapped[str | None] = entity.field(N_("Semula"), kinds.LONG_TEXT)
    new: Mapped[str] = entity.field(N_("Menjadi"), kinds.LONG_TEXT, required=True)
    product: Mapped[Product | None] = relationship()
