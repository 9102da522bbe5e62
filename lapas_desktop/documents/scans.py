"""Pictures of pages as one PDF: a picture a page, upright, on A4."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

MARGIN = 10  # points around a picture


def pages_as_pdf(title: str, pages: Iterable[bytes]) -> bytes:
    """The PDF of pages given as JPEG, each kept byte by byte; a wide picture lies on a wide page."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True, pageCompression=0)
    canvas.setTitle(title)
    for page in pages:
        picture = ImageReader(BytesIO(page))
        across, down = picture.getSize()
        width, height = landscape(A4) if across > down else A4
        canvas.setPageSize((width, height))
        canvas.drawImage(
            picture, MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, preserveAspectRatio=True, anchor="c"
        )
        canvas.showPage()
    canvas.save()
    return made.getvalue()
