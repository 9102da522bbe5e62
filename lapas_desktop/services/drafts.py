"""Use cases of unsaved typing: kept while a form is edited, offered after a crash or a power cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lapas_desktop.domain.entity import Record
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.records import TARGETS
from lapas_desktop.storage import drafts
from lapas_desktop.storage.office import Office

Typed = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """Unsaved typing of one form. ``record_id`` is None for a new record."""

    key: str
    entity: type[Record]
    record_id: int | None
    title: str
    kept_at: datetime
    typed: Typed


def draft_key(entity: type[Record], record_id: int | None) -> str:
    """The name of a form's draft: one for each record, one for a new record of each kind."""
    return f"{entity.__name__}-{record_id or 'baru'}"


def keep_draft(
    office: Office, entity: type[Record], record_id: int | None, title: str, typed: Typed, now: datetime
) -> None:
    """Keeps what stands in a form."""
    told = {"title": title[:300], "kept_at": now.isoformat(timespec="seconds"), "typed": typed}
    drafts.write(office.folder, draft_key(entity, record_id), told)


def drop_draft(office: Office, entity: type[Record], record_id: int | None) -> None:
    """Forgets it: saved, or given up on purpose."""
    drafts.remove(office.folder, draft_key(entity, record_id))


def draft_of(folder: Path, key: str) -> Draft | None:
    """One draft by its key; None when it cannot be read."""
    told = drafts.read(folder, key)
    name, _dash, number = key.partition("-")
    if told is None or name not in TARGETS:
        return None
    try:
        kept_at = datetime.fromisoformat(str(told["kept_at"]))
        typed = dict(told["typed"])
    except (KeyError, ValueError, TypeError):
        return None
    record_id = int(number) if number.isdigit() else None
    title = str(told.get("title", "")) or _(N_("Formulir"))
    return Draft(key, TARGETS[name], record_id, title, kept_at, typed)


def kept_drafts(folder: Path) -> Iterator[Draft]:
    """All drafts that can be read, the oldest first."""
    for key in drafts.keys(folder):
        draft = draft_of(folder, key)
        if draft:
            yield draft
