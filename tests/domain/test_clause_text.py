from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.clause_text import (
    BLANK,
    LETTER,
    TABLE,
    TABLE_MARK,
    Clause,
    clause_problems,
    differences,
    is_changed,
    letters,
    numbered,
    read_library,
)


def passages(text: str, facts: dict[str, str | tuple[str, ...]] | None = None) -> list[tuple[str, str]]:
    (clause,) = numbered([Clause("", "Judul", text)], facts or {})
    return [(passage.label, passage.text) for passage in clause.passages]


def test_a_lone_ayat_has_no_number_and_several_have() -> None:
    assert passages("Satu ayat saja.") == [("", "Satu ayat saja.")]
    assert passages("Pertama.\nKedua.") == [("(1)", "Pertama."), ("(2)", "Kedua.")]


def test_letters_begin_again_under_each_ayat_and_end_as_a_list_does() -> None:
    assert passages("Wajib:\n- menjaga.\n- merawat\nBerhak:\n- menerima;") == [
        ("(1)", "Wajib:"), ("a.", "menjaga;"), ("b.", "merawat."), ("(2)", "Berhak:"), ("a.", "menerima."),
    ]  # fmt: skip


def test_numbers_typed_by_hand_are_not_printed_twice() -> None:
    assert passages("(1) Pertama.\n(2) Kedua:\na. satu\nb. dua") == [
        ("(1)", "Pertama."), ("(2)", "Kedua:"), ("a.", "satu;"), ("b.", "dua."),
    ]  # fmt: skip


def test_fields_are_filled_once_and_never_read_as_fields_again() -> None:
    assert passages("Mitra: {mitra}.", {"mitra": "{lapas}", "lapas": "X"}) == [("", "Mitra: {lapas}.")]
    hostile = "{0} {mitra.__class__} {mitra!r} { mitra } {} {{ %s"
    assert passages(hostile, {"mitra": "A"}) == [("", hostile)]


def test_a_list_becomes_a_letter_each_and_an_empty_optional_line_goes() -> None:
    text = "Bagian:\n- {pembagian}\nTujuan {negara?}."
    assert passages(text, {"pembagian": ("satu", "dua"), "negara": ""}) == [
        ("", "Bagian:"), ("a.", "satu;"), ("b.", "dua."),
    ]  # fmt: skip


def test_what_is_empty_shows_as_dots_and_what_is_unknown_as_typed() -> None:
    clauses = [Clause("", "Judul", "{negara} {nagara} {pasal:tidak-ada}")]
    facts = {"negara": ""}
    assert numbered(clauses, facts)[0].passages[0].text == f"{BLANK} {{nagara}} {{pasal:tidak-ada}}"
    found = [(problem.field, problem.message, wrong) for problem, wrong in clause_problems(clauses, facts)]
    assert [(field, wrong) for field, _message, wrong in found] == [
        ("clauses[0].text", False), ("clauses[0].text", True), ("clauses[0].text", True),
    ]  # fmt: skip
    assert "{nagara} tidak dikenal" in found[1][1]


def test_references_follow_their_pasal_wherever_it_stands() -> None:
    first, second = Clause("x/awal", "Awal", "Lihat {pasal:jangka-waktu}."), Clause("", "Jangka Waktu", "Lama.")
    assert numbered([first, second], {})[0].passages[0].text == "Lihat Pasal 2."
    assert numbered([second, first], {})[1].passages[0].text == "Lihat Pasal 1."


def test_the_table_stands_under_its_line() -> None:
    (clause,) = numbered([Clause("", "J", "Produk: {tabel_produk?}\nLain.")], {"tabel_produk": TABLE_MARK})
    assert [(p.level, p.label) for p in clause.passages] == [("ayat", "(1)"), (TABLE, ""), ("ayat", "(2)")]
    (clause,) = numbered([Clause("", "J", "Produk: {tabel_produk?}\nLain.")], {"tabel_produk": ""})
    assert [passage.text for passage in clause.passages] == ["Lain."]


def test_differences_are_told_word_by_word() -> None:
    standard, own = Clause("k", "Judul", "Bayar 14 hari.\nSetuju."), Clause("k", "Judul", "Bayar 30 hari.\nSetuju.")
    assert is_changed(own, standard) and not is_changed(Clause("k", "Judul ", "Bayar  14 hari.\n\nSetuju."), standard)
    assert [(c.kind, c.text) for c in differences(own, standard)] == [
        ("same", "Judul\nBayar"), ("removed", "14"), ("added", "30"), ("same", "hari.\nSetuju."),
    ]  # fmt: skip


@given(st.text(), st.text())
def test_differences_lose_nothing(one: str, other: str) -> None:
    before, after = Clause("", "J", one), Clause("", "J", other)
    changes = differences(after, before)
    for kinds, clause in ((("same", "removed"), before), (("same", "added"), after)):
        told = " ".join(change.text for change in changes if change.kind in kinds).split()
        (shown,) = numbered([Clause("", "J", "x")], {})
        assert told == ["J", *" ".join(line for line in _lines(clause.text)).split()] and shown.number == 1


def _lines(text: str) -> list[str]:
    from lapas_desktop.domain.text import clean

    return clean(text).splitlines()


@given(st.text(alphabet="{}:?ab-_1 \n-.()"))
def test_no_text_breaks_the_filling(text: str) -> None:
    clauses = [Clause("", text or "J", text)]
    for passage in numbered(clauses, {"a": "x", "b": ()})[0].passages:
        assert passage.level != LETTER or passage.label
    list(clause_problems(clauses, {"a": "x", "b": ()}))


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "az", "ba"]


def test_a_library_file_names_each_clause() -> None:
    assert read_library("# Satu (satu)\nIsi.\n\n# Dua (dua)\n") == (
        Clause("satu", "Satu", "Isi."),
        Clause("dua", "Dua", ""),
    )
    with pytest.raises(ValueError):
        read_library("Isi tanpa judul")
