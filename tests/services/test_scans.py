"""Pictures of pages become one PDF: in order, upright, small, whole or not at all."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import Cancelled, Progress
from lapas_desktop.services.attachments import attachments_of
from lapas_desktop.services.records import Saved
from lapas_desktop.services.scans import MOST_PAGES, attach_pages, in_order
from lapas_desktop.storage.office import Office

TURNED = 6  # the camera was held upright, the picture lies on its side


def page(folder: Path, name: str, size: tuple[int, int] = (60, 80), turn: int = 1) -> Path:
    picture = Image.new("RGB", size, "white")
    exif = picture.getexif()
    exif[0x0112] = turn
    picture.save(folder / name, exif=exif)
    return folder / name


def noisy(folder: Path, name: str) -> Path:
    Image.frombytes("RGB", (2400, 3200), os.urandom(2400 * 3200 * 3)).save(folder / name, quality=95)
    return folder / name


def test_pages_stand_upright_in_the_order_of_their_names(
    office: Office, draft: Saved, tmp_path: Path, now: datetime
) -> None:
    pages = [
        page(tmp_path, "hal 10.jpg", (120, 60)), page(tmp_path, "hal 2.jpg", (80, 60), TURNED),
        page(tmp_path, "hal 1.png"),
    ]  # fmt: skip
    attach_pages(office, Agreement, draft.id, pages, now)
    (made,) = attachments_of(office, Agreement, draft.id)
    assert (made.title, made.purpose, made.media_type) == ("hal 1.pdf", "scan", "application/pdf")
    shapes = [(round(width), round(height)) for width, height in map(_size, pypdfium2.PdfDocument(made.path))]
    assert shapes == [(595, 842), (595, 842), (842, 595)]
    assert [path.name for path in in_order(pages)] == ["hal 1.png", "hal 2.jpg", "hal 10.jpg"]


def _size(found: pypdfium2.PdfPage) -> tuple[float, float]:
    return found.get_size()


def test_a_page_full_of_grain_takes_300_kilobytes_at_most(
    office: Office, draft: Saved, tmp_path: Path, now: datetime
) -> None:
    pages = [noisy(tmp_path, "1.jpg"), noisy(tmp_path, "2.jpg")]
    assert pages[0].stat().st_size > 5_000_000
    attach_pages(office, Agreement, draft.id, pages, now)
    (made,) = attachments_of(office, Agreement, draft.id)
    assert made.size <= 2 * 302_000


def test_what_cannot_become_a_page_is_named_and_nothing_is_attached(
    office: Office, draft: Saved, tmp_path: Path, now: datetime
) -> None:
    good = page(tmp_path, "1.jpg")
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(noisy(tmp_path, "3.jpg").read_bytes()[:40_000])
    huge = tmp_path / "besar.jpg"
    with huge.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(200 * 1024**2)
    text = tmp_path / "surat.jpg"
    text.write_text("bukan gambar")
    cases = ((broken, "rusak.jpg.*rusak"), (huge, "besar.jpg.*20 MB"), (text, "surat.jpg.*bukan gambar"))
    for bad, sentence in cases:
        with pytest.raises(Refused, match=sentence):
            attach_pages(office, Agreement, draft.id, [good, bad], now)
    with pytest.raises(Refused, match=f"500 gambar terlalu banyak: paling banyak {MOST_PAGES}"):
        attach_pages(office, Agreement, draft.id, [good] * 500, now)
    assert attachments_of(office, Agreement, draft.id) == []
    assert not list((office.folder / "berkas").rglob("*.pdf"))


def test_it_can_be_stopped_between_two_pages(office: Office, draft: Saved, tmp_path: Path, now: datetime) -> None:
    progress = Progress("")
    progress.cancel()
    with pytest.raises(Cancelled):
        attach_pages(office, Agreement, draft.id, [page(tmp_path, "1.jpg")], now, progress=progress)
    assert attachments_of(office, Agreement, draft.id) == []
