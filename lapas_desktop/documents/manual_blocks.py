"""Markdown as blocks of a paper: headings, paragraphs, lists, tables, notes and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown_it.token import Token
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable, Image, KeepTogether, Spacer, Table

from lapas_desktop.documents import fonts
from lapas_desktop.documents.markdown import tokens
from lapas_desktop.documents.paper import TableColumn, bare_table, table
from lapas_desktop.documents.prose import mixed, prose
from lapas_desktop.documents.styles import ACCENT, NOTE, styles
from lapas_desktop.i18n import N_, translations

_PIXEL = 0.46  # points of the paper for a pixel of the window: a whole window fills the text width
_TALLEST = 11 * cm
_NUMBER = 0.65 * cm
_FACES = {"strong_open": fonts.BOLD, "em_open": fonts.ITALIC}


class Writer:
    """Reads one text from its first token to its last. ``pages`` says on which page a chapter begins."""

    def __init__(self, folder: Path, width: float, pages: Mapping[str, int], language: str) -> None:
        self._folder, self._width, self._pages = folder, width, pages
        self._on_page = translations(language).gettext(N_(" (hal. {n})"))

    def blocks(self, text: str) -> Iterator[Flowable]:
        """The blocks of a text in their order."""
        yield from self._blocks(tokens(text), self._width)

    def _blocks(self, found: Sequence[Token], width: float) -> Iterator[Flowable]:
        for token, inside in _groups(found):
            if token.type == "heading_open":
                yield from self._heading(token.tag, inside)
            elif token.type == "paragraph_open":
                yield from self._paragraph(inside[0], width)
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield from self._list(token, inside, width)
            elif token.type == "blockquote_open":
                yield from self._note(inside, width)
            elif token.type == "table_open":
                yield from self._table(inside, width)

    def _heading(self, tag: str, inside: Sequence[Token]) -> Iterator[Flowable]:
        look = styles()
        yield CondPageBreak(3 * cm)
        if tag != "h1":
            yield Spacer(0, 8)
        yield self._mixed(inside[0], look.chapter if tag == "h1" else look.section)
        yield Spacer(0, 4 if tag == "h1" else 2)

    def _paragraph(self, inline: Token, width: float) -> Iterator[Flowable]:
        pictures = [child for child in inline.children or [] if child.type == "image"]
        if pictures:
            for picture in pictures:
                yield from self._picture(picture, width)
        else:
            yield self._mixed(inline, styles().reading)
            yield Spacer(0, 5)

    def _picture(self, picture: Token, width: float) -> Iterator[Flowable]:
        """A picture and the words under it, on one page."""
        path = self._folder / str(picture.attrs["src"])
        together: list[Flowable] = []
        if path.is_file():  # a damaged installation prints the words at least
            wide, high = ImageReader(str(path)).getSize()
            scale = min(_PIXEL, (width - 2) / wide, _TALLEST / high)
            image = Image(str(path), wide * scale, high * scale)
            together += [Table([[image]], [wide * scale + 2], style=_FRAME, hAlign="LEFT"), Spacer(0, 2)]
        yield KeepTogether([*together, *prose(picture.content, styles().small)])
        yield Spacer(0, 7)

    def _list(self, opening: Token, inside: Sequence[Token], width: float) -> Iterator[Flowable]:
        number = int(opening.attrs.get("start", 1))
        for _item, content in _groups(inside):
            mark = "•" if opening.type.startswith("bullet") else f"{number}."
            number += 1
            body = list(self._blocks(content, width - _NUMBER))
            yield bare_table([[prose(mark, styles().list_mark), body]], [_NUMBER, width - _NUMBER])
        yield Spacer(0, 4)

    def _note(self, inside: Sequence[Token], width: float) -> Iterator[Flowable]:
        body = list(self._blocks(inside, width - 20))
        yield Table([[body]], [width], style=_NOTE_STYLE, splitInRow=1)
        yield Spacer(0, 7)

    def _table(self, inside: Sequence[Token], width: float) -> Iterator[Flowable]:
        rows = [
            [self._plain(cell[0]) for _cell, cell in _groups(row)]
            for _part, part in _groups(inside)
            for _row, row in _groups(part)
        ]
        shares = [min(max(len(row[number]) for row in rows), 60) + 4 for number in range(len(rows[0]))]
        columns = [TableColumn(head, share) for head, share in zip(rows[0], shares, strict=True)]
        yield table(columns, rows[1:], width, 2.5 if len(rows) <= _MANY else 1.3)
        yield Spacer(0, 8)

    def _mixed(self, inline: Token, style: ParagraphStyle) -> Flowable:
        return mixed(self._parts(inline, style.fontName), style)

    def _plain(self, inline: Token) -> str:
        return "".join(text for text, _face, _code in self._parts(inline, fonts.REGULAR))

    def _parts(self, inline: Token, face: str) -> list[tuple[str, str, bool]]:
        """(text, font, whether it is a key or a name to type) from left to right."""
        parts: list[tuple[str, str, bool]] = []
        faces, target = [face], ""
        for child in inline.children or []:
            if child.type in _FACES:
                faces.append(_FACES[child.type])
            elif child.type in ("strong_close", "em_close"):
                faces.pop()
            elif child.type == "link_open":
                target = str(child.attrs["href"]).removesuffix(".md")
            elif child.type == "link_close" and target in self._pages:
                parts.append((self._on_page.format(n=self._pages[target]), faces[-1], False))
            elif child.type in ("softbreak", "hardbreak"):
                parts.append((" ", faces[-1], False))
            elif child.content:
                parts.append((child.content, faces[-1], child.type == "code_inline"))
        return parts


def _groups(found: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Each outermost token with what lies between its begin and its end."""
    start = 0
    while start < len(found):
        end = start
        depth = found[start].nesting
        while depth > 0:
            end += 1
            depth += found[end].nesting
        yield found[start], found[start + 1 : end]
        start = end + 1


_MANY = 30  # rows: a table as long as a sheet is set closer
_FRAME: list[tuple[Any, ...]] = [
    ("BOX", (0, 0), (-1, -1), 0.5, NOTE),
    *((side, (0, 0), (-1, -1), 1) for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")),
]
_NOTE_STYLE: list[tuple[Any, ...]] = [
    ("BACKGROUND", (0, 0), (-1, -1), NOTE),
    ("LINEBEFORE", (0, 0), (0, -1), 2.5, ACCENT),
    ("LEFTPADDING", (0, 0), (-1, -1), 10),
    ("RIGHTPADDING", (0, 0), (-1, -1), 10),
    ("TOPPADDING", (0, 0), (-1, -1), 6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
]
