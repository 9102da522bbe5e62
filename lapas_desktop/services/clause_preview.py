"""The facts that fill the pasal of an agreement as it stands in its form, saved or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import FactValue
from lapas_desktop.domain.computed import sketch
from lapas_desktop.domain.deed_facts import clause_facts
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def facts_as_typed(office: Office, values: Mapping[str, Any], on: date) -> dict[str, FactValue]:
    """The value of every field that a pasal may name, from plain data of `Agreement` and the records it names."""
    with office.session() as session:
        record = sketch(Agreement, {**values, "clauses": []}, on)
        assert isinstance(record, Agreement)
        for party in record.parties:
            party.partner = session.get(Partner, party.partner_id) if party.partner_id else None
        named = [line for line in record.products if line.product_id]
        for line in named:
            line.product = queries.existing(session, Product, line.product_id)
        record.products = named
        record.shares = [share for share in record.shares if share.name and share.value is not None]
        record.obligations = [duty for duty in record.obligations if duty.text]
        return clause_facts(record, queries.office_profile(session), on)
