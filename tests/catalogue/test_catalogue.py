"""The English catalogue is complete, and what the program reads is what the readable file says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from lapas_desktop import i18n
from lapas_desktop.i18n import CONTEXT, N_
from tests.catalogue.catalogue import PACKAGE, PO, sources, translations

SHOWING = {
    "label", "button", "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "addAction", "addButton", "say", "tell", "plain_tooltip", "setTitle", "setStatusTip",
}  # fmt: skip
NOT_WORDS = {"Lapas Desktop"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_KEY = re.compile(r"\b(Ctrl|Alt|Shift)\+\w+")


def test_the_catalogue_holds_the_texts_of_the_source_and_no_others() -> None:
    assert set(translations()) == set(sources()), "run: python -m tests.catalogue"


def test_every_text_has_its_english_and_none_is_a_guess() -> None:
    with PO.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    assert not [message.id for message in messages if not message.string or message.fuzzy]


def test_both_languages_name_the_same_things_to_fill_in() -> None:
    fields = {text: (_fields(text), _fields(english)) for text, english in translations().items()}
    assert not {text: pair for text, pair in fields.items() if pair[0] != pair[1]}


def test_both_languages_end_alike() -> None:
    # "Cetak…" opens something, "Cetak" does it; a space at the end joins what follows
    assert not [text for text, english in translations().items() if _end(text) != _end(english)]


def test_the_program_reads_what_the_catalogue_says() -> None:
    compiled = i18n.translations("en")
    assert {text: compiled.gettext(text) for text in translations()} == translations()


def test_one_word_with_two_meanings_is_translated_by_its_context() -> None:
    assert i18n.said(N_("Produk"), "en") == "Product"
    assert i18n.said(N_("Produk", "banyak"), "en") == "Products"
    assert i18n.said(N_("Produk", "banyak"), "id") == i18n.indonesian(N_("Produk", "banyak")) == "Produk"


def test_what_the_window_shows_goes_through_the_catalogue() -> None:
    found = [
        f"{path.name}:{line}: {text}"
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        for line, text in _literals(path)
        if text not in NOT_WORDS and _WORD.search(_KEY.sub("", text))
    ]
    assert not found


def _fields(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}", text))


def _end(text: str) -> str:
    last = text.rpartition(CONTEXT)[2][-1]
    return last if last in " …:*" else ""


def _literals(path: Path) -> Iterator[tuple[int, str]]:
    """Words written straight into a call that shows them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SHOWING:
            first = node.args[0]
            parts = first.values if isinstance(first, ast.JoinedStr) else [first]
            for part in parts:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield node.lineno, part.value


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
