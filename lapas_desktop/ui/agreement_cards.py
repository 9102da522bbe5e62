"""What the form of an agreement has in place of sheets, and the cards under it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.services.clause_library import library, library_of
from lapas_desktop.services.clause_preview import facts_as_typed
from lapas_desktop.services.deed import clause_fields
from lapas_desktop.ui.clauses_card import ClausesCard, ClauseSources, TakeFacts, Values
from lapas_desktop.ui.form import Cards
from lapas_desktop.ui.workplace import Workplace


def cards_of(entity: type[Record], at: Workplace, go: Callable[[str], object]) -> Cards:
    """The child tables of a kind of record that have a card of their own. ``go`` leads to a place."""
    return {"clauses": partial(_clauses_card, at, go)} if entity is Agreement else {}


def _clauses_card(at: Workplace, go: Callable[[str], object]) -> ClausesCard:
    def ask_facts(values: Values, done: TakeFacts) -> None:
        at.jobs.run(card, partial(facts_as_typed, at.office, values, at.clock().date()), done, at.say)

    card = ClausesCard(
        ClauseSources(
            offered=partial(library, at.office),
            standards=partial(library_of, at.office),
            facts=ask_facts,
            fields=clause_fields(),
            say=at.say,
            open_library=lambda: go("clauses"),
        )
    )
    return card
