"""The papers of a shipment through their table: which there are, what they refuse, that all of them agree."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved, blank, save_record
from lapas_desktop.services.shipment_papers import (
    PAPERS,
    paper_of,
    papers_for,
    shipment_paper_preview,
    write_shipment_paper,
)
from lapas_desktop.services.shipments import deliver_shipment, release_shipment, revise_shipment, void_shipment
from lapas_desktop.storage.office import Office, create_office
from tests.documents.samples import words
from tests.golden import SHIPMENT, shipment_lines_now

NOW = datetime(2026, 1, 19, 9, 0)
ON = NOW.date()
EXPORT = {"invoice", "packing", "ceremony", "ceisa"}


def keys(office: Office, shipment: Saved) -> set[str]:
    return {paper.key for paper in papers_for(office, shipment.id)}


def preview(office: Office, shipment: Saved, key: str) -> str:
    return words(shipment_paper_preview(office, shipment.id, key, ON))


@pytest.mark.parametrize(
    ("kind", "country", "without"),
    [
        ("ekspor", "NZ", set()),
        ("sampel", "NZ", set()),
        ("dalam_negeri", "ID", EXPORT),
        ("titip_jual", None, EXPORT),
        ("titip_jual", "SG", {"ceremony"}),
    ],
)
def test_each_kind_of_shipment_has_its_papers(
    office: Office, shipment: Saved, tmp_path: Path, kind: str, country: str | None, without: set[str]
) -> None:
    save_record(office, Shipment, {"kind": kind, "destination_country": country}, NOW, shipment.id)
    there = {paper.key for paper in PAPERS} - without
    assert keys(office, shipment) == there
    for paper in papers_for(office, shipment.id):
        for suffix in paper.writers:
            path = tmp_path / paper.file_name("KRM-1", suffix)
            write_shipment_paper(office, shipment.id, paper.key, path, ON)
            assert path.stat().st_size > 1000
    for key in without:
        with pytest.raises(Refused, match="tidak dibuat untuk"):
            write_shipment_paper(office, shipment.id, key, tmp_path / "x.pdf", ON)


def test_what_cannot_be_written_is_told(office: Office, shipment: Saved, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"berakhir dengan \.pdf, \.xlsx"):
        write_shipment_paper(office, shipment.id, "invoice", tmp_path / "invoice.docx", ON)
    with pytest.raises(Refused, match="manifest, invoice"):
        write_shipment_paper(office, shipment.id, "faktur", tmp_path / "x.pdf", ON)
    empty = save_record(office, Shipment, blank(office, Shipment), NOW)
    with pytest.raises(Refused, match="Belum ada barang"):
        write_shipment_paper(office, empty.id, "bast", tmp_path / "x.pdf", ON)
    assert not list(tmp_path.glob("x.pdf"))
    assert "Belum ada barang." in preview(office, empty, "checklist")


def test_papers_of_a_shipment_from_draft_to_void(office: Office, shipment: Saved) -> None:
    assert "KONSEP" in preview(office, shipment, "invoice")
    release_shipment(office, shipment.id, NOW)
    assert "KONSEP" not in preview(office, shipment, "invoice")
    assert "siap dicetak" in preview(office, shipment, "checklist")
    revise_shipment(office, shipment.id, "salah berat", NOW)
    release_shipment(office, shipment.id, NOW)
    assert "KRM-2026-001/R1" in preview(office, shipment, "surat_jalan")
    void_shipment(office, shipment.id, "pesanan ditarik", NOW)
    assert "BATAL" in preview(office, shipment, "bast")


def test_who_signs_and_what_was_accepted_reaches_the_handover(office: Office, shipment: Saved) -> None:
    release_shipment(office, shipment.id, NOW)
    assert "Rangi Pōtiki" in preview(office, shipment, "bast")  # the buyer's signatory
    deliver_shipment(office, shipment.id, ON, NOW, received_by="Mere", accepted={0: Decimal(480)})
    text = preview(office, shipment, "bast")
    assert "kurang 20 buah" in text and "Mere" in text and "Senin tanggal Sembilan Belas bulan Januari" in text


def test_file_names_tell_paper_and_number() -> None:
    assert paper_of("packing").file_name("KRM-2026-014/R1") == "Packing List KRM-2026-014-R1.pdf"
    assert paper_of("manifest").file_name("KRM-2026-014") == "Manifes KRM-2026-014.xlsx"
    assert len({paper.file_words for paper in PAPERS}) == len(PAPERS)


def test_the_papers_of_the_first_case_say_what_they_should(tmp_path: Path) -> None:
    """After a wanted change: ``python -m tests.golden``, and read the difference."""
    assert shipment_lines_now(tmp_path) == SHIPMENT.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def shop() -> Iterator[tuple[Office, list[int], int]]:
    """An office with three products and a buyer, for many shipments."""
    with tempfile.TemporaryDirectory() as folder:
        office = create_office(Path(folder) / "data")
        products = [
            save_record(office, Product, {**blank(office, Product), "name": f"Barang {n}", "export_name": f"Goods {n}"},
                        NOW).id
            for n in range(3)
        ]  # fmt: skip
        buyer = save_record(office, Partner, {"code": "MTR-1", "name": "Rodney", "roles": "pembeli", "country": "NZ"},
                            NOW)  # fmt: skip
        yield office, products, buyer.id
        office.close()


rows = st.lists(
    st.tuples(
        st.integers(1, 40),  # packages
        st.integers(2, 900),  # pieces in each
        st.decimals("0.01", "9999.99", places=2),
        st.decimals("0.0001", "99.9999", places=4),
        st.tuples(*[st.integers(1, 150)] * 3),
    ),
    min_size=1, max_size=3,
)  # fmt: skip


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(drawn=rows)
def test_all_papers_tell_the_same_totals(shop: tuple[Office, list[int], int], drawn: list[Any]) -> None:
    office, products, buyer = shop
    lines, packages, number = [], [], 0
    for product, (count, each, price, weight, sides) in zip(products, drawn, strict=False):
        lines.append({"product_id": product, "quantity": Decimal(count * each), "unit_price": price,
                      "unit_net_weight": weight})  # fmt: skip
        packages.append({"from_no": number + 1, "to_no": number + count, "product_id": product,
                         "content": Decimal(each), "tare": Decimal("0.35"), "length": Decimal(sides[0]),
                         "width": Decimal(sides[1]), "height": Decimal(sides[2])})  # fmt: skip
        number += count
    values = {"buyer_id": buyer, "destination_country": "NZ", "currency": "USD", "lines": lines, "packages": packages}
    shipment = save_record(office, Shipment, values, NOW)
    invoice, packing = preview(office, shipment, "invoice"), preview(office, shipment, "packing")
    recorded = manifest_totals(office, shipment)
    assert figure(r"Total value USD ([\d,.]+)", invoice) == recorded["Nilai (USD)"]
    assert figure(r"Total ([\d,.]+) pcs", invoice) == recorded["Jumlah barang (buah)"]
    assert figure(r"Net weight ([\d,.]+) kg", invoice) == recorded["Berat bersih (kg)"]
    assert figure(r"Gross weight ([\d,.]+) kg", invoice) == recorded["Berat kotor (kg)"]
    told = re.search(r"([\d,]+) \([a-z ,-]+\) packages, net ([\d,.]+) kg, gross ([\d,.]+) kg, ([\d,.]+) m³", packing)
    assert told is not None
    names = ("Kemasan (koli)", "Berat bersih (kg)", "Berat kotor (kg)", "Volume (m³)")
    assert [number_of(text) for text in told.groups()] == [recorded[name] for name in names]
    assert figure(rf"Total {told[1]} ([\d,.]+) pcs", packing) == recorded["Jumlah barang (buah)"]


def manifest_totals(office: Office, shipment: Saved) -> dict[str, Decimal]:
    """The recorded totals of the workbook; all its sheets agree with them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "manifes.xlsx"
        write_shipment_paper(office, shipment.id, "manifest", path, date(2026, 1, 19))
        sheet = openpyxl.load_workbook(path, data_only=True)["Ringkasan"]
        found = {row[0]: (row[1], row[5]) for row in sheet.iter_rows(values_only=True) if row[5] in ("sesuai",)}
        assert len(found) == 6
        return {str(name): Decimal(str(value)) for name, (value, _agrees) in found.items()}


def figure(pattern: str, text: str) -> Decimal:
    """What the pattern finds; where blanks stand between two cells is the reader's affair."""
    found = re.search(pattern.replace(" ", r"\s*"), text)
    assert found is not None, (pattern, text)
    return number_of(found[1])


def number_of(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
