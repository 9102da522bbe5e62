"""What the full text of an agreement says, as plain data. Words are ready; nothing is counted here."""

from __future__ import annotations

from dataclasses import dataclass, field

from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.domain.clause_text import NumberedClause


@dataclass(frozen=True)
class DeedParty:
    """One party as the opening and the signature block name it. Empty texts show as dots to write on.

    ``called``: "PIHAK PERTAMA". ``number_kind``: "NIP", "Nomor KTP". ``stamped_copy``: the copy that bears this
    party's meterai, 0 for none.
    """

    called: str
    organisation: str
    signatory: str = ""
    job: str = ""
    number_kind: str = "Nomor KTP"
    number: str = ""
    address: str = ""
    authority: str = ""
    role: str = ""
    letter_number: str = ""
    stamped_copy: int = 0


@dataclass(frozen=True)
class DeedProduct:
    """A line of the table of products, as texts."""

    name: str
    unit: str
    quantity: str
    price: str


@dataclass(frozen=True)
class Witness:
    """Somebody who signs beside the parties."""

    name: str
    job: str = ""


@dataclass(frozen=True)
class Deed:
    """The naskah PKS, or an addendum of one. ``paper`` is "A4" or "F4".

    ``heading``, ``heading_of`` ("atas …", second line) and ``title`` are printed in capitals.
    ``opening`` stands before the parties, ``accord`` before the pasal, ``closing`` before the signatures.
    """

    office: str
    reference: str
    title: str
    parties: tuple[DeedParty, ...]
    opening: str
    clauses: tuple[NumberedClause, ...]
    closing: str
    accord: str = ""
    heading: str = "Perjanjian Kerja Sama"
    heading_of: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: str = "A4"
    legal_basis: tuple[str, ...] = ()
    products: tuple[DeedProduct, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    is_draft: bool = False
    is_sample: bool = False

    @property
    def stamp(self) -> str:
        """What stands across every page: DRAF before signing, CONTOH where nothing is real."""
        marks = (("DRAF", self.is_draft), ("CONTOH", self.is_sample))
        return " · ".join(word for word, wanted in marks if wanted)
