"""The office the data folder belongs to, its officers and workshops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, ForAPeriod, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.legal_basis import CITED
from lapas_desktop.i18n import N_, _

_UNMISTAKABLE = 987_654_321  # stands for a sequence while a pattern is taken apart


class OfficeProfile(Record):
    """One row per data file: who signs, what stands on the letterhead, what is proposed."""

    label = N_("Kantor")
    label_plural = N_("Kantor")
    listed_by = "name"
    children: ClassVar[tuple[str, ...]] = ("officers", "workshops")

    name: Mapped[str] = field(N_("Nama kantor"), required=True, wide=True)
    short_name: Mapped[str | None] = field(N_("Nama singkat"), kinds.SHORT_TEXT)
    office_class: Mapped[str | None] = field(N_("Kelas"), kinds.SHORT_TEXT)
    kop: Mapped[str | None] = field(
        N_("Kop surat"), kinds.LONG_TEXT, hint=N_("Satu baris teks per baris, paling banyak 8."), wide=True
    )
    address: Mapped[str | None] = field(N_("Alamat"), wide=True)
    city: Mapped[str | None] = field(N_("Kota (tempat tanda tangan)"), kinds.SHORT_TEXT)
    province: Mapped[str | None] = field(N_("Provinsi"), kinds.SHORT_TEXT)
    kanwil: Mapped[str | None] = field(N_("Kantor wilayah"), wide=True)
    phone: Mapped[str | None] = field(N_("Telepon"), kinds.SHORT_TEXT)
    email: Mapped[str | None] = field(N_("Surel"), kinds.SHORT_TEXT)
    npwp: Mapped[str | None] = field(N_("NPWP"), kinds.IDENTIFIER)
    origin_region: Mapped[str | None] = field(N_("Daerah asal (CEISA)"), kinds.SHORT_TEXT)
    paper: Mapped[str] = field(N_("Kertas"), kinds.choice("paper", lists.PAPERS), required=True, default="A4")
    number_pattern: Mapped[str] = field(
        N_("Pola nomor pengiriman"), kinds.SHORT_TEXT, required=True, default="KRM-{tahun}-{urut:03}",
        hint=N_("{tahun} dan {urut:03} diganti dengan tahun dan nomor urut."),
    )  # fmt: skip
    reminder_days: Mapped[str] = field(N_("Hari pengingat"), kinds.SHORT_TEXT, required=True, default="90, 30, 7, 0")
    legal_basis: Mapped[str | None] = field(
        N_("Dasar hukum PKS"), kinds.LONG_TEXT, default=CITED, wide=True,
        hint=N_("Satu peraturan per baris; diusulkan pada perjanjian baru."),
    )  # fmt: skip

    officers: Mapped[list[Officer]] = relationship(
        order_by="Officer.position", cascade="all, delete-orphan", lazy="selectin"
    )
    workshops: Mapped[list[Workshop]] = relationship(
        order_by="Workshop.position", cascade="all, delete-orphan", lazy="selectin"
    )

    sections = (
        Section(
            N_("Identitas"),
            (
                "name",
                "short_name",
                "office_class",
                "address",
                "city",
                "province",
                "kanwil",
                "phone",
                "email",
                "npwp",
                "origin_region",
            ),
        ),
        Section(N_("Kop dan kertas"), ("kop", "paper", "number_pattern", "reminder_days")),
        Section(N_("Perjanjian"), ("legal_basis",)),
        Section(N_("Pejabat"), children="officers"),
        Section(N_("Bengkel"), children="workshops"),
    )

    @property
    def reference(self) -> str:
        return self.short_name or self.name

    @property
    def kop_lines(self) -> list[str]:
        """The lines of the letterhead, at most eight."""
        return [line for line in (self.kop or self.name).splitlines() if line.strip()][:8]

    def signing_officer(self, on: date) -> Officer | None:
        """Who signs for the office on a day: an acting head (Plt., Plh.) goes before the head."""
        order = {"plh": 0, "plt": 1, "kalapas": 2}
        able = [o for o in self.officers if o.signs_as in order and o.in_office(on)]
        return min(able, key=lambda o: (order[o.signs_as], -(o.valid_from or date.min).toordinal()), default=None)

    def problems(self) -> Iterator[Problem]:
        if len((self.kop or "").splitlines()) > 8:
            yield Problem("kop", _(N_("Paling banyak 8 baris.")))
        try:
            pattern_number(self.number_pattern or "", 2026, 1)
        except (KeyError, ValueError, IndexError):
            yield Problem("number_pattern", _(N_("Pola hanya boleh memuat {tahun} dan {urut}.")))


def pattern_number(pattern: str, year: int, sequence: int) -> str:
    """A shipment number by the office's pattern; ValueError when it lacks the sequence."""
    if "{urut" not in pattern:
        raise ValueError(pattern)
    return pattern.format(tahun=year, urut=sequence)


def number_frame(pattern: str, year: int) -> tuple[str, str]:
    """What stands before and after the sequence in every number of a year."""
    before, _digits, after = pattern_number(pattern, year, _UNMISTAKABLE).partition(str(_UNMISTAKABLE))
    return before, after


class Officer(ForAPeriod, Child):
    """A person in a post for a period; nothing signed changes when the post changes hands."""

    office_id: Mapped[int] = owner("OfficeProfile")
    name: Mapped[str] = field(N_("Nama"), required=True)
    nip: Mapped[str | None] = field(N_("NIP"), kinds.IDENTIFIER)
    job: Mapped[str] = field(N_("Jabatan"), required=True)
    signs_as: Mapped[str] = field(
        N_("Menandatangani sebagai"), kinds.choice("signs as", lists.SIGNS_AS), required=True, default="staf"
    )
    valid_from: Mapped[date | None] = field(N_("Sejak"), kinds.DATE)
    valid_to: Mapped[date | None] = field(N_("Sampai"), kinds.DATE)

    @property
    def signing_post(self) -> str:
        """The post as it stands under a signature: ``Plt. Kepala …`` for an acting head."""
        acting = {"plt": "Plt.", "plh": "Plh."}.get(self.signs_as, "")
        return self.job if not acting or self.job.casefold().startswith(acting.casefold()) else f"{acting} {self.job}"


class Workshop(Child):
    """A place where goods are made (bengkel)."""

    office_id: Mapped[int] = owner("OfficeProfile")
    name: Mapped[str] = field(N_("Nama bengkel"), required=True)
