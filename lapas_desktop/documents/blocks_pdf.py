"""Writes the blocks of a long paper as PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from lapas_desktop.documents import paper as page
from lapas_desktop.documents.blocks import (
    Block,
    Facts,
    Gap,
    Grid,
    Kop,
    Look,
    NewPage,
    Paper,
    Paragraph,
    Signature,
    Signatures,
)
from lapas_desktop.documents.prose import Prose, prose
from lapas_desktop.documents.ruled_table import RuledTable
from lapas_desktop.documents.styles import ACCENT, BOTTOM, LEFT, MUTED, RIGHT, TOP, styles, text_style

LONGEST = 4000  # letters of one ayat in one paragraph; measured to stay linear
_ROOM = 2.1 * cm  # for a hand and a meterai
_NARROW = 1.5 * cm  # a column of texts gives no more than down to here
_NEXT = 1.4 * cm  # of what follows must fit under a paragraph that is kept with it
_SPACE = {Look.PART: 3.0, Look.BODY: 5.0, Look.LIST: 3.0, Look.RIGHT: 5.0, Look.SUBTITLE: 4.0, Look.BETWEEN: 3.0}
_BEFORE = {Look.PART: 9.0, Look.HEADING: 9.0, Look.BETWEEN: 2.0}


def pdf(paper: Paper) -> bytes:
    """The paper as PDF. Equal papers give equal bytes."""
    width, height = page.size_of(paper.sheet)
    return page.rendered(paper.sheet, _story(paper.blocks, width - LEFT - RIGHT, height - TOP - BOTTOM))


def _story(blocks: Sequence[Block], width: float, height: float) -> Iterator[Flowable]:
    """The flowables in order; before a run of kept blocks the page breaks when the run does not fit."""
    run: list[Flowable] = []
    for block in blocks:
        made = list(_flowables(block, width))
        if isinstance(block, Paragraph | Facts) and block.keep:
            run += made
            continue
        whole = isinstance(block, Signatures)
        if run or whole:
            needed = _height(run, width) + (_height(made, width) if whole else _NEXT)
            yield CondPageBreak(min(needed, height))
        yield from run
        yield from made
        run = []
    yield from run


def _height(flowables: Sequence[Flowable], width: float) -> float:
    return sum(f.wrap(width, 1e6)[1] + f.getSpaceBefore() + f.getSpaceAfter() for f in flowables)


def _flowables(block: Block, width: float) -> Iterator[Flowable]:
    match block:
        case Kop(letterhead):
            yield from page.kop(letterhead, width)
        case Gap(points):
            yield Spacer(0, points)
        case Paragraph():
            yield from _paragraphs(block)
        case Grid():
            yield _grid(block, width)
        case Facts():
            yield _facts(block, width)
        case NewPage():
            yield PageBreak()
        case Signatures():
            yield from _signatures(block, width)


def _paragraphs(block: Paragraph) -> Iterator[Flowable]:
    style = _looks()[block.look]
    marks = [(mark.at * cm, prose(mark.text, style)[0]) for mark in block.marks]
    pieces = prose(block.text, style, LONGEST)
    for position, piece in enumerate(pieces):
        last = position + 1 == len(pieces)
        yield Hanging(
            [] if position else marks,
            block.indent * cm,
            piece,
            0.0 if position else _BEFORE.get(block.look, 0.0),
            _SPACE.get(block.look, 0.0) if last else 0.0,
        )


class Hanging(Flowable):
    """A paragraph with marks before it (number, label), which may go on over several pages."""

    def __init__(
        self, marks: Sequence[tuple[float, Prose]], indent: float, body: Prose, before: float, after: float
    ) -> None:
        super().__init__()
        self._marks, self._indent, self._body = marks, indent, body
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._body.wrap(available_width - self._indent, available_height)
        for at, mark in self._marks:
            mark.wrap(available_width - at, available_height)
        self.width, self.height = available_width, self._body.height
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        parts = self._body.split(available_width - self._indent, available_height)
        if len(parts) < 2:
            return [self] if parts else []
        return [
            Hanging(self._marks if not position else [], self._indent, part, 0.0, self.spaceAfter * position)
            for position, part in enumerate(parts)
        ]

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        for at, mark in self._marks:
            mark.drawOn(canvas, x + at, y + self.height - mark.height)
        self._body.drawOn(canvas, x + self._indent, y)


def _grid(grid: Grid, width: float) -> RuledTable:
    looks = _looks()
    heading = [prose(column.heading, looks[grid.heading_look]) for column in grid.columns]
    rows = [
        [prose(text, looks[one]) for text, one in zip(row, look, strict=True)]
        for some, look in ((grid.rows, grid.looks()), (grid.totals, grid.looks(total=True)))
        for row in some
    ]
    air = 3 if grid.small else 4
    kept = len(grid.rows) - 1 if grid.rows and grid.totals else None
    return RuledTable(heading, rows, _widths(grid, width, 2 * air), air, kept)


def _widths(grid: Grid, width: float, air: float) -> list[float]:
    """By the columns' shares; a column whose figures need more takes it from the widest column of texts.

    A figure broken over two lines would be read wrong.
    """
    whole = sum(column.share for column in grid.columns)
    widths = [width * column.share / whole for column in grid.columns]
    texts = [index for index, column in enumerate(grid.columns) if not column.figure]
    for index, column in enumerate(grid.columns):
        if column.figure and texts:
            style = _looks()[grid.looks(total=True)[index]]
            figures = (row[index] for row in (*grid.rows, *grid.totals))
            needed = max((stringWidth(text, style.fontName, style.fontSize) for text in figures), default=0) + air + 0.5
            giver = max(texts, key=widths.__getitem__)
            more = min(max(0.0, needed - widths[index]), max(0.0, widths[giver] - _NARROW))
            widths[index], widths[giver] = widths[index] + more, widths[giver] - more
    return widths


def _facts(facts: Facts, width: float) -> Table:
    """Each list runs down its own column; a page may end between any two facts."""
    style, count = _looks()[Look.VALUE], len(facts.lists)
    columns = [page.fact_rows(((label, prose(text, style)) for label, text in one), facts.label) for one in facts.lists]
    return page.bare_table([columns], [width / count] * count, ("RIGHTPADDING", (0, 0), (-1, -1), 8))


def _signatures(block: Signatures, width: float) -> Iterator[Flowable]:
    looks = _looks()
    yield Spacer(0, 8)
    if block.lead:
        yield from prose(block.lead, looks[Look.SIGNED])
        yield Spacer(0, 4)
    for start in range(0, len(block.blocks), block.across):
        group = block.blocks[start : start + block.across]
        rows = [
            [_lines(signature.above, looks[Look.SIGNED]) for signature in group],
            [prose(signature.note, looks[Look.STAMP]) for signature in group],
            [_signer(signature) for signature in group],
        ]
        yield page.bare_table(
            rows,
            [width / len(group)] * len(group),
            ("TOPPADDING", (0, 1), (-1, 1), _ROOM * 0.42),
            ("BOTTOMPADDING", (0, 1), (-1, 1), _ROOM * 0.42),
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        )
        yield Spacer(0, 12)


def _signer(signature: Signature) -> list[Prose]:
    looks = _looks()
    return prose(signature.name, looks[Look.SIGNED_STRONG]) + _lines(signature.below, looks[Look.SIGNED])


def _lines(texts: Sequence[str], style: ParagraphStyle) -> list[Prose]:
    return [line for text in texts for line in prose(text, style)]


@lru_cache(maxsize=1)
def _looks() -> dict[Look, ParagraphStyle]:
    styles()  # loads the fonts
    body = text_style(10.5, 14.5, align=TA_JUSTIFY)
    body.allowOrphans = body.allowWidows = 0
    return {
        Look.TITLE: text_style(12, 15.5, bold=True, align=TA_CENTER),
        Look.BETWEEN: text_style(10.5, 14.5, align=TA_CENTER),
        Look.SUBTITLE: text_style(10.5, 14.5, bold=True, align=TA_CENTER),
        Look.NUMBER: text_style(10.5, 14.5, align=TA_CENTER),
        Look.HEADING: text_style(10.5, 14.5, bold=True, align=TA_CENTER),
        Look.BODY: body,
        Look.LIST: body,
        Look.RIGHT: text_style(10.5, 14.5, align=TA_RIGHT),
        Look.CELL: text_style(9.5, 12.5),
        Look.CELL_HEAD: text_style(9.5, 12.5, bold=True, align=TA_CENTER),
        Look.FIGURE: text_style(9.5, 12.5, align=TA_RIGHT),
        Look.SIGNED: text_style(10.5, 13.5, align=TA_CENTER),
        Look.SIGNED_STRONG: text_style(10.5, 13.5, bold=True, align=TA_CENTER),
        Look.STAMP: text_style(8, 10.5, align=TA_CENTER),
        Look.NOTICE: text_style(9, 12, align=TA_CENTER, colour=MUTED),
        Look.PART: text_style(10, 13, bold=True, colour=ACCENT),
        Look.VALUE: text_style(9, 12),
        Look.SMALL_CELL: text_style(8, 10.2),
        Look.SMALL_HEAD: text_style(8, 10.2, bold=True, align=TA_CENTER),
        Look.SMALL_FIGURE: text_style(8, 10.2, align=TA_RIGHT),
        Look.TOTAL: text_style(9.5, 12.5, bold=True),
        Look.TOTAL_FIGURE: text_style(9.5, 12.5, bold=True, align=TA_RIGHT),
        Look.SMALL_TOTAL: text_style(8, 10.2, bold=True),
        Look.SMALL_TOTAL_FIGURE: text_style(8, 10.2, bold=True, align=TA_RIGHT),
    }
