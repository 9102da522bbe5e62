from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Select, text
from sqlalchemy.dialects import postgresql, sqlite

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.column import NEWEST
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.lists import columns_of, views_of
from lapas_desktop.services.records import Saved, list_count, list_page, save_record
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

DAY = date(2026, 1, 19)
ENTITIES = (Product, Partner, Agreement, Shipment)


def add(office: Office, now: datetime, *names: str) -> None:
    for number, name in enumerate(names):
        save_record(office, Product, {"code": f"P{number:03}", "name": name}, now)


def found(office: Office, typed: str) -> list[str]:
    columns = columns_of(Product, DAY)
    return [row[1] for row in list_page(office, Product, columns, typed, 0, False, 0, 50).rows]


def test_the_signs_of_like_are_plain_letters(office: Office, now: datetime) -> None:
    add(office, now, "100% kapas", "kain_lap", "a\\b", "biasa")
    assert found(office, "%") == ["100% kapas"]
    assert found(office, "_") == ["kain_lap"]
    assert found(office, "\\") == ["a\\b"]
    assert found(office, "0%k") == []


def test_search_ignores_accents_case_and_order(office: Office, now: datetime) -> None:
    add(office, now, "Ukiran Māori besar", "Ukiran kecil")
    for typed in ("maori", "MĀORI", "besar ukiran", " ukir  BES "):
        assert found(office, typed) == ["Ukiran Māori besar"]
    assert len(found(office, "ukiran")) == 2
    assert found(office, "ukiran xyz") == []


@pytest.mark.parametrize("typed", ["'", '"', "'; DROP TABLE product; --", "\x00", "\ud800", "%" * 500, "[a", "*", ":x"])
def test_no_typed_text_breaks_the_search(office: Office, now: datetime, typed: str) -> None:
    add(office, now, "satu")
    assert list_count(office, Product, typed) == len(found(office, typed))
    assert found(office, "") == ["satu"]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", range(5))
def test_the_pages_hold_every_row_once(office: Office, now: datetime, sort: int, descending: bool) -> None:
    add(office, now, *["sama", "beda", "sama", "lain"] * 6)
    columns = columns_of(Product, DAY)
    pages = [list_page(office, Product, columns, "", sort, descending, start, 7) for start in range(0, 28, 7)]
    ids = [record_id for page in pages for record_id in page.ids]
    assert len(ids) == 24
    assert sorted(ids) == list(range(1, 25))


def test_a_record_is_found_by_number_and_by_draft(office: Office, agreement: Saved, shipment: Saved) -> None:
    with office.session() as session:
        by_number = queries.find(session, Agreement, " w20.pas.3-pr.03-01 ")
        assert by_number is not None
        assert by_number.id == agreement.id
        draft = queries.find(session, Shipment, f"draf-{shipment.id}")
        assert draft is not None
        assert draft.id == shipment.id
        for nothing in ("", f"DRAF-{agreement.id}", "DRAF-99999999999999999999", "%"):
            assert queries.find(session, Agreement, nothing) is None


def put(office: Office, agreement_id: int, stage: str, terminated_on: date | None) -> None:
    """A stage as old data may have it, whatever the rules of today say."""
    with office.transaction() as session:
        agreement = queries.existing(session, Agreement, agreement_id)
        agreement.stage, agreement.terminated_on = stage, terminated_on


