"""The CEISA workbook: sheets and columns in order, codes mapped, every gap named, opened by LibreOffice as written."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from lapas_desktop.documents.ceisa import MISSING_SHEET, build_ceisa
from lapas_desktop.documents.ceisa_columns import BROKER, REQUIRED, SHEETS, columns_of, gaps_of
from lapas_desktop.documents.ceisa_rows import draft_of
from lapas_desktop.documents.manifest_data import ExportManifest, OtherPaper, Package, Party
from tests.documents.manifest_samples import cirebon, kasongan
from tests.documents.test_manifest import HOSTILE, cells, formulas, hostile, recalculated

D = Decimal
AJU = "000030ABC12320251017000042"


def complete() -> ExportManifest:
    """Case 5 with everything that the program can know."""
    sample = cirebon()
    line = replace(
        sample.lines[0], brand="TANPA MEREK", model="-", other_spec="-", size="2 x 25 m", customs_unit="PCE",
        customs_description="Jaring sabut kelapa, tersimpul", origin_region="3274", gross_weight=D("62100.0000"),
        volume=D("0.66"), fob=D("261900000.00"), packages=271, package_code="BL",
    )  # fmt: skip
    parties = (
        Party(role="Pemilik barang", role_en="Producer", name="Lapas Kelas I Cirebon", address="Jl. Contoh 1",
              identity="00.123.456.7-426.000"),
        Party(role="Eksportir", role_en="Exporter", name="PT Coir", address="Cirebon", identity="0012345678901000",
              nib="1234567890123", country_code="ID", signatory="Ibu Contoh", job="Direktur"),
        Party(role="Pembeli", role_en="Buyer", name="Busan Green Slope Co., Ltd", address="12 Jungang-daero",
              country_code="KR"),
    )  # fmt: skip
    papers = (
        OtherPaper(name="SKA", state="Diterima", number="AK-7", on=date(2025, 10, 16), code="861"),
        OtherPaper(name="PEB", state="Diterima", number="000123", on=date(2025, 10, 16), code="816"),
        OtherPaper(name="Bill of lading", state="Diterima", number="SIKR0012345", on=date(2025, 10, 18), code="705"),
        OtherPaper(name="Fumigasi", state="Perlu", code="857"),
    )
    way = replace(
        sample.transport, mode_code="laut", container_code="40HC", destination_code="KR", loading_code="IDTPP",
        discharge_code="KRPUS", vessel="Sinar Bandung V.042N",
    )  # fmt: skip
    package = Package(from_no=1, to_no=271, count=271, kind_code="BL")
    return replace(
        sample, aju="000030-ABC123-20251017-000042", kind_code="ekspor", parties=parties, other_papers=papers,
        transport=way, lines=(line,), packages=(package,), marks=("BUSAN", "MADE IN INDONESIA"), is_sample=False,
        office=replace(sample.office, origin_region="3274"),
    )  # fmt: skip


def rows(manifest: ExportManifest, sheet: str) -> list[dict[str, Any]]:
    return draft_of(manifest).rows[sheet]


def missing(manifest: ExportManifest) -> dict[tuple[str, str], str]:
    return {(gap.sheet, gap.column): gap.advice for gap in gaps_of(draft_of(manifest))}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "konsep.xlsx"


def test_sheets_and_columns_stand_in_the_order_of_the_upload(target: Path) -> None:
    build_ceisa(complete(), target)
    book = load_workbook(target)
    order = (
        "HEADER ENTITAS DOKUMEN PENGANGKUT KEMASAN KONTAINER KOMPONENBIAYA BARANG BARANGTARIF BARANGDOKUMEN "
        "BARANGENTITAS BARANGSPEKKHUSUS BARANGVD BAHANBAKU BAHANBAKUTARIF BAHANBAKUDOKUMEN PUNGUTAN JAMINAN "
        "BANKDEVISA VERSI RESPON"
    )
    assert book.sheetnames == [*order.split(), MISSING_SHEET]
    assert book.active is not None and book.active.title == MISSING_SHEET
    for name in SHEETS:
        assert [cell.value for cell in book[name][1]][: len(columns_of(name))] == list(columns_of(name))
        for row in book[name].iter_rows(min_row=2, values_only=True):
            assert row[0] == ("1.3" if name == "VERSI" else AJU)
        if columns_of(name):
            assert "KONSEP" in (book[name].oddHeader.center.text or "")
    assert [book["BARANG"].cell(2, column).data_type for column in (2, 3, 11, 14)] == ["n", "s", "n", "n"]
    assert book["BARANG"]["C2"].value == "56089090" and book["HEADER"]["O2"].value == "2025-10-19"


def test_required_columns_are_columns_of_their_sheet() -> None:
    assert all(column in columns_of(sheet) for sheet, column in REQUIRED)
    assert all(
        set(row) <= set(columns_of(sheet)) for sheet, found in draft_of(complete()).rows.items() for row in found
    )


def test_codes_are_mapped() -> None:
    sample = complete()
    (header,) = rows(sample, "HEADER")
    assert {name: header[name] for name in ("KODE DOKUMEN", "KODE KATEGORI EKSPOR", "KODE CARA DAGANG", "NDPBM")} == {
        "KODE DOKUMEN": "30", "KODE KATEGORI EKSPOR": "10", "KODE CARA DAGANG": "1", "NDPBM": D(1),
    }  # fmt: skip
    assert (header["KODE PELABUHAN MUAT"], header["KODE PELABUHAN TUJUAN"]) == ("IDTPP", "KRPUS")
    entities = [(row["KODE ENTITAS"], row["KODE JENIS IDENTITAS"], row["NOMOR IDENTITAS"], row["KODE NEGARA"])
                for row in rows(sample, "ENTITAS")]  # fmt: skip
    assert entities == [("2", "6", "0012345678901000", "ID"), ("6", "", "", "KR"), ("7", "5", "001234567426000", "ID"),
                        ("8", "", "", "KR")]  # fmt: skip
    papers = [(row["KODE DOKUMEN"], row["NOMOR DOKUMEN"]) for row in rows(sample, "DOKUMEN")]
    assert papers == [("380", "INV/LSN/XII/2025/001"), ("217", "PL/LSN/XII/2025/001"),
                      ("315", "W11.PAS.PAS.1-HK.01.05-12 TAHUN 2025"), ("861", "AK-7"),
                      ("705", "SIKR0012345")]  # fmt: skip
    (carrier,), (container,), (packed,) = (rows(sample, name) for name in ("PENGANGKUT", "KONTAINER", "KEMASAN"))
    assert (carrier["KODE CARA ANGKUT"], carrier["NAMA PENGANGKUT"], carrier["NOMOR PENGANGKUT"]) == (
        "1", "Sinar Bandung", "V.042N",
    )  # fmt: skip
    assert (container["KODE UKURAN KONTAINER"], container["KODE JENIS KONTAINER"]) == ("40", "8")
    assert (packed["KODE KEMASAN"], packed["JUMLAH KEMASAN"]) == ("BL", 271)
    assert rows(sample, "BARANG")[0]["KODE SATUAN"] == "PCE"


@pytest.mark.parametrize(("term", "code"), [("DPU", "DAT"), ("DAP", "DAP"), ("FOB", "FOB"), ("", ""), ("XYZ", "")])
def test_incoterms_are_those_that_the_list_knows(term: str, code: str) -> None:
    sample = complete()
    (header,) = rows(replace(sample, transport=replace(sample.transport, incoterm=term)), "HEADER")
    assert header["KODE INCOTERM"] == code


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [("NPWP", "01.234.567.8-901.000", "5"), ("NPWP", "12345", ""), ("NIK", "6271010101800001", "3"),
     ("Paspor", "C1234567", "2"), ("NIB", "1234567890123", "4"), ("NPWP", "", "")],
)  # fmt: skip
def test_identities_by_kind_and_length(kind: str, typed: str, code: str) -> None:
    party = Party(role="Eksportir", role_en="Exporter", name="X", country_code="ID", identity_kind=kind, identity=typed)
    sample = replace(complete(), parties=(party,))
    row = rows(sample, "ENTITAS")[0]
    assert (row["KODE JENIS IDENTITAS"], bool(row["NOMOR IDENTITAS"])) == (code, bool(code))
    assert (("ENTITAS", "NOMOR IDENTITAS") in missing(sample)) == (not code)


def test_a_complete_shipment_leaves_only_what_the_broker_knows() -> None:
    assert set(missing(complete()).values()) == {BROKER}


def test_every_gap_is_named_with_the_place_to_fill_it(target: Path) -> None:
    bare = ExportManifest(office=complete().office, reference="DRAF-9", dated=date(2026, 1, 19), is_draft=True)
    told = missing(bare)
    for place in (("HEADER", "NOMOR AJU"), ("HEADER", "KODE VALUTA"), ("HEADER", "FOB"), ("KEMASAN", "JUMLAH KEMASAN"),
                  ("ENTITAS", "KODE ENTITAS 2"), ("DOKUMEN", "NOMOR DOKUMEN"), ("BARANG", "URAIAN"),
                  ("PENGANGKUT", "KODE BENDERA")):  # fmt: skip
        assert place in told
    short = replace(complete(), aju="123")
    assert "26 karakter, sekarang 3" in missing(short)["HEADER", "NOMOR AJU"]
    wrong = replace(complete(), lines=(replace(complete().lines[0], hs_code="5608.90.9"),))
    assert "8 angka" in missing(wrong)["BARANG", "HS"] and rows(wrong, "BARANG")[0]["HS"] == ""
    build_ceisa(bare, target)
    shown = [str(value) for (sheet, _), value in cells(target, values=True).items() if sheet == MISSING_SHEET]
    assert all(advice in shown for advice in told.values())
    assert any("KONSEP" in text for text in shown)


@pytest.mark.parametrize("manifest", [complete(), kasongan(), hostile("x" * 500)], ids=["complete", "draft", "long"])
def test_libreoffice_reads_every_cell_as_written_and_shows_it_whole(
    manifest: ExportManifest, target: Path, tmp_path: Path
) -> None:
    build_ceisa(manifest, target)
    written, read = cells(target, values=True), recalculated(target, tmp_path)
    assert {cell: plain(value) for cell, value in read.items()} == {
        cell: plain(value) for cell, value in written.items()
    }
    command = [str(shutil.which("soffice")), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "pdf", "--outdir", str(tmp_path), str(target)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    from tests.documents.samples import words

    assert "##" not in words(target.with_suffix(".pdf"))


def plain(value: object) -> object:
    return float(value) if isinstance(value, int | float) else value


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_typed_becomes_a_formula(text: str, target: Path) -> None:
    build_ceisa(replace(hostile(text), aju=text, marks=(text,)), target)
    assert not formulas(target)


def test_equal_facts_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        build_ceisa(complete(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
