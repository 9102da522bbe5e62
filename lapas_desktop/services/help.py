"""The help pages: Markdown files that say for which place of the window they are.

A file of ``resources/help`` begins with its head, ``order: 20`` and, for pages of a place, ``places: agreements``,
then an empty line and the page. Its first line is the title. ``{shortcuts}`` stands for the table of keys,
``{fields}`` for the fields of the office's Word template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from lapas_desktop import __version__
from lapas_desktop.documents.manual import build_manual
from lapas_desktop.documents.manual_data import Chapter, Manual
from lapas_desktop.domain.ranking import Candidate, ranked
from lapas_desktop.domain.shortcuts import SHORTCUTS
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.resources import resource

FIRST = "mulai"
_HEAD = re.compile(r"\Aorder: (\d+)\n(?:places: ([\w ]+)\n)?\n# (.+)\n")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[#*`>]|\|[-|]+\||\|")
_KEYS, _FIELDS = "{shortcuts}", "{fields}"


@dataclass(frozen=True)
class Topic:
    """One help page. ``name`` is its file's; ``text`` is Markdown that begins with the title."""

    name: str
    title: str
    order: int
    places: tuple[str, ...]
    text: str


def help_folder() -> Path:
    """Where the pages and the folder of their pictures lie."""
    return resource("help")


def topics() -> tuple[Topic, ...]:
    """All pages in the order of reading."""
    return _topics(language())


@lru_cache(maxsize=2)
def _topics(_language: str) -> tuple[Topic, ...]:
    """Kept for each language of the interface, because the table of keys is in it."""
    found = (read_topic(path.stem, path.read_text(encoding="utf-8")) for path in help_folder().glob("*.md"))
    return tuple(sorted(found, key=lambda topic: topic.order))


def read_topic(name: str, text: str) -> Topic:
    """The page that a file holds; ValueError when it has no head."""
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"{name}.md does not begin with its order, its places and its title")
    body = text[head.start(3) - 2 :].replace(_KEYS, _shortcut_table())
    if _FIELDS in body:
        body = body.replace(_FIELDS, _field_table())
    return Topic(name, head[3].strip(), int(head[1]), tuple((head[2] or "").split()), body)


def topic(name: str) -> Topic | None:
    """The page of a name."""
    return next((known for known in topics() if known.name == name), None)


def topic_of(place: str) -> Topic:
    """The page of a place of the window; the first one for a place that has none."""
    return next((known for known in topics() if place in known.places), topics()[0])


def find_topics(typed: str) -> list[Topic]:
    """Pages that hold every word typed, those that hold it in their title first; all when nothing is typed."""
    if not search_key(typed):
        return list(topics())
    return ranked(typed, (Candidate(known, known.title, more=plain(known.text)) for known in topics()), len(topics()))


def plain(text: str) -> str:
    """The words of a page without its marks."""
    bare = _MARKS.sub(lambda mark: " " if "|" in mark[0] else "", _LINK.sub(r"\1", text))
    return " ".join(bare.split())


def html(shown: Topic) -> str:
    """The page for the screen, without styles."""
    from lapas_desktop.documents.markdown import as_html

    return as_html(shown.text)


def _shortcut_table() -> str:
    """One table that fits on one sheet: where a key works stands beside its group's first row."""
    heads = " | ".join(_(head) for head in (N_("Di mana"), N_("Tombol"), N_("Gunanya")))
    rows = [
        f"| {'' if position else _(group.where)} | `{shortcut.keys}` | {_(shortcut.does)} |"
        for group in SHORTCUTS
        for position, shortcut in enumerate(group.shortcuts)
    ]
    return "\n".join([f"| {heads} |", "|---|---|---|", *rows])


def _field_table() -> str:
    """What a template may name, each field with what it becomes."""
    from lapas_desktop.services.deed import template_fields

    heads = " | ".join(_(head) for head in (N_("Isian"), N_("Menjadi apa")))
    rows = [f"| `{name}` | {about} |" for name, about in template_fields().items()]
    return "\n".join([f"| {heads} |", "|---|---|", *rows])


def write_manual(path: Path, on: date) -> None:
    """Writes all pages as one printable book (PDF). `Refused` when the folder, the disk or a font says no."""
    build_manual(_manual(topics(), on), path)


def write_topic(name: str, path: Path, on: date) -> None:
    """Writes one page as a sheet (PDF), e.g. the sheet of shortcuts."""
    build_manual(_manual((topic(name) or topic_of(""),), on), path)


def _manual(chosen: tuple[Topic, ...], on: date) -> Manual:
    chapters = tuple(Chapter(known.name, known.title, known.text) for known in chosen)
    return Manual(chapters, help_folder(), __version__, on)
