"""Help as a person reads it: beside a form, in its own place, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shortcuts import SHORTCUTS
from lapas_desktop.services.help import help_folder, topic_of
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.picture import Picture
from lapas_desktop.ui.search_box import SearchBox
from lapas_desktop.ui.side_bar import PLACES

KEYS_OF_PLACES = [key for _title, places in PLACES for key, _text in places]
# answered by the list, the sheet, the form or the reader that has the keys, not by the window
OWN_KEYS = {
    "Enter", "Shift+Down", "Ctrl+C", "Del", "F2", "Tab", "Ctrl+V", "Ctrl+Del", "Alt+Left", "Alt+Up", "Alt+Down",
}  # fmt: skip


def press_key(
    qtbot: QtBot, desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key goes to whatever has the keys, as on a real keyboard."""
    qtbot.keyClick(QApplication.focusWidget() or desk.window, key, held)


@pytest.fixture
def active(desk: Desk, qtbot: QtBot) -> Desk:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return desk


def shown_topic(desk: Desk) -> str:
    assert desk.help.panel is not None and desk.help.is_shown and desk.help.panel.reader.shown is not None
    return desk.help.panel.reader.shown.name


def read_topic_name(desk: Desk) -> str:
    assert desk.help.page is not None and desk.help.page.reader.shown is not None
    return desk.help.page.reader.shown.name


def product_names(desk: Desk) -> list[str]:
    with desk.office.session() as session:
        return [product.name for product in session.query(Product)]


@pytest.mark.parametrize("place", [*KEYS_OF_PLACES, "welcome"])
def test_every_place_of_the_window_has_its_own_page(place: str) -> None:
    assert place in topic_of(place).places


