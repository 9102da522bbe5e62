"""A page of a PDF as Qt draws it."""

from __future__ import annotations

from PySide6.QtGui import QImage

from lapas_desktop.pdfium import Pdf


def pdf_image(paper: Pdf, number: int, scale: float) -> QImage:
    """One page, ``scale`` dots a point, four bytes a dot."""
    page = paper.picture(number, scale)
    return QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888).copy()
