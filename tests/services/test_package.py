"""“Paket kirim”: all in one ZIP that opens on a phone; the same facts, the same bytes; whole or not at all."""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from lapas_desktop.documents import package_index
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.progress import Cancelled, Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.attachments import attach, attachments_of
from lapas_desktop.services.package import write_shipment_package
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.services.shipment_files import PaperFile, paper_files
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import Office


class Page(HTMLParser):
    """What a browser would fetch or run, and what it would show."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.told = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [unquote(value or "") for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.told += f"{data} "


@pytest.fixture
def full(office: Office, shipment: Saved, agreement: Saved, tmp_path: Path, now: datetime) -> Saved:
    """Released, with a photo, two scans of one name, and a scan of the agreement."""
    release_shipment(office, shipment.id, now)
    for name, colour in (("kemasan.jpg", "red"), ("KEMASAN.png", "blue")):
        Image.new("RGB", (60, 40), colour).save(tmp_path / name)
        attach(office, Shipment, shipment.id, tmp_path / name, "photo", now)
    (tmp_path / "a <b>& “c”.pdf").write_bytes(b"%PDF-1.4 resi")
    attach(office, Shipment, shipment.id, tmp_path / "a <b>& “c”.pdf", "scan", now)
    (tmp_path / "pks.pdf").write_bytes(b"%PDF-1.4 perjanjian")
    attach(office, Agreement, agreement.id, tmp_path / "pks.pdf", "scan", now)
    return shipment


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_papers_scans_page_and_sums_are_in_it(office: Office, full: Saved, tmp_path: Path, now: datetime) -> None:
    target = tmp_path / "paket.zip"
    packed = write_shipment_package(office, full.id, target, now.date())
    inside = contents(target)
    assert packed.size == target.stat().st_size and packed.files == len(inside) - 2 and not packed.missing
    names = set(inside)
    assert {"surat/Manifes KRM-2026-001.xlsx", "surat/Label Karton KRM-2026-001.pdf",
            "surat/KONSEP CEISA 4.0 KRM-2026-001.xlsx", "lampiran/kemasan.jpg",
            "perjanjian/pks.pdf"} <= names  # fmt: skip
    assert len({name.casefold() for name in names}) == len(names) == 17
    assert not [name for name in names if re.search(r'[<>:"\\|?*]|\.\.', name)]
    listed = dict(reversed(line.split("  ", 1)) for line in inside["SHA256SUMS.txt"].decode().splitlines())
    assert listed == {
        name: hashlib.sha256(content).hexdigest() for name, content in inside.items() if name != "SHA256SUMS.txt"
    }
    page = Page(inside["index.html"].decode())
    assert sorted(page.links) == sorted(names - {"index.html", "SHA256SUMS.txt"})
    assert not page.tags & {"script", "img", "link", "iframe", "b"} and "http:" not in inside["index.html"].decode()
    for text in ("KRM-2026-001", "Selandia Baru", "Lampiran perjanjian", "a <b>& “c”.pdf", "XLSX · ", "1 kB"):
        assert text in page.told, text


def test_equal_facts_give_equal_bytes(office: Office, full: Saved, tmp_path: Path, now: datetime) -> None:
    for name, day in (("a.zip", now.date()), ("b.zip", date(2027, 5, 5))):  # released: the day counts no more
        write_shipment_package(office, full.id, tmp_path / name, day)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_given_papers_take_the_place_of_the_table(office: Office, full: Saved, tmp_path: Path, now: datetime) -> None:
    given = [PaperFile("x", "Surat X", "Surat.txt", lambda path: path.write_bytes(b"x") and None)] * 2
    write_shipment_package(office, full.id, tmp_path / "a.zip", now.date(), given)
    inside = contents(tmp_path / "a.zip")
    assert inside["surat/Surat.txt"] == inside["surat/Surat (2).txt"] == b"x"


def test_a_file_that_is_gone_or_altered_is_told(office: Office, full: Saved, tmp_path: Path, now: datetime) -> None:
    photo, _second, scan = attachments_of(office, Shipment, full.id)
    photo.path.unlink()
    scan.path.chmod(0o644)
    scan.path.write_bytes(b"%PDF-1.4 lain")
    packed = write_shipment_package(office, full.id, tmp_path / "a.zip", now.date())
    assert len(packed.missing) == 2 and packed.missing[0].startswith(photo.title)
    page = Page(contents(tmp_path / "a.zip")["index.html"].decode())
    assert "Berkas yang tidak ada lagi" in page.told and photo.title in page.told


def test_nothing_half_made_appears(
    office: Office, full: Saved, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    (folder / "a.zip").write_bytes(b"lama")

    class Stops(Progress):
        def __call__(self, done: int = 0, total: int = 0) -> None:
            if done == 2:
                self.cancel()
            super().__call__(done, total)

    with pytest.raises(Cancelled):
        write_shipment_package(office, full.id, folder / "a.zip", now.date(), progress=Stops())
    monkeypatch.setattr(package_index, "MOST_BYTES", 10)
    with pytest.raises(Refused, match=r"lebih dari .*B"):
        write_shipment_package(office, full.id, folder / "a.zip", now.date())
    monkeypatch.undo()
    with pytest.raises(Refused, match=r"\.zip"):
        write_shipment_package(office, full.id, folder / "a.rar", now.date())
    with pytest.raises(Refused, match="Folder"):
        write_shipment_package(office, full.id, folder / "tidak" / "a.zip", now.date())
    empty = save_record(office, Shipment, {}, now)
    with pytest.raises(Refused, match="Belum ada barang"):
        write_shipment_package(office, empty.id, folder / "a.zip", now.date())
    assert [path.name for path in folder.iterdir()] == ["a.zip"] and (folder / "a.zip").read_bytes() == b"lama"


def test_the_page_escapes_what_was_typed_and_marks_a_draft(
    office: Office, shipment: Saved, partner: Saved, tmp_path: Path, now: datetime
) -> None:
    hostile = '<script>alert(1)</script><img src="http://x/">'
    save_record(office, Partner, {"name": hostile}, now, partner.id)
    save_record(office, Shipment, {"container": "<b>", "documents": [{"document": "SKA", "state": "perlu",
                "reason": hostile}]}, now, shipment.id)  # fmt: skip
    write_shipment_package(office, shipment.id, tmp_path / "a.zip", now.date())
    page = Page(contents(tmp_path / "a.zip")["index.html"].decode())
    assert not page.tags & {"script", "img", "b"} and hostile in page.told and "KONSEP" in page.told


def test_papers_of_a_kind_only_and_those_that_do_not_fit(office: Office, shipment: Saved, now: datetime) -> None:
    manifest = manifest_of(office, shipment.id, now.date())
    assert [file.key for file in paper_files(manifest)] == [
        "manifest", "invoice", "invoice", "packing", "packing", "surat_jalan", "bast", "ceremony", "labels", "ceisa",
        "checklist",
    ]  # fmt: skip
    assert [file.key for file in paper_files(manifest, ["labels"])] == ["labels"]
    home = replace(manifest, packages=(), transport=replace(manifest.transport, destination_code="ID"))
    assert {"labels", "ceisa"}.isdisjoint(file.key for file in paper_files(home))
    with pytest.raises(Refused, match="Yang ada: manifest"):
        paper_files(manifest, ["kucing"])
    with pytest.raises(Refused, match="tidak dibuat"):
        paper_files(home, ["ceisa"])


def test_customs_figures_of_the_lines_add_up_to_the_shipment(
    office: Office, shipment: Saved, product: Saved, now: datetime
) -> None:
    from lapas_desktop.services.records import load

    line = load(office, Shipment, shipment.id)["lines"][0]
    lines = [{**line, "quantity": Decimal(333)}, {**line, "id": None, "quantity": Decimal(167)}]
    values = {
        "incoterm": "CIF",
        "incoterm_place": "Auckland",
        "freight": Decimal("33.33"),
        "insurance": Decimal("1.01"),
    }
    save_record(office, Shipment, {"lines": lines, **values}, now, shipment.id)
    paper = manifest_of(office, shipment.id, now.date())
    assert sum(row.fob or 0 for row in paper.lines) == paper.money.fob == Decimal(625) - Decimal("34.34")
    assert sum(row.gross_weight or 0 for row in paper.lines) == paper.totals.gross_weight
    assert sum(row.packages or 0 for row in paper.lines) == paper.totals.packages == 3
