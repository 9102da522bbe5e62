"""The one way by which text reaches a paper.

Text becomes ready-made fragments, never markup: reportlab's own markup language is not spoken here, so
nothing that somebody typed can act as a tag, an entity or a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from lapas_desktop.documents.arabic import base_direction, is_right_to_left, joined, visual_order
from lapas_desktop.documents.fonts import font_runs
from lapas_desktop.documents.styles import MARKED
from lapas_desktop.domain.text import clean

LONGEST = 600  # characters in one paragraph; reportlab's time grows with the square of it
_BLANK = "\u00a0"


class Prose(Paragraph):
    """A paragraph of plain text. Right-to-left lines are put in visual order when they are drawn."""

    base = ""  # "R" or "L" when some letters run from right to left
    _fits = False  # the whole text is one line of one font: measured and drawn without reportlab's breaker
    _measured = -1.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Asked several times by tables; answered once a width."""
        if available_width == self._measured and hasattr(self, "blPara"):
            return self.width, self.height
        self._measured = available_width
        fragment = self.frags[0]
        if len(self.frags) == 1 and not self.base and hasattr(fragment, "text"):
            used = stringWidth(fragment.text, fragment.fontName, fragment.fontSize)
            self._fits = used <= available_width
            if self._fits:
                self.width, self.height = available_width, self.style.leading
                self.blPara, self._spare = None, available_width - used
                return self.width, self.height
        return super().wrap(available_width, available_height)

    def split(self, available_width: float, available_height: float) -> list[Prose]:
        if not hasattr(self, "blPara"):
            self.wrap(available_width, available_height)
        if self._fits:
            return [self] if available_height >= self.height else []
        parts: list[Any] = super().split(available_width, available_height)
        for part in parts:
            part.base = self.base
        return parts

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """A single line goes straight to its place, without a coordinate system of its own."""
        if not self._fits:
            super().drawOn(canvas, x, y, _sW)  # pyright: ignore[reportCallIssue] - missing in the stubs
            return
        fragment = self.frags[0]
        x += _indent(self.style, self._spare)
        canvas.setFillColor(fragment.textColor)
        canvas.setFont(fragment.fontName, fragment.fontSize)
        # one font size below the top, where reportlab puts a paragraph's first line
        canvas.drawString(x, y + self.height - fragment.fontSize, fragment.text)

    def draw(self) -> None:
        if self.base:
            self._reorder()
        super().draw()

    def _reorder(self) -> None:
        """Each broken line in visual order. Done once: a paragraph is drawn once."""
        block: Any = self.blPara
        if block.kind == 0:
            block.lines = [(extra, [visual_order(" ".join(words), self.base)]) for extra, words in block.lines]
            return
        for line in block.lines:
            shown = visual_order("".join(fragment.text for fragment in line.words), self.base)
            model = line.words[0]
            line.words = [model.clone(fontName=font, text=part) for font, part in font_runs(shown, self.style.fontName)]


def prose(text: str, style: ParagraphStyle, longest: int = LONGEST) -> list[Prose]:
    """The paragraphs of a text: one a line, lines above ``longest`` letters in several. Nothing of it is lost."""
    return [_paragraph(piece, style) for piece in _pieces(clean(text), longest)]


def mixed(parts: Sequence[tuple[str, str, bool]], style: ParagraphStyle) -> Prose:
    """One paragraph of (text, font, marked) parts, left to right; a marked part stands on a ground of its own."""
    fragments = []
    for text, face, marked in parts:
        for font, piece in font_runs(text, face):
            fragment = _fragment(piece, font, style)
            if marked:
                fragment.backColor = MARKED
            fragments.append(fragment)
    return Prose(None, style, frags=fragments)  # pyright: ignore[reportArgumentType] - fragments stand for text


def draw_line(canvas: Canvas, text: str, x: float, y: float, style: ParagraphStyle, room: float) -> None:
    """One line on the page, cut with an ellipsis at ``room`` points; right-aligned styles end at ``x``."""
    shown = " ".join(clean(text[:LONGEST]).split())
    if is_right_to_left(shown):
        shown = visual_order(joined(shown), base_direction(shown))
    if _width(shown, style) > room:
        while shown and _width(shown + "…", style) > room:
            shown = shown[:-1]
        shown += "…"
    x -= _indent(style, _width(shown, style))
    canvas.setFillColor(style.textColor)
    for font, part in font_runs(shown, style.fontName):
        canvas.setFont(font, style.fontSize)
        canvas.drawString(x, y, part)
        x += stringWidth(part, font, style.fontSize)


def _indent(style: ParagraphStyle, spare: float) -> float:
    """How much of the spare width stands before a line."""
    if style.alignment == TA_CENTER:
        return spare / 2
    return spare if style.alignment == TA_RIGHT else 0.0


def _width(text: str, style: ParagraphStyle) -> float:
    return sum(stringWidth(part, font, style.fontSize) for font, part in font_runs(text, style.fontName))


def _pieces(text: str, longest: int) -> Iterator[str]:
    blank = False
    for line in text.split("\n"):
        line = " ".join(line.split())
        if line:
            yield from _cut(line, longest)
        elif not blank:
            yield _BLANK if text else ""
        blank = not line


def _cut(line: str, longest: int) -> Iterator[str]:
    start = 0
    while len(line) - start > longest:
        space = line.rfind(" ", start, start + longest)
        end = space if space > start else start + LONGEST
        yield line[start:end]
        start = end + (space > start)
    yield line[start:]


def _paragraph(text: str, style: ParagraphStyle) -> Prose:
    base = ""
    if is_right_to_left(text):
        base = base_direction(text)
        text = joined(text)
    fragments = [_fragment(part, font, style) for font, part in font_runs(text, style.fontName)]
    paragraph = Prose(None, style, frags=fragments)  # pyright: ignore[reportArgumentType] - fragments stand for text
    paragraph.base = base
    return paragraph


def _fragment(text: str, font: str, style: ParagraphStyle) -> ParaFrag:
    return ParaFrag(
        text=text,
        fontName=font,
        fontSize=style.fontSize,
        textColor=style.textColor,
        rise=0,
        bold=0,
        italic=0,
        us_lines=[],
        link=[],
        greek=0,
        sub=0,
        sup=0,
        lineBreak=False,
    )
