"""Writes the blocks of a long paper as a Word file: named styles, fields for page numbers, no picture of text.

Numbers of pasal and ayat are text, as in the PDF: what is quoted and signed does not renumber itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from xml.sax.saxutils import escape

from lapas_desktop.documents import word_styles as fixed
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
from lapas_desktop.documents.package import packed
from lapas_desktop.documents.word_frame import Pictures, footer, frame, header, kop, size_of
from lapas_desktop.domain.text import clean

TWIPS = 567  # to a centimetre
_MARGINS = 2835  # twips: 3 cm left, 2 cm right
_ROOM = 1190  # twips for a hand and a meterai
_RIGHT_TO_LEFT = re.compile(r"([\u0590-\u08ff\ufb1d-\ufefc]+(?:[\s\d]*[\u0590-\u08ff\ufb1d-\ufefc]+)*)")


def docx(paper: Paper) -> bytes:
    """The paper as a Word file. Equal papers give equal bytes."""
    pictures = Pictures()
    width = size_of(paper.sheet)[0] - _MARGINS
    body = "".join(part for block in paper.blocks for part in _block(block, width, pictures))
    parts = {
        "[Content_Types].xml": fixed.content_types(),
        "_rels/.rels": fixed.package_relations(),
        "docProps/core.xml": fixed.core_part(paper.sheet),
        "docProps/app.xml": fixed.app_part(),
        "word/document.xml": (
            f"{fixed.HEADER}<w:document {fixed.NAMESPACES}><w:body>{body}{frame(paper.sheet)}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": fixed.document_relations(pictures.names()),
        "word/styles.xml": fixed.styles_part(),
        "word/settings.xml": fixed.settings_part(),
        "word/header1.xml": header(paper.sheet, numbered=True),
        "word/header2.xml": header(paper.sheet, numbered=False),
        "word/footer1.xml": footer(paper.sheet, width),
    }
    return packed({name: text.encode() for name, text in parts.items()} | pictures.contents())


def _block(block: Block, width: int, pictures: Pictures) -> Iterator[str]:
    match block:
        case Kop(letterhead):
            yield from kop(letterhead, width, pictures)
        case Gap(points):
            yield f'<w:p><w:pPr><w:spacing w:line="{int(points * 20)}" w:lineRule="exact"/></w:pPr></w:p>'
        case Paragraph():
            yield from _paragraphs(block)
        case Grid():
            yield _grid(block, width)
        case Facts():
            yield _facts(block, width)
        case NewPage():
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case Signatures():
            yield from _signatures(block, width)


def _paragraphs(block: Paragraph) -> Iterator[str]:
    for position, line in enumerate(lines(block.text)):
        marks = block.marks if position == 0 else ()
        runs = "".join(f"{run(mark.text)}<w:r><w:tab/></w:r>" for mark in marks) + run(line)
        yield paragraph(runs, fixed.style_id(block.look), _place(block, bool(marks)), block.keep)


def _place(block: Paragraph, marked: bool) -> str:
    """Tab stops and indents: the marks hang before the text."""
    if not block.indent:
        return ""
    indent = round(block.indent * TWIPS)
    begin = round(block.marks[0].at * TWIPS) if marked else indent
    stops = [round(mark.at * TWIPS) for mark in block.marks[1:]] if marked else []
    tabs = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in (*stops, indent)) if marked else ""
    tabs = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
    return f'{tabs}<w:ind w:left="{indent}" w:hanging="{indent - begin}"/>'


def _grid(grid: Grid, width: int) -> str:
    whole = sum(column.share for column in grid.columns)
    widths = [int(width * column.share / whole) for column in grid.columns]
    head = [cell(column.heading, grid.heading_look, room) for column, room in zip(grid.columns, widths, strict=True)]
    rows = [
        "".join(cell(text, look, room) for text, look, room in zip(row, looks, widths, strict=True))
        for some, looks in ((grid.rows, grid.looks()), (grid.totals, grid.looks(total=True)))
        for row in some
    ]
    body = "".join(f"<w:tr>{cells}</w:tr>" for cells in rows)
    return table(f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(head)}</w:tr>{body}", widths, ruled=True)


def _facts(facts: Facts, width: int) -> str:
    share = width // len(facts.lists)
    widths = [int(share * facts.label), share - int(share * facts.label)]
    rows = (
        "".join(
            cell(text, look, room, keep=facts.keep)
            for pair in pairs
            for text, look, room in zip(pair, (Look.LABEL, Look.VALUE), widths, strict=True)
        )
        for pairs in zip_longest(*facts.lists, fillvalue=("", ""))
    )
    return table("".join(map(_row, rows)), widths * len(facts.lists), ruled=False) + _spacer()


def _signatures(block: Signatures, width: int) -> Iterator[str]:
    yield _spacer()
    if block.lead:
        yield paragraph(run(block.lead), fixed.style_id(Look.SIGNED), keep=True)
    for start in range(0, len(block.blocks), block.across):
        group = block.blocks[start : start + block.across]
        widths = [width // len(group)] * len(group)
        room = widths[0]
        rows = (
            _row("".join(cell(s.above, Look.SIGNED, room, keep=True) for s in group)),
            _row("".join(cell(s.note, Look.STAMP, room, keep=True, middle=True) for s in group), _ROOM),
            _row("".join(_signer(s, room) for s in group)),
        )
        yield table("".join(rows), widths, ruled=False)
        yield _spacer()


def _signer(signature: Signature, room: int) -> str:
    name = texts(signature.name, Look.SIGNED_STRONG, keep=True)
    return _cell(name + texts(signature.below, Look.SIGNED, keep=False), room)


def _row(cells: str, height: int = 0) -> str:
    exact = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{exact}</w:trPr>{cells}</w:tr>"


def _spacer() -> str:
    """Between two tables stands a paragraph, else Word makes them one."""
    return '<w:p><w:pPr><w:keepNext/><w:spacing w:line="160" w:lineRule="exact"/></w:pPr></w:p>'


def table(rows: str, widths: Sequence[int], *, ruled: bool) -> str:
    """A table of fixed columns, in twips."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines_ = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="1B1F24"/>' for edge in edges)
    borders = f"<w:tblBorders>{lines_}</w:tblBorders>" if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def cell(said: str | Iterable[str], look: Look, width: int, *, keep: bool = False, middle: bool = False) -> str:
    """A cell of one text, or of several below each other."""
    return _cell(texts(said, look, keep=keep), width, middle=middle)


def _cell(paragraphs: str, width: int, *, middle: bool = False) -> str:
    place = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{place}</w:tcPr>{paragraphs or "<w:p/>"}</w:tc>'


def texts(said: str | Iterable[str], look: Look, *, keep: bool) -> str:
    """Paragraphs in one style."""
    whole = [said] if isinstance(said, str) else said
    return "".join(paragraph(run(line), fixed.style_id(look), keep=keep) for text in whole for line in lines(text))


def paragraph(runs: str, style: str, place: str = "", keep: bool = False) -> str:
    """A paragraph of ready runs."""
    kept = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{place}</w:pPr>{runs}</w:p>'


def run(text: str) -> str:
    """Plain text; what runs from right to left says so, else Word sets it in the wrong order."""
    parts = _RIGHT_TO_LEFT.split(text) if not text.isascii() else [text]
    return "".join(
        f'<w:r>{"<w:rPr><w:rtl/></w:rPr>" if position % 2 else ""}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for position, part in enumerate(parts)
        if part
    )


def lines(text: str) -> list[str]:
    """The paragraphs of a text, one a line, as the PDF takes them; an empty text is one empty line."""
    return [line for line in (" ".join(part.split()) for part in clean(text).split("\n")) if line] or [""]
