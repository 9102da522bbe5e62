"""Codes that a scanner reads, drawn as lines and squares: QR for any text, Code 128 for plain letters and figures."""

from __future__ import annotations

from itertools import groupby

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QR, QR8bitByte, QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

_MASK = 3  # any of the eight is read as well; weighing them against each other takes most of the time
_QUIET = 4  # empty modules around a QR code
_THINNEST, _THICKEST = 0.25 * mm, 0.4 * mm  # a bar of Code 128 that a hand scanner still reads; one wide enough


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """A QR code with its quiet zone, ``size`` points wide, that a quarter of dirt or creases does not hide."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(_data(text))
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    modules = code.modules
    dot = size / (len(modules) + 2 * _QUIET)
    squares = []
    for row, line in enumerate(modules):
        column = 0
        for dark, run in groupby(line):
            length = len(list(run))
            if dark:
                squares.append(f"{column} {-1 - row} {length} 1 re")
            column += length
    canvas.saveState()
    canvas.translate(x + _QUIET * dot, y + size - _QUIET * dot)
    canvas.scale(dot, dot)
    # as operators at once: reportlab's own path takes longer than all the rest of a label
    canvas._code.append(" ".join([*squares, "f"]))  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
    canvas.restoreState()


def _data(text: str) -> QR:
    try:
        return QRAlphaNum(text)
    except ValueError:
        return QR8bitByte(text)


def draw_code128(canvas: Canvas, text: str, x: float, y: float, room: float, height: float) -> bool:
    """Code 128 in the middle of ``room`` points; False and nothing drawn when it cannot say the text or is too wide."""
    if not (text.isascii() and text.isprintable()):
        return False
    bar = _THICKEST
    code = Code128(text, barWidth=bar, barHeight=height, quiet=False, humanReadable=False)
    if code.width > room:
        bar = bar * room / code.width
        code = Code128(text, barWidth=bar, barHeight=height, quiet=False, humanReadable=False)
    if bar < _THINNEST:
        return False
    code.drawOn(canvas, x + (room - code.width) / 2, y)
    return True
