"""The list of one kind of record in the window: what it shows, and what can be done with one or many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import lists, overview, records
from lapas_desktop.services.listing import Shown, write_listing
from lapas_desktop.services.usage import why_not_deleted
from lapas_desktop.ui.actions import Action, ActionButton, Actions, Ids, possible
from lapas_desktop.ui.file_place import ask_where
from lapas_desktop.ui.list_screen import Invitation, ListScreen, Source
from lapas_desktop.ui.parts import button
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.screen import Chosen, Forms, Offer, Screen
from lapas_desktop.ui.workplace import Workplace


class ListPlace(QObject):
    """One list with its actions. Opening and making records are asked of the desk by signals."""

    open_asked = Signal(int)
    new_asked = Signal()
    changed = Signal(list)

    def __init__(self, screen: Screen, at: Workplace, printing: Printing, forms: Forms) -> None:
        super().__init__(at.window)
        self.screen, self._at, self._printing, self._forms = screen, at, printing, forms
        today = at.clock().date()
        self._columns, self._views = lists.columns_of(screen.entity, today), lists.views_of(screen.entity, today)
        invitation = Invitation(_(screen.empty), _(screen.new), self.new_asked.emit)
        self.page = ListScreen(self._source(), self._actions(), invitation, at.window.frame.pages)
        self.page.opened.connect(self.open_asked)
        self.page.delete_asked.connect(lambda _ids: self.page.details.act(self.delete))
        self.bar = self._bar()

    def _source(self) -> Source:
        at, entity = self._at, self.screen.entity
        count_views = partial(lists.view_counts, at.office, entity, self._views)
        return Source(
            self.screen.key,
            self._columns,
            self._views,
            partial(records.list_page, at.office, entity, self._columns),
            self._ask_count,
            lambda done: at.jobs.run(self, count_views, done, at.say),
            lambda record_id: overview.overview(at.office, entity, record_id, at.clock().date()),
            order=lists.first_order(entity),
        )

    def _ask_count(self, typed: str, within: tuple[Any, ...], done: Callable[[int], object]) -> None:
        count = partial(records.list_count, self._at.office, self.screen.entity, typed, *within)
        self._at.jobs.run(self, count, done, self._at.say)

    def _actions(self) -> Actions:
        archive = Action(_(N_("Arsipkan")), partial(self.archive, archived=True))
        bring_back = Action(_(N_("Keluarkan dari arsip")), partial(self.archive, archived=False))
        delete = Action(_(N_("Hapus")), self.delete, "", self.why_not_deleted, archive)
        one = [
            *(self._offered(offer, offer.text) for offer in self.screen.offers if offer.in_list),
            Action(_(N_("Buka")), lambda ids: self.open_asked.emit(ids[0])),
            delete,
        ]
        several = [
            self._offered(offer, offer.many) for offer in (*self.screen.offers, *self.screen.batch) if offer.many
        ]
        many = [*several, archive, bring_back, replace(delete, text=_(N_("Hapus ke tempat sampah")))]
        return Actions(one, many)

    def _offered(self, offer: Offer, text: str) -> Action:
        at = self._at

        def why_not(ids: Ids) -> Problem | None:
            return next((found for one in ids if (found := offer.why_not(at.office, one, at.clock()))), None)

        def do(ids: list[int]) -> object:
            return offer.do(Chosen(ids, at, self._printing, partial(self._finish, ids), self._forms))

        against = why_not if offer.text == text else possible
        return Action(
            _(text), do, offer.shortcut, against, picture=offer.picture,
            fits=lambda ids: offer.fits(at.office, ids[0] if ids else None),
        )  # fmt: skip

    def _finish(
        self, ids: list[int], use_case: Callable[[], records.Saved], told: str = "",
        undo: Callable[[], records.Saved] | None = None,
    ) -> None:  # fmt: skip
        try:
            saved = use_case()
        except Invalid as invalid:
            self._at.say(" ".join(problem.message for problem in invalid.problems))
        except Refused as refused:
            self._at.say(str(refused))
        else:
            told = told or _(N_("{reference} tersimpan.")).format(reference=saved.reference)
            self.changed.emit(ids)
            self._at.say(told, partial(self._finish, ids, undo) if undo else None)
            if saved.id not in ids:  # another record made from this one
                self.open_asked.emit(saved.id)

    def why_not_deleted(self, ids: Ids) -> Problem | None:
        """Nothing is deleted that others refer to."""
        return why_not_deleted(self._at.office, self.screen.entity, ids)

    def _bar(self) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        write = Action(
            _(N_("Ekspor daftar…")), lambda _ids: self.export(), why_not=self._why_no_export, picture="export"
        )
        export = ActionButton(write, list)
        self.page.model.modelReset.connect(export.look)
        layout.addWidget(export)
        new = button(_(self.screen.new), self.new_asked.emit, "main")
        new.setToolTip(f"{new.text()} (Ctrl+N)")
        layout.addWidget(new)
        return bar

    def _why_no_export(self, _ids: Ids) -> Problem | None:
        empty = _(N_("Daftar ini kosong. Pilih tampilan lain atau kosongkan saringan."))
        return None if self.page.model.rowCount() else Problem("", empty)

    def delete(self, ids: list[int]) -> None:
        """To the recycle bin, with a way back."""
        at, entity = self._at, self.screen.entity
        delete = partial(records.delete_records, at.office, entity, ids, at.clock(), at.who)
        restore = partial(records.restore_records, at.office, entity, ids, at.clock(), at.who)
        self._do(ids, delete, _(N_("{what} dipindahkan ke tempat sampah.")), restore)

    def archive(self, ids: list[int], archived: bool) -> None:
        """Into the archive or out of it, with a way back."""
        at = self._at
        one_way, back = (
            partial(records.archive_records, at.office, self.screen.entity, ids, on, at.clock(), at.who)
            for on in (archived, not archived)
        )
        text = _(N_("{what} diarsipkan.")) if archived else _(N_("{what} dikeluarkan dari arsip."))
        self._do(ids, one_way, text, back)

    def _do(self, ids: list[int], work: Callable[..., records.Saved], text: str, undo: Callable[..., object]) -> None:
        """Does something with records, says so in ``text``, and offers to undo it."""

        def done(saved: records.Saved) -> None:
            self.page.reload()
            what = saved.reference if len(ids) == 1 else _(N_("{n} data")).format(n=len(ids))
            self._at.say(text.format(what=what), partial(self._write, ids, undo, self._undone(ids)))

        if ids:
            self._write(ids, work, done)

    def _write(self, ids: list[int], work: Callable[..., Any], done: Callable[[Any], object]) -> None:
        words = _(N_("Mengubah {n} data…")).format(n=len(ids))
        self._at.write_many(self, words, len(ids), work, done)

    def _undone(self, ids: list[int]) -> Callable[[object], object]:
        return lambda _saved: self.changed.emit(ids)

    def export(self) -> None:
        """The visible list, whole, as a workbook or a PDF."""
        at, model = self._at, self.page.model
        named = file_name(f"{_(self.screen.entity.label_plural)} {at.clock():%Y-%m-%d}", ".xlsx")
        kinds = "Excel (*.xlsx);;PDF (*.pdf)"
        name, chosen = ask_where(at.window, _(N_("Ekspor daftar")), named, kinds)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".xlsx", ".pdf"):
            path = path.with_name(path.name + (".pdf" if "pdf" in chosen else ".xlsx"))
        shown = Shown(
            model.typed, model.sort_column, model.descending, model.within, self.page.view.shown_columns,
            self.page.chips.text,
        )  # fmt: skip
        work = partial(write_listing, at.office, self.screen.entity, self._columns, shown, path, at.clock().date())
        at.take_time(self, _(N_("Menyiapkan {name}…")).format(name=path.name), work, lambda _result: at.offer(path))
