"""A partner: firm, shop, craft workshop or agency the office works with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.computed import computed
from lapas_desktop.domain.entity import Child, ForAPeriod, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.repeats import repeated
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _

PAPER_NOTICE = 30  # days before a partner's paper runs out


class Partner(Record):
    """One partner with its addresses, contacts and signatories."""

    label = N_("Mitra")
    label_plural = N_("Mitra", "banyak")
    children: ClassVar[tuple[str, ...]] = ("addresses", "contacts", "signatories", "papers")

    code: Mapped[str] = field(N_("Kode"), kinds.CODE, required=True, search=True, index=True)
    legal_form: Mapped[str | None] = field(N_("Bentuk"), kinds.choice("legal form", lists.LEGAL_FORMS, 12))
    name: Mapped[str] = field(N_("Nama mitra"), required=True, search=True, index=True, wide=True)
    roles: Mapped[str] = field(
        N_("Peran"), kinds.choices("roles", kinds.labels_of(lists.PARTNER_ROLES)), required=True, search=True, wide=True
    )
    country: Mapped[str] = field(N_("Negara"), kinds.COUNTRY, required=True, default="ID", search=True)
    npwp: Mapped[str | None] = field(N_("NPWP"), kinds.IDENTIFIER, search=True)
    nik: Mapped[str | None] = field(N_("NIK"), kinds.IDENTIFIER)
    nib: Mapped[str | None] = field(N_("NIB"), kinds.IDENTIFIER)
    passport: Mapped[str | None] = field(N_("Paspor"), kinds.IDENTIFIER)
    bank: Mapped[str | None] = field(N_("Bank"), wide=True)
    currency: Mapped[str | None] = field(N_("Mata uang"), kinds.CURRENCY)
    incoterm: Mapped[str | None] = field(N_("Incoterm"), kinds.choice("incoterm", lists.INCOTERMS, 8))
    payment: Mapped[str | None] = field(N_("Pembayaran"), kinds.SHORT_TEXT)

    addresses: Mapped[list[Address]] = relationship(order_by="Address.position", cascade="all, delete-orphan")
    contacts: Mapped[list[Contact]] = relationship(order_by="Contact.position", cascade="all, delete-orphan")
    signatories: Mapped[list[Signatory]] = relationship(order_by="Signatory.position", cascade="all, delete-orphan")
    papers: Mapped[list[PartnerPaper]] = relationship(order_by="PartnerPaper.position", cascade="all, delete-orphan")

    sections = (
        Section(N_("Mitra"), ("code", "legal_form", "name", "roles", "country")),
        Section(N_("Identitas"), ("npwp", "nib", "nik", "passport")),
        Section(N_("Alamat", "banyak"), children="addresses"),
        Section(N_("Penanda tangan", "banyak"), children="signatories"),
        Section(N_("Surat mitra"), children="papers"),
        Section(N_("Kontak"), children="contacts"),
        Section(N_("Kebiasaan"), ("currency", "incoterm", "payment", "bank", "notes", "archived")),
    )

    @property
    def reference(self) -> str:
        return self.code

    @property
    def caption(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """With the legal form in front where people say it ("PT Coir")."""
        spoken = self.legal_form in ("PT", "CV", "UD") and not self.name.upper().startswith(f"{self.legal_form} ")
        return f"{self.legal_form} {self.name}" if spoken else self.name

    @property
    def address(self) -> str:
        """The first address on one line, or nothing."""
        return self.addresses[0].line if self.addresses else ""

    @property
    def identity(self) -> str:
        """The first identity number there is, with its name."""
        pairs = (("NPWP", self.npwp), ("NIB", self.nib), ("NIK", self.nik), (_(N_("Paspor")), self.passport))
        return next((f"{label} {value}" for label, value in pairs if value), "")

    def doubts(self) -> Iterator[Problem]:
        yield from repeated(self.contacts, "contacts.name", lambda row: search_key(row.name or "") or None)

    def signatory(self, on: date) -> Signatory | None:
        """Who may sign for the partner on a day."""
        return next((person for person in self.signatories if person.in_office(on)), None)


class Address(Child):
    """One address by purpose; the first is the main one."""

    partner_id: Mapped[int] = owner("Partner")
    purpose: Mapped[str] = field(
        N_("Untuk"), kinds.choice("purpose", lists.ADDRESS_PURPOSES, 12), required=True, default="kantor"
    )
    street: Mapped[str] = field(N_("Alamat"), required=True)
    city: Mapped[str | None] = field(N_("Kota"), kinds.SHORT_TEXT)
    postcode: Mapped[str | None] = field(N_("Kode pos"), kinds.CODE)

    @property
    def line(self) -> str:
        return ", ".join(part for part in (self.street, self.city, self.postcode) if part)


class Contact(Child):
    """A contact person."""

    partner_id: Mapped[int] = owner("Partner")
    name: Mapped[str] = field(N_("Nama"), required=True)
    job: Mapped[str | None] = field(N_("Jabatan"), kinds.SHORT_TEXT)
    phone: Mapped[str | None] = field(N_("Telepon"), kinds.SHORT_TEXT)
    email: Mapped[str | None] = field(N_("Surel"), kinds.SHORT_TEXT)


class Signatory(ForAPeriod, Child):
    """Who signs for the partner, by which authority, in which period."""

    partner_id: Mapped[int] = owner("Partner")
    name: Mapped[str] = field(N_("Nama"), required=True)
    job: Mapped[str | None] = field(N_("Jabatan"), kinds.SHORT_TEXT)
    authority: Mapped[str | None] = field(N_("Dasar kewenangan"), kinds.SHORT_TEXT, hint=N_("Jenis, nomor dan tanggal"))
    valid_from: Mapped[date | None] = field(N_("Sejak"), kinds.DATE)
    valid_to: Mapped[date | None] = field(N_("Sampai"), kinds.DATE)


class PartnerPaper(Child):
    """A paper of the partner that may run out: NIB, deed, timber legality, power of attorney."""

    partner_id: Mapped[int] = owner("Partner")
    kind: Mapped[str] = field(
        N_("Jenis surat"), kinds.choice("partner paper", lists.PARTNER_PAPERS, 12), required=True, default="lain"
    )
    number: Mapped[str | None] = field(N_("Nomor"), kinds.IDENTIFIER)
    issued_on: Mapped[date | None] = field(N_("Tanggal terbit"), kinds.DATE)
    expires_on: Mapped[date | None] = field(N_("Berlaku sampai"), kinds.DATE)
    issuer: Mapped[str | None] = field(N_("Penerbit"), kinds.SHORT_TEXT)

    @computed(N_("Keadaan"), kinds.SHORT_TEXT, after="expires_on")
    def state(self, on: date) -> str:
        """Whether the paper is still good on a day, in words."""
        if self.expires_on is None:
            return ""
        days = (self.expires_on - on).days
        if days < 0:
            return _(N_("habis sejak {n} hari")).format(n=-days)
        return _(N_("habis {n} hari lagi")).format(n=days) if days <= PAPER_NOTICE else _(N_("berlaku"))

    def problems(self) -> Iterator[Problem]:
        if self.issued_on and self.expires_on and self.expires_on < self.issued_on:
            yield Problem("expires_on", _(N_("Berlaku sampai tidak boleh sebelum tanggal terbit.")))
