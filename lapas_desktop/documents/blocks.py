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
    """A ruled table of texts; its headings come again on every page."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]


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


Block = Paragraph | Kop | Grid | Signatures | Gap


@dataclass(frozen=True)
class Paper:
    """A whole paper: what it says of itself and its blocks in order."""

    sheet: Sheet
    blocks: tuple[Block, ...]
