"""How the manual lies on its pages: title page, contents, a chapter a help page."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
from reportlab.platypus.flowables import HRFlowable

from lapas_desktop.documents.manual_blocks import Writer
from lapas_desktop.documents.manual_data import Chapter, Manual
from lapas_desktop.documents.paper import bare_table, text_width
from lapas_desktop.documents.prose import prose
from lapas_desktop.documents.sheet import Sheet
from lapas_desktop.documents.styles import ACCENT, LINE, styles
from lapas_desktop.domain.wording import format_date
from lapas_desktop.i18n import N_, translations

Pages = dict[str, int]  # chapter → its first page, learned while laying out

BOOK = N_("Buku Panduan")
_PAPER = "A4"


def sheet(manual: Manual) -> Sheet:
    """What the manual says about itself."""
    t = translations(manual.language).gettext
    title = f"{t(BOOK)} Lapas Desktop" if manual.is_book else manual.chapters[0].title
    author = f"Lapas Desktop {manual.version}"
    return Sheet(title, author, paper=_PAPER, language=manual.language, printed_on=manual.printed_on, head=title)


def story(manual: Manual, pages: Pages) -> Iterator[Flowable]:
    """The whole book; ``pages`` is read for the contents and filled while the chapters are drawn."""
    known = dict(pages)
    if manual.is_book:
        yield from _title_page(manual)
        yield from _contents(manual, known)
    for position, chapter in enumerate(manual.chapters):
        if position or manual.is_book:
            yield Spacer(0, 20)
            yield CondPageBreak(11 * cm)
        yield _Begin(chapter, pages)
        blocks = list(Writer(manual.folder, text_width(_PAPER), known, manual.language).blocks(chapter.text))
        while blocks and isinstance(blocks[-1], Spacer):  # room behind the last line is no reason for a page
            blocks.pop()
        yield from blocks


def _title_page(manual: Manual) -> Iterator[Flowable]:
    look, t = styles(), translations(manual.language).gettext
    yield Spacer(0, 6.5 * cm)
    yield from prose("Lapas Desktop", look.book_title)
    yield Spacer(0, 6)
    yield from prose(t(BOOK), look.book_subtitle)
    yield Spacer(0, 14)
    yield HRFlowable("30%", 2, color=ACCENT, lineCap="butt", spaceBefore=0, spaceAfter=14)
    yield from prose(t(N_("Perjanjian, pengiriman dan surat-suratnya di kantor Bimbingan Kerja")), look.centred)
    yield Spacer(0, 9 * cm)
    told = t(N_("Versi {version} · {day}"))
    yield from prose(
        told.format(version=manual.version, day=format_date(manual.printed_on, manual.language)), look.centred
    )
    yield PageBreak()


def _contents(manual: Manual, known: Pages) -> Iterator[Flowable]:
    look, width = styles(), text_width(_PAPER)
    yield from prose(translations(manual.language).gettext(N_("Daftar isi")), look.chapter)
    yield Spacer(0, 8)
    for chapter in manual.chapters:
        page = str(known.get(chapter.name, ""))
        yield bare_table(
            [[prose(chapter.title, look.contents), prose(page, look.contents_page)]],
            [width - 1.5 * cm, 1.5 * cm],
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        )
    yield PageBreak()


class _Begin(Flowable):
    """Where a chapter begins: noted for the contents, and an entry beside the pages on screen."""

    def __init__(self, chapter: Chapter, pages: Pages) -> None:
        super().__init__()
        self._chapter, self._pages = chapter, pages

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        canvas: Canvas = self.canv
        self._pages[self._chapter.name] = canvas.getPageNumber()
        canvas.bookmarkHorizontal(self._chapter.name, 0, 24)
        canvas.addOutlineEntry(self._chapter.title, self._chapter.name, 0)
