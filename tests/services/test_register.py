from __future__ import annotations

from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.services.agreement_life import cancel_agreement, sign_agreement
from lapas_desktop.services.duplicates import duplicate_of
from lapas_desktop.services.numbers import number_register, number_years
from lapas_desktop.services.records import Saved, delete_records, load, save_record
from lapas_desktop.services.register import register, write_register
from lapas_desktop.storage.office import Office
from tests.documents.samples import page_texts


def draft_like(office: Office, draft: Saved, now: datetime, number: str) -> Saved:
    parties = [{"partner_id": row["partner_id"]} for row in load(office, Agreement, draft.id)["parties"]]
    values = {"title": f"PKS {number}", "type": "lain", "number": number, "parties": parties,
              "starts_on": now.date(), "signed_on": now.date(), "signed_at": "Kasongan"}  # fmt: skip
    return save_record(office, Agreement, values, now)


def test_the_book_answers_the_four_questions(office: Office, draft: Saved, now: datetime) -> None:
    told = {"background": "Produk banyak, pembeli belum ada.", "profit_note": "Premi rutin."}
    save_record(office, Agreement, told, now, draft.id)
    sign_agreement(office, draft.id, now)
    save_record(office, Agreement, {"implementation": "Berjalan lancar."}, now, draft.id)
    draft_like(office, draft, now, "belum ditandatangani")
    (row,) = register(office, 2026, now.date())
    assert (row.sequence, row.number, row.partners) == (1, "W20.PAS.3-PR.03-01", "PT Coir")
    assert row.background == "Produk banyak, pembeli belum ada."
    assert row.period.startswith("19 Januari 2026 – 18 Januari 2027")
    assert row.implementation.startswith("Berjalan lancar.")
    assert row.profit.startswith("Premi rutin.")
    assert register(office, 2025, now.date()) == ()


def test_the_book_is_written_as_pdf_and_workbook(
    office: Office, agreement: Saved, now: datetime, tmp_path: Path
) -> None:
    for name in ("buku.pdf", "buku.xlsx"):
        assert write_register(office, 2026, tmp_path / name, now.date()) == 1
    text = page_texts(tmp_path / "buku.pdf")[0]
    assert "Buku register PKS 2026" in text
    assert "PT Coir" in text
    cells = [cell for row in load_workbook(tmp_path / "buku.xlsx").active.values for cell in row]  # type: ignore[union-attr]
    assert {"W20.PAS.3-PR.03-01", "PT Coir", "Latar belakang", "Profit"} <= set(cells)


def test_numbers_missing_void_and_given_twice_are_seen(office: Office, draft: Saved, now: datetime) -> None:
    for number in ("PK-001 TAHUN 2026", "PK-002 TAHUN 2026", "pk-002  tahun 2026", "PK-007 TAHUN 2026"):
        draft_like(office, draft, now, number)
    void = draft_like(office, draft, now, "PK-004 TAHUN 2026")
    cancel_agreement(office, void.id, now)
    gone = draft_like(office, draft, now, "PK-005 TAHUN 2026")
    delete_records(office, Agreement, [gone.id], now)
    found = number_register(office, 2026)
    assert found.missing == ("PK-003 TAHUN 2026", "PK-006 TAHUN 2026")
    assert [use.number for use in found.uses if use.void] == ["PK-004 TAHUN 2026", "PK-005 TAHUN 2026"]
    assert [use.number for use in found.uses if use.twice] == ["PK-002 TAHUN 2026", "pk-002 tahun 2026"]
    assert number_years(office) == (2026,)


def test_a_number_that_is_there_already_is_told_while_it_is_typed(office: Office, agreement: Saved) -> None:
    assert "Pemasaran gantungan kunci" in duplicate_of(office, Agreement, "number", "w20.pas.3 - pr.03-01", None)
    assert duplicate_of(office, Agreement, "number", "W20.PAS.3-PR.03-01", agreement.id) == ""
    assert duplicate_of(office, Agreement, "number", "W20.PAS.3-PR.03-02", None) == ""
