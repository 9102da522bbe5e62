"""Several PDFs as one, page after page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lapas_desktop.documents.output import published
from lapas_desktop.pdfium import PDFIUM


def join(path: Path, papers: Iterable[bytes]) -> None:
    """Writes all pages of all papers, each given as a PDF; one paper at a time is held in memory.

    `Refused` when the folder or the disk says no.
    """
    import pypdfium2

    with PDFIUM:
        whole = pypdfium2.PdfDocument.new()
    for paper in papers:
        with PDFIUM:
            part = pypdfium2.PdfDocument(paper)
            whole.import_pages(part)
            part.close()
    with published(path) as temporary, PDFIUM:
        whole.save(str(temporary))
        whole.close()
