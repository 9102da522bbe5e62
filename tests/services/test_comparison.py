from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.comparison import (
    compared_agreements,
    compared_days,
    compared_versions,
    versions,
    write_comparison,
)
from lapas_desktop.services.originals import originals, write_originals
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.services.renewal import renew_agreement
from lapas_desktop.storage.office import Office
from tests.documents.samples import words

LATER = date(2026, 6, 1)


def test_before_and_after_an_addendum_side_by_side(
    office: Office, agreement: Saved, product: Saved, now: datetime
) -> None:
    changes = [{"field": "destinations", "new": "Korea Selatan"}, {"field": "other", "new": "Kemasan polos"},
               {"field": "price", "product_id": product.id, "new": "12.500"}]  # fmt: skip
    values = {**blank_addendum(office, agreement.id, now.date()), "starts_on": LATER, "changes": changes}
    addendum = save_record(office, Addendum, values, now)
    sign_addendum(office, addendum.id, now, number="A-1", signed_on=now.date())
    rows = compared_days(office, agreement.id, now.date(), LATER)
    assert [(row.label, row.left, row.right) for row in rows if row.differs] == [
        ("Negara tujuan", "", "Korea Selatan"),
        ("Gantungan kunci", "5.000", "5.000 · Rp12.500,00"),
        ("Ketentuan lain", "", "Kemasan polos"),
    ]


def test_an_agreement_and_its_renewal_side_by_side(office: Office, agreement: Saved, now: datetime) -> None:
    renewal = renew_agreement(office, agreement.id, now)
    rows = compared_agreements(office, agreement.id, renewal.id, now.date())
    assert [(row.label, row.left, row.right) for row in rows if row.differs] == [
        ("Berakhir", "18 Jan 2027", "18 Jan 2028")
    ]


def test_originals_on_loan_come_first(office: Office, agreement: Saved, now: datetime) -> None:
    kept = [{"holder": "Kantor", "stamped": True, "place": "Lemari 2"},
            {"holder": "Mitra", "lent_to": "Kanwil", "lent_on": date(2026, 1, 9)}]  # fmt: skip
    save_record(office, Agreement, {"originals": kept}, now, agreement.id)
    found = originals(office, now.date())
    assert [(one.holder, one.lent_days) for one in found] == [("Mitra", 10), ("Kantor", None)]
    assert [one.lent_to for one in originals(office, now.date(), lent_only=True)] == ["Kanwil"]


def test_the_list_of_originals_says_who_holds_which(
    office: Office, agreement: Saved, now: datetime, tmp_path: Path
) -> None:
    kept = [{"holder": "Kantor", "stamped": True, "place": "Lemari 2"},
            {"holder": "Mitra", "lent_to": "Kanwil", "lent_on": date(2026, 1, 9)}]  # fmt: skip
    save_record(office, Agreement, {"originals": kept}, now, agreement.id)
    write_originals(office, [agreement.id], tmp_path / "asli.xlsx", now.date())
    (sheet,) = openpyxl.load_workbook(tmp_path / "asli.xlsx").worksheets
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    told = [row for row in cells if row[0] == "W20.PAS.3-PR.03-01"]
    assert [(row[2], row[5], row[6]) for row in told] == [("Mitra", "Kanwil", 10), ("Kantor", None, None)]
    write_originals(office, [], tmp_path / "kosong.pdf", now.date())
    assert (tmp_path / "kosong.pdf").read_bytes().startswith(b"%PDF")


def test_versions_before_and_after_each_addendum_show_the_last_day_too(
    office: Office, agreement: Saved, now: datetime
) -> None:
    change = {"starts_on": LATER, "changes": [{"field": "ends_on", "new": "18/1/28"}]}
    addendum = save_record(office, Addendum, blank_addendum(office, agreement.id, now.date()) | change, now)
    sign_addendum(office, addendum.id, now, number="A-1", signed_on=now.date())
    base, amended = versions(office, agreement.id)
    assert (base.addenda, amended.addenda) == (0, 1)
    rows = [row for row in compared_versions(office, base, amended) if row.differs]
    assert [(row.label, row.left, row.right) for row in rows] == [("Berakhir", "18 Jan 2027", "18 Jan 2028")]
    assert rows[0].signed_texts() == ("18 Jan [−2027]", "18 Jan [+2028]")


def test_a_renewal_is_compared_with_what_it_follows_pasal_for_pasal(
    office: Office, agreement: Saved, now: datetime
) -> None:
    renewal = renew_agreement(office, agreement.id, now)
    own = [{"title": "Kerahasiaan", "text": "Semua <b>terbuka</b>.", "standard": "ekspor/kerahasiaan"}]
    save_record(office, Agreement, {"clauses": own}, now, renewal.id)
    before, after = versions(office, renewal.id)
    assert (before.agreement_id, after.agreement_id) == (agreement.id, renewal.id)
    rows = {row.label: row for row in compared_versions(office, before, after)}
    assert rows["Mulai"].right == "19 Jan 2027"
    assert rows["Pasal Kerahasiaan"].right == "Semua <b>terbuka</b>."
    assert rows["Pasal Penutup"].right == ""
    assert not rows["Para pihak"].differs


def test_a_comparison_is_printed_with_signs(office: Office, agreement: Saved, now: datetime, tmp_path: Path) -> None:
    renewal = renew_agreement(office, agreement.id, now)
    before, after = versions(office, renewal.id)
    path = tmp_path / "banding.pdf"
    write_comparison(office, before, after, True, path, now.date())
    text = words(path)
    assert "[+2028]" in text and "Perbandingan perjanjian" in text
    assert "Gantungan kunci" not in text, "what is the same is left out"
