"""Who stands in an agreement, who signs for them, and where each original lies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Mapped, relationship

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_, _


class Party(Child):
    """One party in its order; an empty partner means the own office."""

    agreement_id: Mapped[int] = owner("Agreement")
    partner_id: Mapped[int | None] = field(N_("Mitra"), kinds.reference("Partner"), empty=N_("Kantor sendiri"))
    role: Mapped[str | None] = field(N_("Peran dalam perjanjian"), kinds.TEXT)
    number: Mapped[str | None] = field(N_("Nomor pihak ini"), kinds.IDENTIFIER)
    signatory_name: Mapped[str | None] = field(N_("Penanda tangan"), kinds.TEXT)
    signatory_job: Mapped[str | None] = field(N_("Jabatan"), kinds.TEXT)
    signatory_number: Mapped[str | None] = field(N_("NIP/KTP"), kinds.IDENTIFIER)
    authority: Mapped[str | None] = field(N_("Dasar kewenangan"), kinds.TEXT)
    signing_state: Mapped[str] = field(
        N_("Tanda tangan"), kinds.choice("signing state", lists.SIGNING_STATES), required=True, default="belum"
    )
    signing_state_on: Mapped[date | None] = field(N_("Sejak tanggal"), kinds.DATE)
    partner: Mapped[Partner | None] = relationship()

    def copy_signatory(self, profile: OfficeProfile | None, on: date) -> None:
        """Writes who signs for the party on a day, as far as it is not typed: an acting head as "Plt. Kepala …"."""
        person = self.partner.signatory(on) if self.partner else None
        officer = profile.signing_officer(on) if profile and self.partner_id is None else None
        if person and self.signatory_name in (None, person.name):
            self.signatory_name, self.signatory_job = person.name, self.signatory_job or person.job
            self.authority = self.authority or person.authority
        if officer and self.signatory_name in (None, officer.name):
            self.signatory_name, self.signatory_job = officer.name, self.signatory_job or officer.signing_post
            self.signatory_number = self.signatory_number or officer.nip


class Original(Child):
    """One signed original on paper: who holds it, and whether it is out on loan."""

    agreement_id: Mapped[int] = owner("Agreement")
    holder: Mapped[str] = field(N_("Dipegang oleh"), kinds.SHORT_TEXT, required=True)
    stamped: Mapped[bool] = field(N_("Bermeterai"), kinds.CHECK, required=True, default=False)
    place: Mapped[str | None] = field(N_("Tempat simpan"), kinds.SHORT_TEXT)
    lent_to: Mapped[str | None] = field(N_("Dipinjam oleh"), kinds.SHORT_TEXT)
    lent_on: Mapped[date | None] = field(N_("Dipinjam tanggal"), kinds.DATE)
    returned_on: Mapped[date | None] = field(N_("Kembali tanggal"), kinds.DATE)

    @property
    def is_lent(self) -> bool:
        return bool(self.lent_to or self.lent_on) and self.returned_on is None

    def problems(self) -> Iterator[Problem]:
        if self.returned_on and not self.lent_on:
            yield Problem("lent_on", _(N_("Isi juga tanggal dipinjam.")))
        if self.lent_on and self.returned_on and self.returned_on < self.lent_on:
            yield Problem("returned_on", _(N_("Kembali tidak boleh sebelum dipinjam.")))
