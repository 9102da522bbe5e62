"""What all records share: one declaration per field, identity, version, recycle bin.

A field is declared once, as ``name: Mapped[str] = field(N_("Label"), KIND, required=True)``. Forms, lists,
search, export and checks read the same declaration through `fields_of`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, Integer, MetaData, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.kinds import CHECK, LONG_TEXT, TEXT, TIME, Kind
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@dataclass(frozen=True)
class Field:
    """One declared field. ``label`` is the Indonesian source text; ``hint`` stands under the editor.

    ``since`` names the date that a period typed here ("1 tahun") is counted from.
    """

    name: str
    label: str
    kind: Kind
    required: bool = False
    hint: str = ""
    search: bool = False
    default: Any = None
    wide: bool = False
    empty: str = ""
    since: str = ""


@dataclass(frozen=True)
class Section:
    """A titled group of fields or one child table on the form; ``facts`` are computed values shown under it."""

    title: str
    names: tuple[str, ...] = ()
    children: str = ""
    facts: tuple[str, ...] = ()


def field(
    label: str, kind: Kind = TEXT, *, required: bool = False, hint: str = "", search: bool = False,
    default: Any = None, wide: bool = False, empty: str = "", index: bool = False, since: str = "",
) -> Any:  # fmt: skip
    """Declares a stored field; what the form, the lists and the checks need stands in ``info``."""
    declared = Field("", label, kind, required, hint, search, default, wide, empty, since)
    column_type = kind.column()
    links = []
    if kind.target:
        links.append(ForeignKey(f"{_table(kind.target)}.id", ondelete="RESTRICT"))
    return mapped_column(
        column_type, *links, nullable=not required, index=index or bool(links), default=default,
        info={"field": declared},
    )  # fmt: skip


def owner(target: str) -> Any:
    """The link of a child row to the record it belongs to; it goes when the record goes."""
    return mapped_column(Integer, ForeignKey(f"{_table(target)}.id", ondelete="CASCADE"), index=True)


def _table(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Row(DeclarativeBase):
    """Any stored row: an id and a version that every change raises."""

    metadata = MetaData(naming_convention=NAMING)
    children: ClassVar[tuple[str, ...]] = ()

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return _table(cls.__name__)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}

    def problems(self) -> Iterator[Problem]:
        """The rules of this record beyond single fields; field names as in `Problem`."""
        yield from ()

    def complete(self, on: date) -> None:
        """Fills what follows from other facts (snapshots, defaults) before the rules are asked."""

    def doubts(self) -> Iterator[Problem]:
        """What looks wrong and may be right: told while typing, never in the way of saving."""
        yield from ()


class Child(Row):
    """A row that belongs to a record, in an order."""

    __abstract__ = True
    position: Mapped[int] = mapped_column(default=0)


class ForAPeriod:
    """A person in a post from one day to another, both included; an empty end is open."""

    valid_from: Any
    valid_to: Any

    def in_office(self, on: date) -> bool:
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)

    def problems(self) -> Iterator[Problem]:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Problem("valid_to", _(N_("Sampai tidak boleh sebelum sejak.")))


class Record(Row):
    """A record of its own: searched, listed, deleted to the recycle bin."""

    __abstract__ = True
    label: ClassVar[str] = ""
    label_plural: ClassVar[str] = ""
    listed_by: ClassVar[str] = "code"
    sections: ClassVar[tuple[Section, ...]] = ()

    notes: Mapped[str | None] = field(N_("Keterangan"), LONG_TEXT, wide=True)
    sample: Mapped[bool] = field(N_("Data contoh"), CHECK, required=True, default=False)
    archived: Mapped[bool] = field(N_("Arsip"), CHECK, required=True, default=False)
    created_at: Mapped[datetime | None] = field(N_("Dibuat"), TIME)
    changed_at: Mapped[datetime | None] = field(N_("Diubah"), TIME)
    deleted_at: Mapped[datetime | None] = field(N_("Dihapus"), TIME)
    search: Mapped[str] = mapped_column(LONG_TEXT.column(), default="", server_default="")

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        # A list is one walk over this index: the order shown, the filter's words, what is not deleted.
        return (Index(None, "deleted_at", "archived", cls.listed_by, "search"),)

    @property
    def reference(self) -> str:
        """How people name this record: its number or code."""
        raise NotImplementedError

    @property
    def caption(self) -> str:
        """One line that says which record this is."""
        return self.reference

    @property
    def choice(self) -> str:
        """How a list of choices names this record: what people look for comes first."""
        return f"{self.caption} · {self.reference}"

    def search_words(self) -> Iterator[str]:
        """Texts that the search finds this record by."""
        for declared in fields_of(type(self)):
            value = getattr(self, declared.name)
            if declared.search and value:
                yield declared.kind.format(value, "id")

    def refresh_search(self) -> None:
        self.search = search_key(" ".join(self.search_words()))[:4000]


@cache
def fields_of(entity: type[Row]) -> tuple[Field, ...]:
    """The declared fields of a class in the order of declaration, own ones first."""
    mapper = inspect(entity)
    found = []
    for attribute in mapper.column_attrs:
        declared = attribute.columns[0].info.get("field")
        if declared:
            found.append(replace(declared, name=attribute.key))
    shared = {"notes", "sample", "archived", "created_at", "changed_at", "deleted_at"}
    return tuple(sorted(found, key=lambda f: f.name in shared))


def field_of(entity: type[Row], name: str) -> Field:
    """One declared field by name; KeyError when there is none."""
    for declared in fields_of(entity):
        if declared.name == name:
            return declared
    raise KeyError(f"{entity.__name__}.{name}")


def child_class(entity: type[Row], name: str) -> type[Child]:
    """The class of the rows in one child table."""
    return inspect(entity).relationships[name].mapper.class_


def required_problems(declared: Field, value: Any) -> Iterator[Problem]:
    """A problem when a required field is left empty."""
    if declared.required and value in (None, ""):
        yield Problem(declared.name, _(N_("Wajib diisi.")))


def row_problems(row: Row) -> Iterator[Problem]:
    """Required fields and rules of one row."""
    for declared in fields_of(type(row)):
        yield from required_problems(declared, getattr(row, declared.name))
    yield from row.problems()


def all_problems(record: Row) -> Iterator[Problem]:
    """Required fields and rules of the record and of each of its rows."""
    yield from row_problems(record)
    for name in record.children:
        for index, row in enumerate(getattr(record, name)):
            for problem in row_problems(row):
                yield Problem(f"{name}[{index}].{problem.field}", problem.message)
