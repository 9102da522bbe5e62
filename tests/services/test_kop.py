"""The kop of the office: its logos, on paper and before anything is saved."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lapas_desktop.documents.photos import LOGO_SIDE
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.services.history import history_of
from lapas_desktop.services.kop import choose_logo, kop_paper, logos, put_logo, remove_logo
from lapas_desktop.services.office_profile import profile_values
from lapas_desktop.services.papers import write_summary
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.storage.office import Office
from tests.documents.samples import page_texts


@pytest.fixture
def profile(office: Office, now: datetime) -> Saved:
    return save_record(office, OfficeProfile, {**blank(office, OfficeProfile), "name": "Lapas Kasongan"}, now)


def picture(path: Path, size: tuple[int, int] = (900, 600)) -> Path:
    Image.new("RGBA", size, (0, 90, 160, 255)).save(path)
    return path


def images_in(pdf: bytes) -> int:
    return pdf.count(b"/Subtype /Image") - pdf.count(b"/SMask")


def test_logos_are_made_small_and_print_on_every_kop(
    office: Office, profile: Saved, agreement: Saved, tmp_path: Path, now: datetime
) -> None:
    paper = tmp_path / "ringkasan.pdf"
    write_summary(office, agreement.id, paper, now.date())
    assert images_in(paper.read_bytes()) == 0
    choose_logo(office, "left", picture(tmp_path / "l.png"), now)
    choose_logo(office, "right", picture(tmp_path / "r.png", (300, 300)), now)
    left, right = logos(office)
    assert left and right
    with Image.open(BytesIO(left)) as image:
        assert max(image.size) == LOGO_SIDE
    write_summary(office, agreement.id, paper, now.date())
    assert images_in(paper.read_bytes()) == 2


def test_a_logo_is_replaced_taken_off_and_put_back_without_disturbing_the_form(
    office: Office, profile: Saved, tmp_path: Path, now: datetime
) -> None:
    form = load(office, OfficeProfile, profile.id)
    for name in ("a.png", "b.png"):
        choose_logo(office, "left", picture(tmp_path / name), now)
    content = logos(office)[0]
    assert content
    remove_logo(office, "left", now)
    assert logos(office) == (None, None)
    put_logo(office, "left", content, now)
    assert logos(office) == (content, None)
    save_record(office, OfficeProfile, {**form, "city": "Kasongan"}, now, profile.id)
    assert logos(office) == (content, None)
    assert profile_values(office)["city"] == "Kasongan"
    assert len(history_of(office, OfficeProfile, profile.id)) >= 5


@pytest.mark.parametrize("content", [b"", b"bukan gambar", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_a_broken_logo_is_told(office: Office, profile: Saved, content: bytes, tmp_path: Path, now: datetime) -> None:
    source = tmp_path / "logo.png"
    source.write_bytes(content)
    with pytest.raises(Refused):
        choose_logo(office, "left", source, now)
    assert logos(office) == (None, None)


def test_a_huge_logo_is_told(office: Office, profile: Saved, tmp_path: Path, now: datetime) -> None:
    source = tmp_path / "logo.png"
    Image.new("1", (9000, 6000)).save(source)
    with pytest.raises(Refused, match="terlalu besar"):
        choose_logo(office, "left", source, now)


def test_a_logo_needs_an_office(office: Office, tmp_path: Path, now: datetime) -> None:
    with pytest.raises(Refused, match="Simpan data kantor dahulu"):
        choose_logo(office, "left", picture(tmp_path / "l.png"), now)


@pytest.mark.parametrize("kop", ["", "<b>\n&amp;", "\n".join(["BARIS PANJANG " * 30] * 12), "ملاحظة"])
def test_any_kop_can_be_drawn(kop: str) -> None:
    assert len(page_texts(kop_paper("Lapas", kop, "F4"))) == 1


def test_an_office_without_a_name_yet_has_an_empty_sheet() -> None:
    assert len(page_texts(kop_paper("", " ", "A4"))) == 1
