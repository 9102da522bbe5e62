"""Which texts the source shows, what English they have, and the two files that hold it.

The ``.po`` is edited by hand; the ``.mo`` is what the program reads. Neither holds a date, a line number or a
tool's version, so that they change only with the words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from lapas_desktop.i18n import CONTEXT, N_

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "lapas_desktop"
PO = ROOT / "resources" / "translations" / "en" / "LC_MESSAGES" / "lapas_desktop.po"
MO = PO.with_suffix(".mo")
_KEYWORDS: dict[str, Any] = {"_": None, "N_": {1: (1,), 2: ((2, "c"), 1)}}
_HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # a catalogue has no age: the same words make the same bytes


def sources() -> dict[str, list[str]]:
    """Every text marked for translation, as `_` is asked for it, with its places (``ui/desk.py:120``)."""
    found: dict[str, list[str]] = {}
    extracted = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=_KEYWORDS)
    for name, line, text, _comments, context in extracted:
        assert isinstance(text, str)
        text = N_(text, context or "")
        found.setdefault(text, []).append(f"{name}:{line}")
    return found


def translations() -> dict[str, str]:
    """Source text → English, as the ``.po`` says; an empty English is not yet translated."""
    if not PO.exists():
        return {}
    with PO.open("rb") as file:
        return {
            N_(str(message.id), message.context or ""): str(message.string) for message in read_po(file) if message.id
        }


def updated() -> list[str]:
    """Rewrites both files for the source of today; returns the texts that wait for their English."""
    had = translations()
    write({text: had.get(text, "") for text in sources()})
    return [text for text in sources() if not had.get(text)]


def write(words: dict[str, str]) -> None:
    """Both files, sorted by source text."""
    catalog = Catalog(locale="en", charset="utf-8", creation_date=_NO_DAY, revision_date=_NO_DAY)
    for marked in sorted(words):
        context, _mark, text = marked.rpartition(CONTEXT)
        catalog.add(text, words[marked], context=context or None)
    PO.parent.mkdir(parents=True, exist_ok=True)
    readable, compiled = BytesIO(), BytesIO()
    write_po(readable, catalog, width=110, omit_header=True)
    write_mo(compiled, catalog)
    PO.write_bytes(_HEADER.encode() + readable.getvalue())
    MO.write_bytes(compiled.getvalue())
