"""How papers were printed last, kept between prints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMarginsF, QRectF, QSettings, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from lapas_desktop.ui.print_choice import fitted, keep, prepare

A4, F4 = (595.3, 841.9), (609.4, 935.4)  # points
FOLIO = (216, 330)  # millimetres: the name by which printers know F4


def printer() -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setPageMargins(QMarginsF())
    return made


def millimetres(made: QPrinter) -> tuple[int, int]:
    size = made.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    return round(size.width()), round(size.height())


def test_f4_is_printed_on_f4_until_another_paper_was_chosen_for_it(qapp: object) -> None:
    first = printer()
    prepare(first, *F4)
    assert (millimetres(first), first.copyCount()) == (FOLIO, 1)
    first.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    first.setCopyCount(3)
    keep(first, *F4)
    again = printer()
    prepare(again, *F4)
    assert (millimetres(again), again.copyCount()) == ((210, 297), 3)
    other = printer()
    prepare(other, *A4)
    assert millimetres(other) == (210, 297)


@pytest.mark.parametrize("copies", ["", "-1", "0", "1e9", "9" * 50, "drei"])
@pytest.mark.parametrize("paper", ["", "x", "0x0", "210", "-1x5", "9" * 50 + "x297"])
def test_a_damaged_choice_is_the_usual_one(qapp: object, copies: str, paper: str) -> None:
    settings = QSettings()
    settings.setValue("print/copies", copies)
    settings.setValue("print/printer", "tidak ada")
    settings.setValue("print/paper-609x935", paper)
    made = printer()
    prepare(made, *F4)
    assert (millimetres(made), made.copyCount()) == (FOLIO, 1)


def test_a_page_is_never_stretched() -> None:
    place = fitted(QSizeF(215, 330), QRectF(0, 0, 210, 297))
    assert place.height() == pytest.approx(297) and place.width() / place.height() == pytest.approx(215 / 330)
    assert place.x() == pytest.approx((210 - place.width()) / 2)
