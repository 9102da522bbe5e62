"""The form that is open in the window: shown, saved, taken a step on, left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.office_lists import OfficeLists
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import office_profile, records
from lapas_desktop.services.drafts import Draft, drop_draft, keep_draft
from lapas_desktop.services.duplicates import WATCHED, duplicate_of
from lapas_desktop.services.history import history_of
from lapas_desktop.services.office_lists import hs_codes, lists_values
from lapas_desktop.services.signing import Check, checks, standing
from lapas_desktop.ui.actions import Action, Ids
from lapas_desktop.ui.agreement_cards import cards_of, furnish_life, way_back
from lapas_desktop.ui.checks_card import ChecksCard
from lapas_desktop.ui.files_card import FilesCard, Owner
from lapas_desktop.ui.form_place import go_back, place_in
from lapas_desktop.ui.history_card import HistoryCard
from lapas_desktop.ui.hs_choice import offer_hs_codes
from lapas_desktop.ui.linked_record import MADE_HERE, make_linked
from lapas_desktop.ui.office_form import furnish
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.screen import Card, Chosen, Offer, RecordCard, Screen
from lapas_desktop.ui.shipment_page import beside_shipment, furnish_shipment
from lapas_desktop.ui.standing_card import standing_card
from lapas_desktop.ui.workplace import Workplace


class RecordPlace(QObject):
    """At most one form at a time. ``left`` tells the place to go back to, ``saved`` what was saved."""

    left = Signal(str)
    step_asked = Signal(int)
    saved = Signal(object)
    place_asked = Signal(str)

    def __init__(self, at: Workplace, printing: Printing) -> None:
        super().__init__(at.window)
        self._at, self._printing = at, printing
        self.page: RecordPage | None = None

    def new(self, screen: Screen, values: dict[str, Any] | None = None) -> None:
        """An empty form, or one that begins with ``values``."""
        given = values if values is not None else records.blank(self._at.office, screen.entity)
        self._show(screen.key, screen.entity, given, screen)

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

    def open_lists(self) -> None:
        """The form of the office's own lists."""
        self._show("settings", OfficeLists, lists_values(self._at.office), None)

    def restore(self, draft: Draft, screen: Screen | None) -> None:
        """The form as it was typed when the program ended without saving."""
        if draft.entity is OfficeLists:
            self.open_lists()
        elif screen is None:
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
            self._actions(screen, values.get("id")) if screen else [],
            _(N_("{name} baru")).format(name=_(entity.label)) if screen else _(entity.label),
            {target: partial(make_linked, at) for target in MADE_HERE},
            at.window.frame.pages,
            cards_of(entity, values.get("id"), at, self.place_asked.emit),
        )
        page.back.setVisible(screen is not None or entity is OfficeLists)
        if values.get("id") and entity is not OfficeLists:
            page.form.then(partial(self._add_cards, page, screen.files if screen else ("template", "other")))
        page.saved.connect(lambda saved: self._after_save(key, page, saved, screen))
        page.typing.connect(lambda: self._keep(page))
        page.settled_down.connect(lambda: drop_draft(at.office, entity, page.record_id))
        page.step_asked.connect(self.step_asked)
        page.left.connect(lambda: (self.close(), self.left.emit(way_back(key, entity, values))))
        page.form.then(partial(self._watch, page))
        if entity is OfficeProfile:
            page.form.then(partial(furnish, page, at))
        page.form.then(partial(furnish_life, page, at, self._printing, self))
        if entity is Agreement and not page.is_in("cancelled"):
            page.take_beside(ChecksCard(at, page, partial(self._look, page)))
        if entity is Agreement and page.is_in("signed", "terminated"):
            page.form.add_on_top(standing_card(standing(at.office, values["id"], at.clock().date())))
        if entity is Product:
            page.form.then(partial(self._offer_hs_codes, page))
        if entity is Shipment:
            page.take_beside(beside_shipment(page, at, self._printing))
            page.form.then(partial(furnish_shipment, page, at))
        self.page = page
        for make in screen.cards if screen and page.record_id else ():
            page.form.then(partial(self._add_card, page, make))
        self._at.window.frame.show_page(key, page, page.title, page.bar)
        page.form.focus_first(new=page.record_id is None)

    def _look(self, page: RecordPage) -> Callable[[], Sequence[Check]] | None:
        if page.record_id is None:
            return None
        return partial(checks, self._at.office, page.record_id, self._at.clock().date())

    def _add_card(self, page: RecordPage, make: Card) -> None:
        made = make(self._at, page.record_id or 0)
        page.form.add_below(made, after="notes")
        if isinstance(made, RecordCard):
            page.saved.connect(lambda _saved: made.refresh())

    def _offer_hs_codes(self, page: RecordPage) -> None:
        editors = page.form.editors
        offer_hs_codes(editors["hs_code"], editors["hs_verified"], hs_codes(self._at.office))

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

    def _actions(self, screen: Screen, record_id: int | None) -> list[Action]:
        copy_why = _(N_("Simpan dahulu data ini, lalu salin."))
        copy = Action(
            _(N_("Salin")),
            lambda _ids: self.copy(screen),
            "Ctrl+D",
            lambda ids: None if ids else Problem("", copy_why),
            picture="copy",
        )
        offers = [
            Action(
                _(offer.text),
                partial(self._take_up, screen, offer),
                offer.shortcut,
                partial(self._against, offer),
                picture=offer.picture,
            )
            for offer in screen.offers
            if offer.fits(self._at.office, record_id)
        ]
        return [copy, *reversed(offers)]  # what finds no room goes into the menu from the left

    def _against(self, offer: Offer, ids: Ids) -> Problem | None:
        if self.page and self.page.changed:
            return None  # what is typed is saved first, and decides
        if not ids:
            return Problem("", _(N_("Isi dan simpan dahulu data ini.")))
        return offer.why_not(self._at.office, ids[0], self._at.clock())

    def _take_up(self, screen: Screen, offer: Offer, ids: list[int]) -> None:
        page = self.page
        if page is None or not page.changed:
            offer.do(Chosen(ids, self._at, self._printing, partial(self._finish, screen), self))
        elif page.settled() and self.page:
            self.page.act(_(offer.text))

    def _finish(
        self, screen: Screen, use_case: Callable[[], records.Saved], told: str = "",
        undo: Callable[[], records.Saved] | None = None,
    ) -> None:  # fmt: skip
        page = self.page
        try:
            saved = use_case()
        except (Invalid, Refused) as error:
            problems = error.problems if isinstance(error, Invalid) else ()
            text = " ".join(problem.message for problem in problems) or str(error)
            if page is None:
                self._at.say(text)
                return
            page.form.show_problems(problems)
            page.tell(text)
            return
        if page and page.entity is screen.entity:
            self._after_save(screen.key, page, saved, screen)
        else:  # undone from elsewhere
            self.saved.emit(saved)
        if told or undo or self.page is None:
            told = told or _(N_("{reference} tersimpan.")).format(reference=saved.reference)
            self._at.say(told, partial(self._undo, screen, saved.id, undo) if undo else None)

    def _undo(self, screen: Screen, record_id: int, undo: Callable[[], records.Saved]) -> None:
        page = self.page
        if page and page.record_id != record_id and not page.may_leave():
            return
        if page and page.record_id == record_id and not page.settled():
            return
        if page and page.record_id != record_id:
            self.open(screen, record_id)
        self._finish(screen, undo)

    def _after_save(self, key: str, page: RecordPage, saved: records.Saved, screen: Screen | None) -> None:
        told = _(N_("{reference} tersimpan.")).format(reference=saved.reference)
        if page.record_id == saved.id and page.reference != saved.reference:  # released, signed, or renumbered
            told = _(N_("{was} kini {reference}.")).format(was=page.reference, reference=saved.reference)
        self._at.say(told)
        values = records.load(self._at.office, page.entity, saved.id)
        if screen and page.is_another(values):  # new, in another stage, or another record made from this one
            place = place_in(page.form)
            self.close()
            self._show(key, screen.entity, values, screen)
            if self.page and page.record_id is None:
                go_back(self.page.form, place)
        else:
            page.reload(values)
            self._at.window.frame.set_title(page.title)
        self.saved.emit(saved)
