"""The command line does what the window does: exit codes, sentences, lists, papers, backups."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from lapas_desktop import __version__
from lapas_desktop.cli import main
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.attachments import attach
from lapas_desktop.services.papers import record_id
from lapas_desktop.services.records import blank, save_record
from lapas_desktop.services.sample import make_sample
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.storage.office import create_office, open_office
from tests.documents.samples import words

NUMBER = "CONTOH-PK.08.01-001 TAHUN 2026"


@pytest.fixture
def kasongan(tmp_path: Path) -> Path:
    folder = tmp_path / "kasongan"
    list(make_sample("kasongan", folder))
    return folder


def listed(folder: Path, what: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["--data", str(folder), "--on", "2026-01-26", "list", what, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_new_then_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data"
    assert main(["new", str(folder)]) == 0
    assert main(["--data", str(folder), "check"]) == 0
    assert main(["new", str(folder)]) == 1
    assert "sudah berisi data" in capsys.readouterr().err


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0 and capsys.readouterr().out == f"Lapas Desktop {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "cats"], ["summary", "X"], ["fly"], ["--on", "kemarin", "check"], ["--oops"]]
)
def test_wrong_usage_exits_2_in_indonesian(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("Pemakaian: ") and "Pemakaian salah: " in told
    assert "argument " not in told and "usage" not in told and "choose" not in told


def test_commands_speak_english_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], english: None
) -> None:
    monkeypatch.setenv("LAPAS_LANGUAGE", "en")
    with pytest.raises(SystemExit):
        main(["list", "cats"])
    told = capsys.readouterr().err
    assert told.startswith("Usage: ") and "Wrong usage: " in told and "choose from" in told
    monkeypatch.setenv("LAPAS_LANGUAGE", "xx")
    with pytest.raises(SystemExit):
        main(["list", "cats"])
    assert capsys.readouterr().err.startswith("Pemakaian: ")


def test_practice_makes_an_office_for_the_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "latihan"
    assert main(["--on", "2026-01-26", "practice", str(folder)]) == 0
    assert f"lapas-desktop --data {folder}" in capsys.readouterr().out
    assert {agreement["sample"] for agreement in listed(folder, "agreements", capsys)} == {True}
    assert main(["practice", str(folder)]) == 1
    assert "sudah berisi" in capsys.readouterr().err


def test_list_tells_one_record_a_line(kasongan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(kasongan), "list", "shipments"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t")[:2] == ["KRM-2025-001", "Gantungan kunci getah nyatu"]


def test_json_is_nested_plain_data(kasongan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shipment,) = listed(kasongan, "shipments", capsys)
    assert shipment["agreement"] == {
        "reference": NUMBER,
        "name": "Penjualan Kerajinan Getah Nyatu untuk Ekspor ke Selandia Baru",
    }
    assert shipment["ceremony_on"] == "2025-12-23"
    assert (shipment["total_net"], shipment["total_gross"]) == ("12.5000", "16.0000")
    assert (shipment["total_packages"], shipment["total_value"]) == (10, "2250.00")
    assert shipment["lines"][0]["product"] == {"reference": "PRD-0001", "name": "Gantungan kunci getah nyatu"}
    (agreement,) = listed(kasongan, "agreements", capsys)
    assert agreement["status"] == "running" and agreement["destinations"] == ["NZ"]
    assert agreement["days_remaining"] == 357
    assert [party["partner"] and party["partner"]["name"] for party in agreement["parties"]] == [
        None, "Life Style Nusantara", "IKM Kreasi Pastika",
    ]  # fmt: skip
    partners = listed(kasongan, "partners", capsys)
    assert partners[2]["name"] == "Rodney" and partners[2]["roles"] == ["pembeli", "penerima"]


def test_papers_by_number(kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary, manifest = tmp_path / "r.pdf", tmp_path / "m.xlsx"
    data = ["--data", str(kasongan), "--on", "2026-01-26"]
    assert main([*data, "summary", NUMBER.lower(), "-o", str(summary)]) == 0
    assert main([*data, "manifest", "KRM-2025-001", "-o", str(manifest)]) == 0
    made = kasongan / "dokumen"
    assert summary.read_bytes() == (made / f"Ringkasan {NUMBER}.pdf").read_bytes()
    assert manifest.read_bytes() == (made / "Manifes KRM-2025-001.xlsx").read_bytes()
    assert main([*data, "summary", "NOPE", "-o", str(summary)]) == 1
    assert "“NOPE” tidak ditemukan" in capsys.readouterr().err


def test_the_manual_needs_no_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "panduan.pdf"
    assert main(["--data", str(tmp_path / "tidak-ada"), "--on", "2026-01-26", "manual", "-o", str(target)]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert main(["manual", "-o", str(tmp_path / "tidak-ada" / "panduan.pdf")]) == 1


def test_the_register_of_a_year(kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(kasongan), "--on", "2026-01-26"]
    for name in ("buku.pdf", "buku.xlsx"):
        assert main([*data, "register", "2026", "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).stat().st_size > 1000
    capsys.readouterr()
    assert main([*data, "register", "2026", "-o", str(tmp_path / "buku.txt")]) == 1
    assert ".pdf atau .xlsx" in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main([*data, "register", "26", "-o", str(tmp_path / "buku.pdf")])
    assert left.value.code == 2
    assert "empat angka" in capsys.readouterr().err


def test_what_is_about_to_end(kasongan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(kasongan)]
    assert main([*data, "expiring", "--on", "2027-01-11"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t")[:4] == [NUMBER, "2027-01-18", "7", "tahap 7 hari"]
    assert main([*data, "--on", "2027-01-12", "expiring", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["reference"], told["ends_on"], told["days_left"], told["step"]) == (NUMBER, "2027-01-18", 6, 7)
    assert main([*data, "--on", "2026-01-26", "expiring"]) == 0
    assert capsys.readouterr().out == ""


def test_backup_and_restore(kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy, other = tmp_path / "salinan.db", tmp_path / "lain"
    assert main(["--data", str(kasongan), "backup", str(copy)]) == 0
    assert main(["--data", str(other), "restore", str(copy)]) == 0
    capsys.readouterr()
    assert listed(other, "shipments", capsys) == listed(kasongan, "shipments", capsys)
    assert main(["--data", str(other), "restore", str(copy)]) == 0
    assert "Data yang lama disimpan di" in capsys.readouterr().out


def test_one_backup_file_brings_the_attached_files_along(
    kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4 surat")
    office = open_office(kasongan, datetime(2026, 1, 26))
    attach(office, Product, 1, tmp_path / "surat.pdf", "scan", datetime(2026, 1, 26))
    office.close()
    copy, other = tmp_path / "salinan.db", tmp_path / "lain"
    assert main(["--data", str(kasongan), "backup", str(copy)]) == 0
    assert main(["--data", str(other), "restore", str(copy)]) == 0
    assert main(["--data", str(other), "check"]) == 0
    (file,) = (other / "berkas").rglob("*.pdf")
    assert file.read_bytes() == b"%PDF-1.4 surat"
    file.unlink()
    assert main(["--data", str(other), "check"]) == 1
    assert "“surat.pdf” tidak ada lagi" in capsys.readouterr().err


def test_damage_and_foreign_files_are_told(kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = kasongan / "lapas.db"
    content = bytearray(file.read_bytes())
    content[8192:16384] = b"\xff" * 8192
    file.write_bytes(content)
    assert main(["--data", str(kasongan), "check"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    file.write_text("bukan data")
    assert main(["--data", str(kasongan), "list", "products"]) == 1
    assert main(["--data", str(tmp_path / "kosong"), "list", "products"]) == 1
    assert main(["--data", str(kasongan), "restore", str(tmp_path / "tidak-ada.db")]) == 1


_CUT = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA journal_mode=TRUNCATE")
c.execute("PRAGMA cache_size=1")
c.execute("BEGIN IMMEDIATE")
c.execute("UPDATE partner SET notes = hex(randomblob(200000))")
c.execute("CREATE TABLE z(a)")
for _ in range(50):
    c.execute("INSERT INTO z VALUES (randomblob(20000))")
os._exit(1)
"""


