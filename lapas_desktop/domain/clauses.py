"""The articles (pasal) of an agreement, and the library of the office they come from."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy.orm import Mapped

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.i18n import N_


class AgreementClause(Child):
    """One article of an agreement in its order; pasal and ayat number themselves."""

    agreement_id: Mapped[int] = owner("Agreement")
    title: Mapped[str] = field(N_("Judul pasal"), kinds.TEXT, required=True)
    text: Mapped[str] = field(N_("Isi pasal"), kinds.LONG_TEXT, required=True, hint=N_("Satu ayat per baris."))
    standard: Mapped[str | None] = field(N_("Pasal baku"), kinds.SHORT_TEXT)

    @property
    def verses(self) -> list[str]:
        """The ayat, one a line."""
        return [line.strip() for line in (self.text or "").splitlines() if line.strip()]


class StandardClause(Record):
    """One article of the office's own library."""

    label = N_("Pasal baku")
    label_plural = N_("Pasal baku")
    children: ClassVar[tuple[str, ...]] = ()

    code: Mapped[str] = field(N_("Kode"), kinds.CODE, required=True, search=True, index=True)
    title: Mapped[str] = field(N_("Judul pasal"), kinds.TEXT, required=True, search=True, wide=True)
    text: Mapped[str] = field(
        N_("Isi pasal"), kinds.LONG_TEXT, required=True, wide=True, hint=N_("Satu ayat per baris.")
    )
    types: Mapped[str | None] = field(
        N_("Untuk jenis"), kinds.choices("types", lambda: lists.AGREEMENT_TYPES), hint=N_("Kosong = semua jenis")
    )
    position: Mapped[int] = field(N_("Urutan"), kinds.COUNT, required=True, default=0)

    sections = (
        Section(N_("Pasal baku"), ("code", "position", "title", "types", "text")),
        Section(N_("Lain-lain"), ("notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.code

    @property
    def caption(self) -> str:
        return self.title

    def is_for(self, agreement_type: str) -> bool:
        """Whether the clause belongs in agreements of a type; without types it belongs in all."""
        return not self.types or agreement_type in self.types.split(",")
