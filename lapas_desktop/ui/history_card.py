"""Who changed what: the history of a record under its form, read when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapas_desktop.domain.kinds import TIME
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.history import HistoryLine
from lapas_desktop.ui.parts import button, card, emptied, label, row

SHOWN = 60


class HistoryCard(QWidget):
    """Closed until asked for."""

    def __init__(self, read: Callable[[], Sequence[HistoryLine]]) -> None:
        super().__init__()
        self._read = read
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        outer.addWidget(frame)
        self._open = button(_(N_("Tampilkan")), self.toggle, "link")
        inner.addLayout(row(label(_(N_("Riwayat perubahan")), "section"), 1, self._open))
        self._lines = QWidget()
        self._layout = QVBoxLayout(self._lines)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        inner.addWidget(self._lines)
        self._lines.hide()

    def toggle(self) -> None:
        """Opens the history, read anew, or closes it."""
        opened = self._lines.isHidden()
        self._open.setText(_(N_("Sembunyikan")) if opened else _(N_("Tampilkan")))
        if opened:
            self._fill(self._read())
        self._lines.setVisible(opened)

    def refresh(self) -> None:
        """Reads an open history anew."""
        if not self._lines.isHidden():
            self._fill(self._read())

    def _fill(self, lines: Sequence[HistoryLine]) -> None:
        layout = emptied(self._layout)
        for line in lines[:SHOWN]:
            layout.addWidget(label(_sentence(line), wrap=True))
            layout.addWidget(label(f"{_when(line)} · {line.who}" if line.who else _when(line), "muted"))
        if len(lines) > SHOWN:
            layout.addWidget(label(_(N_("… dan {n} perubahan sebelumnya")).format(n=len(lines) - SHOWN), "muted"))


def _when(line: HistoryLine) -> str:
    return TIME.shown(line.at)


def _sentence(line: HistoryLine) -> str:
    if not line.label:
        return " ".join(part for part in (line.event, line.old or line.new) if part)
    return f"{line.label}: {_short(line.old) or '—'} → {_short(line.new) or '—'}"


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
