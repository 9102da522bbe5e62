"""The start page as a PDF. reportlab is loaded on first use."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.documents.overview_data import OfficeOverview


def build_overview(overview: OfficeOverview, path: Path | str) -> None:
    """Writes the PDF, whole or not at all. `Refused` when the folder, the disk or a font says no."""
    from lapas_desktop.documents import paper
    from lapas_desktop.documents.overview_layout import sheet, story

    paper.write(path, sheet(overview), story(overview))
