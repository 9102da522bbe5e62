"""A production batch: what was made, by how many, and whether it passed quality control. Heads, no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.computed import computed
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.i18n import N_, _

FAILED, PASSED, UNCHECKED = "gagal", "lulus", "belum"
QUALITY = {FAILED: N_("QC gagal"), PASSED: N_("QC lulus"), UNCHECKED: N_("Belum QC")}
_CENT = Decimal("0.01")
_PERSON = re.compile(r"(?i)\b(bin|binti|alias|reg(ister)?|a\.?n\.)(?!\w)")  # what stands by a name or its number


class Batch(Record):
    """Goods of one product made in one stretch of work; counted into the stock when it is finished."""

    label = N_("Produksi")
    label_plural = N_("Produksi", "banyak")
    children: ClassVar[tuple[str, ...]] = ("crews", "checks")

    code: Mapped[str] = field(N_("Kode"), kinds.CODE, required=True, search=True, index=True)
    product_id: Mapped[int] = field(N_("Produk"), kinds.reference("Product"), required=True)
    stage: Mapped[str] = field(
        N_("Tahap"), kinds.choice("batch stage", lists.BATCH_STAGES), required=True, default="rencana"
    )
    agreement_id: Mapped[int | None] = field(N_("Perjanjian"), kinds.reference("Agreement"))
    partner_id: Mapped[int | None] = field(N_("Mitra"), kinds.reference("Partner"))
    workshop: Mapped[str | None] = field(N_("Bengkel"), kinds.SHORT_TEXT)
    starts_on: Mapped[date | None] = field(N_("Mulai"), kinds.DATE)
    ends_on: Mapped[date | None] = field(N_("Selesai", "tanggal"), kinds.DATE)
    target: Mapped[Decimal | None] = field(N_("Sasaran"), kinds.QUANTITY)
    made: Mapped[Decimal | None] = field(N_("Dihasilkan"), kinds.QUANTITY)
    rejected: Mapped[Decimal | None] = field(N_("Tidak lulus"), kinds.QUANTITY)
    premi_per_unit: Mapped[Decimal | None] = field(
        N_("Premi per satuan (Rp)"), kinds.MONEY, hint=N_("Kosong = menurut produknya")
    )

    product: Mapped[Product] = relationship()
    agreement: Mapped[Agreement | None] = relationship()
    partner: Mapped[Partner | None] = relationship()
    crews: Mapped[list[Crew]] = relationship(order_by="Crew.position", cascade="all, delete-orphan")
    checks: Mapped[list[QualityCheck]] = relationship(order_by="QualityCheck.position", cascade="all, delete-orphan")

    sections = (
        Section(
            N_("Produksi"),
            ("code", "stage", "product_id", "agreement_id", "partner_id", "workshop", "starts_on", "ends_on"),
        ),
        Section(
            N_("Hasil"),
            ("target", "made", "rejected", "premi_per_unit"),
            facts=("passed", "people", "premi", "quality"),
        ),
        Section(N_("Jumlah warga binaan"), children="crews"),
        Section(N_("Pemeriksaan mutu (QC)"), children="checks"),
        Section(N_("Lain-lain"), ("notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.code

    @property
    def caption(self) -> str:
        return self.product.name if self.product else ""

    @property
    def last_check(self) -> QualityCheck | None:
        """The check that counts: the latest, of one day the one entered last."""
        return max(self.checks, key=lambda check: (check.day or date.min, check.position or 0), default=None)

    @property
    def quality_state(self) -> str:
        """One of `QUALITY`."""
        last = self.last_check
        if last is None:
            return UNCHECKED
        return FAILED if last.result == "gagal" else PASSED

    @property
    @computed(N_("Lulus", "jumlah"), kinds.QUANTITY)
    def passed(self) -> Decimal:
        return max(Decimal(0), (self.made or Decimal(0)) - (self.rejected or Decimal(0)))

    @property
    @computed(N_("Paling banyak bekerja"), kinds.COUNT)
    def people(self) -> int:
        """Of all periods the one with most heads."""
        return max((crew.people or 0 for crew in self.crews), default=0)

    @property
    @computed(N_("Premi (Rp)"), kinds.MONEY)
    def premi(self) -> Decimal | None:
        """Earned by what passed; None while no rate is known."""
        rate = self.premi_per_unit
        return None if rate is None else (self.passed * rate).quantize(_CENT, ROUND_HALF_UP)

    @property
    @computed(N_("Mutu"), kinds.choice("quality", QUALITY))
    def quality(self) -> str:
        return self.quality_state

    def search_words(self) -> Iterator[str]:
        yield from super().search_words()
        if self.product:
            yield self.product.name
        if self.partner:
            yield self.partner.full_name

    def complete(self, on: date) -> None:
        if self.premi_per_unit is None and self.product is not None:
            self.premi_per_unit = self.product.premi_per_unit

    def problems(self) -> Iterator[Problem]:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            yield Problem("ends_on", _(N_("Selesai tidak boleh sebelum mulai.")))
        if (self.rejected or 0) > (self.made or 0):
            yield Problem("rejected", _(N_("Tidak boleh melebihi yang dihasilkan.")))
        if self.stage == "selesai" and self.made is None:
            yield Problem("made", _(N_("Isi jumlah yang dihasilkan sebelum produksi selesai.")))

    def doubts(self) -> Iterator[Problem]:
        for index, crew in enumerate(self.crews):
            if crew.starts_on and self.starts_on and crew.starts_on < self.starts_on:
                yield Problem(f"crews[{index}].starts_on", _(N_("Sebelum produksi mulai.")))
            if _PERSON.search(crew.remark or ""):
                text = _(N_("Tampak seperti nama atau nomor register. Catat jumlah orang saja."))
                yield Problem(f"crews[{index}].remark", text)


class Crew(Child):
    """How many inmates worked in a period: a number of heads, never names (UU 27/2022)."""

    batch_id: Mapped[int] = owner("Batch")
    starts_on: Mapped[date | None] = field(N_("Dari"), kinds.DATE)
    ends_on: Mapped[date | None] = field(N_("Sampai"), kinds.DATE)
    people: Mapped[int] = field(N_("Jumlah orang"), kinds.COUNT, required=True)
    remark: Mapped[str | None] = field(N_("Keterangan"), kinds.TEXT)

    def problems(self) -> Iterator[Problem]:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            yield Problem("ends_on", _(N_("Sampai tidak boleh sebelum dari.")))


class QualityCheck(Child):
    """One inspection of the goods, by the office or by the partner's inspector."""

    batch_id: Mapped[int] = owner("Batch")
    day: Mapped[date] = field(N_("Tanggal"), kinds.DATE, required=True)
    inspector: Mapped[str | None] = field(N_("Pemeriksa"), kinds.SHORT_TEXT)
    side: Mapped[str] = field(
        N_("Dari pihak"), kinds.choice("QC side", lists.QC_SIDES), required=True, default="kantor"
    )
    sample_size: Mapped[Decimal | None] = field(N_("Contoh diperiksa"), kinds.QUANTITY)
    result: Mapped[str] = field(
        N_("Hasil QC"), kinds.choice("QC result", lists.QC_RESULTS), required=True, default="lulus"
    )
    document: Mapped[str | None] = field(N_("Nomor berita acara"), kinds.IDENTIFIER)
    remark: Mapped[str | None] = field(N_("Catatan"), kinds.TEXT)
