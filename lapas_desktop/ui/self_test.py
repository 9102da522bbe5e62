"""Printing in the self-test, and all its results in a small window under Bantuan."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.pdfium import Pdf
from lapas_desktop.services.selftest import Result, self_test, summary_in, tried
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, label, row
from lapas_desktop.ui.pdf_image import pdf_image
from lapas_desktop.ui.print_choice import fitted
from lapas_desktop.ui.workplace import Workplace


def printed(place: Path) -> str:
    """A paper goes through Qt's own printing into a PDF file with one page that is not empty."""
    target = place / "cetak.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused(_(N_("Pencetakan tidak dapat dimulai.")))
    with Pdf(summary_in(place)) as paper:
        image = pdf_image(paper, 0, 2.0)
    room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
    painter.drawImage(fitted(image.size().toSizeF(), room), image)
    painter.end()
    with Pdf(target) as pages:
        if len(pages) != 1 or is_blank(pdf_image(pages, 0, 0.5)):
            raise Refused(_(N_("Halaman yang dicetak kosong.")))
    return f"{target.stat().st_size // 1000} kB"


def is_blank(image: QImage) -> bool:
    """Whether nothing is drawn on it but one colour and another."""
    small = image.scaled(40, 40).convertToFormat(QImage.Format.Format_RGB32)
    return len({small.pixel(x, y) for x in range(40) for y in range(40)}) < 3


class SelfTestDialog(QDialog):
    """Runs behind the window; the lines can be read out on the phone or copied."""

    def __init__(self, at: Workplace) -> None:
        super().__init__(at.window)
        self.setWindowTitle(_(N_("Uji program")))
        self._at = at
        self._place = TemporaryDirectory(prefix="lapas-uji-", ignore_cleanup_errors=True)
        layout = QVBoxLayout(self)
        layout.addWidget(
            label(_(N_("Yang dicoba memakai kantor contoh; data Anda tidak disentuh.")), "muted", wrap=True)
        )
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(_(N_("Hasil uji")))
        self.lines.setPlainText(_(N_("Sedang diuji, kira-kira setengah menit…")))
        layout.addWidget(self.lines, 1)
        copy = button(_(N_("Salin hasil")), self._to_clipboard)
        layout.addLayout(row(1, copy, button(_(N_("Tutup")), self.accept, "main")))
        self.resize(grown(720), grown(300))
        at.jobs.run(self, self._behind, self._show, at.say)

    def _behind(self) -> list[Result]:
        return list(self_test(self._at.office.folder, Path(self._place.name), self._at.clock()))

    def _show(self, results: list[Result]) -> None:
        further = tried(_(N_("Cetak ke PDF")), partial(printed, Path(self._place.name)))
        self.lines.setPlainText("\n".join(str(result) for result in (*results, further)))
        self._place.cleanup()

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self.lines.toPlainText())