def test_help_is_read_beside_a_form_and_nothing_typed_is_lost(active: Desk, qtbot: QtBot) -> None:
    active.go("products")
    active.new_record()
    assert active.page is not None
    name = active.page.form.editors["name"].input
    assert isinstance(name, QLineEdit)
    name.setFocus()
    qtbot.keyClicks(name, "Kursi")
    press_key(qtbot, active, Qt.Key.Key_F1)
    assert shown_topic(active) == "produk" and name.isVisible()
    press_key(qtbot, active, Qt.Key.Key_F6)
    assert name.hasFocus()
    name.end(False)
    qtbot.keyClicks(name, " rotan")
    press_key(qtbot, active, Qt.Key.Key_F6)
    press_key(qtbot, active, Qt.Key.Key_Escape)
    assert not active.help.is_shown and name.hasFocus() and active.page is not None and active.page.changed
    press_key(qtbot, active, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert product_names(active) == ["Kursi rotan"]


def test_help_beside_the_page_turns_to_the_page_that_is_opened(active: Desk, product: Saved, qtbot: QtBot) -> None:
    active.go("home")
    press_key(qtbot, active, Qt.Key.Key_F1)
    assert shown_topic(active) == topic_of(active._here).name
    active.go("partners")
    qtbot.waitUntil(lambda: shown_topic(active) == "mitra")
    active.open_record(SCREENS["products"], product.id)
    qtbot.waitUntil(lambda: shown_topic(active) == "produk")
    press_key(qtbot, active, Qt.Key.Key_F1)
    assert not active.help.is_shown


def test_the_page_keeps_its_room_when_help_is_closed(active: Desk, product: Saved, qtbot: QtBot) -> None:
    active.open_record(SCREENS["products"], product.id)
    frame = active.window.frame
    before = frame.pages.width()
    press_key(qtbot, active, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: frame.pages.width() < before)
    press_key(qtbot, active, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: frame.pages.width() == before)


def test_a_page_is_found_and_read_by_keyboard_alone(active: Desk, qtbot: QtBot) -> None:
    active.go("help")
    assert read_topic_name(active) == "mulai"
    press_key(qtbot, active, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert active.help.page is not None and active.help.page.search.hasFocus()
    qtbot.keyClicks(active.help.page.search, "serah terima")
    assert read_topic_name(active) == "serah-terima"
    press_key(qtbot, active, Qt.Key.Key_Return)
    assert active.help.page.list.hasFocus()
    press_key(qtbot, active, Qt.Key.Key_Down)
    assert read_topic_name(active) != "serah-terima"


def test_what_is_nowhere_is_said_to_be_nowhere(active: Desk, qtbot: QtBot) -> None:
    active.go("help")
    assert active.help.page is not None
    qtbot.keyClicks(active.help.page.search, "<b>xyzzyx")
    assert not active.help.page.list.isVisible() and active.help.page._nothing.isVisible()
    assert read_topic_name(active) == "mulai"


def test_a_link_is_followed_by_key_and_there_is_a_way_back(active: Desk, qtbot: QtBot) -> None:
    active.go("help")
    press_key(qtbot, active, Qt.Key.Key_Tab)
    press_key(qtbot, active, Qt.Key.Key_Return)
    assert read_topic_name(active) == "beranda"
    press_key(qtbot, active, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert read_topic_name(active) == "mulai"


@pytest.mark.parametrize("target", ["https://example.org/x.md", "file:///etc/hosts.md", "tidak-ada.md", "beranda.txt"])
def test_a_link_that_leads_nowhere_in_the_program_is_not_followed(active: Desk, qtbot: QtBot, target: str) -> None:
    active.go("help")
    assert active.help.page is not None
    reader = active.help.page.reader
    reader.setHtml(f"<p><a href='{target}'>keluar</a></p>")
    press_key(qtbot, active, Qt.Key.Key_Tab)
    press_key(qtbot, active, Qt.Key.Key_Return)
    assert reader.toPlainText() == "keluar" and read_topic_name(active) == "mulai"


def search(active: Desk, qtbot: QtBot, words: str) -> None:
    press_key(qtbot, active, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = active.window.frame.findChild(SearchBox)
    assert box is not None
    qtbot.keyClicks(box, words)
    qtbot.waitUntil(lambda: box.hits.count() > 0 and words.split()[-1] in box.hits.item(0).text().casefold())
    press_key(qtbot, active, Qt.Key.Key_Return)


def test_search_everything_finds_help_pages(active: Desk, qtbot: QtBot) -> None:
    active.go("partners")
    search(active, qtbot, "bantuan mencetak")
    assert read_topic_name(active) == "mencetak"


def test_help_found_from_a_form_stands_beside_it(active: Desk, qtbot: QtBot) -> None:
    active.go("partners")
    active.new_record()
    assert active.page is not None
    active.page.changed = True
    search(active, qtbot, "bantuan mencetak")
    assert shown_topic(active) == "mencetak" and active.page is not None


def test_the_manual_is_shown_for_printing(active: Desk, qtbot: QtBot) -> None:
    active.go("help")
    press_key(qtbot, active, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: active.printing.preview is not None, timeout=20_000)
    preview = active.printing.preview
    assert preview is not None and preview.page_count > len(PLACES) + 8
    preview.close()


def test_pictures_are_never_wider_than_the_page(active: Desk, qtbot: QtBot) -> None:
    active.go("help")
    assert active.help.page is not None
    reader = active.help.page.reader
    for width in (1366, 900):
        active.window.resize(width, 600)
        qtbot.wait(200)
        assert reader.document().size().width() <= reader.viewport().width()


def keys_of_the_window(desk: Desk) -> Iterator[str]:
    for top in QApplication.topLevelWidgets():
        if top is desk.window or top.parent() is not None:
            for shortcut in top.findChildren(QShortcut):
                yield shortcut.key().toString()
            for found in top.findChildren(QPushButton):
                yield found.shortcut().toString()


def keys_of_the_sheet() -> set[str]:
    keys: set[str] = set()
    for group in SHORTCUTS:
        for shortcut in group.shortcuts:
            first, dots, last = shortcut.keys.partition("…")
            span = range(int(first[-1]), int(last[-1]) + 1) if dots else ()
            keys.update({f"{first[:-1]}{number}" for number in span} or {shortcut.keys})
    return keys


def test_the_sheet_of_shortcuts_tells_all_and_nothing_else(
    active: Desk, agreement: Saved, shipment: Saved, product: Saved, qtbot: QtBot
) -> None:
    found: set[str] = set()

    def look() -> None:
        found.update(keys_of_the_window(active))

    for place in KEYS_OF_PLACES:
        active.go(place)
        look()
    for key, record in (("agreements", agreement), ("shipments", shipment), ("products", product)):
        active.open_record(SCREENS[key], record.id)
        assert active.page is not None
        active.page.form.finish()
        look()
    active.go("agreements")
    active.printing.together("summary", [agreement.id])
    qtbot.waitUntil(lambda: active.printing.preview is not None, timeout=20_000)
    picture: QWidget = Picture(Path(help_folder() / "pictures" / "beranda.png"), "foto", active.window)
    look()
    picture.close()
    assert active.printing.preview is not None
    active.printing.preview.close()
    found.discard("")
    assert found - keys_of_the_sheet() == set()
    assert keys_of_the_sheet() - found == OWN_KEYS