def test_the_list_and_the_record_agree_on_the_status(office: Office, partner: Saved, now: datetime) -> None:
    """Every combination of stage, period, end of notice, termination and successor, on days around each edge."""
    parties = [{"partner_id": None}, {"partner_id": partner.id}]
    common = {"title": "x", "type": "lain", "signed_on": DAY, "signed_at": "Y", "parties": parties}
    common["overlap_reason"] = "uji"
    number = 0
    for stage in ("draft", "signed", "terminated"):
        for start in (None, DAY, DAY + timedelta(days=3)):
            for length in (None, 0, 5):
                for notice in (0, 2, 90):
                    if stage == "signed" and start is None:
                        continue
                    number += 1
                    end = None if length is None else (start or DAY) + timedelta(days=length)
                    ends = DAY + timedelta(days=4) if number % 2 else None
                    values = {"number": f"N{number}", "starts_on": start, "ends_on": end, "notice_days": notice}
                    saved = save_record(office, Agreement, {**common, **values}, now)
                    put(office, saved.id, stage, ends)
                    if number % 5 == 0:
                        follower = {"number": f"N{number}b", "starts_on": DAY + timedelta(days=2)}
                        follows = {**common, **follower, "predecessor_id": saved.id}
                        put(office, save_record(office, Agreement, follows, now).id, "signed", None)
    seen = set()
    for offset in range(-2, 12):
        on = DAY + timedelta(days=offset)
        columns = columns_of(Agreement, on)
        page = list_page(office, Agreement, columns, "", 0, False, 0, 1000)
        with office.session() as session:
            for record_id, row in zip(page.ids, page.rows, strict=True):
                record = session.get(Agreement, record_id)
                assert record is not None
                assert record.status(on) == row[4], (record.number, on)
                seen.add(row[4])
    assert seen == {"draft", "upcoming", "running", "ending", "ended", "renewed", "terminated"}


def statements() -> Iterator[Select[Any]]:
    for entity in ENTITIES:
        columns = columns_of(entity, DAY)
        yield queries.live(entity)
        yield queries.count(entity, "a% b")
        yield queries.deleted(entity)
        yield queries.same_code(entity, "X", 1)
        for sort in range(NEWEST, len(columns)):
            yield queries.page(entity, columns, "kata", sort, bool(sort % 2), 10, 10)
    yield queries.shipped_quantities(1)
    yield queries.shipments_of(1)


def test_every_question_can_be_put_to_postgresql() -> None:
    for statement in statements():
        assert str(statement.compile(dialect=postgresql.dialect())).startswith("SELECT")


@pytest.mark.parametrize("entity", ENTITIES)
def test_an_empty_list_has_no_pages(office: Office, entity: type[Record]) -> None:
    columns = columns_of(entity, DAY)
    assert list_page(office, entity, columns, "", 0, False, 0, 10).ids == ()


@pytest.fixture
def drafts(office: Office, partner: Saved, now: datetime) -> None:
    """Agreements 1 to 12 without a number but for two."""
    common = {"title": "Keset", "type": "ekspor", "parties": [{"partner_id": None}, {"partner_id": partner.id}]}
    for number in range(1, 13):
        named = {4: "PKS-B", 7: "PKS-A"}.get(number)
        save_record(office, Agreement, {**common, "number": named}, now)


def test_the_newest_comes_first_and_drafts_are_counted_like_numbers(office: Office, drafts: None) -> None:
    columns = columns_of(Agreement, DAY)

    def shown(typed: str, sort: int, descending: bool) -> list[int]:
        pages = [list_page(office, Agreement, columns, typed, sort, descending, start, 5) for start in (0, 5, 10)]
        return [record_id for page in pages for record_id in page.ids]

    assert shown("", NEWEST, True) == shown("keset", NEWEST, True) == list(range(12, 0, -1))
    by_number = [1, 2, 3, 5, 6, 8, 9, 10, 11, 12, 7, 4]
    assert shown("", 0, False) == by_number and shown("", 0, True) == by_number[::-1]


@pytest.mark.parametrize(("sort", "walk"), [(NEWEST, "SCAN agreement"), (0, "SEARCH agreement USING COVERING INDEX")])
def test_a_long_list_is_walked_in_its_order_not_sorted(office: Office, sort: int, walk: str) -> None:
    present = views_of(Agreement, DAY)[0].within
    statement = queries.page(Agreement, columns_of(Agreement, DAY), "", sort, True, 0, 100, present)
    told = str(statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    with office.session() as session:
        plan = [row[-1] for row in session.execute(text(f"EXPLAIN QUERY PLAN {told}"))]
    chosen = plan.index(next(line for line in plan if line.startswith("LIST SUBQUERY")))
    assert plan[chosen + 1].startswith(walk), plan
    assert plan[chosen + 2] != "USE TEMP B-TREE FOR ORDER BY", plan
