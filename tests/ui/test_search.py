"""Search everything, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.records import Saved
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.search_box import SearchBox


@pytest.fixture
def box(desk: Desk, agreement: Saved, shipment: Saved) -> SearchBox:
    return desk.window.frame.search


def typed(qtbot: QtBot, desk: Desk, box: SearchBox, text: str) -> list[str]:
    """Types after Ctrl+K and reads the answers."""
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box.answers.isVisible())
    box.clear()
    QGuiApplication.clipboard().setText(text)  # pasted: the test library types Latin letters only
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(100)
    desk.jobs.wait()
    qtbot.wait(20)
    return [box.hits.item(row).text().split("\n")[0] for row in range(box.hits.count())]


@pytest.mark.parametrize(
    ("words", "entity"), [("gantungan kunci", Product), ("gantugnan", Product), ("selandia", Shipment),
                          ("w20.pas.3-pr.03-01", Agreement)]
)  # fmt: skip
def test_enter_opens_what_was_meant(desk: Desk, box: SearchBox, qtbot: QtBot, words: str, entity: type[object]) -> None:
    found = typed(qtbot, desk, box, words)
    row = next(row for row in range(len(found)) if box.hits.item(row).data(256).entity is entity)
    for _step in range(row):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.page is not None and desk.page.entity is entity
    assert not box.answers.isVisible()


def test_an_action_is_found_by_its_words(desk: Desk, box: SearchBox, qtbot: QtBot) -> None:
    assert typed(qtbot, desk, box, "buat peng")[0] == "Buat pengiriman"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.page is not None and desk.page.entity is Shipment and desk.page.record_id is None


def test_what_was_opened_last_comes_first(
    desk: Desk, box: SearchBox, office: Office, product: Saved, qtbot: QtBot
) -> None:
    typed(qtbot, desk, box, "prd-0001")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert typed(qtbot, desk, box, "")[0] == "Gantungan kunci"


def test_hostile_words_find_nothing_and_do_no_harm(desk: Desk, box: SearchBox, qtbot: QtBot) -> None:
    for words in ("<b>%_\\", "=HYPERLINK(1)", "שלום", "x" * 300):
        assert typed(qtbot, desk, box, words) == []
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.answers.isVisible() and box.text() == ""
