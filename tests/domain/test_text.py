from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.text import clean, clean_identifier, clean_line, file_name, name_key, search_key

ANY_TEXT = st.text(st.characters(exclude_categories=()))
TRICKY = st.text(st.sampled_from("e\u0301\u200b\u200d \t\n\r\u2028\u202e\ud800\udc00\x00\x85aあ. -CON"))


@pytest.mark.parametrize(
    "hostile",
    ["PT <b>Maju & Jaya</b>", '=HYPERLINK("x")', '<font color="[[[">', "CON", "a/b:c", "x" * 10_000, "שלום", "ʻOhana"],
)
def test_readable_text_is_left_as_it_is(hostile: str) -> None:
    assert clean(hostile) == clean_line(hostile) == hostile


def test_controls_and_direction_signs_go_and_newlines_stay() -> None:
    assert clean("a\x00b\u202ec\r\nd\u2028e\ufeff") == "abc\nd\ne"
    assert clean_line(" a \t b\nc ") == "a b c"


def test_a_lone_surrogate_goes_and_a_pair_becomes_its_letter() -> None:
    assert clean("a\ud800b") == "ab"
    assert clean("\ud83d\ude00") == "😀"


def test_joiners_stay_in_names_and_go_from_identifiers() -> None:
    assert clean_line("a\u200db") == "a\u200db"
    assert clean_identifier("KRM\u200d-1 \u200d 2") == "KRM-1 2"


def test_an_accent_behind_an_invisible_sign_still_joins_its_letter() -> None:
    assert clean("e\u200b\u0301") == "é"


@given(ANY_TEXT | TRICKY)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for cleaner in (clean, clean_line, clean_identifier):
        once = cleaner(text)
        assert cleaner(once) == once
        assert unicodedata.is_normalized("NFC", once)
        once.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "stored"), [("maori", "Māori"), ("STRASSE", "straße"), ("cafe", "CAFÉ"), ("tel", "℡")]
)
def test_search_ignores_case_and_accents(typed: str, stored: str) -> None:
    assert search_key(typed) == search_key(stored)


@pytest.mark.parametrize("name", ["PT. Coir", "COIR, PT", "Coir", "Cv Coir"])
def test_the_legal_form_does_not_tell_names_apart(name: str) -> None:
    assert name_key(name) == "coir"


@pytest.mark.parametrize(
    ("text", "name"), [("CON", "_CON"), ("nul.txt", "_nul.txt"), ("a/b:c", "a-b-c"), ("..", "_"), ("", "_")]
)
def test_file_names_avoid_devices_and_separators(text: str, name: str) -> None:
    assert file_name(text) == name


@given(ANY_TEXT | TRICKY | st.text("漢😀", min_size=60, max_size=200))
def test_every_file_name_fits_every_file_system(text: str) -> None:
    name = file_name(text, ".pdf")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert len(name.encode("utf-8")) <= 210
    assert name not in (".pdf", "..pdf")
    assert name.removesuffix(".pdf") == name.removesuffix(".pdf").strip(" .")
