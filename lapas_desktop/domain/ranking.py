"""How well a text answers what was typed: exact before prefix, word start, inside, and nearly the same.

Pure and shared by records, pages and actions, so that one list can hold them all in one order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

from lapas_desktop.domain.text import search_key

T = TypeVar("T")
_SIGNS = re.compile(r"[\W_]+")
_LONGEST = 32  # letters of a word that are compared for typing errors


class Match(IntEnum):
    """The ways to match, best first."""

    CODE = 0
    CODE_PREFIX = 1
    PREFIX = 2
    WORD_START = 3
    INSIDE = 4
    NEARLY = 5


@dataclass(frozen=True)
class Candidate(Generic[T]):
    """Something to be found: by its number or code, its name, and further words about it."""

    item: T
    name: str
    code: str = ""
    more: str = ""
    recent: bool = False
    keys: tuple[str, str, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", (search_key(self.code), search_key(self.name), search_key(self.more)))


def ranked(typed: str, candidates: Iterable[Candidate[T]], limit: int) -> list[T]:
    """The items that match, best first; equal ones keep their order, recent ones before others.

    Every word typed must be found in the candidate. With nothing typed all match: recent ones come first.
    """
    query = search_key(typed)
    scored: list[tuple[tuple[float, ...], int, T]] = []
    for position, candidate in enumerate(candidates):
        score = score_of(query, candidate)
        if score is not None:
            scored.append((score, position, candidate.item))
    scored.sort(key=lambda entry: entry[:2])
    return [item for _score, _position, item in scored[:limit]]


def score_of(query: str, candidate: Candidate[T]) -> tuple[float, ...] | None:
    """Smaller is better; None when a word of the query (a search key) is nowhere in the candidate."""
    fresh = 0 if candidate.recent else 1
    if not query.split():
        return (0, fresh)
    code, name, more = candidate.keys
    if code and (query == code or _bare(query) == _bare(code)):
        return (Match.CODE, 0, fresh)
    if code.startswith(query):
        return (Match.CODE_PREFIX, 0, fresh)
    levels: list[float] = []
    for word in query.split():
        level = _level(word, f"{code} {name}")
        further = _level(word, more)
        if level is None and further is None:
            return None
        levels.append(min(9.0 if level is None else level, 9.0 if further is None else further + 0.5))
    if name.startswith(query):
        return (Match.PREFIX, 0, fresh)
    return (max(levels), sum(levels), fresh)


def _level(word: str, text: str) -> float | None:
    """The best match of one word in a text; of two that are nearly the same, the one with fewer errors."""
    found = text.find(word)
    while found > 0 and text[found - 1].isalnum():
        later = text.find(word, found + 1)
        if later < 0:
            return Match.INSIDE
        found = later
    if found >= 0:
        return Match.WORD_START
    near = [other for other in _SIGNS.sub(" ", text).split() if nearly(word, other)]
    if not near:
        return None
    return Match.NEARLY if any(begins_within(word, other, 1) for other in near) else Match.NEARLY + 0.25


def _bare(text: str) -> str:
    return _SIGNS.sub("", text)


def tolerated(word: str) -> int:
    """How many typing errors a word may hold: none in a short word or a number, one from 4 letters, two from 8."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 8 else 2


def nearly(typed: str, word: str) -> bool:
    """Whether a word, or its beginning while it is being typed, is what was meant."""
    limit = tolerated(typed)
    return limit > 0 and begins_within(typed, word, limit)


def begins_within(typed: str, word: str, limit: int) -> bool:
    """Whether some beginning of ``word`` is at most ``limit`` errors away from ``typed``.

    An error is a wrong, missing or surplus letter, or two neighbours exchanged.
    """
    typed, word = typed[:_LONGEST], word[: min(_LONGEST, len(typed)) + limit]
    if len(word) < len(typed) - limit:
        return False
    before: Sequence[int] = ()
    row: Sequence[int] = range(len(word) + 1)
    for index, letter in enumerate(typed, 1):
        new = [index]
        for column, other in enumerate(word, 1):
            cost = min(row[column] + 1, new[column - 1] + 1, row[column - 1] + (letter != other))
            if before and column > 1 and letter == word[column - 2] and typed[index - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            new.append(cost)
        if min(new) > limit:
            return False
        before, row = row, new
    return min(row) <= limit


def pieces(word: str, limit: int) -> list[str]:
    """Parts of a typed word of which any word within ``limit`` errors holds at least one unchanged.

    An error spoils one part, an exchange over a border two: 2 × limit + 1 parts leave one whole.
    """
    count = min(2 * limit + 1, len(word))
    edges = [len(word) * part // count for part in range(count + 1)]
    return [word[start:end] for start, end in zip(edges, edges[1:], strict=False)]
