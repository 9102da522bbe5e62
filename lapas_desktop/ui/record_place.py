"""The form that is open in the window: shown, saved, released, left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import office_profile, records, shipments
from lapas_desktop.services.drafts import Draft, drop_draft, keep_draft
from lapas_desktop.services.duplicates import WATCHED, duplicate_of
from lapas_desktop.services.history import history_of
from lapas_desktop.ui.files_card import FilesCard, Owner
from lapas_desktop.ui.history_card import HistoryCard
from lapas_desktop.ui.linked_record import MADE_HERE, make_linked
from lapas_desktop.ui.parts import button
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.screen import Screen
from lapas_desktop.ui.workplace import Workplace


class RecordPlace(QObject):
    """At most one form at a time. ``left`` tells the place to go back to, ``saved`` what was saved."""

    left = Signal(str)
    step_asked = Signal(int)
    saved = Signal(object)

    def __init__(self, at: Workplace, printing: Printing) -> None:
        super().__init__(at.window)
        self._at, self._printing = at, printing
        self.page: RecordPage | None = None

    def new(self, screen: Screen) -> None:
        """An empty form."""
        self._show(screen.key, screen.entity, records.blank(self._at.office, screen.entity), screen)

    def copy(self, screen: Screen) -> None:
        """A new form like the one that is open, which stays as it is stored."""
        page = self.page
        if page and page.record_id is not None and page.may_leave():
            values = records.copied(self._at.office, screen.entity, page.record_id)
            was = page.title
            self.close()
            self._show(screen.key, screen.entity, values, screen)
            assert self.page is not None
            self.page.changed = True
            self.page.tell(_(N_("Salinan dari {title}. Periksa nomor dan tanggal, lalu simpan.")).format(title=was))

    def open(self, screen: Screen, record_id: int) -> None:
        """The form of one record."""
        try:
            values = records.load(self._at.office, screen.entity, record_id)
        except Refused as refused:
            self._at.say(str(refused))
            return
        self._show(screen.key, screen.entity, values, screen)

    def open_office(self) -> None:
        """The form of the own office."""
        self._show("office", OfficeProfile, office_profile.profile_values(self._at.office), None)

    def restore(self, draft: Draft, screen: Screen | None) -> None:
        """The form as it was typed when the program ended without saving."""
        if screen is None:
            self.open_office()
        elif draft.record_id is None:
            self.new(screen)
        else:
            self.open(screen, draft.record_id)
        if self.page and self.page.record_id == draft.record_id:
            self.page.form.type_in(draft.typed)
            self.page.tell(_(N_("Ketikan yang belum tersimpan sudah kembali. Periksa, lalu simpan.")))

    def _keep(self, page: RecordPage) -> None:
        if page.changed:
            typed = page.form.typed()
            keep_draft(self._at.office, page.entity, page.record_id, page.title, typed, self._at.clock())

    def may_leave(self) -> bool:
        """Asks only when typing would be lost."""
        return self.page is None or self.page.may_leave()

    def close(self) -> None:
        """Takes the form away without asking."""
        if self.page:
            self._at.window.frame.drop_page(self.page, self.page.bar)
            self.page = None

    def _show(self, key: str, entity: type[Record], values: dict[str, Any], screen: Screen | None) -> None:
        at = self._at
        page = RecordPage(
            entity,
            values,
            partial(records.link_choices, at.office),
            at.clock().date(),
            lambda given: records.save_record(at.office, entity, given, at.clock(), page.record_id, at.who),
            self._buttons(screen, values) if screen and values.get("id") else [],
            _(N_("{name} baru")).format(name=_(entity.label)) if screen else _(entity.label),
            {target: partial(make_linked, at) for target in MADE_HERE},
        )
        page.back.setVisible(screen is not None)
        if values.get("id"):
            self._add_cards(page, screen.files if screen else ("other",))
        page.saved.connect(lambda saved: self._after_save(key, page, saved, screen))
        page.typing.connect(lambda: self._keep(page))
        page.settled_down.connect(lambda: drop_draft(at.office, entity, page.record_id))
        page.step_asked.connect(self.step_asked)
        if screen:
            page.copy_asked.connect(lambda: self.copy(screen))
        page.left.connect(lambda: (self.close(), self.left.emit(key)))
        self._watch(page)
        self.page = page
        self._at.window.frame.show_page(key, page, page.title, page.bar)
        page.form.focus_first()

    def _watch(self, page: RecordPage) -> None:
        """Tells beside a name or number that a record has it already."""
        for name in WATCHED.get(page.entity, ()):
            line = page.form.editors[name].input
            assert isinstance(line, QLineEdit)
            line.editingFinished.connect(partial(self._compare, page, name))

    def _compare(self, page: RecordPage, name: str) -> None:
        editor = page.form.editors[name]
        work = partial(duplicate_of, self._at.office, page.entity, name, editor.typed(), page.record_id)
        self._at.jobs.run(page, work, editor.note, self._at.say)

    def _add_cards(self, page: RecordPage, purposes: Sequence[str]) -> None:
        record_id = page.record_id
        assert record_id is not None
        page.take_files(FilesCard(self._at, Owner(page.entity, record_id), purposes))
        history = HistoryCard(lambda: history_of(self._at.office, page.entity, record_id))
        page.form.add_below(history)
        page.saved.connect(lambda _saved: history.refresh())

    def _buttons(self, screen: Screen, values: dict[str, Any]) -> list[QWidget]:
        buttons: list[QWidget] = []
        if screen.release and not values.get("number"):
            buttons.append(button(_(N_("Rilis dan beri nomor")), lambda: self._release(screen), picture="release"))
        buttons.append(button(_(N_("Salin")), lambda: self.copy(screen), picture="copy"))
        if screen.paper:
            buttons.append(button(_(screen.paper_label), lambda: self._paper(screen), "", "Ctrl+P", "print"))
        return buttons

    def _after_save(self, key: str, page: RecordPage, saved: records.Saved, screen: Screen | None) -> None:
        self._at.say(_(N_("{reference} tersimpan.")).format(reference=saved.reference))
        had, values = page.title, records.load(self._at.office, page.entity, saved.id)
        page.reload(values)
        if screen and page.title != had:  # new, or numbered now: other buttons belong to it
            self.close()
            self._show(key, screen.entity, values, screen)
        self.saved.emit(saved)

    def _release(self, screen: Screen) -> None:
        page = self.page
        if page is None or page.record_id is None or not page.settled():
            return
        try:
            saved = shipments.release_shipment(self._at.office, page.record_id, self._at.clock(), self._at.who)
        except Invalid as invalid:
            page.form.show_problems(invalid.problems)
            page.tell(" ".join(problem.message for problem in invalid.problems))
        except Refused as refused:
            page.tell(str(refused))
        else:
            self._after_save(screen.key, page, saved, screen)

    def _paper(self, screen: Screen) -> None:
        page = self.page
        if page and page.record_id is not None and page.settled():
            self._printing.make(screen, [page.record_id])
