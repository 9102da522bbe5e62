from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.comparison import compared_agreements, compared_days
from lapas_desktop.services.originals import originals, write_originals
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.services.renewal import renew_agreement
from lapas_desktop.storage.office import Office

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
