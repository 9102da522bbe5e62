"""The recycle bin in the window: a list like the others, with the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapas_desktop.domain.errors import Problem
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import bin as recycle_bin
from lapas_desktop.ui.actions import Action, ActionButton, Actions, Ids
from lapas_desktop.ui.list_screen import Invitation, ListScreen, Source
from lapas_desktop.ui.question import ask
from lapas_desktop.ui.workplace import Workplace


class BinPlace(QObject):
    """``changed``: records went back to their lists or came from them."""

    changed = Signal()

    def __init__(self, at: Workplace) -> None:
        super().__init__(at.window)
        self._at = at
        nothing = _(N_("Tempat sampah kosong. Data yang dihapus disimpan di sini {n} hari.")).format(
            n=recycle_bin.KEPT_DAYS
        )
        back = Action(_(N_("Kembalikan")), self.take_back, name="main", picture="restore")
        self.page = ListScreen(self._source(), Actions([back], [back]), Invitation(nothing))
        self.page.opened.connect(lambda key: self.take_back([key]))
        self.bar = QWidget()
        layout = QHBoxLayout(self.bar)
        layout.setContentsMargins(0, 0, 0, 0)
        self._empty = ActionButton(
            Action(_(N_("Kosongkan…")), lambda _ids: self.empty(), why_not=self._why_not_empty), list
        )
        layout.addWidget(self._empty)
        self.page.model.modelReset.connect(self._empty.look)

    def _source(self) -> Source:
        at, today = self._at, self._at.clock().date()
        columns, views = recycle_bin.bin_columns(today), recycle_bin.bin_views()
        return Source(
            "bin",
            columns,
            views,
            partial(recycle_bin.bin_page, at.office, columns),
            lambda typed, within, done: at.jobs.run(
                self, partial(recycle_bin.bin_count, at.office, typed, *within), done, at.say
            ),
            lambda done: at.jobs.run(self, partial(recycle_bin.bin_counts, at.office, views), done, at.say),
            lambda key: recycle_bin.bin_overview(at.office, key, at.clock().date()),
            _(N_("Enter mengembalikan · Ctrl+C menyalin baris")),
            (3, True),
        )

    def take_back(self, keys: list[int]) -> None:
        """Out of the bin, with a way back into it."""
        at = self._at
        words = _(N_("Mengembalikan {n} data…")).format(n=len(keys))
        work = partial(recycle_bin.take_back, at.office, keys, at.clock(), at.who)
        at.write_many(self, words, len(keys), work, lambda _result: self._tell(keys))

    def _tell(self, keys: list[int]) -> None:
        self._changed()
        text = _(N_("{n} data dikembalikan.")).format(n=len(keys))
        self._at.say(text, lambda: self._put_back(keys))

    def _put_back(self, keys: list[int]) -> None:
        at, words = self._at, _(N_("Mengubah {n} data…")).format(n=len(keys))
        work = partial(recycle_bin.put_back, at.office, keys, at.clock(), at.who)
        at.write_many(self, words, len(keys), work, lambda _result: self._changed())

    def _changed(self) -> None:
        self.page.reload()
        self.changed.emit()

    def _why_not_empty(self, _ids: Ids) -> Problem | None:
        count = recycle_bin.bin_count(self._at.office)
        return None if count else Problem("", _(N_("Tempat sampah sudah kosong.")))

    def empty(self) -> None:
        """Everything goes for good, after a question that names how many."""
        at = self._at
        count = recycle_bin.bin_count(at.office)
        title = _(N_("Hapus selamanya {n} data di tempat sampah?")).format(n=count)
        text = _(N_("Yang sudah dihapus selamanya hanya ada lagi di cadangan."))
        if ask(at.window, title, text, (_(N_("Jangan hapus")), _(N_("Hapus selamanya"))), 0) == 0:
            return
        work = partial(recycle_bin.empty_bin, at.office, at.clock(), at.who)
        at.write_many(self, _(N_("Menghapus {n} data…")).format(n=count), count, work, self._tell_emptied)

    def _tell_emptied(self, cleared: recycle_bin.Cleared) -> None:
        told = _(N_("{n} data dihapus selamanya.")).format(n=cleared.gone)
        if cleared.kept:
            kept = _(N_("{n} tetap disimpan karena masih diperlukan.")).format(n=cleared.kept)
            told = f"{told} {kept}"
        self.page.reload()
        self._at.say(told)
