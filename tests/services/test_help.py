"""The help pages are whole: heads, links, pictures; and they are found by what people type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lapas_desktop.i18n import CONTEXT
from lapas_desktop.services.deed import template_fields
from lapas_desktop.services.help import find_topics, help_folder, html, plain, read_topic, topic, topic_of, topics
from tests.catalogue.catalogue import sources

BOLD = re.compile(r"\*\*(.+?)\*\*")
# made of several texts in the window, or a mark
JOINED = {"Buat … PKS", "Logo kiri…", "Logo kanan…", "+"}
LINK = re.compile(r"(!?)\[[^\]]+\]\(([^)]+)\)")
A_PICTURE, ALL_PICTURES = 60_000, 900_000  # bytes


def targets(picture: bool) -> list[tuple[str, str]]:
    """(page, where its link or its picture leads)."""
    return [
        (known.name, target) for known in topics() for mark, target in LINK.findall(known.text) if bool(mark) == picture
    ]


def test_every_file_is_a_page_in_an_order_of_its_own() -> None:
    assert len(topics()) == len(list(help_folder().glob("*.md"))) >= 18
    assert len({known.order for known in topics()}) == len(topics())
    assert [known.order for known in topics()] == sorted(known.order for known in topics())


def test_no_place_has_two_pages() -> None:
    places = [place for known in topics() for place in known.places]
    assert len(places) == len(set(places))


def test_every_link_leads_to_a_page() -> None:
    assert targets(picture=False)
    assert not [(page, to) for page, to in targets(picture=False) if topic(to.removesuffix(".md")) is None]


def test_every_picture_is_there_and_every_one_there_is_shown() -> None:
    shown = {target for _page, target in targets(picture=True)}
    there = {path.relative_to(help_folder()).as_posix() for path in help_folder().glob("pictures/*")}
    assert shown == there


def test_pictures_are_light() -> None:
    sizes = {path.name: path.stat().st_size for path in help_folder().glob("pictures/*.png")}
    assert not {name: size for name, size in sizes.items() if size > A_PICTURE}
    assert sum(sizes.values()) <= ALL_PICTURES


def test_a_place_has_its_page_and_an_unknown_one_the_first() -> None:
    assert topic_of("agreements").name == "perjanjian"
    assert topic_of("no such place") == topics()[0]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("cadangan", "cadangan"), ("TEMPAT sampah", "tempat-sampah"), ("pintasn", "pintasan"), ("Plh.", "kantor")],
)
def test_a_page_is_found_by_its_title_and_by_its_words(typed: str, first: str) -> None:
    assert find_topics(typed)[0].name == first


def test_nothing_typed_finds_all_and_nonsense_nothing() -> None:
    assert find_topics("  ") == list(topics())
    assert find_topics("xyzzyx") == []


def test_words_are_found_without_the_marks_around_them() -> None:
    text = "## Judul\n\n**Tebal** dan [tautan](x.md), `Ctrl+S`\n\n| A | B |\n|---|---|\n| satu | dua |\n"
    assert plain(text) == "Judul Tebal dan tautan, Ctrl+S A B satu dua"


def test_raw_html_stays_text() -> None:
    page = read_topic("uji", "order: 1\n\n# Uji\n\n<b onclick='x'>tebal</b>\n")
    assert "&lt;b onclick" in html(page)


@pytest.mark.parametrize("text", ["# Tanpa kepala\n", "order: x\n\n# Judul\n", "order: 1\n\nTanpa judul\n", ""])
def test_a_file_without_its_head_is_not_a_page(text: str) -> None:
    with pytest.raises(ValueError, match=r"uji\.md"):
        read_topic("uji", text)


def test_the_sheet_of_shortcuts_stands_in_its_page() -> None:
    page = topic("pintasan")
    assert page and "{shortcuts}" not in page.text and "| Di daftar | `Ctrl+F` |" in page.text


def test_every_field_of_a_template_stands_in_its_page() -> None:
    page = topic("templat")
    assert page and not [name for name in template_fields() if f"| `{name}` | " not in page.text]


def test_words_in_bold_stand_in_the_window_just_so() -> None:
    """Bold is kept for what is read on the screen: a button, a field, a table, a view."""
    shown = {text.rpartition(CONTEXT)[2] for text in sources()}
    told = {(known.name, bold) for known in topics() for bold in BOLD.findall(known.text)}
    assert not sorted((name, bold) for name, bold in told if bold not in shown | JOINED)


def test_pages_are_indonesian_files_with_unix_line_ends() -> None:
    for path in sorted(Path(help_folder()).glob("*.md")):
        content = path.read_bytes()
        assert b"\r" not in content and content.endswith(b"\n"), path.name
