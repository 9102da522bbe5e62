"""The kop of the own office: its logos, and how it looks on paper before anything is saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import SIDES, Logo
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.history import note_event
from lapas_desktop.services.letterhead import letterhead_of
from lapas_desktop.storage import attachments, queries
from lapas_desktop.storage.office import Office


def logos(office: Office) -> tuple[bytes | None, bytes | None]:
    """The pictures on the left and on the right of the kop."""
    with office.session() as session:
        profile = queries.office_profile(session)
        return (profile.logo("left"), profile.logo("right")) if profile else (None, None)


def choose_logo(office: Office, side: str, source: Path, now: datetime, who: str = "") -> None:
    """Puts a picture, made small, on one side of the kop; `Refused` when it is none or no office is saved yet."""
    from lapas_desktop.documents.photos import logo

    _replace(office, side, logo(attachments.read_source(source)), now, who)


def remove_logo(office: Office, side: str, now: datetime, who: str = "") -> None:
    """Takes the picture off one side of the kop."""
    _replace(office, side, None, now, who)


def put_logo(office: Office, side: str, content: bytes, now: datetime, who: str = "") -> None:
    """Undoes `remove_logo`."""
    _replace(office, side, content, now, who)


def _replace(office: Office, side: str, content: bytes | None, now: datetime, who: str) -> None:
    with office.transaction() as session:
        profile = queries.office_profile(session)
        if profile is None:
            raise Refused(_(N_("Simpan data kantor dahulu, lalu pilih logo.")))
        for old in [logo for logo in profile.logos if logo.side == side]:
            session.delete(old)
        if content:
            session.add(Logo(office_id=profile.id, side=side, content=content))
        old_word, new_word = ("", _(SIDES[side])) if content else (_(SIDES[side]), "")
        note_event(session, profile, "attached" if content else "detached", old_word, new_word, now, who)


def kop_paper(name: str, kop: str, paper: str, pictures: tuple[bytes | None, bytes | None] = (None, None)) -> bytes:
    """A PDF sheet with nothing but the kop, laid out by the code that prints it."""
    from lapas_desktop.documents import paper as sheets
    from lapas_desktop.documents.sheet import Sheet

    lines = [line for line in (kop or name).splitlines() if line.strip()][:8]
    head = letterhead_of(name, lines, *pictures)
    return sheets.rendered(Sheet(_(N_("Kop surat")), name, paper=paper), sheets.kop(head, sheets.text_width(paper)))
