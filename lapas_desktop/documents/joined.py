"""Several PDFs as one, page after page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lapas_desktop.documents.output import published
from lapas_desktop.pdfium import Pdf


def join(path: Path, papers: Iterable[bytes]) -> None:
    """Writes all pages of all papers, each given as a PDF; one paper at a time is held in memory.

    `Refused` when the folder or the disk says no.
    """
    with Pdf() as whole:
        for paper in papers:
            whole.add(paper)
        with published(path) as temporary:
            whole.save(temporary)
