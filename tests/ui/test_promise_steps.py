"""One day of a promise is met on the agreement's page, and taken back; the data file tells."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.ask_panel import AskPanel
from lapas_desktop.ui.desk import SCREENS, Desk
from tests.ui.conftest import press

ROWS = [
    {"text": "Melatih <b>perajin</b>", "party": "Pihak Kedua"},
    {"text": "Laporan penjualan", "party": "Pihak Kedua", "due_on": date(2025, 12, 31), "period": "bulanan"},
]


def panel(desk: Desk) -> AskPanel:
    (found,) = (one for one in desk.window.findChildren(AskPanel) if one.isVisible())
    return found


def waits(office: Office, draft: Saved) -> list[tuple[object, ...]]:
    rows = load(office, Agreement, draft.id)["obligations"]
    return [(row["done"], row["done_on"], row["evidence"]) for row in rows]


def test_a_day_of_a_promise_is_met_and_taken_back(
    desk: Desk, office: Office, draft: Saved, now: datetime, qtbot: QtBot
) -> None:
    save_record(office, Agreement, {"obligations": ROWS}, now, draft.id)
    sign_agreement(office, draft.id, now)
    desk.open_record(SCREENS["agreements"], draft.id)
    assert desk.page is not None
    desk.page.act("Penuhi kewajiban…")
    asked = panel(desk)
    assert "31 Des 2025 · Pihak Kedua: Laporan penjualan" in asked.editors["promise"].typed()
    qtbot.waitUntil(lambda: any("menunggu 31 Jan 2026" in one.text() for one in asked.findChildren(QLabel)))
    asked.editors["done_on"].type_in("20/1/26")
    asked.answer()
    assert "belum tiba" in asked.editors["done_on"].problem
    asked.editors["done_on"].type_in("5/1/26")
    asked.editors["evidence"].type_in("Surat 12")
    asked.answer()
    assert waits(office, draft)[1] == (False, date(2026, 1, 5), "Surat 12")
    desk.page.act("Penuhi kewajiban…")
    assert "31 Jan 2026" in panel(desk).editors["promise"].typed()
    panel(desk).dismiss()
    press(qtbot, desk.window, "Urungkan")
    assert waits(office, draft)[1] == (False, None, None)
    desk.page.act("Penuhi kewajiban…")
    asked = panel(desk)
    asked.editors["promise"].type_in("Pihak Kedua: Melatih <b>perajin</b>")
    qtbot.waitUntil(lambda: any("itu selesai" in one.text() for one in asked.findChildren(QLabel)))
    asked.answer()
    assert waits(office, draft)[0] == (True, now.date(), None)
    QApplication.processEvents()


def test_without_an_open_promise_the_button_says_so(desk: Desk, office: Office, draft: Saved, now: datetime) -> None:
    save_record(office, Agreement, {"obligations": []}, now, draft.id)
    sign_agreement(office, draft.id, now)
    desk.open_record(SCREENS["agreements"], draft.id)
    assert desk.page is not None
    (offered,) = (shown for shown in desk.page.offered if shown.action.text == "Penuhi kewajiban…")
    desk.page.act("Penuhi kewajiban…")
    assert not [one for one in desk.window.findChildren(AskPanel) if one.isVisible()]
    assert offered.action.why_not([draft.id]) is not None
