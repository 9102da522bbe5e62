"""Use cases of the office's own lists: what their form shows, and the HS codes a product may take."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from lapas_desktop.domain.office_lists import OfficeLists, shipped_units
from lapas_desktop.resources import resource
from lapas_desktop.services.records import blank, values_of
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def lists_values(office: Office) -> dict[str, Any]:
    """The lists as plain data: the office's own, or the shipped ones while it has changed none."""
    with office.session() as session:
        own = queries.office_lists(session)
        if own:
            kept = values_of(own)
            return kept if kept["document_rules"] else kept | {"document_rules": shipped_document_rules()}
    return {
        **blank(office, OfficeLists), "units": shipped_units(), "hs_codes": shipped_hs_codes(),
        "document_rules": shipped_document_rules(),
    }  # fmt: skip


def shipped_hs_codes() -> list[dict[str, Any]]:
    """The codes that come with the program, as rows of a form."""
    return json.loads(resource("reference", "hs.json").read_text(encoding="utf-8"))


def shipped_document_rules() -> list[dict[str, Any]]:
    """The matrix of required papers that comes with the program, as rows of a form; see `DocumentRule`."""
    rows = json.loads(resource("reference", "documents.json").read_text(encoding="utf-8"))
    return [row | {"checked_on": date.fromisoformat(row["checked_on"])} for row in rows]


def hs_codes(office: Office) -> dict[str, tuple[str, str]]:
    """Eight digits → description and certainty (`office_lists.CERTAINTIES`), in the order of the list."""
    return {row["code"]: (row["description"], row["certainty"]) for row in lists_values(office)["hs_codes"]}
