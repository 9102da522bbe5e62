from __future__ import annotations

import os
import random
import struct
import zipfile
import zlib
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lapas_desktop.documents import photos
from lapas_desktop.domain.attachment import DOCX, MAX_BYTES
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.product import Product
from lapas_desktop.services.attachments import attach, attachments_of, clear_files, detach, reattach
from lapas_desktop.services.history import history_of
from lapas_desktop.services.maintenance import back_up_on_exit, check_data
from lapas_desktop.services.records import Saved, blank, delete_records, load, restore_records, save_record
from lapas_desktop.storage.office import Office


def picture(size: tuple[int, int], form: str = "JPEG", mode: str = "RGB", **more: object) -> bytes:
    made = BytesIO()
    Image.new(mode, size, (200, 30, 30, 0)[: len(mode)]).save(made, form, **more)
    return made.getvalue()


def noise(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3)).save(made, "PNG")
    return made.getvalue()


def file(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_scan_is_kept_byte_for_byte(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    source = file(tmp_path, "surat <b>&.pdf", b"%PDF-1.4 isi")
    saved = attach(office, Product, product.id, source, "scan", now)
    source.unlink()
    (found,) = attachments_of(office, Product, product.id)
    assert (found.id, found.title, found.size, found.there) == (saved.id, "surat <b>&.pdf", 12, True)
    assert found.path.read_bytes() == b"%PDF-1.4 isi"
    assert saved.changed == {Product}


def test_a_word_file_is_known_by_its_content(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    attach(office, Product, product.id, file(tmp_path, "tanpa nama jenis", made.getvalue()), "other", now)
    assert attachments_of(office, Product, product.id)[0].media_type == DOCX


@pytest.mark.parametrize(
    ("purpose", "name", "content", "sentence"),
    [
        ("photo", "foto.jpg", b"%PDF-1.4", "bukan foto"),
        ("scan", "surat.pdf", b"MZ\x90\0 program", "bukan pindaian"),
        ("other", "surat.docx", b"PK\x03\x04 terpotong", "tidak dikenal"),
        ("scan", "kosong.pdf", b"", "kosong"),
        ("scan", "besar.pdf", b"%PDF-" + bytes(MAX_BYTES), "terlalu besar"),
        ("photo", "rusak.jpg", picture((900, 700))[:600], "rusak atau tidak lengkap"),
        ("photo", "rusak.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "rusak atau tidak lengkap"),
    ],
)
def test_what_cannot_be_kept_is_told(
    office: Office, product: Saved, now: datetime, tmp_path: Path, purpose: str, name: str, content: bytes,
    sentence: str,
) -> None:  # fmt: skip
    with pytest.raises(Refused, match=sentence):
        attach(office, Product, product.id, file(tmp_path, name, content), purpose, now)
    assert attachments_of(office, Product, product.id) == []
    assert not (office.folder / "berkas").exists()


def test_what_is_no_file_is_told(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    link, pipe = tmp_path / "pintas.pdf", tmp_path / "pipa"
    link.symlink_to(file(tmp_path, "asli.pdf", b"%PDF-1"))
    os.mkfifo(pipe)
    cases = [(tmp_path, "bukan berkas"), (tmp_path / "hilang.pdf", "tidak ada lagi"), (link, "hanya pintasan"),
             (pipe, "bukan berkas"), (tmp_path / ("n" * 300), "terlalu panjang"),
             (tmp_path / "a\0b", "tidak dapat dibaca")]  # fmt: skip
    for source, sentence in cases:
        with pytest.raises(Refused, match=sentence):
            attach(office, Product, product.id, source, "scan", now)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator reads everything")
def test_a_file_that_may_not_be_read_is_told(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    source = file(tmp_path, "rahasia.pdf", b"%PDF-1")
    source.chmod(0)
    with pytest.raises(Refused, match="tidak dapat dibaca"):
        attach(office, Product, product.id, source, "scan", now)


def test_a_hostile_name_is_a_plain_title(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    for name in (b"\xff\xfe.pdf", "\u202egpj.exe\n.pdf".encode(), b"%s{0}'; DROP TABLE attachment; --"):
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        path.write_bytes(b"%PDF-" + name)
        attach(office, Product, product.id, path, "scan", now)
    titles = [found.title for found in attachments_of(office, Product, product.id)]
    assert titles == [".pdf", "gpj.exe .pdf", "%s{0}'; DROP TABLE attachment; --"]


def test_a_photo_is_small_upright_and_says_nothing_of_its_place(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif.get_ifd(0x8825)[2] = (2.0, 12.0, 30.0)  # latitude
    source = file(tmp_path, "foto.jpg", picture((4000, 3000), exif=exif, comment=b"rahasia"))
    attach(office, Product, product.id, source, "photo", now)
    (found,) = attachments_of(office, Product, product.id)
    with Image.open(found.path) as shown:
        assert (shown.format, shown.size, len(shown.getexif())) == ("JPEG", (1200, 1600), 0)
        assert not {"exif", "comment", "icc_profile"} & shown.info.keys()
    assert b"rahasia" not in found.path.read_bytes()
    assert found.size == found.path.stat().st_size <= photos.MOST_BYTES


@pytest.mark.parametrize("content", [noise(1700, 1300), noise(3, 3), picture((1, 20_000), "PNG")])
def test_any_photo_fits(content: bytes) -> None:
    made = photos.shrunk(content)
    assert len(made) <= photos.MOST_BYTES
    with Image.open(BytesIO(made)) as shown:
        assert max(shown.size) <= photos.LONGEST_SIDE


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGBA"), ("PNG", "LA"), ("WEBP", "RGBA")])
def test_transparent_parts_become_white(form: str, mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (40, 40), 0).save(made, form)
    with Image.open(BytesIO(photos.shrunk(made.getvalue()))) as shown:
        assert shown.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK"])
def test_every_way_to_hold_colours_is_read(mode: str) -> None:
    made = BytesIO()
    Image.new("L", (40, 30), 128).convert("RGB" if mode in ("P", "CMYK") else "L").convert(mode).save(
        made, "JPEG" if mode == "CMYK" else "PNG"
    )
    with Image.open(BytesIO(photos.shrunk(made.getvalue()))) as shown:
        assert (shown.mode, shown.size) == ("RGB", (40, 30))


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
    with pytest.raises(Refused, match="50 megapiksel"):
        photos.shrunk(b"\x89PNG\r\n\x1a\n" + header + data + chunk(b"IEND", b""))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_damaged_photo_is_refused_or_read_but_never_a_fault_of_ours(form: str) -> None:
    whole, dice = picture((64, 48), form), random.Random(form)
    for _turn in range(200):
        content = bytearray(whole)
        for _hit in range(dice.randint(1, 8)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        try:
            photos.shrunk(bytes(content[: dice.randint(1, len(content))]))
        except Refused as refused:
            assert "Foto" in str(refused)


def test_the_same_file_twice_is_told_and_shared_between_records(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    source = file(tmp_path, "surat.pdf", b"%PDF-1")
    other = save_record(office, Product, {"code": "P2", "name": "Lain"}, now)
    for record in (product, other):
        attach(office, Product, record.id, source, "scan", now)
    with pytest.raises(Refused, match="sudah terlampir"):
        attach(office, Product, product.id, source, "scan", now)
    assert len(list((office.folder / "berkas").rglob("*.pdf"))) == 1


def test_detach_is_undone_and_forgotten_after_thirty_days(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    saved = attach(office, Product, product.id, file(tmp_path, "surat.pdf", b"%PDF-1"), "scan", now)
    (found,) = attachments_of(office, Product, product.id)
    detach(office, saved.id, now)
    assert attachments_of(office, Product, product.id) == []
    assert clear_files(office, now + timedelta(days=29)) == 0
    reattach(office, saved.id, now)
    assert [again.id for again in attachments_of(office, Product, product.id)] == [saved.id]
    detach(office, saved.id, now)
    assert clear_files(office, now + timedelta(days=31)) == 1
    assert not found.path.exists()
    with pytest.raises(Refused, match="sudah tidak ada"):
        reattach(office, saved.id, now)


def test_files_stay_with_a_record_in_the_bin(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    source = file(tmp_path, "surat.pdf", b"%PDF-1")
    attach(office, Product, product.id, source, "scan", now)
    delete_records(office, Product, [product.id], now)
    clear_files(office, now + timedelta(days=400))
    with pytest.raises(Refused, match="tempat sampah"):
        attach(office, Product, product.id, source, "other", now)
    restore_records(office, Product, [product.id], now)
    assert [found.there for found in attachments_of(office, Product, product.id)] == [True]


def test_the_office_profile_takes_files_too(office: Office, now: datetime, tmp_path: Path) -> None:
    profile = save_record(office, OfficeProfile, {**blank(office, OfficeProfile), "name": "Lapas"}, now)
    attach(office, OfficeProfile, profile.id, file(tmp_path, "logo.png", picture((9, 9), "PNG")), "photo", now)
    assert attachments_of(office, OfficeProfile, profile.id)[0].title == "logo.png"


def test_attaching_changes_no_version_and_stands_in_the_history(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    saved = attach(office, Product, product.id, file(tmp_path, "surat.pdf", b"%PDF-1"), "scan", now, "Budi")
    detach(office, saved.id, now)
    lines = [(line.event, line.old, line.new, line.who) for line in history_of(office, Product, product.id)]
    assert lines[:2] == [("Lampiran dilepas", "surat.pdf", "", ""), ("Lampiran ditambah", "", "surat.pdf", "Budi")]
    assert load(office, Product, product.id)["version"] == product.version


def test_the_check_tells_a_missing_and_an_altered_file(
    office: Office, product: Saved, now: datetime, tmp_path: Path
) -> None:
    for name in ("hilang.pdf", "berubah.pdf", "utuh.pdf"):
        attach(office, Product, product.id, file(tmp_path, name, b"%PDF-" + name.encode()), "scan", now)
    assert check_data(office.folder) == []
    gone, other, _whole = attachments_of(office, Product, product.id)
    gone.path.unlink()
    other.path.write_bytes(b"%PDF-BERUBAH.pdf")
    first, second = check_data(office.folder)
    assert "“hilang.pdf” tidak ada lagi" in first
    assert "“berubah.pdf” berubah" in second


def test_leaving_backs_the_files_up(office: Office, product: Saved, now: datetime, tmp_path: Path) -> None:
    attach(office, Product, product.id, file(tmp_path, "surat.pdf", b"%PDF-1"), "scan", now)
    made = back_up_on_exit(office, now)
    assert made is not None
    assert len(list((made.parent / "berkas").rglob("*.pdf"))) == 1
    assert back_up_on_exit(office, now) is None
