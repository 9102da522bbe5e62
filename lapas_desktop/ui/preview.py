"""Shows and prints a PDF inside the program, page by page: these PCs may have no PDF viewer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.pdfium import Pdf
from lapas_desktop.ui import print_choice
from lapas_desktop.ui.file_place import ask_where
from lapas_desktop.ui.parts import button, label, row
from lapas_desktop.ui.pdf_image import pdf_image

PRINT_DPI = 300
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class Preview(QDialog):
    """A window with the pages of one PDF; ``suggested`` is the file name proposed for saving."""

    def __init__(self, path: Path, suggested: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._suggested = path, suggested
        self._document = Pdf(path)
        self._zoom = ZOOMS.index(1.0)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_(N_("Pratinjau cetak")))
        self.resize(900, 700)
        layout = QVBoxLayout(self)
        self._where = label("", "muted")
        self._sheets: list[QLabel] = []
        self._to_print: Iterator[int] = iter(())
        self._printer: QPrinter | None = None
        self._stop = button(_(N_("Batal")), self._cancel)
        self._stop.hide()
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.timeout.connect(self._draw_next)
        bar = row(
            button(_(N_("Cetak…")), self.print_pages, "main", "Ctrl+P"),
            button(_(N_("Simpan PDF…")), self.save_as, "", "Ctrl+S"),
            1,
            self._where,
            self._stop,
            button("−", lambda: self.zoom_by(-1), "", "Ctrl+-"),
            button("+", lambda: self.zoom_by(1), "", "Ctrl++"),
            button(_(N_("Tutup")), self.close),
        )
        layout.addLayout(bar)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(_(N_("Halaman")))
        layout.addWidget(self._area, 1)
        for moved in (self._area.verticalScrollBar().valueChanged, self._area.verticalScrollBar().rangeChanged):
            moved.connect(lambda *_where: self._drawing.start(0))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self._draw()

    @property
    def page_count(self) -> int:
        return len(self._document)

    def zoom_by(self, steps: int) -> None:
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self._draw()

    def _draw(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        self._area.setWidget(page)
        self._sheets = [self._sheet(number) for number in range(self.page_count)]
        for sheet in self._sheets:
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        text = _(N_("{pages} halaman · {zoom} %"))
        self._where.setText(text.format(pages=self.page_count, zoom=round(ZOOMS[self._zoom] * 100)))
        self._drawing.start(0)

    def _sheet(self, number: int) -> QLabel:
        sheet = QLabel()
        width, height = self._document.size(number)
        scale = 96 / 72 * ZOOMS[self._zoom]
        sheet.setFixedSize(ceil(width * scale), ceil(height * scale))
        sheet.setAccessibleName(_(N_("Halaman {n}")).format(n=number + 1))
        return sheet

    def _draw_next(self) -> None:
        """One page in sight gets its picture, and the window its turn; pages out of sight lose theirs."""
        top, seen = self._area.verticalScrollBar().value(), self._area.viewport().height()
        for number, sheet in enumerate(self._sheets):
            near = sheet.y() + sheet.height() > top - seen and sheet.y() < top + 2 * seen
            if near and sheet.pixmap().isNull():
                ratio = self.devicePixelRatioF()
                picture = QPixmap.fromImage(self.page_image(number, 96 * ZOOMS[self._zoom] * ratio))
                picture.setDevicePixelRatio(ratio)
                sheet.setPixmap(picture)
                self._drawing.start(0)
                return
            if not near and not sheet.pixmap().isNull():
                sheet.clear()

    def page_image(self, number: int, dpi: float) -> QImage:
        """One page as a picture."""
        return pdf_image(self._document, number, dpi / 72)

    def print_pages(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._suggested)
        width, height = self._document.size(0)
        print_choice.prepare(printer, width, height)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(_(N_("Cetak")))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_choice.keep(printer, width, height)
            self._printer, self._to_print = printer, self._pages_on(printer)
            self._stop.show()
            self._print_next()

    def _print_next(self) -> None:
        """One page goes to the printer, and the window has its turn."""
        number = next(self._to_print, None)
        if number is None:
            self._printed()
            return
        told = _(N_("Mencetak halaman {n} dari {pages}…")).format(n=number + 1, pages=self.page_count)
        self._where.setText(told)
        QTimer.singleShot(0, self, self._print_next)

    def _printed(self) -> None:
        self._to_print = iter(())
        self._stop.hide()
        self._where.setText(_(N_("{n} halaman dikirim ke printer.")).format(n=self.page_count))

    def _cancel(self) -> None:
        if self._printer:
            self._printer.abort()
        self._to_print = iter(())
        self._stop.hide()
        self._where.setText(_(N_("Pencetakan dibatalkan.")))

    def draw_on(self, printer: QPrinter) -> None:
        """Draws every page on a printer at 300 dpi or more."""
        for _number in self._pages_on(printer):
            pass

    def _pages_on(self, printer: QPrinter) -> Iterator[int]:
        painter = QPainter(printer)
        try:
            dpi = min(max(PRINT_DPI, printer.resolution()), 600)
            for number in range(self.page_count):
                if number:
                    printer.newPage()
                image = self.page_image(number, dpi)
                painter.drawImage(print_choice.fitted(QSizeF(image.size()), QRectF(painter.viewport())), image)
                yield number
        finally:
            painter.end()

    def save_as(self) -> None:
        name, _kind = ask_where(self, _(N_("Simpan PDF")), self._suggested, "PDF (*.pdf)")
        if name:
            try:
                shutil.copyfile(self._path, name)
            except OSError as error:
                self._where.setText(
                    str(Refused(_(N_("Berkas tidak dapat ditulis: {name}")).format(name=error.filename)))
                )

    def done(self, result: int) -> None:
        self._drawing.stop()
        self._to_print = iter(())
        self._document.close()
        super().done(result)
