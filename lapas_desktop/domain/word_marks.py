"""Marks of words that went, came, are wrong or still open: kinds of `Change`, and signs that need no colour."""

from __future__ import annotations

from collections.abc import Iterable

from lapas_desktop.domain.clause_text import Change

SAME, REMOVED, ADDED, WRONG, OPEN = "same", "removed", "added", "wrong", "open"
SIGNS = {REMOVED: ("[−", "]"), ADDED: ("[+", "]")}


def signed(changes: Iterable[Change]) -> list[Change]:
    """The changes with a sign around what was taken away and what came, and the blanks between them."""
    return signs_in(spaced(changes))


def signs_in(changes: Iterable[Change]) -> list[Change]:
    """The changes with signs, where the blanks are there already."""
    return [
        Change(change.kind, _between(change.text, *SIGNS[change.kind])) if change.kind in SIGNS else change
        for change in changes
    ]


def spaced(changes: Iterable[Change]) -> list[Change]:
    """The changes with the blanks between them that stand in the text."""
    found: list[Change] = []
    for change in changes:
        before = found[-1].text if found else "\n"
        if not before.endswith("\n") and not change.text.startswith("\n"):
            found.append(Change(SAME, " "))
        found.append(change)
    return found


def _between(text: str, opening: str, closing: str) -> str:
    """Signs around the words; the ends of lines around them stay outside."""
    inner = text.strip("\n")
    start = len(text) - len(text.lstrip("\n"))
    return f"{text[:start]}{opening}{inner}{closing}{text[start + len(inner) :]}" if inner else text
