"""Carton labels: eight on an A4 sheet, for sticker sheets of 99,1 × 67,7 mm or plain paper cut at the marks.

One label a carton: who gets it, where it goes, shipping marks, what is in it, weights, "3 / 271", and a code of the
shipment's number and the carton's. What equal cartons share is drawn once and only called again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lapas_desktop.documents.codes import draw_code128, draw_qr
from lapas_desktop.documents.manifest_data import ExportManifest, Package, Party
from lapas_desktop.documents.output import published
from lapas_desktop.documents.prose import Prose, draw_line, prose
from lapas_desktop.documents.styles import INK, LINE, MUTED, PALE, styles, text_style
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _

MOST_LABELS = 10_000  # in one file
ACROSS, DOWN = 2, 4
WIDTH, HEIGHT, GAP = 99.1 * mm, 67.7 * mm, 2.5 * mm
_LEFT = (A4[0] - ACROSS * WIDTH - (ACROSS - 1) * GAP) / 2
_BOTTOM = (A4[1] - DOWN * HEIGHT) / 2
_PAD, _CUT = 4 * mm, 2.5 * mm
_INNER = WIDTH - 2 * _PAD
_QR = 27 * mm
_ASIDE = _INNER - _QR - 2 * mm  # beside the QR code
_SAID = 2.8 * mm  # the code's text under it
_BARS = 7 * mm  # height of Code 128
_MIDDLE = _PAD + _SAID + _BARS + 1.4 * mm  # where marks and contents begin, from below
_BAND = 17 * mm  # height of marks and contents
_MARKS = 37 * mm  # width of the marks
_LEADING = 1.18
WORDS = {
    "id": {"to": "KEPADA", "way": "TUJUAN", "marks": "TANDA", "content": "ISI", "net": "Bersih", "gross": "Kotor",
           "draft": "KONSEP", "sample": "CONTOH", "void": "BATAL"},
    "en": {"to": "CONSIGNEE", "way": "DESTINATION", "marks": "SHIPPING MARKS", "content": "CONTENTS", "net": "Net",
           "gross": "Gross", "draft": "DRAFT · KONSEP", "sample": "SAMPLE · CONTOH", "void": "VOID · BATAL"},
}  # fmt: skip


@dataclass(frozen=True)
class Cartons:
    """A run of equal cartons; ``contents`` is what lies in each, the first row bears its weights."""

    first: int
    last: int
    contents: tuple[Package, ...]


def build_labels(
    manifest: ExportManifest, path: Path | str, first: int | None = None, last: int | None = None,
    progress: Progress = UNSEEN,
) -> None:  # fmt: skip
    """Writes the labels of the cartons from ``first`` to ``last`` (all when left out), whole or not at all.

    `Refused` when nothing is packed, a number does not exist or more than `MOST_LABELS` are asked for.
    """
    content = labels_pdf(manifest, first, last, progress)
    with published(path) as temporary:
        temporary.write_bytes(content)


def labels_pdf(
    manifest: ExportManifest, first: int | None = None, last: int | None = None, progress: Progress = UNSEEN
) -> bytes:
    """The labels as a PDF; the same manifest gives the same bytes."""
    runs = cartons_of(manifest)
    if not runs:
        raise Refused(_(N_("Belum dikemas: isi daftar kemasan dahulu.")))
    highest = max(run.last for run in runs)
    first, last = runs[0].first if first is None else first, highest if last is None else last
    chosen = list(_chosen(runs, first, last, highest))
    total = sum(run.last - run.first + 1 for run in chosen)
    if total > MOST_LABELS:
        text = _(N_("{n} label terlalu banyak dalam satu berkas: pilih nomor, paling banyak {most} sekaligus."))
        raise Refused(text.format(n=format_number(total), most=format_number(MOST_LABELS)))
    return _Sheets(manifest, highest).drawn(chosen, total, progress)


def cartons_of(manifest: ExportManifest) -> list[Cartons]:
    """The runs by number; rows that bear the same numbers are one mixed run, wherever they stand."""
    found: dict[tuple[int, int], list[Package]] = {}
    span = (0, 0)
    for package in manifest.packages:
        if package.from_no is not None:
            span = (package.from_no, package.to_no or package.from_no)
        found.setdefault(span, []).append(package)
    return [Cartons(*span, tuple(rows)) for span, rows in sorted(found.items())]


def _chosen(runs: Sequence[Cartons], first: int, last: int, highest: int) -> Iterator[Cartons]:
    if first > last:
        raise Refused(_(N_("Nomor awal {first} lebih besar dari nomor akhir {last}.")).format(first=first, last=last))
    if first < runs[0].first or last > highest:
        text = _(N_("Nomor kemasan {first} sampai {last} tidak ada: nomornya {lowest} sampai {highest}."))
        raise Refused(text.format(first=first, last=last, lowest=runs[0].first, highest=highest))
    for run in runs:
        begin, end = max(run.first, first), min(run.last, last)
        if begin <= end:
            yield Cartons(begin, end, run.contents)


class _Sheets:
    """The sheets in the making."""

    def __init__(self, manifest: ExportManifest, highest: int) -> None:
        self.manifest = manifest
        self.highest = highest
        abroad = manifest.transport.destination_code not in ("", "ID") or manifest.kind_code == "ekspor"
        self.language = "en" if abroad else "id"
        self.words = WORDS[self.language]
        self.buffer = BytesIO()
        font: Any = styles().body.fontName  # a name, although annotated as a figure
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=True, initialFontName=font)

    def drawn(self, runs: Sequence[Cartons], total: int, progress: Progress) -> bytes:
        canvas, manifest = self.canvas, self.manifest
        canvas.setTitle(f"Label {manifest.reference}")
        canvas.setAuthor(manifest.office.name)
        canvas.setCreator("Lapas Desktop")
        self._form("head", self._head)
        done = 0
        for number, run in enumerate(runs):
            self._form(f"run{number}", lambda run=run: self._run(run))
            for carton in range(run.first, run.last + 1):
                place = done % (ACROSS * DOWN)
                if place == 0:
                    progress(done, total)
                    if done:
                        canvas.showPage()
                    _cut_marks(canvas)
                self._label(f"run{number}", carton, place)
                done += 1
        canvas.showPage()
        canvas.save()
        progress(total, total)
        return self.buffer.getvalue()

    def _form(self, name: str, draw: Callable[[], None]) -> None:
        """Draws once what is called again by its name."""
        self.canvas.beginForm(name, 0, 0, WIDTH, HEIGHT)
        self.canvas.setFillColor(INK)
        draw()
        self.canvas.endForm()

    def _label(self, run: str, carton: int, place: int) -> None:
        row, column = divmod(place, ACROSS)
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(_LEFT + column * (WIDTH + GAP), _BOTTOM + (DOWN - 1 - row) * HEIGHT)
        canvas.doForm("head")
        canvas.doForm(run)
        canvas.setFillColor(INK)
        right, top = WIDTH - _PAD, HEIGHT - _PAD
        self._number(f"{carton} / {self.highest}", right, top)
        text = f"{self.manifest.reference} {carton}/{self.highest}"
        draw_qr(canvas, text, right - _QR, top - 8.5 * mm - _QR, _QR)
        draw_code128(canvas, text, _PAD, _PAD + _SAID, _INNER, _BARS)
        draw_line(canvas, text, WIDTH / 2, _PAD + 0.3 * mm, _style(7.5, False, 1, True), _INNER)
        canvas.restoreState()

    def _number(self, text: str, right: float, top: float) -> None:
        font, size = styles().strong.fontName, 20.0
        room = _QR + 8 * mm
        size *= min(1.0, room / stringWidth(text, font, size))
        self.canvas.setFont(font, size)
        self.canvas.drawRightString(right, top - 6.5 * mm, text)

    def _head(self) -> None:
        """What all labels share: receiver, destination, number of the shipment, what the paper is worth."""
        manifest, top = self.manifest, HEIGHT - _PAD
        self._watermark()
        receiver = _receiver(manifest)
        draw_line(self.canvas, self.words["to"], _PAD, top - 2 * mm, _style(6, False), _ASIDE)
        name, address = (receiver.name, receiver.address) if receiver else ("—", "")
        below = _fitted(self.canvas, name, (_PAD, top - 2.6 * mm), (_ASIDE, 9.6 * mm), (12, 10, 8.5, 7), True)
        _fitted(self.canvas, address, (_PAD, below), (_ASIDE, below - top + 19.2 * mm), (8, 7, 6, 5.2))
        draw_line(self.canvas, self.words["way"], _PAD, top - 21.5 * mm, _style(6, False), _ASIDE)
        way = self._destination()
        _fitted(self.canvas, way, (_PAD, top - 22.1 * mm), (_ASIDE, 9.2 * mm), (12, 10, 8.5, 7), True)
        self.canvas.setStrokeColor(LINE)
        self.canvas.setLineWidth(0.5)
        line = _MIDDLE + _BAND + 0.6 * mm
        self.canvas.line(_PAD, line, _PAD + _ASIDE, line)

    def _destination(self) -> str:
        way = self.manifest.transport
        country = way.destination_en if self.language == "en" else way.destination
        receiver = _receiver(self.manifest)
        port = re.sub(rf"\(?\b{way.discharge_code}\b\)?", "", way.port_of_discharge).strip(" ,-")
        place = port or (receiver.address if receiver and self.language == "id" else "")
        return ", ".join(filter(None, (place, country))).upper() or "—"

    def _run(self, run: Cartons) -> None:
        """What equal cartons share: kind, marks, contents, weights."""
        canvas, measured, top = self.canvas, run.contents[0], _MIDDLE + _BAND
        marks = [*self.manifest.marks, *filter(None, [measured.marks])]
        draw_line(canvas, self.words["marks"], _PAD, top - 2 * mm, _style(6, False), _MARKS)
        sizes = (8.5, 7.5, 6.5, 5.5, 4.8)
        _fitted(canvas, "\n".join(marks), (_PAD, top - 2.6 * mm), (_MARKS, _BAND - 2.6 * mm), sizes, True)
        left, room = _PAD + _MARKS + 2 * mm, _INNER - _MARKS - 2 * mm
        kind = (measured.kind_en if self.language == "en" else measured.kind).upper()
        heading = f"{self.words['content']} · {kind}" if kind else self.words["content"]
        draw_line(canvas, heading, left, top - 2 * mm, _style(6, False), room)
        rows = "\n".join(filter(None, (self._content(row) for row in run.contents))) or "—"
        _fitted(canvas, rows, (left, top - 2.6 * mm), (room, 10.4 * mm), (9, 8, 7, 6, 5), True)
        draw_line(canvas, self._weights(measured), left, _MIDDLE + 1.2 * mm, _style(8, False, 0, True), room)

    def _content(self, row: Package) -> str:
        name, unit = (row.content_en, row.unit_en) if self.language == "en" else (row.content, row.unit or row.unit_en)
        figure = "" if row.quantity_each is None else f"{format_number(row.quantity_each, self.language)} {unit}"
        return " · ".join(filter(None, (figure.strip(), name)))

    def _weights(self, measured: Package) -> str:
        parts = ((self.words["net"], measured.net_each), (self.words["gross"], measured.gross_each))
        return " · ".join(
            f"{word} {format_number(weight, self.language)} kg" if weight else f"{word} — kg" for word, weight in parts
        )

    def _watermark(self) -> None:
        marks = (
            ("void", self.manifest.is_void),
            ("draft", self.manifest.is_draft),
            ("sample", self.manifest.is_sample),
        )
        text = " · ".join(self.words[name] for name, wanted in marks if wanted)
        if not text:
            return
        font = styles().mark.fontName
        size = min(30.0, _ASIDE / stringWidth(text, font, 1))
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(_PAD + _ASIDE / 2, HEIGHT / 2 + 3 * mm)
        canvas.rotate(20)
        canvas.setFillColor(PALE)
        canvas.setFont(font, size)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()
        canvas.setFillColor(INK)


def _receiver(manifest: ExportManifest) -> Party | None:
    for role in ("Consignee", "Buyer"):
        for party in manifest.parties:
            if party.role_en == role:
                return party
    return None


def _cut_marks(canvas: Canvas) -> None:
    """A small cross at each corner of the labels."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    for column in range(ACROSS):
        left = _LEFT + column * (WIDTH + GAP)
        for x in (left, left + WIDTH):
            for y in (_BOTTOM + row * HEIGHT for row in range(DOWN + 1)):
                canvas.line(x - _CUT / 2, y, x + _CUT / 2, y)
                canvas.line(x, y - _CUT / 2, x, y + _CUT / 2)


