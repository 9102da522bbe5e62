"""The full text as PDF and as Word file, from one source."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from xml.etree import ElementTree

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from lapas_desktop.documents.blocks import Paper
from lapas_desktop.documents.blocks_docx import docx
from lapas_desktop.documents.blocks_pdf import pdf
from lapas_desktop.documents.deed_blocks import deed_paper
from lapas_desktop.documents.deed_data import Deed, DeedParty, DeedProduct
from lapas_desktop.domain.clause_text import TABLE_MARK, Clause, numbered
from tests.documents.deed_samples import deed
from tests.documents.samples import page_texts

# no hyphen: the reader of the PDF takes one at the end of a line for a divided word
LETTERS = "abcdefgh ABC\n\t\x00\x01\ufeff<>&\"'{}().;:%/1234567890éāçñ€–…²×"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def told(text: str) -> str:
    return "".join(text.split())


def pdf_text(paper: Paper) -> str:
    """Everything between the running lines of each page."""
    running = [f"Nomor{paper.sheet.reference}·Halaman", "Paraf" + "".join(paper.sheet.initials)]
    watermark = told(paper.sheet.watermark)
    text = ""
    for number, page in enumerate(page_texts(pdf(paper)), 1):
        page = told(page).replace(told(running[1]), "", 1)
        page = re.sub(re.escape(told(running[0])) + rf"{number}dari\d+", "", page, count=1)
        assert not watermark or watermark in page
        text += page.replace(watermark, "", 1) if watermark else page
    return text


def docx_text(paper: Paper) -> str:
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(docx(paper))).read("word/document.xml"))
    return told("".join(node.text or "" for node in root.iter(f"{_W}t")))


def many_parties(count: int) -> tuple[DeedParty, ...]:
    names = "PERTAMA KEDUA KETIGA KEEMPAT KELIMA".split()[:count]
    return tuple(DeedParty(f"PIHAK {name}", f"Mitra {name.title()}", f"Nama {name}", "Direktur") for name in names)


@pytest.mark.parametrize(
    "said",
    [
        deed(),
        deed(is_draft=True, is_sample=True, paper="F4"),
        deed(parties=many_parties(5), witnesses=()),
        deed(parties=many_parties(3), legal_basis=(), products=()),
        deed(title="<b>Tebal & 'kutip'</b> {x} %s", office="PT <img src='//h/x'> & Co"),
    ],
    ids=["two", "draft", "five", "three", "markup"],
)
def test_both_writers_say_the_same(said: Deed) -> None:
    paper = deed_paper(said)
    assert pdf_text(paper) == docx_text(paper)
    assert told(said.title.upper()) in docx_text(paper)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=200), min_size=1, max_size=6))
def test_any_typed_clause_reads_alike_in_both_files(typed: list[str]) -> None:
    clauses = numbered([Clause("", "Judul", text) for text in typed], {})
    paper = deed_paper(deed(clauses=clauses, witnesses=(), products=()))
    assert pdf_text(paper) == docx_text(paper)
    assert Document(io.BytesIO(docx(paper))).paragraphs


def test_equal_papers_give_equal_bytes() -> None:
    assert docx(deed_paper(deed())) == docx(deed_paper(deed()))
    assert pdf(deed_paper(deed())) == pdf(deed_paper(deed()))


def test_the_word_file_names_no_machine_and_no_day() -> None:
    archive = zipfile.ZipFile(io.BytesIO(docx(deed_paper(deed()))))
    assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
    properties = (archive.read("docProps/core.xml") + archive.read("docProps/app.xml")).decode()
    assert not re.search(r"\d{4}-\d\d-\d\d|created|modified", properties)
    assert "id-ID" in archive.read("word/styles.xml").decode()


def test_word_knows_styles_page_and_fields() -> None:
    document = Document(io.BytesIO(docx(deed_paper(deed(paper="F4")))))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (215, 330)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.cm, 1) for margin in margins] == [3, 2, 2, 2.5]
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == ["Pasal 1", "Pasal 2", "Pasal 3"]
    assert section.different_first_page_header_footer
    header = section.header._element.xml
    assert " PAGE " in header and " NUMPAGES " in header
    assert "Nomor" not in "".join(p.text for p in section.first_page_header.paragraphs)
    assert "PIHAK KEDUA" in section.footer.paragraphs[0].text
    assert document.tables[0].rows[1].cells[1].text == "Gantungan kunci getah nyatu"


def test_each_original_bears_the_meterai_of_the_other_party() -> None:
    text = docx_text(deed_paper(deed()))  # cells go row by row: the second party stands on the left
    assert text.index("PIHAKKEDUA,LifeStyle") < text.index("PIHAKPERTAMA,LapasNarkotika")
    assert text.index("padarangkapke-1") < text.index("padarangkapke-2")


def test_the_kop_stands_on_page_one_and_the_number_from_page_two() -> None:
    pages = [told(text) for text in page_texts(pdf(deed_paper(deed())))]
    assert ["DIREKTORATJENDERAL" in page for page in pages] == [True, False]
    assert [f"Halaman2dari{len(pages)}" in page for page in pages] == [False, True]
    assert all("ParafPIHAKPERTAMAPIHAKKEDUA" in page for page in pages)


@pytest.mark.parametrize("name", ["شركة النور للتجارة", "한국 공예 주식회사", "中国工艺有限公司"])
def test_names_in_other_letters_reach_both_papers(name: str) -> None:
    paper = deed_paper(deed(parties=(many_parties(1)[0], DeedParty("PIHAK KEDUA", name, "X", "Y"))))
    assert told(name) in docx_text(paper)
    content = pdf(paper)
    assert content.startswith(b"%PDF") and len(page_texts(content)) == 2
    if not name.startswith("ش"):
        assert told(name) in pdf_text(paper)
    else:
        assert b"w:rtl" in zipfile.ZipFile(io.BytesIO(docx(paper))).read("word/document.xml")


def long_deed(pages: int) -> Deed:
    ayat = "PARA PIHAK melaksanakan kerja sama ini dengan iktikad baik dan penuh tanggung jawab. " * 4
    clauses = [Clause("", f"Pasal Panjang {n}", "\n".join([ayat] * 5)) for n in range(pages)]
    return deed(clauses=numbered(clauses, {}))


def seconds(said: Deed) -> float:
    paper = deed_paper(said)
    begun = time.process_time()
    pdf(paper)
    docx(paper)
    return time.process_time() - begun


def test_two_hundred_pages_take_linear_time() -> None:
    seconds(long_deed(5))
    small, large = seconds(long_deed(50)), seconds(long_deed(400))
    assert len(page_texts(pdf(deed_paper(long_deed(400))))) >= 200
    assert large < 16 * small + 0.5


def test_five_hundred_products_and_a_word_without_end() -> None:
    products = tuple(DeedProduct(f"Produk {n}", "buah", str(n), "Rp1,00") for n in range(500))
    clauses = [Clause("", "Produk", "Daftar: {tabel_produk}\n" + "x" * 20_000)]
    paper = deed_paper(deed(products=products, clauses=numbered(clauses, {"tabel_produk": TABLE_MARK})))
    begun = time.process_time()
    text = pdf_text(paper)
    assert time.process_time() - begun < 20
    assert text.count("x") >= 20_000 and "Produk499" in text
    assert docx_text(paper).count("x") >= 20_000


def test_writing_needs_no_word_library() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.documents.deed_samples import deed;"
        "from lapas_desktop.documents.deed_blocks import deed_paper;"
        "from lapas_desktop.documents.blocks_docx import docx;"
        "docx(deed_paper(deed())); print([m for m in ('docx', 'lxml', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
