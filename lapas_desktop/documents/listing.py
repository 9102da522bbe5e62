"""A list of the window as a PDF or a workbook. The libraries are loaded on first use."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.documents.listing_data import Listing


def build_listing(listing: Listing, path: Path) -> None:
    """Writes the list as its file name says, ``.pdf`` or else XLSX; whole or not at all."""
    if path.suffix.lower() == ".pdf":
        from lapas_desktop.documents.listing_pdf import write

        write(listing, path)
    else:
        from lapas_desktop.documents.listing_workbook import write_workbook

        write_workbook(listing, path)