@lru_cache(maxsize=64)
def _style(size: float, bold: bool, align: int = 0, dark: bool = False) -> ParagraphStyle:
    colour = INK if bold or dark else MUTED
    return text_style(size, size * _LEADING, bold=bold, align=1 if align else 0, colour=colour)


def _fitted(
    canvas: Canvas, text: str, corner: tuple[float, float], room: tuple[float, float], sizes: Sequence[float],
    bold: bool = False,
) -> float:  # fmt: skip
    """A text in a box, from its upper left corner, in the largest of the sizes in which all of it stands there.

    Too long even for the smallest, it ends with an ellipsis. Returns where it ends below.
    """
    if not text:
        return corner[1]
    for size in sizes:
        lines = _laid(text, _style(size, bold, 0, True), room[0])
        if lines and sum(line.height for line in lines) <= room[1]:
            break
    else:
        lines = _cut(text, _style(sizes[-1], bold, 0, True), room)
    x, y = corner
    for line in lines:
        y -= line.height
        line.drawOn(canvas, x, y)
    return y


def _laid(text: str, style: ParagraphStyle, width: float) -> list[Prose]:
    if len(text) > 2000:  # no label takes so much
        return []
    lines = prose(text, style)
    for line in lines:
        line.wrap(width, 10_000)
    return lines


def _cut(text: str, style: ParagraphStyle, room: tuple[float, float]) -> list[Prose]:
    """As much of a text as the box takes, found by halving."""
    low, high, fitting = 0, min(len(text), 2000), _laid("…", style, room[0])
    while low < high:
        middle = (low + high + 1) // 2
        lines = _laid(text[:middle].rstrip() + "…", style, room[0])
        if lines and sum(line.height for line in lines) <= room[1]:
            low, fitting = middle, lines
        else:
            high = middle - 1
    return fitting
