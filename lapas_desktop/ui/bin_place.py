"""The recycle bin in the window: a list like the others, with the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapas_desktop.domain.errors import Problem
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import bin as recycle_bin
from lapas_desktop.services.records import delete_records
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
        recycle_bin.take_back(at.office, keys, at.clock(), at.who)
        self._tell(_(N_("{n} data dikembalikan.")).format(n=len(keys)), keys)

    def _tell(self, text: str, keys: list[int]) -> None:
        self.page.reload()
        self.changed.emit()
        self._at.say(text, lambda: self._put_back(keys))

    def _put_back(self, keys: list[int]) -> None:
        for entity, ids in recycle_bin.sorted_out(keys).items():
            delete_records(self._at.office, entity, ids, self._at.clock(), self._at.who)
        self.page.reload()
        self.changed.emit()

    def _why_not_empty(self, _ids: Ids) -> Problem | None:
        count = recycle_bin.bin_count(self._at.office)
        return None if count else Problem("", _(N_("Tempat sampah sudah kosong.")))

    def empty(self) -> None:
        """Everything goes for good, after a question that names how many."""
        at = self._at
        title = _(N_("Hapus selamanya {n} data di tempat sampah?")).format(n=recycle_bin.bin_count(at.office))
        text = _(N_("Yang sudah dihapus selamanya hanya ada lagi di cadangan."))
        if ask(at.window, title, text, (_(N_("Jangan hapus")), _(N_("Hapus selamanya"))), 0) == 0:
            return
        cleared = recycle_bin.empty_bin(at.office, at.clock(), at.who)
        told = _(N_("{n} data dihapus selamanya.")).format(n=cleared.gone)
        if cleared.kept:
            kept = _(N_("{n} tetap disimpan karena masih diperlukan.")).format(n=cleared.kept)
            told = f"{told} {kept}"
        self.page.reload()
        at.say(told)
