"""The library of pasal: shipped, changed by the office, brought back."""

from __future__ import annotations

from datetime import date, datetime

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_list import moved, row_of, with_missing
from lapas_desktop.domain.clause_text import Clause
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.services.clause_library import change_for_office, library, library_of
from lapas_desktop.services.clause_preview import facts_as_typed
from lapas_desktop.services.clauses import standard_clauses
from lapas_desktop.services.records import Saved, delete_records, load, save_record
from lapas_desktop.storage.office import Office


def titles(office: Office, kind: str) -> list[str]:
    return [clause.title for clause in standard_clauses(office, kind)]


def test_an_own_text_stands_in_the_place_of_the_shipped_one_until_it_is_deleted(office: Office, now: datetime) -> None:
    before = titles(office, "ekspor")
    shipped = next(one for one in library(office, "ekspor") if one.clause.anchor == "kerahasiaan")
    assert shipped.own_id is None and shipped.original == shipped.clause
    saved = change_for_office(office, shipped.clause.key, now)
    save_record(office, StandardClause, {"title": "Rahasia"}, now, saved.id)
    assert titles(office, "ekspor") == [t if t != "Kerahasiaan" else "Rahasia" for t in before]
    assert "Rahasia" in titles(office, "pelatihan"), "the types that share the shipped text share the office's"
    own = next(one for one in library(office, "ekspor") if one.own_id)
    assert own.original == shipped.clause
    delete_records(office, StandardClause, [saved.id], now)
    assert titles(office, "ekspor") == before


def test_changing_again_what_lies_in_the_bin_begins_with_the_shipped_text(office: Office, now: datetime) -> None:
    key = "ekspor/kerahasiaan"
    saved = change_for_office(office, key, now)
    save_record(office, StandardClause, {"title": "Rahasia"}, now, saved.id)
    delete_records(office, StandardClause, [saved.id], now)
    again = change_for_office(office, key, now)
    assert again.id == saved.id
    assert load(office, StandardClause, again.id)["title"] == "Kerahasiaan"


def test_an_own_text_for_another_type_is_kept_and_counts_here_too(office: Office, now: datetime) -> None:
    values = {"code": "pelaksanaan", "title": "Pelatihan kami", "text": "Begini.", "types": "pelatihan", "position": 0}
    saved = save_record(office, StandardClause, values, now)
    assert "Pelatihan kami" not in titles(office, "ekspor")
    assert change_for_office(office, "ekspor/pelaksanaan", now).id == saved.id
    assert "Pelatihan kami" in titles(office, "ekspor")
    assert load(office, StandardClause, saved.id)["text"] == "Begini."


def test_standards_are_known_of_the_type_and_of_every_type_a_pasal_came_from(office: Office) -> None:
    found = library_of(office, "ekspor", ["pelatihan/penutup", "aneh", "", "../x/y"])
    assert {key.partition("/")[0] for key in found} == {"ekspor", "pelatihan"}
    assert library_of(office, "", []) == {}


def test_missing_pasal_come_into_their_places_and_moving_stops_at_the_edges() -> None:
    standard = [Clause(f"ekspor/{name}", name, "") for name in "abcd"]
    own = {"title": "z", "text": "", "standard": None}
    rows, came = with_missing([row_of(standard[1]), own], standard)
    assert ([row["title"] for row in rows], came) == (["a", "b", "c", "d", "z"], 3)
    assert with_missing(rows, standard) == (rows, 0)
    assert moved(rows, 0, -1) == rows
    assert [row["title"] for row in moved(rows, 0, 1)] == ["b", "a", "c", "d", "z"]


def test_facts_come_from_what_is_typed_saved_or_not(
    office: Office, draft: Saved, partner: Saved, product: Saved
) -> None:
    values = load(office, Agreement, draft.id) | {"destinations": "KR", "title": "Belum disimpan"}
    facts = facts_as_typed(office, values, date(2026, 1, 19))
    assert (facts["negara"], facts["judul"], facts["mitra"]) == ("Korea Selatan", "Belum disimpan", "PT Coir")
    assert facts["produk"] == "Gantungan kunci"
    half = {"parties": [{}, {"partner_id": partner.id}], "products": [{}], "shares": [{"name": "Premi"}]}
    half |= {"obligations": [{"party": "Pihak Kedua"}]}
    assert facts_as_typed(office, half, date(2026, 1, 19))["mitra"] == "PT Coir"
