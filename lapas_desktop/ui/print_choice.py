"""How papers were printed last: printer, copies, the paper for each size of page. A damaged value is the usual one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSettings, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

MOST_COPIES = 99
_GROUP = "print"
_MM = 72 / 25.4  # points


def _key(width: float, height: float) -> str:
    return f"{_GROUP}/paper-{round(width)}x{round(height)}"


def prepare(printer: QPrinter, width: float, height: float) -> None:
    """Sets a printer as it was left for pages of this size in points; F4 pages on F4 unless told otherwise."""
    settings = QSettings()
    name = str(settings.value(f"{_GROUP}/printer", ""))
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    copies = str(settings.value(f"{_GROUP}/copies", "1"))
    printer.setCopyCount(
        int(copies) if copies.isdecimal() and len(copies) < 4 and 1 <= int(copies) <= MOST_COPIES else 1
    )
    paper = _paper(str(settings.value(_key(width, height), "")), width, height)
    printer.setPageSize(QPageSize(paper, QPageSize.Unit.Point))


def _paper(kept: str, width: float, height: float) -> QSizeF:
    """ "210x297" in millimetres as points; the page's own size when it cannot be read."""
    across, _mark, down = kept.partition("x")
    readable = across.isdecimal() and down.isdecimal() and max(len(across), len(down)) < 5
    if readable and 50 <= int(across) <= 900 and 50 <= int(down) <= 1300:
        return QSizeF(int(across) * _MM, int(down) * _MM)
    return QSizeF(width, height)


def keep(printer: QPrinter, width: float, height: float) -> None:
    """Remembers how pages of this size were printed."""
    settings = QSettings()
    settings.setValue(f"{_GROUP}/printer", printer.printerName())
    settings.setValue(f"{_GROUP}/copies", str(printer.copyCount()))
    paper = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    settings.setValue(_key(width, height), f"{round(paper.width())}x{round(paper.height())}")


def fitted(page: QSizeF, room: QRectF) -> QRectF:
    """Where a page goes on the paper: as large as it fits, never stretched, in the middle."""
    scale = min(room.width() / page.width(), room.height() / page.height())
    size = QSizeF(page.width() * scale, page.height() * scale)
    left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
    return QRectF(room.x() + left, room.y() + top, size.width(), size.height())
