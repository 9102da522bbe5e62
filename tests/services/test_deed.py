"""The full text of an agreement out of the data file: its words, its library, what is doubtful in it."""

from __future__ import annotations

import difflib
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from lapas_desktop.cli import main
from lapas_desktop.documents.deed_blocks import deed_paper
from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import BLANK, clause_problems
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.deed_facts import clause_facts
from lapas_desktop.domain.deed_fields import CLAUSE_FIELDS
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.attachments import attach
from lapas_desktop.services.clauses import compared_clauses, propose_clauses, standard_clauses
from lapas_desktop.services.deed import (
    clause_fields,
    deed,
    deed_findings,
    office_template,
    template_fields,
    write_deed,
    write_deed_from_template,
)
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.services.sample import make_sample
from lapas_desktop.storage.office import Office
from lapas_desktop.storage.queries import existing, office_profile
from tests.documents.paper_text import paper_lines
from tests.documents.samples import words
from tests.golden import CASES, golden_file, papers_now

ON = date(2026, 1, 19)


@pytest.fixture
def profile(office: Office, now: datetime) -> Saved:
    officers = [
        {"name": "Yordani", "job": "Kepala Lapas", "signs_as": "kalapas", "valid_to": date(2025, 12, 31)},
        {
            "name": "Batara Hutasoit", "job": "Kepala Lapas", "signs_as": "kalapas", "nip": "198001012005011001",
            "valid_from": date(2026, 1, 1),
        },
    ]  # fmt: skip
    values = {"name": "Lapas Kasongan", "city": "Kasongan", "address": "Jalan Contoh 1", "officers": officers}
    return save_record(office, OfficeProfile, {**blank(office, OfficeProfile), **values}, now)


@pytest.fixture
def draft(office: Office, profile: Saved, partner: Saved, product: Saved, now: datetime) -> Saved:
    """Everything is as it should be."""
    known = load(office, Partner, partner.id)
    known["signatories"][0]["authority"] = "Akta Nomor 1 Tahun 2020"
    addresses = [{"purpose": "kantor", "street": "Jalan Contoh 2"}]
    save_record(office, Partner, {**known, "npwp": "012345678901234", "addresses": addresses}, now, partner.id)
    values = {
        "number": "W20.PAS.3-PR.03-01/I/2026", "title": "Ekspor Gantungan Kunci", "type": "ekspor",
        "signed_on": ON, "signed_at": "Kasongan", "starts_on": ON, "ends_on": date(2027, 1, 18),
        "scope": "Penjualan gantungan kunci", "destinations": "NZ", "renewal": "sepakat", "sharing_basis": "laba",
        "parties": [
            {"partner_id": None, "role": "pemilik produk"},
            {
                "partner_id": partner.id, "role": "pembeli", "signatory_number": "6201010101010001",
                "number": "110/DIR/I/2026",
            },
        ],
        "products": [{"product_id": product.id, "quantity": Decimal(500), "price": Decimal(25000)}],
        "shares": [{"name": "Premi", "value": Decimal("62.5")}, {"name": "PNBP", "value": Decimal("37.5")}],
    }  # fmt: skip
    return save_record(office, Agreement, {**blank(office, Agreement), **values}, now)


def text_of(office: Office, agreement_id: int) -> str:
    return "\n".join(paper_lines(deed_paper(deed(office, agreement_id, ON))))


def change(office: Office, record: Saved, now: datetime, **values: Any) -> None:
    known = load(office, Agreement, record.id)
    save_record(office, Agreement, {**known, **values}, now, record.id)


def found(office: Office, record: Saved) -> list[tuple[str, bool]]:
    return [(finding.field, finding.wrong) for finding in deed_findings(office, record.id, ON)]


@pytest.mark.parametrize("name", CASES)
def test_the_papers_of_the_cases_read_as_before(name: str, tmp_path: Path) -> None:
    changes = ""
    for paper, said in papers_now(name, tmp_path).items():
        wanted = golden_file(paper, name).read_text(encoding="utf-8").splitlines()
        changes += "\n".join(difflib.unified_diff(wanted, said, golden_file(paper, name).name, "now", lineterm="", n=1))
    assert not changes, f"\n{changes}\n(python -m tests.golden writes the files anew)"


