"""Two versions of an agreement side by side in the window."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.services.renewal import renew_agreement
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.compare_page import ComparePage
from lapas_desktop.ui.desk import SCREENS, Desk
from tests.ui.hands import Hands


@pytest.fixture
def amended(office: Office, agreement: Saved, now: datetime) -> Saved:
    changes = [{"field": "scope", "new": "Penjualan <i>langsung</i> & titipan"}, {"field": "ends_on", "new": "18/1/28"}]
    values = {**blank_addendum(office, agreement.id, now.date()), "starts_on": now.date(), "changes": changes}
    addendum = save_record(office, Addendum, values, now)
    sign_addendum(office, addendum.id, now, number="A-1", signed_on=now.date())
    return agreement


def compared(desk: Desk, saved: Saved, qtbot: QtBot) -> tuple[ComparePage, Hands]:
    desk.open_record(SCREENS["agreements"], saved.id)
    hands = Hands(desk, qtbot)
    hands.push("Bandingkan…")
    page = desk.window.findChild(ComparePage)
    assert isinstance(page, ComparePage)
    desk.jobs.wait()
    qtbot.waitUntil(lambda: bool(page._rows), timeout=5_000)
    return page, hands


def test_before_and_after_an_addendum_with_signs_switch_and_copy(desk: Desk, amended: Saved, qtbot: QtBot) -> None:
    page, hands = compared(desk, amended, qtbot)
    text = page.text.toPlainText()
    assert "18 Jan [−2027]" in text and "18 Jan [+2028]" in text
    assert "[+Penjualan <i>langsung</i> & titipan]" in text
    assert "Perpanjangan" not in text
    hands.tab_to(lambda widget: widget is page.only)
    hands.press("Space")
    assert "Perpanjangan" in page.text.toPlainText()
    page.copy_table()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Hal\t≠\tNaskah asal")
    assert "Berakhir\t≠\t18 Jan [−2027]\t18 Jan [+2028]" in lines
    hands.press("Esc")
    assert desk.page is not None and desk.page.record_id == amended.id
    qtbot.waitUntil(lambda: desk.window.findChild(ComparePage) is None)


def test_a_renewal_stands_beside_what_it_follows_and_the_page_is_printed(
    desk: Desk, office: Office, amended: Saved, now: datetime, qtbot: QtBot
) -> None:
    renewal = renew_agreement(office, amended.id, now)
    page, hands = compared(desk, renewal, qtbot)
    assert page.left.currentText().startswith("W20.PAS.3-PR.03-01")
    assert "Mulai" in page.text.toPlainText()
    hands.press("Ctrl+P")
    qtbot.waitUntil(lambda: desk.printing.preview is not None, timeout=20_000)
    assert desk.printing.preview is not None
    assert desk.printing.preview.page_count >= 1
    desk.printing.preview.close()
    desk.go("home")
    qtbot.waitUntil(lambda: desk.window.findChild(ComparePage) is None)


def test_choosing_the_same_twice_says_so(desk: Desk, amended: Saved, qtbot: QtBot) -> None:
    page, _hands = compared(desk, amended, qtbot)
    page.left.setCurrentIndex(page.right.currentIndex())
    desk.jobs.wait()
    qtbot.waitUntil(lambda: page._told.text() == "Keduanya sama.")
    assert page.text.toPlainText() == ""


def test_the_page_offers_the_comparison_and_says_when_there_is_nothing_to_compare(
    desk: Desk, office: Office, agreement: Saved, now: datetime, qtbot: QtBot
) -> None:
    desk.open_record(SCREENS["agreements"], agreement.id)
    assert desk.page is not None
    desk.page.act("Bandingkan…")
    assert desk.window.findChild(ComparePage) is None
    told = [found.text() for found in desk.window.findChildren(QLabel) if found.isVisible()]
    assert any(text.startswith("Belum ada pembandingnya") for text in told)
    renew_agreement(office, agreement.id, now)
    desk.page.act("Bandingkan…")
    assert isinstance(desk.window.findChild(ComparePage), ComparePage) and desk.page is None
    Hands(desk, qtbot).press("Esc")
    assert desk.page is not None and desk.page.record_id == agreement.id
