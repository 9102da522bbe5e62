from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lapas_desktop.domain.ranking import Candidate, begins_within, nearly, pieces, ranked, score_of, tolerated
from lapas_desktop.domain.text import search_key

WORD = st.text("abcdeg", min_size=4, max_size=14)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def found(typed: str, *texts: str) -> list[str]:
    return ranked(typed, [Candidate(text, text) for text in texts], 99)


def test_the_order_is_code_prefix_word_start_inside_and_nearly() -> None:
    candidates = [
        Candidate("nearly", "tikar rotna"), Candidate("inside", "Perotanan"), Candidate("word", "Kursi rotan"),
        Candidate("name", "Rotan mentah"), Candidate("code prefix", "Meja", code="ROTAN-1"),
        Candidate("code", "Tikar", code="Rotan"), Candidate("no", "Getah"),
    ]  # fmt: skip
    assert ranked("rotan", candidates, 9) == ["code", "code prefix", "name", "word", "inside", "nearly"]


def test_numbers_are_found_without_their_signs() -> None:
    first, second = (Candidate(code, "Keset", code=code) for code in ("KRM-2026-001", "KRM-2026-0011"))
    assert ranked("krm2026001", [second, first], 9) == ["KRM-2026-001"]


def test_every_word_must_be_found_in_any_order() -> None:
    assert found("kunci gantungan", "Gantungan kunci", "Kunci pintu") == ["Gantungan kunci"]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("gantugan", "gantungan"), ("gnatungan", "gantungan"), ("selendia", "selandia"), ("rotna", "rotan"),
     ("gantug", "gantungan"), ("MAORl", "Māori")],
)  # fmt: skip
def test_small_typing_errors_are_forgiven(typed: str, word: str) -> None:
    assert found(typed, word) == [word]


@pytest.mark.parametrize(("typed", "word"), [("abc", "abd"), ("rotan", "retun"), ("2026", "2025"), ("meja", "kaca")])
def test_short_words_numbers_and_other_words_are_not_guessed(typed: str, word: str) -> None:
    assert found(typed, word) == []


def test_recent_ones_come_first_among_equals_and_when_nothing_is_typed() -> None:
    old, new = Candidate("old", "Kursi"), Candidate("new", "Kursi", recent=True)
    assert ranked("kursi", [old, new], 9) == ["new", "old"]
    assert ranked("", [old, new], 9) == ["new", "old"]
    assert ranked("  ", [old, new], 1) == ["new"]


@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=8))
def test_what_is_found_is_a_part_of_what_was_given_and_order_never_fails(typed: str, texts: list[str]) -> None:
    hits = found(typed, *texts)
    assert all(hits.count(text) <= texts.count(text) for text in hits)
    if not search_key(typed):
        assert hits == texts


@given(ANY_TEXT)
def test_everything_is_found_by_its_own_name(name: str) -> None:
    assert found(name, name) == [name]


@given(st.text("abc -/1", min_size=1, max_size=12), ANY_TEXT)
def test_nothing_goes_before_its_exact_code(code: str, other: str) -> None:
    assume(search_key(code))
    best = score_of(search_key(code), Candidate(0, "x", code=code))
    rival = score_of(search_key(code), Candidate(1, other, recent=False))
    assert best is not None
    assert rival is None or best <= rival


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[str, str]:
    """A word and the same with as many typing errors as are forgiven in what was typed."""
    word = draw(WORD)
    typed = word
    for _error in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, max(0, len(typed) - 2)))
        changed = {
            "wrong": typed[:at] + "x" + typed[at + 1 :],
            "missing": typed[:at] + typed[at + 1 :],
            "surplus": typed[:at] + "x" + typed[at:],
            "exchanged": typed[:at] + typed[at : at + 2][::-1] + typed[at + 2 :],
        }[draw(st.sampled_from(["wrong", "missing", "surplus", "exchanged"]))]
        if tolerated(changed) > _error:
            typed = changed
    return typed, word


@given(mistyped())
def test_a_part_of_the_typed_word_stands_unchanged_in_what_was_meant(pair: tuple[str, str]) -> None:
    typed, word = pair
    limit = tolerated(typed)
    if limit and begins_within(typed, word, limit):
        assert any(part in word for part in pieces(typed, limit))


@given(WORD, st.integers(0, 12), st.sampled_from(["wrong", "missing", "surplus", "exchanged"]))
def test_one_error_in_a_word_of_five_letters_is_always_forgiven(word: str, at: int, error: str) -> None:
    assume(len(word) >= 5)
    at %= len(word) - 1
    typed = {
        "wrong": word[:at] + "x" + word[at + 1 :],
        "missing": word[:at] + word[at + 1 :],
        "surplus": word[:at] + "x" + word[at:],
        "exchanged": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[error]
    assert nearly(typed, word)


@given(WORD, st.integers(4, 14))
def test_the_beginning_of_a_word_is_near_to_it(word: str, length: int) -> None:
    assert nearly(word[:length], word)


def test_of_two_that_are_nearly_typed_the_one_with_fewer_errors_comes_first() -> None:
    offered = [Candidate("help", "Bantuan"), Candidate("product", "Gantungan kunci")]
    assert ranked("gantugan", offered, 5) == ["product", "help"]