@pytest.mark.parametrize("kind", lists.AGREEMENT_TYPES)
def test_every_type_has_a_whole_library(office: Office, kind: str) -> None:
    clauses = standard_clauses(office, kind)
    assert 14 <= len(clauses) <= 15 and all(clause.text for clause in clauses)
    assert [wrong for _problem, wrong in clause_problems(clauses, dict.fromkeys(CLAUSE_FIELDS, "")) if wrong] == []
    assert [clause.anchor for clause in clauses][-3:] == ["pengakhiran", "adendum", "penutup"]
    assert all(len(clause.anchor) <= 20 for clause in clauses)  # an office's code may be the same


def test_every_field_is_explained_and_every_explained_field_is_filled(office: Office, draft: Saved) -> None:
    with office.session() as session:
        facts = clause_facts(existing(session, Agreement, draft.id), office_profile(session), ON)
    assert set(facts) == set(clause_fields()) and all(clause_fields().values())
    assert [name for name, value in facts.items() if not value] == [
        "pihak_lain", "peran_lain", "kewajiban_lapas", "kewajiban_mitra", "kewajiban_lain",
    ]  # fmt: skip
    assert set(clause_fields()) - {"tabel_produk"} < set(template_fields())


def test_an_agreement_as_it_should_be_raises_no_doubt(office: Office, draft: Saved) -> None:
    assert found(office, draft) == []
    text = text_of(office, draft.id)
    assert BLANK not in text and "{" not in text
    assert "Premi sebesar 62,5% (enam puluh dua koma lima persen)" in text
    assert "NIP : 198001012005011001" in text and "berdasarkan Akta Nomor 1 Tahun 2020" in text


def test_an_empty_agreement_prints_dots_and_says_what_is_missing(office: Office, now: datetime) -> None:
    with office.transaction() as session:
        agreement = Agreement(title="Kosong", type="konsinyasi", stage="draft", notice_days=90, copies=2)
        session.add(agreement)
        session.flush()
        record = Saved(agreement.id, 1, "", frozenset())
    text = text_of(office, record.id)
    assert "KOSONG" in text and BLANK in text and "{" not in text
    fields = {field for field, _wrong in found(office, record)}
    assert {"number", "signed_on", "products", "copies"} <= fields


@pytest.mark.parametrize(
    ("values", "field", "wrong"),
    [
        ({"number": "W20/II/2026"}, "number", False),
        ({"number": "W20/I/2025"}, "number", False),
        ({"copies": 1}, "copies", False),
        ({"copies": 3}, "copies", False),
        ({"destinations": None}, "destinations", False),
        ({"products": []}, "products", False),
        ({"scope": "Jasa menjahit", "title": "Jahitan"}, "products[0].product_id", False),
        ({"starts_on": date(2026, 1, 1)}, "starts_on", False),
        ({"sharing_basis": None}, "clauses[5].text", False),
        ({"signed_on": date(2025, 12, 1), "starts_on": date(2026, 1, 19)}, "number", False),
    ],
)
def test_facts_that_do_not_fit(
    office: Office, draft: Saved, now: datetime, values: dict[str, Any], field: str, wrong: bool
) -> None:
    change(office, draft, now, **values)
    assert (field, wrong) in found(office, draft)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rapat pada Senin, 20 Januari 2026.", "Selasa, 20 Januari 2026"),
        ("Berlaku pada 31 Februari 2026.", "tidak ada di kalender"),
        ("Perjanjian ini berlaku selama 2 (dua) tahun.", "1 (satu) tahun"),
        ("Dibayar dalam 14 (dua belas) Hari.", "empat belas"),
        ("Dana dari {nagara}.", "{nagara} tidak dikenal"),
        ("Lihat {pasal:entah}.", "{pasal:entah}"),
    ],
)
def test_typed_clauses_are_read_with_care(office: Office, draft: Saved, now: datetime, text: str, part: str) -> None:
    change(office, draft, now, clauses=[{"title": "Produk", "text": f"Produk: {{tabel_produk}}\n{text}"}])
    (finding,) = deed_findings(office, draft.id, ON)
    assert finding.field == "clauses[0].text" and finding.wrong and part in finding.message


