"""The choice of a second place for backups, and how the last copy went."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.services import second_place
from lapas_desktop.services.second_place import SecondPlace
from lapas_desktop.ui.file_place import BACKUPS, ask_folder
from lapas_desktop.ui.parts import button, card, label, row
from lapas_desktop.ui.workplace import Workplace


class SecondPlaceCard(QWidget):
    """What is chosen is kept at once."""

    def __init__(self, at: Workplace, changed: Callable[[], object]) -> None:
        super().__init__()
        self._at, self._tell_changed = at, changed
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        layout.addWidget(frame)
        inner.addWidget(label(_(N_("Cadangan kedua")), "section"))
        told = _(
            N_("Setiap cadangan juga disalin ke flash disk atau disk lain, jadi tetap ada bila komputer ini rusak.")
        )
        inner.addWidget(label(told, "muted", wrap=True))
        self._where = label("", wrap=True)
        self._how = label("", "muted", wrap=True)
        inner.addWidget(self._where)
        inner.addWidget(self._how)
        self._forget = button(_(N_("Tidak dipakai lagi")), self.forget)
        inner.addLayout(row(button(_(N_("Pilih folder…")), self.ask), self._forget, 1))
        self.reload()

    def reload(self) -> None:
        """Shows the place and how the last copy went."""
        folder = self._at.office.folder
        place, trouble = second_place.chosen(folder), second_place.trouble_of(folder)
        self._where.setText(str(place.folder) if place else _(N_("Belum dipilih.")))
        done = _(N_("Salinan terakhir: {when}"))
        copied = done.format(when=f"{place.copied_at:%d-%m-%Y %H.%M}") if place and place.copied_at else ""
        self._how.setObjectName("note-warning" if trouble else "muted")
        self._how.setText(trouble or copied)
        self._how.setVisible(bool(trouble or copied))
        self._how.style().polish(self._how)
        self._forget.setVisible(place is not None)

    def ask(self) -> None:
        """Asks for a folder."""
        if place := ask_folder(self, _(N_("Tempat cadangan kedua")), BACKUPS):
            self.choose(place)

    def choose(self, place: Path) -> None:
        """Keeps a folder and copies the newest backup there, behind the window."""
        work = partial(second_place.choose, self._at.office.folder, place, self._at.clock())
        self._at.jobs.run(self, work, self._chosen, self._at.say)

    def _chosen(self, place: SecondPlace) -> None:
        self.reload()
        self._tell_changed()
        self._at.say(_(N_("Cadangan kedua: {path}")).format(path=place.folder))

    def forget(self) -> None:
        """No second place; with a way back."""
        folder = self._at.office.folder
        place = second_place.chosen(folder)
        second_place.forget(folder)
        self.reload()
        self._tell_changed()
        if place:
            self._at.say(_(N_("Cadangan kedua tidak dipakai lagi.")), partial(self.choose, place.folder))
