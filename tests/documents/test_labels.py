"""Carton labels: a label a carton, codes that a scanner reads, nothing cut, hostile names harmless."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from lapas_desktop.documents.labels import MOST_LABELS, build_labels, labels_pdf
from lapas_desktop.documents.manifest_data import ExportManifest, Package, Party
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import Cancelled, Progress
from lapas_desktop.pdfium import Pdf
from tests.documents.manifest_samples import cirebon, kasongan
from tests.documents.samples import page_texts, words

D = Decimal


def bales(count: int, **changes: Any) -> ExportManifest:
    """Case 5 in so many equal bales."""
    sample = cirebon()
    packed = Package(
        from_no=1, to_no=count, count=count, kind="Bal", kind_en="bale", kind_code="BL", content="Jaring sabut",
        content_en="Coir net, 2 m x 25 m", quantity_each=D(20), quantity=D(20) * count, unit="lembar",
        unit_en="sheets", net_each=D(64), gross_each=D("64.8"),
    )  # fmt: skip
    way = replace(sample.transport, destination_code="KR", discharge_code="KRPUS")
    marks = ("BUSAN GREEN SLOPE", "BUSAN", "MADE IN INDONESIA")
    return replace(sample, packages=(packed,), transport=way, marks=marks, is_sample=False, **changes)


def codes_on(content: bytes, page: int) -> list[tuple[str, str]]:
    """(kind, text) of every code that a barcode reader finds on a page as printed with 200 dots an inch."""
    zxing = reader()
    with Pdf(content) as pdf:
        picture = pdf.picture(page, 200 / 72)
    image = Image.frombuffer("RGBA", (picture.width, picture.height), picture.data, "raw", "RGBA", picture.stride, 1)
    return sorted((str(code.format), code.text) for code in zxing.read_barcodes(image.convert("L")))


def reader() -> Any:
    try:
        import zxingcpp
    except ImportError:
        if os.environ.get("CI"):
            pytest.fail("zxing-cpp is missing")
        pytest.skip("zxing-cpp is not installed")
    return zxingcpp


def test_both_codes_of_every_label_are_read_back() -> None:
    content = labels_pdf(bales(271, reference="KRM-2025-002/R1"))
    for page, cartons in ((0, range(1, 9)), (33, range(265, 272))):
        expected = [(kind, f"KRM-2025-002/R1 {n}/271") for kind in ("Code 128", "QR Code") for n in cartons]
        assert codes_on(content, page) == sorted(expected)


@pytest.mark.parametrize(
    "number", ["É/01/2026", "krm-2026-7", "W11.PAS.PAS.1-PK.01.05.02-" + "12345/" * 8, "7", "出荷-7"]
)
def test_a_number_of_any_form_is_read_from_the_qr_code(number: str) -> None:
    found = codes_on(labels_pdf(bales(2, reference=number)), 0)
    assert [text for kind, text in found if kind == "QR Code"] == [f"{number} 1/2", f"{number} 2/2"]
    plain = number.isascii() and len(number) < 20
    assert len([text for kind, text in found if kind == "Code 128"]) == (2 if plain else 0)


def test_a_label_says_all_that_the_dock_asks_for() -> None:
    pages = page_texts(labels_pdf(bales(9)))
    assert len(pages) == 2
    told = " ".join(pages[1].split())
    for text in ("Busan Green Slope Co., Ltd", "12 Jungang-daero", "BUSAN, SOUTH KOREA", "9 / 9", "CONTENTS · BALE",
                 "20 sheets · Coir net, 2 m x 25 m", "Net 64 kg · Gross 64.8 kg", "KRM-2025-002 9/9",
                 "MADE IN INDONESIA"):  # fmt: skip
        assert text in told, text
    assert "KRPUS" not in told and "KONSEP" not in told


def test_labels_for_the_home_market_are_indonesian() -> None:
    home = bales(1, kind_code="dalam_negeri")
    home = replace(home, transport=replace(home.transport, destination_code="ID"))
    told = words(labels_pdf(home))
    assert "KEPADA" in told and "20 lembar · Jaring sabut" in told and "Kotor 64,8 kg" in told
    assert "CONSIGNEE" not in told


def test_a_mixed_carton_tells_all_that_is_in_it() -> None:
    told = page_texts(labels_pdf(replace(kasongan(), kind_code="ekspor"), 3, 3))
    assert len(told) == 1
    assert "100 pieces · Keychains" in told[0] and "12 sets · Miniature boats" in told[0] and "3 / 3" in told[0]
    assert "200 pieces" not in told[0] and "KONSEP" in told[0] and "CONTOH" in told[0]


def test_a_range_of_cartons_is_chosen_and_a_wrong_one_is_told() -> None:
    content = labels_pdf(bales(271), 11, 12)
    assert [text for kind, text in codes_on(content, 0) if kind == "QR Code"] == [
        "KRM-2025-002 11/271", "KRM-2025-002 12/271",
    ]  # fmt: skip
    for first, last, sentence in ((9, 1, "lebih besar"), (270, 280, "1 sampai 271"), (0, 3, "1 sampai 271")):
        with pytest.raises(Refused, match=sentence):
            labels_pdf(bales(271), first, last)
    with pytest.raises(Refused, match="Belum dikemas"):
        labels_pdf(replace(bales(1), packages=()))
    with pytest.raises(Refused, match="terlalu banyak"):
        labels_pdf(bales(10**9))
    assert labels_pdf(bales(10**9), 10**9 - 3, 10**9)
    assert MOST_LABELS >= 2000


def test_two_thousand_labels_take_no_more_than_twice_a_thousand() -> None:
    labels_pdf(bales(8))  # fonts
    begun = time.process_time()
    labels_pdf(bales(1000))
    half = time.process_time() - begun
    content = labels_pdf(bales(2000))
    whole = time.process_time() - begun - half
    assert whole < 2.8 * half and len(content) < 4_000_000
    with Pdf(content) as pdf:
        assert len(pdf) == 250


def test_equal_facts_give_equal_bytes_and_a_cancelled_file_does_not_appear(tmp_path: Path) -> None:
    assert labels_pdf(bales(20)) == labels_pdf(bales(20))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        build_labels(bales(20), tmp_path / "label.pdf", progress=progress)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name",
    [
        "PT <b>Maju & Jaya</b>",
        '<img src="x"/>',
        "漢字株式会社",
        "شركة النور",
        "A" * 300,
        "satu dua tiga " * 100,
        "",
        "\n\n",
    ],
)
def test_hostile_and_long_names_stay_inside_the_label(name: str) -> None:
    sample = bales(1)
    party = Party(role="Penerima", role_en="Consignee", name=name, address=name)
    row = replace(sample.packages[0], content_en=name, marks=name[:80])
    hostile = replace(sample, parties=(party,), packages=(row,), marks=tuple([name] * 8))
    content = labels_pdf(hostile)
    assert [text for kind, text in codes_on(content, 0) if kind == "QR Code"] == ["KRM-2025-002 1/1"]
    if name.startswith(("PT", "<img")):
        assert name in words(content)
    with Pdf(content) as pdf:
        assert len(pdf) == 1
