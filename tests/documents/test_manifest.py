"""The manifest as its readers get it: opened, calculated again by LibreOffice, printed."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image

from lapas_desktop.documents.manifest import build_manifest
from lapas_desktop.documents.manifest_data import ExportManifest, Office, Package, Totals
from lapas_desktop.domain.errors import Refused
from tests.documents.manifest_samples import cirebon, kasongan

SHEETS = ["Manifes", "Commercial Invoice", "Packing List", "Ringkasan"]
HOSTILE = [
    '=HYPERLINK("x")',
    "PT <b>Maju & Jaya</b>",
    "+cmd|' /C calc'!A0",
    "kontrol\x00\x1b\x0bhilang",
    "شركة المثال ‮terbalik",
    '<font color="[[[">',
    "x" * 40_000,
    "{0} %s ${x} &P &A",
]


def empty() -> ExportManifest:
    return ExportManifest(
        office=Office(name="Lapas Contoh"), reference="DRAF-9", dated=date(2026, 1, 19), is_draft=True
    )


def hostile(text: str) -> ExportManifest:
    """The text wherever a user may type one."""
    sample = kasongan()
    line = replace(
        sample.lines[0], name=text, description_en=text, code=text, hs_code=text, origin=text, unit=text, unit_en=text
    )
    package = replace(sample.packages[0], marks=text, content_en=text, kind_en=text, unit_en=text)
    unit = replace(sample.totals.quantities[0], unit=text, unit_en=text)
    return replace(
        sample,
        reference=text,
        office=Office(name=text, address=text, city=text),
        parties=(replace(sample.parties[0], name=text, address=text, role=text, role_en=text, identity=text),),
        lines=(line,),
        packages=(package,),
        totals=replace(sample.totals, quantities=(unit,)),
        money=replace(sample.money, currency=text[:30], rate_source=text),
        warnings=(text,),
        signed_place=text,
        signatures=(replace(sample.signatures[0], name=text, title=text),),
    )


def cells(path: Path, *, values: bool) -> dict[tuple[str, str], object]:
    workbook = load_workbook(path, data_only=values)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def texts(path: Path, sheet: str) -> list[str]:
    return [str(value) for (title, _), value in cells(path, values=True).items() if title == sheet]


def formulas(path: Path) -> dict[tuple[str, str], str]:
    found = load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in found
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def recalculated(path: Path, folder: Path) -> dict[tuple[str, str], object]:
    """Every cell as LibreOffice calculates it, from a copy that carries no values to trust."""
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing")
        pytest.skip("LibreOffice is not installed")
    bare, out = folder / "bare.xlsx", folder / "out"
    workbook: Workbook = load_workbook(path)
    workbook.save(bare)  # openpyxl writes formulas without values
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return cells(out / "bare.xlsx", values=True)


def assert_recalculates(path: Path, folder: Path) -> None:
    shown, again = cells(path, values=True), recalculated(path, folder)
    for cell in formulas(path):
        assert again.get(cell) == shown.get(cell), cell


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "manifes.xlsx"


@pytest.mark.parametrize("manifest", [kasongan(), cirebon(60), empty()], ids=["kasongan", "cirebon", "empty"])
def test_every_formula_has_the_value_libreoffice_gives_it(
    manifest: ExportManifest, target: Path, tmp_path: Path
) -> None:
    build_manifest(manifest, target)
    shown = cells(target, values=True)
    assert formulas(target).keys() <= shown.keys()
    assert_recalculates(target, tmp_path)


def test_a_wrong_total_is_told_and_never_hidden(target: Path, tmp_path: Path) -> None:
    sample = kasongan()
    wrong = replace(sample, totals=replace(sample.totals, value=Decimal("1600.00"), packages=4))
    build_manifest(wrong, target)
    assert texts(target, "Ringkasan").count("TIDAK SESUAI") == 2
    assert_recalculates(target, tmp_path)


def test_an_amount_not_given_by_quantity_and_price_is_a_bare_number(target: Path) -> None:
    sample = kasongan()
    build_manifest(replace(sample, lines=(replace(sample.lines[0], amount=Decimal("1300.00")),)), target)
    assert 1300 in [value for (title, _), value in cells(target, values=False).items() if title == "Manifes"]


def test_sheets_and_their_order(target: Path) -> None:
    build_manifest(kasongan(), target)
    assert load_workbook(target).sheetnames == SHEETS


def test_every_fact_of_the_case_stands(target: Path) -> None:
    build_manifest(kasongan(), target)
    goods, invoice = " ".join(texts(target, "Manifes")), " ".join(texts(target, "Commercial Invoice"))
    for fact in (
        "DRAF-1", "KONSEP", "CONTOH", "Selandia Baru", "Life Style Nusantara", "Fanuel Hanshius", "Achmad Zaini",
        "Selasa, 23 Desember 2025", "seribu lima ratus sembilan puluh tujuh dolar Amerika Serikat",
        "01.234.567.8-901.000",
    ):  # fmt: skip
        assert fact in goods
    for fact in ("DRAFT", "New Zealand", "One thousand, five hundred and ninety-seven US dollars", "pieces", "Nisa"):
        assert fact in invoice
    assert "Belum ada perjanjian" in " ".join(texts(target, "Ringkasan"))


def test_the_export_sheets_are_english(target: Path) -> None:
    build_manifest(kasongan(), target)
    for sheet in ("Commercial Invoice", "Packing List"):
        shown = " ".join(texts(target, sheet))
        assert not [word for word in ("belum", "buah", "Eksportir", "Selandia", "Jumlah", "Nomor") if word in shown]
        assert "not stated" in shown


def test_numbers_that_are_names_are_text(target: Path) -> None:
    build_manifest(cirebon(), target)
    shown = cells(target, values=False).values()
    for name in ("5608.90.90", "CSQU3054383", "NPWP 0012345678901000", "000123"):
        assert name in shown
    build_manifest(replace(kasongan()), target)
    assert "0602.00.20" in cells(target, values=False).values()


def test_totals_agree_with_what_is_recorded(target: Path) -> None:
    build_manifest(cirebon(60), target)
    assert {5400, 60750, 62100, Decimal("39.6"), 261_900_000} <= {
        Decimal(str(value)) for value in cells(target, values=True).values() if isinstance(value, int | float)
    }
    assert "TIDAK SESUAI" not in texts(target, "Ringkasan")
    assert texts(target, "Ringkasan").count("sesuai") == 6


def test_dates_are_dates(target: Path) -> None:
    build_manifest(cirebon(), target)
    workbook = load_workbook(target)
    for sheet, form in (("Manifes", "[$-421]d\\ mmmm\\ yyyy"), ("Commercial Invoice", "[$-809]d\\ mmmm\\ yyyy")):
        found = [cell for row in workbook[sheet].iter_rows() for cell in row if cell.value == datetime(2025, 9, 22)]
        assert [cell.number_format for cell in found] == [form]


def test_print_settings(target: Path) -> None:
    build_manifest(cirebon(60), target)
    workbook = load_workbook(target)
    for sheet, turned in zip(SHEETS, ("landscape", "portrait", "landscape", "portrait"), strict=True):
        page = workbook[sheet]
        assert (page.page_setup.orientation, page.page_setup.paperSize) == (turned, 9)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows
        assert page.print_area
        assert 0 < page.page_margins.left < 1 > page.page_margins.top > 0
        assert "&P" in page.oddFooter.right.text
        assert "&N" in page.oddFooter.right.text
        assert page.oddHeader.right.text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_pass_unharmed(text: str, target: Path) -> None:
    build_manifest(hostile(text), target)
    known = formulas(target)
    assert all(formula.startswith(("=ROUND(", "=IF(AND(ROUND(", "='")) for formula in known.values())
    shown = cells(target, values=True)
    assert known.keys() <= shown.keys()
    assert not any("\x00" in value or "\u202e" in value for value in shown.values() if isinstance(value, str))
    if text in HOSTILE[:2]:
        assert text in shown.values()


def test_hostile_names_recalculate(target: Path, tmp_path: Path) -> None:
    build_manifest(hostile('=HYPERLINK("x")*?~'), target)
    assert_recalculates(target, tmp_path)


def test_same_inputs_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        build_manifest(kasongan(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_five_hundred_lines(target: Path, tmp_path: Path) -> None:
    build_manifest(cirebon(500), target)
    assert "TIDAK SESUAI" not in texts(target, "Ringkasan")
    assert load_workbook(target)["Manifes"].max_row > 500
    assert_recalculates(target, tmp_path)


def test_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "manifes.xlsx"
    target.write_bytes(b"yang lama")

    def disk_full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lapas_desktop.documents.workbook_file.packed", disk_full)
    with pytest.raises(Refused, match="penuh"):
        build_manifest(kasongan(), target)
    assert target.read_bytes() == b"yang lama"
    assert [file.name for file in tmp_path.iterdir()] == ["manifes.xlsx"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        build_manifest(kasongan(), tmp_path / "tidak" / "ada.xlsx")


def test_a_manifest_with_nothing_in_it_says_so(target: Path) -> None:
    build_manifest(empty(), target)
    assert "Belum ada barang" in texts(target, "Manifes")
    assert "No goods yet" in texts(target, "Commercial Invoice")
    assert "belum diisi" in texts(target, "Ringkasan")


def test_further_contents_share_the_packages_above(target: Path) -> None:
    further = Package(content_en="Boats", quantity_each=Decimal(3), quantity=Decimal(3), unit_en="sets")
    build_manifest(replace(kasongan(), packages=(kasongan().packages[0], further), totals=Totals()), target)
    assert "Boats" in texts(target, "Packing List")


def picture(colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (60, 80), colour).save(made, "PNG")
    return made.getvalue()


def with_logos(left: bytes, right: bytes) -> ExportManifest:
    manifest = kasongan()
    kop = replace(manifest.office.kop, logo=left, logo_right=right)
    return replace(manifest, office=replace(manifest.office, kop=kop))


def test_logos_stand_at_both_edges_of_the_kop(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        build_manifest(with_logos(picture("navy"), picture("gold")), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    left, right = (found.anchor for found in sheet._images)
    assert left._from.row == right._from.row == 0
    assert left._from.col == 0 and right._from.col >= sheet.max_column - 2
    assert left.ext.cx / left.ext.cy == pytest.approx(60 / 80, abs=0.02)


def test_a_damaged_logo_is_told(target: Path) -> None:
    with pytest.raises(Refused, match="logo"):
        build_manifest(with_logos(b"\x89PNG damaged", picture("gold")), target)
    assert not target.exists()
