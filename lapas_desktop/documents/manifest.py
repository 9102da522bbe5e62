"""The workbook of a shipment: Manifes, Commercial Invoice, Packing List, Ringkasan; two sheets also by themselves."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.documents.output import published


def build_manifest(manifest: ExportManifest, path: Path | str) -> None:
    """Write the workbook to ``path``: all of it or nothing, the same manifest giving the same bytes.

    Raises `Refused` when the file cannot be written.
    """
    # openpyxl takes longer to load than a window to paint
    from lapas_desktop.documents.manifest_goods import goods_sheet
    from lapas_desktop.documents.manifest_invoice import invoice_sheet
    from lapas_desktop.documents.manifest_packing import packing_sheet
    from lapas_desktop.documents.manifest_summary import summary_sheet
    from lapas_desktop.documents.workbook import Book

    title = f"Manifes {manifest.reference}"
    book = Book(title, manifest.office.name, manifest.dated)
    made = [make(book, manifest) for make in (goods_sheet, invoice_sheet, packing_sheet)]
    summary_sheet(book, manifest, tuple(grid for grid, _ in made), tuple(sums for _, sums in made))
    with published(path) as temporary:
        book.save(temporary)


def build_invoice(manifest: ExportManifest, path: Path | str) -> None:
    """Write the sheet Commercial Invoice as a workbook of its own."""
    from lapas_desktop.documents.manifest_invoice import invoice_sheet
    from lapas_desktop.documents.workbook import Book

    book = Book(f"Commercial Invoice {manifest.invoice.number}", manifest.office.name, manifest.dated)
    invoice_sheet(book, manifest)
    with published(path) as temporary:
        book.save(temporary)


def build_packing_list(manifest: ExportManifest, path: Path | str) -> None:
    """Write the sheet Packing List as a workbook of its own."""
    from lapas_desktop.documents.manifest_packing import packing_sheet
    from lapas_desktop.documents.workbook import Book

    book = Book(f"Packing List {manifest.packing_list.number}", manifest.office.name, manifest.dated)
    packing_sheet(book, manifest)
    with published(path) as temporary:
        book.save(temporary)
