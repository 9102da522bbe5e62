"""The sheet of a PDF paper: frame, kop, page numbers, watermark, tables. Papers only stack blocks on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, Image, PageTemplate, Spacer, Table
from reportlab.platypus.flowables import HRFlowable

from lapas_desktop.documents.output import published
from lapas_desktop.documents.prose import draw_line, prose
from lapas_desktop.documents.sheet import Letterhead, Sheet
from lapas_desktop.documents.styles import ACCENT, BOTTOM, INK, LEFT, LINE, RIGHT, SIZES, TOP, styles
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.wording import format_date
from lapas_desktop.i18n import N_, _, said

NUMBER_AND_PAGE = N_("Nomor {number} · Halaman {page} dari {pages}")
PAGE = N_("Halaman {page} dari {pages}")
PRINTED = N_("Dicetak {day}")
PARAF = "Paraf"
LABEL_SHARE = 0.24  # of the text width
_KOP_LINES = 8
_LOGO = 2.2 * cm
_DOT = 7 / 9  # widest part of a watermark's letters against their size

rl_config.useA85 = 0  # streams as bytes: a quarter smaller than reportlab's ASCII, and faster


def text_width(paper: str) -> float:
    """Points between the margins of a sheet that stands upright."""
    return SIZES[paper][0] - LEFT - RIGHT


def size_of(sheet: Sheet) -> tuple[float, float]:
    """Width and height of the whole sheet in points."""
    short, long = SIZES[sheet.paper]
    return (long, short) if sheet.landscape else (short, long)


def write(path: Path | str, sheet: Sheet, story: Iterable[Flowable]) -> None:
    """Lays the story out and publishes the file. Equal input gives equal bytes."""
    content = rendered(sheet, story)
    with published(path) as temporary:
        temporary.write_bytes(content)


def rendered(sheet: Sheet, story: Iterable[Flowable]) -> bytes:
    """The PDF as bytes, for the preview as for the file; an empty story gives an empty sheet."""
    styles()
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=size_of(sheet),
        leftMargin=LEFT,
        rightMargin=RIGHT,
        topMargin=TOP,
        bottomMargin=BOTTOM,
        title=sheet.title,
        author=sheet.author,
        subject=sheet.reference,
        creator="Lapas Desktop",
        lang=sheet.language,
        invariant=1,
        displayDocTitle=1,
        initialFontName=styles().body.fontName,
    )
    frame = Frame(
        LEFT, BOTTOM, document.width, document.height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _doc: _watermark(canvas, sheet)))

    def canvas(*args: Any, **options: Any) -> _CountedCanvas:
        counted = _CountedCanvas(*args, **options)
        counted.sheet = sheet
        return counted

    document.build(list(story) or [Spacer(0, 0)], canvasmaker=canvas)
    return buffer.getvalue()


class _CountedCanvas(Canvas):
    """Holds the pages back until their number is known, then adds the lines that name it."""

    sheet: Sheet

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._held.append(dict(self.__dict__))
        self._startPage()  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs

    def save(self) -> None:
        for number, page in enumerate(self._held, start=1):
            self.__dict__.update(page)
            _page_lines(self, self.sheet, number, len(self._held))
            super().showPage()
        super().save()


def _page_lines(canvas: Canvas, sheet: Sheet, page: int, pages: int) -> None:
    """Number and page on top of later pages; page and day of printing below every page."""
    t = partial(said, language=sheet.language)
    width, height = size_of(sheet)
    style, room = styles().small_right, width - LEFT - RIGHT
    numbered = t(PAGE).format(page=page, pages=pages)
    if page > 1:
        with_number = t(NUMBER_AND_PAGE).format(number=sheet.reference or "—", page=page, pages=pages)
        with_number = f"{sheet.head} · {numbered}" if sheet.head else with_number
        draw_line(canvas, with_number, width - RIGHT, height - 1.35 * cm, style, room)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, 1.9 * cm, width - RIGHT, 1.9 * cm)
    if sheet.initials:
        _initials(canvas, sheet.initials, room)
        return
    draw_line(canvas, numbered, width - RIGHT, 1.5 * cm, style, room)
    note = sheet.author
    if sheet.printed_on:
        note += " · " + t(PRINTED).format(day=format_date(sheet.printed_on, sheet.language))
    draw_line(canvas, note, LEFT, 1.5 * cm, styles().small, room - 3.5 * cm)


def _initials(canvas: Canvas, initials: Sequence[str], room: float) -> None:
    """Who puts a paraf on the page, each with a line to write on."""
    style, share = styles().small, (room - 1.1 * cm) / len(initials)
    draw_line(canvas, PARAF, LEFT, 1.2 * cm, style, cm)
    canvas.setStrokeColor(INK)
    for position, called in enumerate(initials):
        begin = LEFT + 1.1 * cm + position * share
        draw_line(canvas, called, begin, 1.2 * cm, style, 2.2 * cm)
        canvas.line(begin + 2.2 * cm, 1.1 * cm, begin + share - 0.1 * cm, 1.1 * cm)


def _watermark(canvas: Canvas, sheet: Sheet) -> None:
    if not sheet.watermark:
        return
    width, height = size_of(sheet)
    style = styles().mark
    size = min(style.fontSize, 480 / (_DOT * len(sheet.watermark)))
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52 if height > width else 32)
    canvas.setFillColor(style.textColor)
    canvas.setFont(style.fontName, size)
    canvas.drawCentredString(0, -size / 3, sheet.watermark)
    canvas.restoreState()


def kop(letterhead: Letterhead, width: float) -> Iterator[Flowable]:
    """The letterhead with its thick and thin rule; nothing when the office has given none."""
    if not letterhead.lines:
        return
    lines: list[Flowable] = []
    for position, line in enumerate(letterhead.lines[:_KOP_LINES]):
        bold = position == letterhead.bold_line
        lines += prose(line, styles().kop_bold if bold else styles().kop)
    side = _LOGO + 6 if letterhead.logo or letterhead.logo_right else 0
    if side:
        row = [_logo(letterhead.logo), lines, _logo(letterhead.logo_right)]
        yield Table([row], [side, width - 2 * side, side], style=[*_BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    else:
        yield from lines
    yield Spacer(0, 5)
    yield HRFlowable("100%", 2, color=INK, lineCap="butt", spaceBefore=0, spaceAfter=1.6)
    yield HRFlowable("100%", 0.6, color=INK, lineCap="butt", spaceBefore=0, spaceAfter=12)


def _logo(content: bytes | None) -> Flowable | str:
    if not content:
        return ""
    try:
        width, height = ImageReader(BytesIO(content)).getSize()
        scale = _LOGO / max(width, height)
        return Image(BytesIO(content), width * scale, height * scale)
    except (OSError, ValueError, ZeroDivisionError) as error:
        raise Refused(_("Gambar logo tidak dapat dibaca: pilih berkas PNG atau JPEG lain di profil kantor.")) from error


_BARE: list[tuple[Any, ...]] = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def bare_table(rows: list[list[Any]], widths: list[float], *extra: tuple[Any, ...]) -> Table:
    """Cells side by side without lines or padding."""
    return Table(rows, widths, style=[*_BARE, *extra], splitInRow=1)


def heading(text: str) -> list[Flowable]:
    """The title of a section, never the last thing on a page."""
    return [CondPageBreak(2.4 * cm), Spacer(0, 9), *prose(text, styles().heading), Spacer(0, 3)]


@dataclass(frozen=True)
class TableColumn:
    """``share`` of the text width; figures stand on the right."""

    heading: str
    share: float
    figure: bool = False


def table(columns: Sequence[TableColumn], rows: Iterable[Sequence[str]], width: float, air: float = 2.5) -> Table:
    """A table of texts, with ``air`` points over and under each.

    The headings come again on every page; a row longer than a page is divided.
    """
    look = styles()
    body = [look.figure if column.figure else look.cell for column in columns]
    cells: list[list[Any]] = [
        [prose(column.heading, look.head_right if column.figure else look.head) for column in columns]
    ]
    cells += [[prose(text, style) for text, style in zip(row, body, strict=True)] for row in rows]
    whole = sum(column.share for column in columns)
    return Table(
        cells,
        [width * column.share / whole for column in columns],
        repeatRows=1,
        splitInRow=1,
        style=[
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), air),
            ("BOTTOMPADDING", (0, 0), (-1, -1), air),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT),
        ],
    )


class FactRow(Flowable):
    """Label and paragraph side by side. Light, because most of a paper is made of them."""

    def __init__(
        self, label: Flowable | None, paragraph: Flowable | None, gap: float, share: float = LABEL_SHARE
    ) -> None:
        super().__init__()
        self._label, self._paragraph, self._gap, self._share = label, paragraph, gap, share

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._begin = available_width * self._share
        room = ((self._label, self._begin - 4), (self._paragraph, available_width - self._begin))
        heights = [part.wrap(width, available_height)[1] for part, width in room if part]
        self.width, self.height = available_width, self._gap + max(heights, default=0)
        return self.width, self.height

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        for part, indent in ((self._label, 0), (self._paragraph, self._begin)):
            if part:
                part.drawOn(canvas, x + indent, y + self.height - self._gap - part.height)


def fact_rows(facts: Iterable[tuple[str, Sequence[Flowable]]], share: float = LABEL_SHARE) -> list[Flowable]:
    """A row a paragraph, so that any of them may begin a new page; the label stands beside the first."""
    rows: list[Flowable] = []
    for label, paragraphs in facts:
        pairs = zip_longest(prose(label, styles().label), paragraphs)
        rows += [FactRow(*pair, gap=0 if position else 2, share=share) for position, pair in enumerate(pairs)]
    return rows


def texts(facts: Iterable[tuple[str, str]]) -> list[tuple[str, Sequence[Flowable]]]:
    """Facts given as text, for `fact_rows`; what is not known shows as a dash."""
    return [(label, prose(text or "—", styles().body)) for label, text in facts]
