"""Every page in every language of the program: no text that is not translated, no word of another language."""

from __future__ import annotations

import gettext
import re
import shutil
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop import i18n
from lapas_desktop.domain import lists, places
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.entity import Record, Row, fields_of
from lapas_desktop.domain.history import Change
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.domain.wording import MONTHS, SHORT_MONTHS, WEEKDAYS
from lapas_desktop.i18n import CONTEXT
from lapas_desktop.services.help import topics
from lapas_desktop.services.maintenance import open_or_create
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.storage.office import Office
from lapas_desktop.ui import language
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window
from tests.catalogue.catalogue import sources, translations
from tests.ui.walk import Walk

ON = datetime(2026, 11, 24, 8, 0)
OPEN, CLOSE = "⟦", "⟧"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_REFERENCE = re.compile(r"\b(DRAF|KRM|PRD|PRO|MTR|PSL|ADD)-[\d-]+")
_FIELD_NAME = re.compile(r"\{\w+\}")  # as pasal and templates name what they are filled with
# names, keys, units and codes, which are the same in every language
_NAMES = {*language.NAMES.values(), "Lapas Desktop", "latihan", "SVLK"}
_SIGNS = set("Ctrl Shift Alt Del Esc Enter Tab PgUp PgDn PgDown kg cm Rp PDF MB kB m³".split())

_SAME = {
    *places.CURRENCIES,
    *lists.INCOTERMS,
    "PT",
    "CV",
    "UD",
    "A4",
    "F4 (215 × 330 mm)",
    "kg",
    "m²",
    "m³",
    "Adendum I",
    "20'",
    "40'",
    "40' HC",
    "PEB",
    "NPE",
    "SVLK",
}

Speaking = Callable[[str], None]
Walked = Callable[[], tuple[dict[str, str], set[str]]]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("latihan") / "data"
    make_practice_office(folder, ON.date())
    return folder


@pytest.fixture
def walked(qtbot: QtBot, tmp_path: Path, practice: Path) -> Walked:
    """Walks through the practice office and a new, empty one: the texts seen, by place, and the data among them."""

    def visit(folder: Path) -> tuple[Walk, Desk]:
        office = open_or_create(folder, ON)
        window = Window()
        qtbot.addWidget(window)
        window.show()
        desk = Desk(window, office, Jobs(), lambda: ON)
        return Walk(desk), desk

    def walk() -> tuple[dict[str, str], set[str]]:
        shutil.copytree(practice, tmp_path / "latihan")
        full, desk = visit(tmp_path / "latihan")
        full.everywhere()
        desk.jobs.wait()
        data = data_of(desk.office)  # with what the walk has made
        desk.office.close()
        empty, desk = visit(tmp_path / "baru")
        empty.note("welcome", desk.window)
        for key in (*SCREENS, "home", "bin"):
            desk.go(key)
            empty.note(f"empty {key}", desk.window)
        desk.jobs.wait()
        desk.office.close()
        return {**empty.seen, **full.seen}, data | {str(tmp_path / "latihan"), str(tmp_path / "baru")}

    return walk


def data_of(office: Office) -> set[str]:
    """All texts that somebody typed into an office, and the names of its records; not the labels of choices.

    What the history keeps of choices is text of its day: it may stand there as "before → after" only.
    """
    found: set[str] = set()
    with office.session() as session:
        for mapper in Row.registry.mappers:
            for row in session.scalars(select(mapper.class_)):
                for declared in fields_of(type(row)):
                    value = getattr(row, declared.name)
                    if isinstance(value, str) and declared.kind.editor in (Editor.LINE, Editor.TEXT):
                        found |= {value, *value.splitlines(), declared.kind.shown(value)}
                if isinstance(row, Record):
                    found |= {row.reference, row.caption}
                if isinstance(row, Addendum):
                    found.add(row.ordinal)
                if isinstance(row, Change):
                    found.add(f"{row.old or '—'} → {row.new or '—'}")
    return {text for text in found if len(text) > 1}


def left_over(text: str, able: Collection[str]) -> list[str]:
    """The words of a text that are neither marked nor able to stand there; ``able`` has the longest first."""
    bare = unescape(re.sub(r"<[^>]+>", " ", text)).replace("&&", "&").replace("\u200b", "")
    while _MARKED.search(bare):
        bare = _MARKED.sub(" ", bare)
    if bare.endswith("…") and any(part.startswith(bare[:-1]) for part in able):
        return []  # data, shortened
    bare = _REFERENCE.sub(" ", bare)
    for part in able:
        if part in bare:
            bare = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", bare)
    bare = _FIELD_NAME.sub(" ", bare)
    return [word for word in _WORD.findall(bare) if word not in _SIGNS]


class Marked(gettext.NullTranslations):
    """Translates into the same text between marks."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message.rpartition(CONTEXT)[2]}{CLOSE}"


def names(spoken: str) -> set[str]:
    """Words of a language that come from elsewhere than the catalogue: countries and months."""
    return {*places.countries(spoken).values(), *SHORT_MONTHS[spoken], *MONTHS[spoken], *WEEKDAYS[spoken]}


def known(data: set[str], spoken: str) -> list[str]:
    """What may stand on the screen besides translated texts, the longest first; help pages are Indonesian always."""
    pages = {page.title for page in topics()}
    return sorted({*data, *pages, *names(spoken), *places.CURRENCIES, *_NAMES}, key=len, reverse=True)


def words_of(texts: Iterable[str]) -> set[str]:
    return {word.casefold() for text in texts for word in _WORD.findall(text.rpartition(CONTEXT)[2])}


def words_only_in(spoken: str) -> set[str]:
    """The words that one language of the program has and the other has not."""
    own = {"id": words_of([*sources(), *names("id")]), "en": words_of([*translations().values(), *names("en")])}
    return own.pop(spoken) - own.popitem()[1]


class Watched(gettext.NullTranslations):
    """The English catalogue; notes what it is asked for and does not know."""

    def __init__(self) -> None:
        super().__init__()
        self._known = translations()
        self.unknown: set[str] = set()

    def gettext(self, message: str) -> str:
        if message not in self._known and message not in _SAME:
            self.unknown.add(message)
        return self._known.get(message, message)


def with_words(seen: dict[str, str], able: list[str], foreign: set[str]) -> list[str]:
    """The texts, with their places, that hold a word of the other language outside what is known."""
    return [
        f"{place}: {text} ({', '.join(words)})"
        for text, place in seen.items()
        if (words := [word for word in left_over(text, able) if word.casefold() in foreign])
    ]


def test_no_text_of_any_page_escapes_translation(
    walked: Walked, speaking: Speaking, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking("id")
    monkeypatch.setattr(i18n, "_current", Marked())
    seen, data = walked()
    able = known(data, "id")
    found = [f"{place}: {text}" for text, place in seen.items() if left_over(text, able)]
    assert not found, "\n".join(found)


def test_no_page_shows_indonesian_words_in_the_english_window(
    walked: Walked, speaking: Speaking, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking("en")
    watched = Watched()
    monkeypatch.setattr(i18n, "_current", watched)
    seen, data = walked()
    assert not watched.unknown, watched.unknown
    found = with_words(seen, known(data, "en"), words_only_in("id"))
    assert not found, "\n".join(found)


def test_no_page_shows_english_words_in_the_indonesian_window(walked: Walked, speaking: Speaking) -> None:
    speaking("id")
    seen, data = walked()
    found = with_words(seen, known(data, "id"), words_only_in("en"))
    assert not found, "\n".join(found)
