"""What the forms of an agreement and of an addendum have beside their fields: cards, and what follows from both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.addenda import addenda_of, blank_addendum, effective_changes, old_values
from lapas_desktop.services.agreement_life import Step, obstacles
from lapas_desktop.services.clause_library import library, library_of
from lapas_desktop.services.clause_preview import facts_as_typed
from lapas_desktop.services.deed import clause_fields
from lapas_desktop.ui.addenda_card import AddendaCard
from lapas_desktop.ui.clauses_card import ClausesCard, ClauseSources, TakeFacts, Values
from lapas_desktop.ui.compare_page import show_comparison
from lapas_desktop.ui.form import Cards
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.screen import Screen
from lapas_desktop.ui.screens.addenda import ADDENDA
from lapas_desktop.ui.screens.agreements import AGREEMENTS
from lapas_desktop.ui.workplace import Workplace

_PASAL = 250  # height of the text of a pasal


class FormPlace(Protocol):
    """Where forms are opened."""

    def may_leave(self) -> bool: ...
    def close(self) -> None: ...
    def new(self, screen: Screen, values: dict[str, Any] | None = None) -> None: ...
    def open(self, screen: Screen, record_id: int) -> None: ...


def way_back(key: str, entity: type[Record], values: Mapping[str, Any]) -> str:
    """Where a form leads when it is left: an addendum to its agreement, all else to its place."""
    agreement_id = values.get("agreement_id") if entity is Addendum else None
    return f"agreements:{agreement_id}" if agreement_id else key


def furnish_life(page: RecordPage, at: Workplace, printing: Printing, place: FormPlace) -> None:
    """Adds to a form what the addenda have to do with it."""
    if page.entity is Addendum:
        _furnish_addendum(page, at)
    elif page.entity is StandardClause:
        page.form.editors["text"].input.setFixedHeight(grown(_PASAL))
    elif page.entity is Agreement and page.record_id is not None:
        _furnish_agreement(page, at, printing, place, page.record_id)


def _furnish_agreement(
    page: RecordPage, at: Workplace, printing: Printing, place: FormPlace, agreement_id: int
) -> None:  # fmt: skip
    def why_not() -> Problem | None:
        return next(iter(obstacles(at.office, agreement_id, Step.AMEND, at.clock().date())), None)

    def new() -> None:
        if place.may_leave():
            try:
                values = blank_addendum(at.office, agreement_id, at.clock().date())
            except Invalid as invalid:
                at.say(" ".join(problem.message for problem in invalid.problems))
                return
            place.close()
            place.new(ADDENDA, values)

    def show(addendum_id: int) -> None:
        if place.may_leave():
            place.close()
            place.open(ADDENDA, addendum_id)

    def compare() -> None:
        if place.may_leave():
            place.close()
            show_comparison(at, printing, agreement_id, lambda: place.open(AGREEMENTS, agreement_id))

    def tell() -> None:
        for name, told in effective_changes(at.office, agreement_id).items():
            if name in page.form.editors:
                text = _(N_("Sekarang berlaku: {changes}")).format(changes=told)
                page.form.editors[name].note(text, warning=False)

    addenda = AddendaCard(partial(addenda_of, at.office, agreement_id), why_not, new, show, compare)
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
