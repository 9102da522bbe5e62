"""The pasal of one agreement as a list that is put together: from the library, moved, brought back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lapas_desktop.domain.clause_text import BLANK, LETTER, TABLE, TABLE_MARK, Change, Clause, NumberedClause
from lapas_desktop.domain.clause_text import FIELD as WRITTEN_FIELD
from lapas_desktop.domain.word_marks import OPEN, SAME, WRONG
from lapas_desktop.i18n import N_, _

Rows = list[dict[str, Any]]


def clause_of(row: dict[str, Any]) -> Clause:
    """A row of ``Agreement.clauses`` as a pasal."""
    return Clause(row.get("standard") or "", row.get("title") or "", row.get("text") or "")


def row_of(clause: Clause) -> dict[str, Any]:
    """A pasal of the library as a row of ``Agreement.clauses``."""
    return {"title": clause.title, "text": clause.text, "standard": clause.key}


def with_missing(rows: Rows, standard: Sequence[Clause]) -> tuple[Rows, int]:
    """The rows and, each behind the one that the library has before it, what is missing; how many came."""
    found, place, came = list(rows), 0, 0
    for clause in standard:
        anchors = [clause_of(row).anchor for row in found]
        if clause.anchor in anchors:
            place = anchors.index(clause.anchor) + 1
            continue
        found.insert(place, row_of(clause))
        place, came = place + 1, came + 1
    return found, came


def moved(rows: Rows, place: int, by: int) -> Rows:
    """The rows with one of them a place up (-1) or down (1); as they are at the edge."""
    if not 0 <= place + by < len(rows):
        return rows
    found = list(rows)
    found[place], found[place + by] = found[place + by], found[place]
    return found


def read_aloud(clause: NumberedClause) -> list[Change]:
    """A pasal as it will be printed, what is unknown (``wrong``) or still empty (``open``) apart from the rest."""
    lines = [f"Pasal {clause.number}", clause.title]
    for passage in clause.passages:
        text = _(N_("[di sini tabel produk]")) if passage.level == TABLE else passage.text
        indent = "    " if passage.level == LETTER else ""
        lines.append(f"{indent}{passage.label} {text}" if passage.label else f"{indent}{text}")
    return _marked("\n".join(lines).replace(TABLE_MARK, ""))


def _marked(text: str) -> list[Change]:
    found: list[Change] = []
    end = 0
    marks = [(m.start(), m.end(), WRONG) for m in WRITTEN_FIELD.finditer(text)]
    start = text.find(BLANK)
    while start >= 0:
        marks.append((start, start + len(BLANK), OPEN))
        start = text.find(BLANK, start + len(BLANK))
    for first, last, kind in sorted(marks):
        found += [Change(SAME, text[end:first]), Change(kind, text[first:last])]
        end = last
    return [change for change in [*found, Change(SAME, text[end:])] if change.text]


def origin(row: dict[str, Any], standard: Clause | None, changed: bool, own: bool) -> str:
    """Where a pasal comes from, in the words of its mark."""
    if standard is None:
        return _(N_("tanpa baku")) if row.get("standard") else _(N_("pasal sendiri"))
    if changed:
        return _(N_("diubah dari baku"))
    return _(N_("baku kantor")) if own else _(N_("baku"))