def test_a_head_who_left_is_told_wherever_he_is_named(office: Office, draft: Saved, now: datetime) -> None:
    parties = load(office, Agreement, draft.id)["parties"]
    parties[0] |= {"signatory_name": "Yordani", "signatory_job": "Kepala Lapas"}
    clauses = [{"title": "Saksi", "text": "Disaksikan Yordani. {tabel_produk}"}]
    change(office, draft, now, parties=parties, clauses=clauses)
    assert ("parties[0].signatory_name", True) in found(office, draft)
    assert ("clauses[0].text", False) in found(office, draft)
    parties = load(office, Agreement, draft.id)["parties"]
    parties[0] |= {"signatory_name": "Batara Hutasoid", "signatory_job": "Plh. Kepala"}
    change(office, draft, now, parties=parties, clauses=[])
    assert ("parties[0].signatory_name", False) in found(office, draft)


def test_a_partner_without_identity_or_authority(office: Office, draft: Saved, partner: Saved, now: datetime) -> None:
    known = load(office, Partner, partner.id)
    known["signatories"][0]["authority"] = None
    save_record(office, Partner, {**known, "npwp": None, "addresses": []}, now, partner.id)
    assert found(office, draft) == [
        ("parties[1].authority", False), ("parties[1].partner_id", False), ("parties[1].partner_id", False),
    ]  # fmt: skip


def test_what_was_changed_in_the_standard_is_marked(office: Office, draft: Saved, now: datetime) -> None:
    rows = propose_clauses(office, draft.id)
    rows[12]["text"] = rows[12]["text"].replace("30 (tiga puluh)", "60 (enam puluh)")
    rows.append({"title": "Tambahan", "text": "Hal lain.", "standard": ""})
    change(office, draft, now, clauses=rows)
    compared = compared_clauses(office, draft.id)
    assert [index for index, clause in enumerate(compared) if clause.changed] == [12]
    kinds = [(c.kind, c.text) for c in compared[12].changes if c.kind != "same"]
    assert kinds == [("removed", "30 (tiga"), ("added", "60 (enam")]
    assert compared[-1].standard is None
    assert "Pasal 16\nTAMBAHAN" in text_of(office, draft.id)


def test_the_office_puts_its_own_clauses_into_the_library(office: Office, now: datetime) -> None:
    def put(**values: Any) -> None:
        save_record(office, StandardClause, {**blank(office, StandardClause), **values}, now)

    put(code="kerahasiaan", title="Kerahasiaan Data", text="Rahasia.")
    put(code="K3", title="Keselamatan Kerja", text="Aman.", types="produksi", position=45)
    production, export = (standard_clauses(office, kind) for kind in ("produksi", "ekspor"))
    assert "K3" not in [clause.title for clause in export]
    assert [clause.title for clause in production][3:6] == [
        "Pelaksanaan Produksi", "Keselamatan Kerja", "Hak dan Kewajiban",
    ]  # fmt: skip
    assert [clause.title for clause in export][9] == "Kerahasiaan Data"


def test_the_office_says_the_fixed_sentences_its_own_way(office: Office, draft: Saved, now: datetime) -> None:
    values = {"code": "pembukaan", "title": "Pembukaan", "text": "Hari {hari}, {tanggal}, di {tempat}:"}
    save_record(office, StandardClause, {**blank(office, StandardClause), **values}, now)
    text = text_of(office, draft.id)
    assert "Hari Senin, 19 Januari 2026, di Kasongan:" in text and "Pada hari ini" not in text
    assert "Pembukaan" not in [clause.title for clause in standard_clauses(office, "ekspor")]
    assert found(office, draft) == []
    closing = {"code": "penutup-naskah", "title": "Penutup", "text": "Selesai, {rangkep}."}
    save_record(office, StandardClause, {**blank(office, StandardClause), **closing}, now)
    assert found(office, draft) == [("clauses", True)]


def test_a_new_head_changes_no_signed_paper(office: Office, agreement: Saved, now: datetime) -> None:
    before = text_of(office, agreement.id)
    officers = [{"name": "Kepala Baru", "job": "Kepala", "signs_as": "kalapas", "valid_from": date(2026, 6, 1)}]
    values = {**blank(office, OfficeProfile), "name": "Lapas", "officers": officers}
    save_record(office, OfficeProfile, values, now)
    assert "Kepala Baru" not in text_of(office, agreement.id) and "Rangi Pōtiki" in before


