"""The kop as it prints, drawn anew while it is typed, with the choice of its logos."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import SIDES
from lapas_desktop.i18n import N_, _
from lapas_desktop.pdfium import Pdf
from lapas_desktop.services import kop
from lapas_desktop.ui.file_place import ask_file
from lapas_desktop.ui.parts import button, card, label, row
from lapas_desktop.ui.pdf_image import pdf_image
from lapas_desktop.ui.workplace import Workplace

Typed = Callable[[], tuple[str, str, str]]  # name, kop, paper
WAIT_MS = 250
_FINENESS = 3  # dots a point
_SHARE = 0.35  # of the sheet's height, more than eight lines with logos
_SIDE = 0.1  # of its width, a little less than the margins
_AIR = 30  # dots


class KopCard(QWidget):
    """``typed`` gives what stands in the form; logos go with the office that is saved."""

    def __init__(self, at: Workplace, typed: Typed, with_logos: bool = True) -> None:
        super().__init__()
        self._at, self._typed = at, typed
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        layout.addWidget(frame)
        inner.addWidget(label(_(N_("Begini kop surat tercetak")), "section"))
        self._sheet = label("", "kop")
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet.setMinimumHeight(90)
        self._sheet.setAccessibleName(_(N_("Contoh kop surat")))
        inner.addWidget(self._sheet)
        self._drawn = QImage()
        self._off: dict[str, QWidget] = {}
        if with_logos:
            buttons: list[QWidget | int] = []
            for side, words in SIDES.items():
                buttons.append(button(f"{_(words)}…", partial(self.ask, side)))
                self._off[side] = button(
                    _(N_("Lepas {logo}")).format(logo=_(words).casefold()), partial(self.take_off, side)
                )
                buttons.append(self._off[side])
            inner.addLayout(row(*buttons, 1))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._ask_for_drawing)
        self.logos: tuple[bytes | None, bytes | None] = (None, None)
        self._read_logos()

    def refresh(self) -> None:
        """Draws again a moment after the last key."""
        self._pause.start(WAIT_MS)

    def _read_logos(self) -> None:
        self.logos = kop.logos(self._at.office)
        for side, there in zip(SIDES, self.logos, strict=True):
            if side in self._off:
                self._off[side].setVisible(there is not None)
        self._pause.start(0)

    def _ask_for_drawing(self) -> None:
        name, lines, paper = self._typed()
        self._at.jobs.run(self, partial(_drawing, name, lines, paper, self.logos), self._show, self._at.say)

    def _show(self, drawn: QImage) -> None:
        self._drawn = drawn
        self._fit()

    def _fit(self) -> None:
        if self._drawn.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = max(200, min(self.width() - 40, 760))
        picture = QPixmap.fromImage(
            self._drawn.scaledToWidth(int(width * ratio), Qt.TransformationMode.SmoothTransformation)
        )
        picture.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def ask(self, side: str) -> None:
        """Asks for the picture of one side."""
        kinds = _(N_("Gambar (*.png *.jpg *.jpeg *.webp)"))
        if picture := ask_file(self, _(SIDES[side]), kinds):
            self.choose(side, picture)

    def choose(self, side: str, source: Path) -> None:
        """Puts a picture on one side; what is wrong with it is told."""
        try:
            kop.choose_logo(self._at.office, side, source, self._at.clock(), self._at.who)
        except Refused as refused:
            self._at.say(str(refused))
            return
        self._read_logos()
        self._at.say(_(N_("{logo} disimpan.")).format(logo=_(SIDES[side])))

    def take_off(self, side: str) -> None:
        """Takes a picture off, with a way back."""
        was = self.logos[list(SIDES).index(side)]
        kop.remove_logo(self._at.office, side, self._at.clock(), self._at.who)
        self._read_logos()
        if was:
            self._at.say(_(N_("{logo} dilepas.")).format(logo=_(SIDES[side])), partial(self._put_back, side, was))

    def _put_back(self, side: str, content: bytes) -> None:
        kop.put_logo(self._at.office, side, content, self._at.clock(), self._at.who)
        if isValid(self):  # the form may be closed by now
            self._read_logos()


def _drawing(name: str, lines: str, paper: str, logos: tuple[bytes | None, bytes | None]) -> QImage:
    with Pdf(kop.kop_paper(name, lines, paper, logos)) as drawn:
        image = pdf_image(drawn, 0, _FINENESS)
    return image.copy(_inked(image))


def _inked(image: QImage) -> QRect:
    """The part of the sheet's head with anything on it, and a little air around."""
    row = image.bytesPerLine()
    content, white = bytes(image.constBits()), b"\xff" * (image.width() * 4)
    head = range(int(image.height() * _SHARE))
    inked = [y for y in head if content[y * row : y * row + len(white)] != white]
    first, last = (inked[0], inked[-1]) if inked else (_AIR, _AIR)
    side = int(image.width() * _SIDE)
    return QRect(side, max(0, first - _AIR), image.width() - 2 * side, last - first + 2 * _AIR)
