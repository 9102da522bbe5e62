"""The lists that an office keeps for itself: units, HS codes, the countries it deals with most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lapas_desktop.domain import kinds, lists, places
from lapas_desktop.domain.document_rules import DocumentRule
from lapas_desktop.domain.entity import Child, Record, Section, field, owner
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _

CERTAINTIES = {"pasti": N_("Pasti"), "mungkin": N_("Mungkin"), "perlu": N_("Perlu verifikasi")}


class OfficeLists(Record):
    """At most one row per data file; without it the shipped lists hold."""

    label = N_("Daftar pilihan dan dokumen")
    label_plural = N_("Daftar pilihan dan dokumen")
    listed_by = "created_at"
    children: ClassVar[tuple[str, ...]] = ("units", "hs_codes", "document_rules")

    countries: Mapped[str | None] = field(
        N_("Negara yang sering dipakai"), kinds.COUNTRIES, wide=True,
        hint=N_("Dipisah koma; tampil paling atas pada pilihan negara."),
    )  # fmt: skip
    units: Mapped[list[Unit]] = relationship(order_by="Unit.position", cascade="all, delete-orphan", lazy="selectin")
    hs_codes: Mapped[list[HsCode]] = relationship(
        order_by="HsCode.position", cascade="all, delete-orphan", lazy="selectin"
    )

    document_rules: Mapped[list[DocumentRule]] = relationship(
        order_by="DocumentRule.position", cascade="all, delete-orphan"
    )

    sections = (
        Section(N_("Negara"), ("countries",)),
        Section(N_("Satuan"), children="units"),
        Section(N_("Daftar kode HS"), children="hs_codes"),
        Section(N_("Dokumen yang diperlukan"), children="document_rules"),
    )

    @property
    def reference(self) -> str:
        return _(self.label)

    def complete(self, on: Any) -> None:
        """A unit is stored under the code it was first given; a new word is its own code."""
        shipped = {search_key(word): code for code, word in SHIPPED_WORDS.items()}
        for unit in self.units:
            if not unit.code:
                key = search_key(unit.word or "")
                unit.code = shipped.get(key, key)[:20]

    def problems(self) -> Iterator[Problem]:
        if not self.units:
            yield Problem("units", _(N_("Paling sedikit satu satuan.")))
        yield from _repeated("units", [search_key(unit.word or "") for unit in self.units], "word")
        yield from _repeated("hs_codes", [code.code or "" for code in self.hs_codes], "code")


def _repeated(table: str, keys: Sequence[str], column: str) -> Iterator[Problem]:
    often = Counter(keys)
    for row, key in enumerate(keys):
        if key and often[key] > 1:
            yield Problem(f"{table}[{row}].{column}", _(N_("Tercatat dua kali.")))


class Unit(Child):
    """A unit of quantity: the local word, the English ones of export papers, the codes of customs."""

    lists_id: Mapped[int] = owner("OfficeLists")
    code: Mapped[str] = mapped_column(String(20), default="")
    word: Mapped[str] = field(N_("Satuan"), kinds.text(20, 12), required=True)
    english: Mapped[str] = field(N_("Inggris (satu)"), kinds.SHORT_TEXT, required=True)
    english_plural: Mapped[str] = field(N_("Inggris (banyak)"), kinds.SHORT_TEXT, required=True)
    rec20: Mapped[str | None] = field(N_("Kode UN/ECE"), kinds.CODE)
    ceisa: Mapped[str | None] = field(N_("Kode CEISA"), kinds.CODE)


class HsCode(Child):
    """A tariff code (BTKI 2022) that the office uses, and how sure it is of it."""

    lists_id: Mapped[int] = owner("OfficeLists")
    code: Mapped[str] = field(N_("Kode HS"), kinds.HS_CODE, required=True)
    description: Mapped[str] = field(N_("Uraian"), required=True)
    certainty: Mapped[str] = field(
        N_("Kepastian"), kinds.choice("certainty", CERTAINTIES), required=True, default="perlu"
    )


SHIPPED_WORDS = dict(lists.UNITS)
_SHIPPED = tuple(
    {
        "code": code,
        "word": word,
        "english": lists.UNITS_ENGLISH_ONE[code],
        "english_plural": lists.UNITS_ENGLISH[code],
        "rec20": lists.UNIT_CODES[code][0],
        "ceisa": lists.UNIT_CODES[code][1],
    }
    for code, word in lists.UNITS.items()
)


def shipped_units() -> list[dict[str, Any]]:
    """The units of an office that has not changed them, as rows of a form."""
    return [{name: value for name, value in unit.items() if name != "code"} for unit in _SHIPPED]


def use(chosen: OfficeLists | None) -> None:
    """Makes the lists of one office those that every choice, form and paper of this process offers."""
    units = [vars(unit) for unit in chosen.units] if chosen else _SHIPPED
    for known in (lists.UNITS, lists.UNITS_ENGLISH, lists.UNITS_ENGLISH_ONE, lists.UNIT_CODES):
        known.clear()
    for unit in units:
        code = unit["code"]
        lists.UNITS[code] = unit["word"]
        lists.UNITS_ENGLISH[code], lists.UNITS_ENGLISH_ONE[code] = unit["english_plural"], unit["english"]
        lists.UNIT_CODES[code] = unit["rec20"] or "", unit["ceisa"] or ""
    places.FIRST[:] = [code for code in (chosen.countries or "").split(",") if code] if chosen else []