def test_a_new_library_changes_no_signed_paper(office: Office, draft: Saved, now: datetime) -> None:
    before = text_of(office, draft.id)
    sign_agreement(office, draft.id, now)
    values = {"code": "kerahasiaan", "title": "Kerahasiaan", "text": "Diubah kemudian."}
    save_record(office, StandardClause, {**blank(office, StandardClause), **values}, now)
    profile = load(office, OfficeProfile, 1)
    save_record(office, OfficeProfile, {**profile, "legal_basis": "Peraturan baru"}, now, 1)
    assert text_of(office, draft.id) == before.replace("[DRAF]", "[]")
    compared = compared_clauses(office, draft.id)
    assert [clause.clause.title for clause in compared if clause.changed] == ["Kerahasiaan"]


def test_the_command_writes_both_papers_and_tells_the_doubts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    list(make_sample("pangkalpinang", tmp_path / "kantor"))
    given = ["--data", str(tmp_path / "kantor"), "agreement", "CONTOH-PK.08.01-017 TAHUN 2025", "-o"]
    for suffix in ("pdf", "docx"):
        target = tmp_path / f"naskah.{suffix}"
        assert main([*given, str(target)]) == 0
        assert target.read_bytes()[:2] in (b"%P", b"PK")
        told = capsys.readouterr()
        assert told.out.strip() == str(target) and "ragu: " in told.err
    assert main([*given, str(tmp_path / "naskah.txt")]) == 1
    assert ".pdf atau .docx" in capsys.readouterr().err
    assert not (tmp_path / "naskah.txt").exists()


def test_the_offices_own_template(office: Office, draft: Saved, profile: Saved, tmp_path: Path, now: datetime) -> None:
    target = tmp_path / "naskah.docx"
    with pytest.raises(Refused, match="belum mempunyai templat"):
        write_deed_from_template(office, draft.id, target, ON)
    document = Document()
    document.add_paragraph("{{ judul }}, {{ masa_berlaku }}, {{ para_pihak[0].penanda_tangan }}")
    document.save(str(tmp_path / "templat.docx"))
    attach(office, OfficeProfile, profile.id, tmp_path / "templat.docx", "template", now)
    assert office_template(office) is not None
    write_deed_from_template(office, draft.id, target, ON)
    assert [p.text for p in Document(io.BytesIO(target.read_bytes())).paragraphs] == [
        "DRAF",
        "Ekspor Gantungan Kunci, selama 1 (satu) tahun, terhitung sejak tanggal 19 Januari 2026 sampai dengan "
        "tanggal 18 Januari 2027, Batara Hutasoit",
    ]
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4 x")
    with pytest.raises(Refused, match="bukan templat Word"):
        attach(office, OfficeProfile, profile.id, tmp_path / "surat.pdf", "template", now)


def test_five_hundred_lines_of_products(
    office: Office, draft: Saved, product: Saved, tmp_path: Path, now: datetime
) -> None:
    change(office, draft, now, products=[{"product_id": product.id, "quantity": Decimal(n)} for n in range(1, 501)])
    for suffix in (".pdf", ".docx"):
        write_deed(office, draft.id, tmp_path / f"banyak{suffix}", ON)
    assert text_of(office, draft.id).count("Gantungan kunci | buah") == 500


def test_each_original_of_three_parties_bears_one_meterai(
    office: Office, draft: Saved, now: datetime, tmp_path: Path
) -> None:
    values = load(office, Agreement, draft.id)
    third = save_record(office, Partner, {"code": "M-3", "name": "Kreasi", "roles": "pemasok", "country": "ID"}, now)
    values["parties"].append({"partner_id": third.id})
    save_record(office, Agreement, values | {"copies": None}, now, draft.id)
    write_deed(office, draft.id, tmp_path / "naskah.pdf", ON)
    told = words(tmp_path / "naskah.pdf")
    assert "rangkap 3 (tiga)" in told
    assert all(told.count(f"Meterai pada rangkap ke-{number}") == 1 for number in (1, 2, 3))
