from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.progress import Cancelled, Progress
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.services.register import register
from lapas_desktop.services.reports import REPORTS, Asked, Report, write_report
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.storage.office import Office
from tests.documents.samples import page_texts

BY_KEY = {report.key: report for report in REPORTS}


@pytest.fixture
def asked(now: datetime) -> Asked:
    return Asked(date(2026, 1, 1), date(2027, 12, 31), now.date())


ABOUT_AGREEMENTS = [BY_KEY[key] for key in ("register", "reminders", "numbers", "ending", "agenda")]


@pytest.mark.parametrize("report", ABOUT_AGREEMENTS, ids=lambda report: report.key)
def test_each_report_names_the_agreement_on_paper_and_in_a_workbook(
    office: Office, agreement: Saved, asked: Asked, tmp_path: Path, report: Report
) -> None:
    assert write_report(office, report, replace(asked, narrow=True), tmp_path / "a.pdf") >= 1
    assert write_report(office, report, asked, tmp_path / "a.xlsx") >= 1
    text = page_texts(tmp_path / "a.pdf")[0]
    assert report.title in text
    cells = [cell for row in load_workbook(tmp_path / "a.xlsx").active.values for cell in row]  # type: ignore[union-attr]
    assert "W20.PAS.3-PR.03-01" in cells


def test_an_agreement_that_ends_outside_the_period_is_left_out(office: Office, agreement: Saved, asked: Asked) -> None:
    (row,) = BY_KEY["ending"].table(office, asked)[1]
    assert (row[0], row[1]) == (date(2027, 1, 18), (date(2027, 1, 18) - asked.on).days)
    assert BY_KEY["ending"].table(office, replace(asked, last=date(2027, 1, 17)))[1] == []


def test_numbers_left_out_and_given_twice_are_remarked(
    office: Office, draft: Saved, asked: Asked, now: datetime
) -> None:
    parties = [{"partner_id": row["partner_id"]} for row in load(office, Agreement, draft.id)["parties"]]
    for number in ("PK-001 TAHUN 2026", "PK-003 TAHUN 2026", "pk-003 tahun 2026", "PK-004 TAHUN 2026"):
        values = {"title": number, "type": "lain", "number": number, "starts_on": date(2026, 2, 1),
                  "parties": parties}  # fmt: skip
        save_record(office, Agreement, values, now)
    rows = BY_KEY["numbers"].table(office, asked)[1]
    rows = [row for row in rows if row[0].casefold().startswith("pk-")]
    assert [row[3] for row in rows] == ["", "nomor ganda", "nomor ganda", "", "terlewat"]
    assert rows[-1][0].startswith("PK-002")


def test_a_report_that_is_cancelled_leaves_no_file(
    office: Office, agreement: Saved, asked: Asked, tmp_path: Path
) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_report(office, BY_KEY["register"], asked, tmp_path / "a.xlsx", progress)
    assert list(tmp_path.glob("a*")) == []


def test_a_report_without_rows_says_so_under_its_headings(office: Office, asked: Asked, tmp_path: Path) -> None:
    assert write_report(office, BY_KEY["ending"], asked, tmp_path / "a.pdf") == 0
    (page,) = page_texts(tmp_path / "a.pdf")
    assert "Tidak ada data." in page and "Berlaku s.d." in page


def test_the_register_tells_when_an_agreement_was_terminated(
    office: Office, agreement: Saved, asked: Asked, now: datetime
) -> None:
    terminate_agreement(office, agreement.id, now.date(), "Mitra tutup usaha", "S-9", now)
    (row,) = register(office, 2026, now.date())
    assert row.period == "19 Januari 2026 – 18 Januari 2027; diakhiri 19 Januari 2026."
