"""The first start: who the office is, in three short steps, or off to the practice office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.parts import button, card, emptied, label, row

_HEAD = "Kepala Lapas"  # for papers, which are Indonesian
_KOP = ("KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA", "DIREKTORAT JENDERAL PEMASYARAKATAN")


class WelcomePage(QScrollArea):
    """Asks for what every paper needs; the rest waits on the page Kantor."""

    def __init__(self, save: Callable[[dict[str, Any]], object], practise: Callable[[], object]) -> None:
        """``save`` takes the values of the office profile; raises `Invalid` or `Refused`."""
        super().__init__()
        self._save = save
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        across = QHBoxLayout(page)
        across.setContentsMargins(20, 14, 20, 14)
        across.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(label(_(N_("Selamat datang")), "heading"))
        told = _(N_("Isi tiga hal ini sekali saja. Semuanya dapat diubah nanti di menu Kantor."))
        left.addWidget(label(told, "muted", wrap=True))
        self.name = QLineEdit()
        self.city = QLineEdit()
        self.kop = QPlainTextEdit("\n".join(_KOP))
        self.kop.setFixedHeight(96)
        self.kop.setTabChangesFocus(True)
        self.head = QLineEdit()
        office = ((_(N_("Nama kantor *")), self.name), (_(N_("Kota")), self.city))
        left.addWidget(self._step(_(N_("1. Kantor")), office))
        left.addWidget(self._step(_(N_("2. Kop surat, satu baris per baris")), (("", self.kop),)))
        left.addWidget(self._step(_(N_("3. Kepala kantor")), ((_(N_("Nama lengkap dan gelar")), self.head),)))
        self._problem = label("", "problem", wrap=True)
        left.addWidget(self._problem)
        left.addLayout(
            row(
                button(_(N_("Mulai bekerja")), self.save, "main"),
                button(_(N_("Coba dulu di kantor latihan")), practise),
                1,
            )
        )
        left.addStretch(1)
        across.addLayout(left, 3)
        across.addWidget(self._preview(), 2, Qt.AlignmentFlag.AlignTop)
        self.setWidget(page)
        self.name.textChanged.connect(self._draw)
        self.kop.textChanged.connect(self._draw)
        self._draw()

    @staticmethod
    def _step(title: str, fields: tuple[tuple[str, QWidget], ...]) -> QFrame:
        frame, inner = card()
        inner.addWidget(label(title, "section"))
        for name, field in fields:
            field.setAccessibleName(name or title)
            if name:
                inner.addWidget(label(name, "caption"))
            inner.addWidget(field)
        return frame

    def _preview(self) -> QFrame:
        frame, inner = card()
        inner.addWidget(label(_(N_("Begini kop surat Anda")), "section"))
        self._lines = QVBoxLayout()
        inner.addLayout(self._lines)
        return frame

    def _kop_lines(self) -> list[str]:
        lines = [line for line in self.kop.toPlainText().splitlines() if line.strip()]
        name = self.name.text().strip().upper()
        return [*lines, name] if name and name not in lines else lines

    def _draw(self) -> None:
        layout = emptied(self._lines)
        for number, line in enumerate(self._kop_lines()):
            shown = label(line, "section" if number == len(self._kop_lines()) - 1 else "caption", wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(shown)

    def save(self) -> None:
        """Saves the office; what is wrong is told under the steps."""
        head = self.head.text().strip()
        officers = [{"name": head, "job": _HEAD, "signs_as": "kalapas"}] if head else []
        values = {
            "name": self.name.text(),
            "city": self.city.text(),
            "kop": "\n".join(self._kop_lines()),
            "officers": officers,
        }
        try:
            self._save(values)
        except Invalid as invalid:
            self._problem.setText(" ".join(problem.message for problem in invalid.problems))
            self.name.setFocus()
        except Refused as refused:
            self._problem.setText(str(refused))
