"""The blocks a long paper is made of. The PDF and the Word writer walk the same ones, so both say the same.

Lengths are centimetres from the left margin, spaces points. Light to import: no library here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lapas_desktop.documents.sheet import Letterhead, Sheet


class Look(Enum):
    """How a paragraph is set; each is a style of the PDF and a named style in Word."""

    TITLE = "title"
    BETWEEN = "between"
    SUBTITLE = "subtitle"
    NUMBER = "number"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    RIGHT = "right"
    CELL = "cell"
    CELL_HEAD = "cell head"
    FIGURE = "figure"
    SIGNED = "signed"
    SIGNED_STRONG = "signed strong"
    STAMP = "stamp"
    NOTICE = "notice"
    PART = "part"
    LABEL = "label"
    VALUE = "value"
    SMALL_CELL = "small cell"
    SMALL_HEAD = "small head"
    SMALL_FIGURE = "small figure"
    TOTAL = "total"
    TOTAL_FIGURE = "total figure"
    SMALL_TOTAL = "small total"
    SMALL_TOTAL_FIGURE = "small total figure"


@dataclass(frozen=True)
class Mark:
    """A short text that stands before a paragraph: a number, a label, a colon."""

    at: float
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of plain text. ``keep``: never the last on a page."""

    text: str
    look: Look = Look.BODY
    marks: tuple[Mark, ...] = ()
    indent: float = 0
    keep: bool = False


@dataclass(frozen=True)
class Kop:
    """The letterhead with its rule."""

    letterhead: Letterhead


@dataclass(frozen=True)
class GridColumn:
    """``share`` of the width; figures stand on the right."""

    heading: str
    share: float
    figure: bool = False


@dataclass(frozen=True)
class Grid:
    """A ruled table of texts; its headings come again on every page.

    ``totals`` are bold rows that stay with the last of ``rows``; ``small`` letters make room for many columns.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()
    small: bool = False

    @property
    def heading_look(self) -> Look:
        return Look.SMALL_HEAD if self.small else Look.CELL_HEAD

    def looks(self, *, total: bool = False) -> list[Look]:
        """How the cells of a row are set, column by column."""
        names = ("small " * self.small, "total " * total)
        text = Look("".join(names).strip() if total else f"{names[0]}cell")
        figure = Look(f"{''.join(names)}figure")
        return [figure if column.figure else text for column in self.columns]


@dataclass(frozen=True)
class Facts:
    """Lists of label and text, side by side. ``label`` is the labels' share of a list's width.

    ``keep``: on one page with what follows.
    """

    lists: tuple[tuple[tuple[str, str], ...], ...]
    label: float = 0.36
    keep: bool = False


@dataclass(frozen=True)
class Signature:
    """Where one person signs: lines above the room for the hand, the note inside it, lines below."""

    above: tuple[str, ...]
    note: str
    name: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signatures:
    """Signature blocks in rows of at most ``across``, whole on one page. ``lead`` stands above them, centred."""

    blocks: tuple[Signature, ...]
    lead: str = ""
    across: int = 2


@dataclass(frozen=True)
class Gap:
    """Empty room in points."""

    points: float


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


Block = Paragraph | Kop | Grid | Facts | Signatures | Gap | NewPage


@dataclass(frozen=True)
class Paper:
    """A whole paper: what it says of itself and its blocks in order."""

    sheet: Sheet
    blocks: tuple[Block, ...]
