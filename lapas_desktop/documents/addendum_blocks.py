"""How an addendum is laid out: the same title, parties and signatures as the agreement, then old → new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapas_desktop.documents.blocks import Block, Gap, Grid, GridColumn, Kop, Look, Paper, Paragraph
from lapas_desktop.documents.deed_blocks import closing_blocks, deed_sheet, opening_blocks, title_blocks
from lapas_desktop.documents.deed_data import Deed


@dataclass(frozen=True)
class DeedChange:
    """What an addendum changes, in words."""

    what: str
    old: str
    new: str


@dataclass(frozen=True)
class AddendumDeed:
    """An addendum. ``deed`` bears what it shares with an agreement; ``recital`` names the agreement it changes."""

    deed: Deed
    recital: str
    changes: tuple[DeedChange, ...]
    effect: str


def addendum_paper(addendum: AddendumDeed) -> Paper:
    """The paper of an addendum."""
    return Paper(deed_sheet(addendum.deed), tuple(_blocks(addendum)))


def _blocks(addendum: AddendumDeed) -> Iterator[Block]:
    yield Kop(addendum.deed.letterhead)
    yield from title_blocks(addendum.deed)
    yield from opening_blocks(addendum.deed)
    yield Paragraph(addendum.recital)
    yield from _clause(1, "Ketentuan yang Diubah")
    yield Paragraph("Ketentuan Perjanjian diubah menjadi sebagai berikut:", keep=True)
    columns = (GridColumn("No.", 7), GridColumn("Ketentuan", 23), GridColumn("Semula", 35), GridColumn("Menjadi", 35))
    rows = ((str(n), change.what, change.old or "—", change.new) for n, change in enumerate(addendum.changes, 1))
    yield Grid(columns, tuple(rows))
    yield Gap(6)
    yield from _clause(2, "Ketentuan Lain")
    yield Paragraph("Ketentuan Perjanjian yang tidak diubah dengan Adendum ini dinyatakan tetap berlaku.")
    yield from _clause(3, "Mulai Berlaku")
    yield Paragraph(addendum.effect)
    yield from closing_blocks(addendum.deed)


def _clause(number: int, title: str) -> Iterator[Block]:
    yield Paragraph(f"Pasal {number}", Look.HEADING, keep=True)
    yield Paragraph(title.upper(), Look.SUBTITLE, keep=True)
