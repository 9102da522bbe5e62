"""Use case: several pictures of pages become one PDF among the files of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from lapas_desktop.documents.photos import scanned
from lapas_desktop.documents.scans import pages_as_pdf
from lapas_desktop.domain.attachment import IMAGES, MAX_BYTES, PDF, media_type_of
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.kinds import MAX_LINE
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.text import clean_line
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.attachments import Content, attach_content
from lapas_desktop.services.records import Saved
from lapas_desktop.storage import attachments
from lapas_desktop.storage.office import Office

MOST_PAGES = 60  # of the size a page has at most, they fit into one attached file


def in_order(sources: Sequence[Path]) -> list[Path]:
    """By their names as people count: page 2 before page 10."""

    def parts(source: Path) -> list[tuple[int, str]]:
        return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", source.name.lower())]

    return sorted(sources, key=parts)


def attach_pages(
    office: Office, entity: type[Record], record_id: int, sources: Sequence[Path], now: datetime, who: str = "",
    progress: Progress = UNSEEN,
) -> Saved:  # fmt: skip
    """Attaches pictures as one scan, a page each in the order of their names; ``id`` is the attachment's.

    `Refused`, and nothing attached, when there are more than `MOST_PAGES` or one of them is no whole picture.
    """
    if len(sources) > MOST_PAGES:
        message = _(N_("{n} gambar terlalu banyak: paling banyak {limit} halaman dalam satu PDF."))
        raise Refused(message.format(n=len(sources), limit=MOST_PAGES))
    ordered = in_order(sources)
    title = clean_line(f"{ordered[0].stem[: MAX_LINE - 10]}.pdf")
    content = pages_as_pdf(title, _pages(ordered, progress))
    if len(content) > MAX_BYTES:
        message = _(N_("“{name}” terlalu besar: paling banyak {limit} MB."))
        raise Refused(message.format(name=title, limit=MAX_BYTES // 1024**2))
    return attach_content(office, entity, record_id, Content(title, "scan", content, PDF), now, who)


def _pages(sources: Sequence[Path], progress: Progress) -> Iterator[bytes]:
    for number, source in enumerate(sources):
        progress(number, len(sources))
        content = attachments.read_source(source)
        if media_type_of(content) not in IMAGES:
            raise Refused(_(N_("“{name}” bukan gambar JPEG, PNG atau WebP.")).format(name=source.name))
        try:
            yield scanned(content)
        except Refused as refused:
            raise Refused(f"“{source.name}”: {refused}") from refused
    progress(len(sources), len(sources))
