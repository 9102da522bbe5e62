"""What is broken or doubtful in a stored shipment, with the words for each place on its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.domain.agreement_checks import Finding
from lapas_desktop.domain.computed import sketch
from lapas_desktop.domain.document_rules import DocumentRule, expected_documents
from lapas_desktop.domain.entity import all_problems
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.history import label_of
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.shipment_checks import Known, shipment_findings
from lapas_desktop.domain.shipment_order import in_order
from lapas_desktop.domain.shipment_papers import ShipmentDocument
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import records
from lapas_desktop.services.deliveries import delivered_under
from lapas_desktop.services.signing import Check
from lapas_desktop.services.stock import counted, stock_within
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


def document_rules(session: Session) -> Iterable[DocumentRule]:
    """The matrix of the office; the shipped one while it has none of its own."""
    from lapas_desktop.services.office_lists import shipped_document_rules

    own = queries.office_lists(session)
    if own and own.document_rules:
        return own.document_rules
    return [DocumentRule(**row) for row in shipped_document_rules()]


def known_of(session: Session, shipment: Shipment, on: date) -> Known:
    """What the checks need besides the shipment: the rest of its agreement, the stock, the papers asked for."""
    products = list(shipment.quantities)
    remaining = {}
    if shipment.agreement is not None:
        for line in delivered_under(session, shipment.agreement, on):
            if line.remaining is not None:
                own = shipment.quantities.get(line.product_id, 0) if shipment.status in SENT_STATUSES else 0
                remaining[line.product_id] = line.remaining + own
    there, kept = stock_within(session, products, without=shipment.id), counted(session, products)
    for product in kept:
        there.setdefault(product, Decimal(0))
    return Known(
        remaining,
        {product: quantity for product, quantity in there.items() if product in kept},
        tuple(expected_documents(shipment, document_rules(session))),
    )


def findings_within(session: Session, shipment: Shipment, on: date, say: Callable[[str], str] = _) -> list[Finding]:
    """Errors first; ``say`` translates them."""
    return shipment_findings(shipment, known_of(session, shipment, on), on, say)


def shipment_checks(office: Office, shipment_id: int, on: date) -> tuple[Check, ...]:
    """What is wrong or doubtful before the papers go out, each with its place in words."""
    with office.session() as session:
        found = findings_within(session, queries.existing(session, Shipment, shipment_id), on)
        return tuple(Check(finding, label_of(Shipment, finding.field)) for finding in found)


def checks_as_typed(
    office: Office, shipment_id: int | None, values: Mapping[str, Any], unread: Sequence[Problem], on: date
) -> tuple[Check, ...]:
    """The same for what stands in a form, saved or not: errors, doubts, then what is in order.

    ``unread``: what was typed there and cannot be read; such cells count as they were before.
    """
    with office.session() as session:
        shipment = as_typed(session, shipment_id, values, on)
        wrong = [*unread, *all_problems(shipment)]
        found = [Finding(problem.field, problem.message, True) for problem in wrong]
        try:
            known = known_of(session, shipment, on)
            found += shipment_findings(shipment, known, on)
            found += in_order(shipment, known, on)
        except ArithmeticError:
            found.append(Finding("lines", _(N_("Angkanya terlalu besar untuk dihitung.")), True))
        told = sorted(dict.fromkeys(found), key=lambda finding: (not finding.wrong, finding.good))
        return tuple(Check(finding, label_of(Shipment, finding.field)) for finding in told)


def as_typed(session: Session, shipment_id: int | None, values: Mapping[str, Any], on: date) -> Shipment:
    """A shipment outside the data file, as its form shows it; what no field shows is as stored."""
    stored: dict[str, Any] = records.blank_row(Shipment)
    if shipment_id is not None:
        stored = records.values_of(queries.existing(session, Shipment, shipment_id))
    shipment = sketch(Shipment, stored | dict(values), on)
    assert isinstance(shipment, Shipment)
    shipment.id = shipment_id or 0
    records.link(session, shipment)
    return shipment


def expected_rows(office: Office, shipment_id: int | None, values: Mapping[str, Any], on: date) -> list[dict[str, Any]]:
    """Rows of the documents sheet that the matrix asks for and the sheet does not have yet."""
    with office.session() as session:
        shipment = as_typed(session, shipment_id, values, on)
        listed = {row.document for row in shipment.documents}
        asked = expected_documents(shipment, document_rules(session))
        return [
            records.blank_row(ShipmentDocument) | {"document": one.document, "reason": one.remark or None}
            for one in asked
            if one.document not in listed
        ]
