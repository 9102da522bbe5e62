from __future__ import annotations

import time
import unicodedata
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.platypus import Flowable, PageBreak, Spacer

from lapas_desktop.documents import arabic, fonts, paper, prose
from lapas_desktop.documents.sheet import Letterhead, Sheet
from lapas_desktop.documents.styles import styles
from lapas_desktop.domain.errors import Refused
from tests.documents.samples import page_texts, words

SHEET = Sheet(title="Kertas (contoh)", author="Kantor contoh", reference="CONTOH-1")


def made(*story: Flowable, sheet: Sheet = SHEET) -> bytes:
    return paper.rendered(sheet, story)


def text(content: str) -> bytes:
    return made(*prose.prose(content, styles().body))


@pytest.mark.parametrize(("name", "millimetres"), [("A4", (210, 297)), ("F4", (215, 330))])
def test_paper_sizes(name: str, millimetres: tuple[int, int]) -> None:
    document = pypdfium2.PdfDocument(made(Spacer(1, 1), sheet=Sheet("t", "a", paper=name)))
    size = [round(side / 72 * 25.4) for side in document[0].get_size()]
    assert tuple(size) == millimetres


def test_metadata_and_language() -> None:
    content = made(Spacer(1, 1))
    metadata = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert (metadata["Title"], metadata["Author"]) == ("Kertas (contoh)", "Kantor contoh")
    assert b"/Lang (id)" in content


def test_only_later_pages_repeat_the_number() -> None:
    first, second = page_texts(made(Spacer(1, 1), PageBreak(), Spacer(1, 1)))
    assert "Halaman 1 dari 2" in first
    assert "CONTOH-1" not in first
    assert "Nomor CONTOH-1 · Halaman 2 dari 2" in second


def test_kop_stands_on_the_first_page_only() -> None:
    head = Letterhead(("KEMENTERIAN (CONTOH)", "LAPAS (CONTOH)"), 1)
    story = [*paper.kop(head, paper.text_width("A4")), PageBreak(), Spacer(1, 1)]
    first, second = page_texts(made(*story))
    assert "LAPAS (CONTOH)" in first
    assert "LAPAS (CONTOH)" not in second


def test_logos_on_both_sides_and_a_damaged_logo() -> None:
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (40, 80), "navy").save(picture, "PNG")
    head = Letterhead(("BARIS SATU", "BARIS DUA"), 1, picture.getvalue(), picture.getvalue())
    assert "BARIS DUA" in words(made(*paper.kop(head, paper.text_width("A4"))))
    with pytest.raises(Refused, match="logo"):
        list(paper.kop(Letterhead(("A",), None, b"bukan gambar"), 400))


def test_equal_input_gives_equal_bytes() -> None:
    assert text("sama") == text("sama")


def test_long_tables_repeat_their_headings() -> None:
    columns = (paper.TableColumn("Nama", 3), paper.TableColumn("Jumlah kotak", 1, figure=True))
    rows = [(f"barang {row}", str(row)) for row in range(500)]
    pages = page_texts(made(paper.table(columns, rows, paper.text_width("A4"))))
    assert len(pages) > 5
    assert all("Jumlah kotak" in page for page in pages)
    assert all(f"barang {row}" in " ".join(pages) for row in range(500))


@pytest.mark.parametrize(
    "name",
    [
        "PT <b>Maju & Jaya</b>",
        '=HYPERLINK("x")',
        '<font color="[[[">',
        "x<b y",
        "<Nama>",
        "&lt; &amp; &#65;",
        '<img src="/etc/passwd"/>',
        "]]> <!-- -->",
    ],
)
def test_nothing_typed_is_markup(name: str) -> None:
    assert name in words(text(name))


@pytest.mark.parametrize("name", ["Māori ā ē ī ō ū Ā", "한글 주식회사", "漢字株式会社", "PT 漢字 Abadi"])
def test_names_in_other_alphabets_are_letters(name: str) -> None:
    runs = fonts.font_runs(name)
    assert all(fonts.draws(font, letter) for font, part in runs for letter in part)
    assert name in words(text(name))


def test_arabic_is_joined_and_runs_from_the_right() -> None:
    name = "شركة السلام"
    shown = arabic.visual_order(arabic.joined(name), arabic.base_direction(name))
    assert [f"{ord(letter):X}" for letter in arabic.joined("سلام")] == ["FEB3", "FEFC", "FEE1"]
    assert shown[-1] == arabic.joined(name)[0]
    assert all(fonts.draws(font, letter) for font, part in fonts.font_runs(shown) for letter in part)
    content = text(f"Pembeli {name} (Jeddah) 2026")
    assert "Pembeli" in words(content)
    assert b"NotoSansArabic" in content


def test_a_right_to_left_text_of_several_lines_begins_on_the_first() -> None:
    page = page_texts(text(" ".join(["شركة"] * 60 + ["سلام"] * 60)))[0]
    lines = [line for line in unicodedata.normalize("NFKC", page).splitlines() if "ش" in line or "م" in line]
    assert len(lines) > 3
    assert "ش" in lines[0] and "م" not in lines[0]
    assert "م" in lines[-1] and "ش" not in lines[-1]


def test_ten_thousand_letters_without_a_space_are_quick_and_whole() -> None:
    started = time.perf_counter()
    for letter in ("W", "漢", "م"):
        shown = unicodedata.normalize("NFKC", "".join(page_texts(text(letter * 10_000))))
        assert shown.count(letter) == 10_000
    assert time.perf_counter() - started < 10


def test_a_row_longer_than_a_page_is_divided() -> None:
    columns = (paper.TableColumn("Nama", 3), paper.TableColumn("Jumlah", 1))
    content = made(paper.table(columns, [("W" * 10_000, "1"), ("x " * 5_000, "2")], 300))
    shown = "".join(page_texts(content))
    assert shown.count("W") == 10_000
    assert shown.count("x") == 5_000


def test_lines_typed_by_the_user_stay_lines() -> None:
    page = page_texts(text("satu\n\n\ndua\ttiga"))[0].splitlines()
    assert page.index("dua tiga") > page.index("satu")


def test_a_missing_font_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fonts.load.cache_clear()
    monkeypatch.setattr(fonts, "resource", lambda *_parts: tmp_path / "tidak-ada.ttf")
    with pytest.raises(Refused, match="Huruf"):
        fonts.load(fonts.HAN)
