from __future__ import annotations

from collections.abc import Iterator

import pytest

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.entity import Record, Row, child_class, field_of, fields_of
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment

RECORDS: tuple[type[Record], ...] = (
    Product, Partner, Agreement, Shipment, OfficeProfile, Addendum, StandardClause,
)  # fmt: skip
# Kept by the program itself, or shown elsewhere than on the form.
NOT_ON_FORMS = {"sample", "created_at", "changed_at", "deleted_at"}
NOT_ON_FORMS_OF: dict[type[Record], set[str]] = {
    Agreement: {"stage", "terminated_on", "termination_reason", "termination_letter"},
    Addendum: {"stage", "sequence"},
    Shipment: {"number", "status", "revision", "released_on"},
    OfficeProfile: {"notes", "archived"},
}


def _rows() -> Iterator[type[Row]]:
    for record in RECORDS:
        yield record
        yield from (child_class(record, name) for name in record.children)


ALL_ROWS = tuple(_rows())


@pytest.mark.parametrize("entity", ALL_ROWS)
def test_every_field_has_a_label_and_a_name(entity: type[Row]) -> None:
    assert fields_of(entity)
    for declared in fields_of(entity):
        assert declared.label.strip()
        assert declared.name
        assert field_of(entity, declared.name) is declared


@pytest.mark.parametrize("entity", ALL_ROWS)
def test_no_two_fields_of_one_row_have_the_same_label(entity: type[Row]) -> None:
    labels = [declared.label for declared in fields_of(entity)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("entity", ALL_ROWS)
def test_defaults_are_values_the_kind_knows(entity: type[Row]) -> None:
    for declared in fields_of(entity):
        if declared.default is not None and declared.kind.choices:
            assert declared.default in declared.kind.choices("id")


@pytest.mark.parametrize("entity", RECORDS)
def test_every_section_names_existing_fields_once(entity: type[Record]) -> None:
    named = [name for section in entity.sections for name in section.names]
    assert len(named) == len(set(named))
    for name in named:
        field_of(entity, name)
    assert all(section.title for section in entity.sections)
    assert all(bool(section.names) != bool(section.children) for section in entity.sections)


@pytest.mark.parametrize("entity", RECORDS)
def test_every_child_table_stands_on_the_form(entity: type[Record]) -> None:
    assert sorted(s.children for s in entity.sections if s.children) == sorted(entity.children)


@pytest.mark.parametrize("entity", RECORDS)
def test_every_field_stands_on_the_form_unless_the_program_keeps_it(entity: type[Record]) -> None:
    named = {name for section in entity.sections for name in section.names}
    missing = {declared.name for declared in fields_of(entity)} - named
    assert missing == NOT_ON_FORMS | NOT_ON_FORMS_OF.get(entity, set())


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"Product\.tidak_ada"):
        field_of(Product, "tidak_ada")
