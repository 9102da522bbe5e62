"""Papers: one summary over the same strings drawn by reportlab, one manifest over the same cells by openpyxl."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from lapas_desktop.documents.manifest import build_manifest
from lapas_desktop.documents.summary import build_summary
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.resources import resource
from lapas_desktop.services.papers import summary_of
from lapas_desktop.storage.office import FILE_NAME, Office
from lapas_desktop.storage.sqlite import open_engine
from tests.benchmarks.measure import Lines, ratio, side_by_side
from tests.documents.manifest_samples import cirebon


def _strings(pdf: Path) -> list[list[str]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    document.close()
    return pages


def _drawn(pages: list[list[str]], path: Path) -> None:
    pdfmetrics.registerFont(TTFont("Direct", resource("fonts", "NotoSans-Regular.ttf")))
    canvas = Canvas(str(path))
    for lines in pages:
        canvas.setFont("Direct", 9)
        for number, line in enumerate(lines):
            canvas.drawString(80, 800 - number * 12, line)
        canvas.showPage()
    drawing = Drawing(60, 60)
    drawing.add(QrCodeWidget("CONTOH-PK.08.01-001 0123456789abcdef", barWidth=60, barHeight=60))
    renderPDF.draw(drawing, canvas, 80, 100)
    canvas.save()


def _copied(cells: list[tuple[str, list[tuple[object, ...]]]], path: Path) -> None:
    book = Workbook()
    for title, rows in cells:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


def measures(folder: Path) -> Lines:
    """CPU time, warm; the sample office's first agreement and a manifest of 500 lines."""
    data = folder / "demo" / "kasongan"
    office = Office(data, open_engine(data / FILE_NAME))
    with office.session() as session:
        agreement = session.scalars(select(Agreement.id)).first() or 0
    summary = summary_of(office, agreement, date(2026, 1, 26))
    office.close()
    pdf, direct = folder / "a.pdf", folder / "b.pdf"
    build_summary(summary, pdf)
    pages = _strings(pdf)
    ours, floor = side_by_side(lambda: build_summary(summary, pdf), lambda: _drawn(pages, direct), 15)
    yield f"summary, {ours * 1000:.0f} ms, ÷ same strings and QR by reportlab", ratio(ours, floor), "≤ 1.5"
    manifest, book, copy = cirebon(500), folder / "a.xlsx", folder / "b.xlsx"
    build_manifest(manifest, book)
    cells = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in load_workbook(book)]
    ours, floor = side_by_side(lambda: build_manifest(manifest, book), lambda: _copied(cells, copy), 5)
    yield f"manifest of 500 lines, {ours * 1000:.0f} ms, ÷ same cells, unstyled", ratio(ours, floor), "≤ 1.3"
