"""The text of pasal: fields filled in, pasal and ayat numbered by themselves, compared with the standard.

A pasal is typed one ayat per line; a line that begins with "- " is a letter under the ayat above it. Numbers
typed by hand ("(1) …", "a. …") are taken off again, and letters end with ";" or ".". ``{mitra}`` is filled from
the data, ``{negara?}`` leaves its line out when there is nothing to say, ``{pasal:jangka-waktu}`` becomes the
number of that pasal. A line that ends with ``{tabel_produk}`` has the table of products under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.text import clean, search_key
from lapas_desktop.i18n import N_, _

BLANK = "…………"
AYAT, LETTER, TABLE = "ayat", "letter", "table"
TABLE_MARK = "\x01"  # the value of the field that stands for the table of products
FactValue = str | tuple[str, ...]

FIELD = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z0-9-]+))?(\?)?\}")
_TYPED_AYAT = re.compile(r"\(\d{1,3}\)\s+")
_TYPED_LETTER = re.compile(r"(?:[-–•]|[a-z][.)])\s+")
_HEADING = re.compile(r"# (.+?) \(([a-z0-9-]+)\)")


@dataclass(frozen=True)
class Clause:
    """One pasal as typed. ``key`` names the standard pasal it came from, nothing when it is the office's own."""

    key: str
    title: str
    text: str

    @property
    def anchor(self) -> str:
        """What ``{pasal:…}`` calls it."""
        return self.key.rpartition("/")[2] or re.sub(r"[^a-z0-9]+", "-", search_key(self.title)).strip("-")


@dataclass(frozen=True)
class Passage:
    """One ayat or letter with its number, e.g. "(2)" or "a."; a lone ayat has none."""

    label: str
    text: str
    level: str = AYAT


@dataclass(frozen=True)
class NumberedClause:
    """A pasal ready for paper."""

    number: int
    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Change:
    """A stretch of words in a comparison: ``kind`` is "same", "removed" or "added"."""

    kind: str
    text: str


def read_library(text: str) -> tuple[Clause, ...]:
    """The clauses of one shipped file: ``# Title (key)``, then its lines. ValueError for a line outside any."""
    found: list[tuple[str, str, list[str]]] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            found.append((heading[2], heading[1], []))
        elif line.strip():
            if not found:
                raise ValueError(line)
            found[-1][2].append(line)
    return tuple(Clause(key, title, "\n".join(lines)) for key, title, lines in found)


def numbered(clauses: Sequence[Clause], facts: Mapping[str, FactValue]) -> tuple[NumberedClause, ...]:
    """Every pasal filled and numbered. What is unknown stays as typed, what is empty shows as dots."""
    filling = _Filling(facts, clauses)
    return tuple(_ready(filling, number, clause) for number, clause in enumerate(clauses, 1))


def numbered_at(clauses: Sequence[Clause], place: int, facts: Mapping[str, FactValue]) -> NumberedClause:
    """One of `numbered`, by its place from 0."""
    return _ready(_Filling(facts, clauses), place + 1, clauses[place])


def _ready(filling: _Filling, number: int, clause: Clause) -> NumberedClause:
    return NumberedClause(number, filling.line(clause.title), tuple(_labelled(filling.lines(clause.text))))


def filled_line(text: str, facts: Mapping[str, FactValue]) -> str:
    """One sentence with its fields filled, as a pasal fills its own."""
    return " ".join(_Filling(facts, ()).lines(text))


def clause_problems(clauses: Sequence[Clause], facts: Mapping[str, FactValue]) -> Iterator[tuple[Problem, bool]]:
    """Every field that is unknown (True: the paper is wrong) or empty (False: a blank to write in)."""
    filling = _Filling(facts, clauses)
    for position, clause in enumerate(clauses):
        for part in ("title", "text"):
            for name, target, optional in dict.fromkeys(FIELD.findall(getattr(clause, part))):
                problem = filling.problem(name, target, bool(optional))
                if problem:
                    yield Problem(f"clauses[{position}].{part}", problem[0]), problem[1]


