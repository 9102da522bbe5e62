"""The printed start page: what the screen tells, readable without colour, whatever there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from lapas_desktop.documents.overview import build_overview
from lapas_desktop.documents.overview_data import OfficeOverview
from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.domain.today import Figure, LatestShipment, MonthValue, Today, ToDo
from tests.documents.samples import words

SHIPPED = LatestShipment(1, "KRM-2026-047", "Belanda", "Keranjang rotan", "23 Nov 2026", "packed", "Dikemas")
TODAY = Today(
    on=date(2026, 11, 24),
    figures=(
        Figure("PKS berlaku", "17", "4 akan berakhir", "warning"),
        Figure("Nilai kirim 2026", "Rp 979,9 jt", "−43 % dari 2025, periode sama"),
    ),
    months=(
        MonthValue(1, Decimal(66_000_000), Decimal(30_000_000)),
        MonthValue(2, Decimal(0), Decimal(150_000_000)),
    ),
    note="4 pengiriman tanpa kurs tidak dihitung.",
    latest=(SHIPPED,),
    todos=(
        ToDo("bad", "Pengiriman lewat rencana 15 hari", "DRAF-104 · <b>Gantungan</b> & kunci", "Buka", "shipments", 1),
        ToDo("neutral", "Naskah PKS belum dipindai", "Toko Acun", "Lampirkan", "agreements", 2),
    ),
    badges={},
)
OVERVIEW = OfficeOverview("Lapas Contoh", Letterhead(("KANTOR CONTOH", "LAPAS CONTOH"), 1), TODAY)


def said(tmp_path: Path, overview: OfficeOverview) -> str:
    path = tmp_path / "ringkasan.pdf"
    build_overview(overview, path)
    return words(path)


def test_everything_on_the_start_page_is_on_the_paper(tmp_path: Path) -> None:
    text = said(tmp_path, OVERVIEW)
    for fact in (
        "LAPAS CONTOH", "Ringkasan kantor per 24 November 2026", "PKS berlaku", "17", "4 akan berakhir",
        "Rp 979,9 jt", "–43 % dari 2025", "ekspor", "dalam negeri", "Jan", "Feb", "150",
        "4 pengiriman tanpa kurs tidak dihitung.", "KRM-2026-047", "Belanda", "Dikemas",
        "Mendesak", "Pengiriman lewat rencana 15 hari", "<b>Gantungan</b> & kunci", "Bila sempat",
    ):  # fmt: skip
        assert fact in text, fact


def test_the_series_can_be_told_apart_without_colour(tmp_path: Path) -> None:
    """In grey, the export column is one dark surface, the domestic one is crossed by light lines."""
    path = tmp_path / "ringkasan.pdf"
    build_overview(OVERVIEW, path)
    page = pypdfium2.PdfDocument(path)[0]
    grey = page.render(scale=3).to_pil().convert("L")
    width, height = grey.size
    rows = [[grey.getpixel((x, y)) for x in range(width)] for y in range(height // 4, height * 2 // 3, 2)]
    dark = max(sum(1 for value in row if isinstance(value, int | float) and value < 100) for row in rows)
    changes = max(
        sum(1 for a, b in zip(row, row[1:], strict=False) if a is not None and abs(int(str(a)) - int(str(b))) > 40)
        for row in rows
    )
    assert dark > 60 and changes > 20


def test_an_office_without_anything_has_a_paper_too(tmp_path: Path) -> None:
    nothing = replace(TODAY, months=(), latest=(), todos=(), note="")
    text = said(tmp_path, replace(OVERVIEW, today=nothing, office="", letterhead=Letterhead(), is_sample=True))
    assert "Belum ada pengiriman." in text and "Semua beres." in text and "CONTOH" in text


@pytest.mark.parametrize("number", [400])
def test_many_things_that_wait_go_on_over_the_pages(tmp_path: Path, number: int) -> None:
    many = replace(TODAY, todos=tuple(replace(TODAY.todos[0], title=f"Hal {n}") for n in range(number)))
    text = said(tmp_path, replace(OVERVIEW, today=many, paper="F4"))
    assert f"Hal {number - 1}" in text and "Halaman 2 dari" in text
