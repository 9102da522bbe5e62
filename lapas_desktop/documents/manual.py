"""The help pages as a printable book, or one of them as a sheet. reportlab is loaded on first use."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.documents.manual_data import Manual


def build_manual(manual: Manual, path: Path) -> None:
    """Writes the PDF, whole or not at all. `Refused` when the folder, the disk or a font says no."""
    from lapas_desktop.documents import paper
    from lapas_desktop.documents.manual_layout import Pages, sheet, story

    pages: Pages = {}
    if manual.is_book:  # laid out once to learn on which page each chapter begins
        paper.rendered(sheet(manual), story(manual, pages))
    paper.write(path, sheet(manual), story(manual, pages))
