"""Papers of many agreements at once: as one PDF, or each as a file of its own in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import Path

from lapas_desktop.documents.joined import join
from lapas_desktop.documents.output import published
from lapas_desktop.documents.summary import summary_pdf
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.text import file_name
from lapas_desktop.services import records
from lapas_desktop.services.deed import deed_preview
from lapas_desktop.services.papers import summary_of
from lapas_desktop.storage.office import Office

MakePaper = Callable[[Office, int, date], bytes]  # office, agreement, day → PDF


def summary_preview(office: Office, agreement_id: int, on: date) -> bytes:
    """The summary of an agreement as PDF bytes."""
    return summary_pdf(summary_of(office, agreement_id, on))


PAPERS: dict[str, MakePaper] = {"deed": deed_preview, "summary": summary_preview}


def write_together(
    office: Office, paper: str, ids: Sequence[int], path: Path, on: date, progress: Progress = UNSEEN
) -> None:
    """Writes one kind of paper (a key of `PAPERS`) of all agreements, one after the other, into one PDF."""

    def made(done: int, agreement_id: int) -> bytes:
        progress(done, len(ids))
        return PAPERS[paper](office, agreement_id, on)

    if len(ids) == 1:
        content = made(0, ids[0])
        with published(path) as temporary:
            temporary.write_bytes(content)
    else:
        join(path, (made(done, agreement_id) for done, agreement_id in enumerate(ids)))
    progress(len(ids), len(ids))


def write_each(
    office: Office, paper: str, ids: Sequence[int], folder: Path, named: str, on: date, progress: Progress = UNSEEN
) -> list[Path]:
    """Writes each agreement's paper as a PDF into a folder; the files made. None that is there is replaced.

    ``named`` holds ``{reference}``. When it is cancelled, the files made until then are whole and stay.
    """
    written = []
    for done, agreement_id in enumerate(ids):
        progress(done, len(ids))
        content = PAPERS[paper](office, agreement_id, on)
        reference = records.load(office, Agreement, agreement_id)["reference"]
        path = _free(folder, named.format(reference=reference))
        with published(path) as temporary:
            temporary.write_bytes(content)
        written.append(path)
    progress(len(ids), len(ids))
    return written


def _free(folder: Path, name: str) -> Path:
    tries = (f"{name} ({number})" if number > 1 else name for number in count(1))
    return next(path for text in tries if not (path := folder / file_name(text, ".pdf")).exists())
