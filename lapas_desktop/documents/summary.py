"""The agreement summary as a PDF. reportlab is loaded on first use."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.documents.summary_data import AgreementSummary


def build_summary(summary: AgreementSummary, path: Path | str) -> None:
    """Writes the PDF, whole or not at all. `Refused` when the folder, the disk or a font says no."""
    from lapas_desktop.documents import paper
    from lapas_desktop.documents.summary_layout import sheet, story

    paper.write(path, sheet(summary), story(summary))


def summary_pdf(summary: AgreementSummary) -> bytes:
    """The same paper as bytes, for the preview."""
    from lapas_desktop.documents import paper
    from lapas_desktop.documents.summary_layout import sheet, story

    return paper.rendered(sheet(summary), story(summary))
