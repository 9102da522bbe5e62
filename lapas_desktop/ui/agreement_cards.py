"""What the forms of an agreement and of an addendum have beside their fields: cards, and what follows from both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement, usual_copies
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.entity import Record
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.addenda import addenda_of, effective_changes, old_values
from lapas_desktop.services.clause_library import library, library_of
from lapas_desktop.services.clause_preview import facts_as_typed
from lapas_desktop.services.deed import clause_fields
from lapas_desktop.ui.actions import Action
from lapas_desktop.ui.addenda_card import AddendaCard
from lapas_desktop.ui.amending import begin_addendum, compare, why_no_addendum, why_no_comparison
from lapas_desktop.ui.clauses_card import ClausesCard, ClauseSources, TakeFacts, Values
from lapas_desktop.ui.form import Cards, Form
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.screen import Forms
from lapas_desktop.ui.screens.addenda import ADDENDA
from lapas_desktop.ui.workplace import Workplace

_PASAL = 250  # height of the text of a pasal


def way_back(key: str, entity: type[Record], values: Mapping[str, Any]) -> str:
    """Where a form leads when it is left: an addendum to its agreement, all else to its place."""
    agreement_id = values.get("agreement_id") if entity is Addendum else None
    return f"agreements:{agreement_id}" if agreement_id else key


def furnish_life(page: RecordPage, at: Workplace, printing: Printing, forms: Forms) -> None:
    """Adds to a form what the addenda have to do with it."""
    if page.entity is Addendum:
        _furnish_addendum(page, at)
    elif page.entity is StandardClause:
        page.form.editors["text"].input.setFixedHeight(grown(_PASAL))
    elif page.entity is Agreement:
        _CopiesFollow(page.form)
        if page.record_id is not None:
            _furnish_agreement(page, at, printing, forms, page.record_id)


class _CopiesFollow(QObject):
    """The number of originals follows the number of parties until somebody types another."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)  # an object, not closures: it goes with the form, and the form with it
        self._copies, self._rows = form.editors["copies"], form.grids["parties"].rows_model
        self._typed, self._before = False, len(self._rows.rows)
        if not self._copies.typed():
            self._copies.set_value(usual_copies(self._before))
        self._copies.edited.connect(self._touch)
        self._rows.edited.connect(self._follow)

    def _touch(self) -> None:
        self._typed = True

    def _follow(self) -> None:
        was, self._before = self._before, len(self._rows.rows)
        if not self._typed and was != self._before and self._copies.typed() == str(usual_copies(was)):
            self._copies.set_value(usual_copies(self._before))


def _furnish_agreement(page: RecordPage, at: Workplace, printing: Printing, forms: Forms, agreement_id: int) -> None:
    def show(addendum_id: int) -> None:
        if forms.may_leave():
            forms.close()
            forms.open(ADDENDA, addendum_id)

    offered = (
        Action(
            _(N_("Bandingkan…")), lambda _ids: compare(at, forms, printing, agreement_id), picture="compare",
            why_not=lambda _ids: why_no_comparison(at.office, agreement_id, at.clock()),
        ),
        Action(
            _(N_("+ Adendum baru")), lambda _ids: begin_addendum(at, forms, agreement_id), picture="addenda",
            why_not=lambda _ids: why_no_addendum(at.office, agreement_id, at.clock()),
        ),
    )  # fmt: skip

    def tell() -> None:
        for name, told in effective_changes(at.office, agreement_id).items():
            if name in page.form.editors:
                text = _(N_("Sekarang berlaku: {changes}")).format(changes=told)
                page.form.editors[name].note(text, warning=False)

    addenda = AddendaCard(partial(addenda_of, at.office, agreement_id), offered, show)
    page.form.add_below(addenda, after="clauses")
    page.form.worked_out.connect(lambda _values: tell())
    tell()


def _furnish_addendum(page: RecordPage, at: Workplace) -> None:
    grid = page.form.grids["changes"]

    def tell(values: dict[str, Any]) -> None:
        old = old_values(at.office, {**values, "id": page.record_id})
        grid.show_worked_out([{"shown_old": text} for text in old], grid.rows_model.doubts)

    page.form.worked_out.connect(tell)
    page.form.work_out()


def cards_of(entity: type[Record], record_id: int | None, at: Workplace, go: Callable[[str], object]) -> Cards:
    """The child tables of a kind of record that have a card of their own. ``go`` leads to a place."""
    return {"clauses": partial(_clauses_card, record_id, at, go)} if entity is Agreement else {}


def _clauses_card(record_id: int | None, at: Workplace, go: Callable[[str], object]) -> ClausesCard:
    def ask_facts(values: Values, done: TakeFacts) -> None:
        at.jobs.run(card, partial(facts_as_typed, at.office, values, at.clock().date()), done, at.say)

    card = ClausesCard(
        ClauseSources(
            offered=partial(library, at.office),
            standards=partial(library_of, at.office),
            facts=ask_facts,
            fields=clause_fields(),
            say=lambda told, undo: at.say(told, undo, of=card),
            open_library=lambda kind: go(f"library:{kind}:{record_id or ''}"),
        )
    )
    return card
