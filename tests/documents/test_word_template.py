"""The office's own Word template: filled, told what is wrong, and never able to do harm."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document

from lapas_desktop.documents.template_engine import MAX_RANGE, filled
from lapas_desktop.documents.template_facts import TEMPLATE_FIELDS, template_facts
from lapas_desktop.documents.template_guard import guard
from lapas_desktop.documents.word_template import fill_template
from lapas_desktop.domain.errors import Refused
from tests.documents.deed_samples import deed

FACTS: dict[str, Any] = {"judul": "Kerja <b>sama</b> & usaha", "para_pihak": [{"nama": "A"}, {"nama": "B"}]}


def template(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def said(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def repacked(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def refusal(content: bytes, facts: dict[str, Any] = FACTS) -> str:
    with pytest.raises(Refused) as caught:
        filled(content, facts)
    return str(caught.value)


def test_fields_conditions_and_loops_are_filled_and_data_is_never_markup() -> None:
    made = fill_template(
        template(
            "Tentang {{ judul }}", "{%p for p in para_pihak %}", "{{ loop.index }}. {{ p.nama }}", "{%p endfor %}",
            "{% if judul %}ya{% endif %} {{ judul|upper }}",
        ),
        FACTS,
    )  # fmt: skip
    assert said(made) == ["Tentang Kerja <b>sama</b> & usaha", "1. A", "2. B", "ya KERJA <B>SAMA</B> & USAHA"]


def test_a_draft_says_so_whatever_the_template_says() -> None:
    assert said(filled(template("{{ judul }}"), {"judul": "x"}, "DRAF · CONTOH")) == ["DRAF · CONTOH", "x"]


def test_data_that_looks_like_a_template_stays_data() -> None:
    made = filled(template("{{ judul }}"), {"judul": "{{ 7 }} {% for %} {{ para_pihak }}"})
    assert said(made) == ["{{ 7 }} {% for %} {{ para_pihak }}"]


def test_every_field_that_is_explained_is_there_and_the_other_way_round() -> None:
    from lapas_desktop.domain.deed_fields import CLAUSE_FIELDS

    facts = template_facts(deed(), dict.fromkeys(CLAUSE_FIELDS, ""))
    assert set(facts) == set(TEMPLATE_FIELDS)
    for name, part in (
        ("para_pihak", "sebutan"),
        ("daftar_produk", "harga"),
        ("daftar_pasal", "ayat"),
        ("saksi", "nama"),
    ):
        assert facts[name][0][part]
        assert all(key in TEMPLATE_FIELDS[name] for key in facts[name][0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ nagara }}", "“nagara”"),
        ("{% for p in para_pihak %}{{ p.nomer }}{% endfor %}", "“nomer”"),
        ("{{ judul", "kurung kurawal"),
        ("{% for p in para_pihak %}x", "kurung kurawal"),
        ("{{ judul.__class__ }}", "tidak diizinkan"),
        ("{{ ''.__class__.__mro__ }}", "tidak diizinkan"),
        ("{{ judul.upper() }}", "tidak diizinkan"),
        ("{{ para_pihak.append(1) }}", "tidak diizinkan"),
        ("{{ range.__globals__ }}", "tidak diizinkan"),
        ("{{ cycler }}", "“cycler”"),
        ("{{ self }}", "satu per satu"),
        ("{{ para_pihak }}", "satu per satu"),
        ("{{ 'x' * 1000000000 }}", "tidak diizinkan"),
        ("{{ 9 ** 999999999 }}", "tidak diizinkan"),
        ("{{ '%999999999d' % 1 }}", "tidak diizinkan"),
        ("{{ '%999999999d'|format(1) }}", "kurung kurawal"),
        ("{% include 'x' %}", "tidak dapat diolah"),
        ("{% for i in range(1000000000) %}x{% endfor %}", "terlalu banyak"),
        ("{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}", ""),
        ("{{ 1 / 0 }}", "tidak dapat diolah"),
        ("{{ judul + 1 }}", "tidak dapat diolah"),
    ],
)
def test_a_broken_or_hostile_template_is_told_in_one_sentence(text: str, told: str) -> None:
    sentence = refusal(template(text))
    assert told in sentence and "\n" not in sentence and len(sentence) < 250


def test_a_loop_without_end_is_ended() -> None:
    loops = "".join("{% for i in range(" + str(MAX_RANGE) + ") %}" for _ in range(4))
    begun = time.monotonic()
    with pytest.raises(Refused):
        fill_template(template(loops + "{% if 1 == 2 %}x{% endif %}" + "{% endfor %}" * 4), FACTS, seconds=4)
    assert time.monotonic() - begun < 15


def test_a_paper_without_end_meets_the_limit_of_memory() -> None:
    loops = "".join("{% for i in range(" + str(MAX_RANGE) + ") %}" for _ in range(3))
    begun = time.monotonic()
    with pytest.raises(Refused):
        fill_template(template(loops + "x" * 500 + "{% endfor %}" * 3), FACTS, seconds=20)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda parts: parts.update({"word/vbaProject.bin": b"x"}), "makro"),
        (lambda parts: parts.update({"word/embeddings/oleObject1.bin": b"x"}), "makro"),
        (lambda parts: parts.pop("word/document.xml"), "bukan berkas Word"),
        (lambda parts: parts.update({"word/a.xml": b" " * 7_000_000, "word/b.xml": b" " * 7_000_000}), "tidak wajar"),
        (lambda parts: parts.update({f"word/{n}.xml": b"" for n in range(600)}), "tidak wajar"),
        (lambda parts: parts.update({"word/a.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "tidak dikenal"),
        (
            lambda parts: parts.update(
                {"word/_rels/settings.xml.rels": b'<R Type="x/attachedTemplate" Target="//h/x" TargetMode="External"/>'}
            ),
            "dari luar",
        ),
    ],
)
def test_files_that_are_refused_before_anything_reads_them(
    change: Callable[[dict[str, bytes]], None], told: str
) -> None:
    with pytest.raises(Refused, match=told):
        guard(repacked(template("x"), change))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"%PDF-1.4", b"\xd0\xcf\x11\xe0" + b"x" * 99, b"x" * (11 << 20)]
)
def test_what_is_no_word_file(content: bytes) -> None:
    with pytest.raises(Refused):
        guard(content)


def test_a_link_to_a_page_is_no_danger() -> None:
    link = b'<R Type="http://x/relationships/hyperlink" Target="https://example.invalid" TargetMode="External"/>'
    guard(repacked(template("x"), lambda parts: parts.update({"word/_rels/a.xml.rels": link})))


def test_damaged_templates_end_in_a_sentence_or_a_paper() -> None:
    whole = template("{{ judul }}", "{% for p in para_pihak %}{{ p.nama }}{% endfor %}")
    chance = random.Random(7)

    def damage(parts: dict[str, bytes]) -> None:
        name = chance.choice(("word/document.xml", "word/document.xml", "[Content_Types].xml", "word/styles.xml"))
        content = bytearray(parts[name])
        for _byte in range(chance.randint(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        parts[name] = bytes(content)

    ends = set()
    for _round in range(120):
        content = repacked(whole, damage)
        try:
            guard(content)
            ends.add(filled(content, FACTS)[:2])
        except Refused as error:
            ends.add(bool(str(error)))
    assert ends == {True, b"PK"}