def test_a_save_cut_short_is_rolled_back_at_the_next_start(kasongan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = listed(kasongan, "partners", capsys)
    subprocess.run([sys.executable, "-c", _CUT, str(kasongan / "lapas.db")], check=False)
    assert (kasongan / "lapas.db-journal").stat().st_size > 0
    assert main(["--data", str(kasongan), "check"]) == 0
    capsys.readouterr()
    assert listed(kasongan, "partners", capsys) == before


def test_light_commands_load_neither_qt_nor_paper_libraries(tmp_path: Path) -> None:
    code = (
        "import sys; from lapas_desktop.cli import main; main(['new', sys.argv[1]]); "
        "main(['--data', sys.argv[1], 'list', 'products']); main(['--data', sys.argv[1], 'expiring']); "
        "print([m for m in ('PySide6', 'reportlab', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "d")], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_start_page_as_a_paper(kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "hari ini.pdf"
    assert main(["--data", str(kasongan), "--on", "2026-01-26", "today", "-o", str(paper)]) == 0
    assert capsys.readouterr().out.strip() == str(paper)
    assert paper.read_bytes().startswith(b"%PDF")
    assert main(["--data", str(kasongan), "today", "-o", str(tmp_path / "tidak ada" / "x.pdf")]) == 1
    assert capsys.readouterr().err.strip()


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """An office with a shipment of nets that are packed by twenty, not yet released."""
    folder, now = tmp_path / "cirebon", datetime(2026, 1, 19, 9)
    office = create_office(folder)
    packing = {"units_per_pack": Decimal(20), "pack_type": "BL", "pack_tare": Decimal("0.8"),
               "unit_net_weight": Decimal("3.2"), "pack_length": Decimal(110), "pack_width": Decimal(80),
               "pack_height": Decimal(75)}  # fmt: skip
    net = save_record(office, Product, {**blank(office, Product), "name": "Jaring sabut", **packing}, now)
    lines = [{"product_id": net.id, "quantity": Decimal(45)}]
    save_record(office, Shipment, {"lines": lines, "destination_country": "KR"}, now)
    chair = save_record(office, Product, {**blank(office, Product), "name": "Kursi"}, now)
    save_record(office, Shipment, {"lines": [{"product_id": chair.id, "quantity": Decimal(2)}]}, now)
    office.close()
    return folder


def test_the_way_from_goods_to_the_package(packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(packed), "--on", "2026-01-26"]
    assert main([*data, "pack", "DRAF-1"]) == 0
    table = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in table[1:4]] == ["1–2", "3", "3"] and "Jaring sabut" in table[1]
    assert table[3].split()[-3:] == ["144", "146,4", "1,98"]  # net, gross, volume
    assert len({len(line) for line in table[:4]}) == 1
    assert main([*data, "manifest", "DRAF-1", "-o", str(tmp_path / "m.xlsx")]) == 0
    assert main([*data, "pack", "draf-1", "--save"]) == 0
    assert "disimpan" in capsys.readouterr().out
    (shipment, _chairs) = listed(packed, "shipments", capsys)
    assert [row["to_no"] for row in shipment["packages"]] == [2, 3]
    assert main([*data, "release", "DRAF-1"]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == "KRM-2026-001" and "Belum ada perjanjian" in told.err
    assert main([*data, "release", "KRM-2026-001"]) == 1
    assert "sudah bernomor KRM-2026-001" in capsys.readouterr().err
    assert main([*data, "documents", "KRM-2026-001", "-o", str(tmp_path / "baru" / "surat")]) == 0
    made = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert {path.name for path in made} >= {"Manifes KRM-2026-001.xlsx", "Label Karton KRM-2026-001.pdf"}
    assert all(path.stat().st_size > 1000 for path in made) and set(made) == set(made[0].parent.iterdir())
    assert main([*data, "package", "KRM-2026-001", "-o", str(tmp_path / "p.zip")]) == 0
    path, files, size = capsys.readouterr().out.strip().split("\t")
    assert path == str(tmp_path / "p.zip") and int(files) == len(made) and size.endswith("B")


def test_some_papers_and_some_labels(packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(packed), "--on", "2026-01-26"]
    assert main([*data, "pack", "DRAF-1", "--save"]) == 0
    documents = [*data, "documents", "DRAF-1", "-o", str(tmp_path / "d")]
    assert main([*documents, "--only", "labels", "--cartons", "2-3"]) == 0
    (path,) = (tmp_path / "d").iterdir()
    assert "2 / 3" in words(path) and "1 / 3" not in words(path)
    capsys.readouterr()
    for extra, sentence in ((["--cartons", "9-1"], "lebih besar"), (["--cartons", "2-8"], "1 sampai 3"),
                            (["--only", "kucing"], "Yang ada: ")):  # fmt: skip
        assert main([*documents, *extra]) == 1
        assert sentence in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main([*documents, "--cartons", "dua"])
    assert left.value.code == 2 and "3-9" in capsys.readouterr().err


def test_what_cannot_be_packed_released_or_sent_says_why(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(packed), "--on", "2026-01-26"]
    assert main([*data, "pack", "DRAF-2"]) == 0
    assert "Kursi" in capsys.readouterr().err
    assert main([*data, "pack", "DRAF-2", "--save"]) == 1
    assert "Kursi" in capsys.readouterr().err
    for command in (["release", "X"], ["pack", "X"], ["documents", "X", "-o", str(tmp_path / "d")],
                    ["package", "X", "-o", str(tmp_path / "p.zip")]):  # fmt: skip
        assert main([*data, *command]) == 1
        assert "“X” tidak ditemukan" in capsys.readouterr().err
    assert main([*data, "package", "DRAF-1", "-o", str(tmp_path / "p.rar")]) == 1
    assert ".zip" in capsys.readouterr().err
    assert not list(tmp_path.glob("p.*"))


def test_addendum_and_letter_of_an_agreement(
    kasongan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = datetime(2026, 1, 26, 8)
    office = open_office(kasongan, now)
    agreement_id = record_id(office, Agreement, NUMBER)
    changes = [{"field": "ends_on", "new": "31/12/2027"}]
    values = {**blank_addendum(office, agreement_id, now.date()), "starts_on": now.date(), "changes": changes}
    saved = save_record(office, Addendum, values, now)
    office.close()
    data = ["--data", str(kasongan), "--on", "2026-01-26"]
    draft, target, letter = tmp_path / "draf.pdf", tmp_path / "adendum.docx", tmp_path / "surat.pdf"
    assert main([*data, "addendum", f"draf-a{saved.id}", "-o", str(draft)]) == 0
    assert "31 Desember 2027" in words(draft)
    assert main([*data, "letter", NUMBER, "-o", str(letter)]) == 1
    assert "belum diakhiri" in capsys.readouterr().err and not letter.exists()
    office = open_office(kasongan, now)
    sign_addendum(office, saved.id, now, number="ADD-1", signed_on=now.date(), signed_at="Kasongan")
    terminate_agreement(office, agreement_id, now.date(), "Mitra tutup", "S-9", now)
    office.close()
    assert main([*data, "addendum", "ADD-1", "-o", str(target)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(target)
    assert any("ADD-1" in paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert main([*data, "letter", NUMBER, "-o", str(letter)]) == 0
    told = words(letter)
    assert "S-9" in told and "Mitra tutup" in told
    assert main([*data, "addendum", "ADD-2", "-o", str(tmp_path / "tiada.pdf")]) == 1