class _Filling:
    """Facts by name, and the number of every pasal by its anchor."""

    def __init__(self, facts: Mapping[str, FactValue], clauses: Sequence[Clause]) -> None:
        self._facts = facts
        self._pasal: dict[str, int] = {}
        for number, clause in enumerate(clauses, 1):
            self._pasal.setdefault(clause.anchor, number)

    def lines(self, text: str) -> Iterator[str]:
        """The lines with their fields filled; a list of facts becomes a line each."""
        for line in clean(text).splitlines():
            line = " ".join(line.split())
            fields = FIELD.findall(line)
            if not line or any(optional and not self._facts.get(name) for name, _target, optional in fields):
                continue
            many = self._many(fields)
            if many:
                yield from (line.replace(_written(fields[0]), one) for one in many)
            else:
                yield self.line(line)

    def _many(self, fields: list[tuple[str, str, str]]) -> tuple[str, ...]:
        value = self._facts.get(fields[0][0]) if len(fields) == 1 else None
        return value if isinstance(value, tuple) else ()

    def line(self, text: str) -> str:
        return FIELD.sub(self._value, text)

    def _value(self, found: re.Match[str]) -> str:
        name, target = found[1], found[2]
        if name == "pasal" and target:
            return f"Pasal {self._pasal[target]}" if target in self._pasal else found[0]
        if target or name not in self._facts:
            return found[0]
        value = self._facts[name]
        return (value if isinstance(value, str) else ", ".join(value)) or BLANK

    def problem(self, name: str, target: str, optional: bool) -> tuple[str, bool] | None:
        if name == "pasal" and target:
            if target in self._pasal:
                return None
            return _(N_("Rujukan {field} tidak menemukan pasalnya.")).format(field=f"{{pasal:{target}}}"), True
        if target or name not in self._facts:
            field = f"{{{name}:{target}}}" if target else f"{{{name}}}"
            return _(N_("Isian {field} tidak dikenal: periksa ejaannya pada daftar isian.")).format(field=field), True
        if not self._facts[name] and not optional:
            return _(N_("Isian {field} masih kosong dan tercetak sebagai titik-titik.")).format(
                field=f"{{{name}}}"
            ), False
        return None


def _written(field: tuple[str, str, str]) -> str:
    name, target, optional = field
    return f"{{{name}{':' if target else ''}{target}{optional}}}"


def _labelled(lines: Iterable[str]) -> Iterator[Passage]:
    parts = [_unlabelled(line) for line in lines]
    several = sum(level == AYAT and text != TABLE_MARK for level, text in parts) > 1
    ayat = letter = 0
    for position, (level, text) in enumerate(parts):
        shown = text.replace(TABLE_MARK, "").strip()
        if level == LETTER:
            letter += 1
            last = position + 1 == len(parts) or parts[position + 1][0] == AYAT
            yield Passage(f"{letters(letter)}.", _closed(shown, "." if last else ";"), LETTER)
        elif shown:
            ayat, letter = ayat + 1, 0
            yield Passage(f"({ayat})" if several else "", shown)
        if TABLE_MARK in text:
            yield Passage("", "", TABLE)


def _closed(text: str, mark: str) -> str:
    return text if text.endswith((":", "?", "!")) else text.rstrip(" ;.,") + mark


def _unlabelled(line: str) -> tuple[str, str]:
    if found := _TYPED_LETTER.match(line):
        return LETTER, line[found.end() :]
    found = _TYPED_AYAT.match(line)
    return AYAT, line[found.end() :] if found else line


def letters(number: int) -> str:
    """1 → "a", 26 → "z", 27 → "aa"."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def is_changed(own: Clause, standard: Clause) -> bool:
    """Whether a pasal says anything else than its standard; blanks and line ends do not count."""
    return (_plain(own.title), _plain(own.text)) != (_plain(standard.title), _plain(standard.text))


def differences(own: Clause, standard: Clause) -> tuple[Change, ...]:
    """The standard's text and what became of it, word by word; lines are divided by a newline."""
    return _changes(_words(standard), _words(own))


def word_changes(before: str, after: str) -> tuple[Change, ...]:
    """A text and what became of it, as `differences` tells it of a pasal."""
    return _changes(*(_divided(_plain(text)) for text in (before, after)))


def _changes(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Change("same", _joined(before[a:b])))
            continue
        if b > a:
            found.append(Change("removed", _joined(before[a:b])))
        if d > c:
            found.append(Change("added", _joined(after[c:d])))
    return tuple(found)


def _plain(text: str) -> list[str]:
    return [" ".join(line.split()) for line in clean(text).splitlines() if line.strip()]


def _words(clause: Clause) -> list[str]:
    return _divided([" ".join(_plain(clause.title)), *_plain(clause.text)])


def _divided(lines: Sequence[str]) -> list[str]:
    words: list[str] = []
    for line in lines:
        words += [*(["\n"] if words else []), *line.split(" ")]
    return words


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace("\n ", "\n").replace(" \n", "\n")
