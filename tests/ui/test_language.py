"""The language is chosen in the settings, and the window opens again in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop import i18n
from lapas_desktop.app import run
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.records import Saved, load
from lapas_desktop.ui import language
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.settings_page import SettingsPage
from lapas_desktop.ui.window import Window
from tests.ui.conftest import press


@pytest.mark.parametrize("damaged", [["ungu"], "fr", "", "EN", 7, None])
def test_a_damaged_choice_is_indonesian(qapp: QApplication, damaged: object) -> None:
    QSettings().setValue("language", damaged)
    assert language.chosen() == "id"


def test_the_language_of_the_computer_does_not_count(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert language.chosen() == "id"


def test_the_words_and_calendars_of_qt_follow(qtbot: QtBot, speaking: Callable[[str], None]) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text()

    speaking("id")
    assert (cancel(), QLocale().standaloneMonthName(8)) == ("Batal", "Agustus")
    speaking("en")
    assert (cancel(), QLocale().standaloneMonthName(8)) == ("Cancel", "August")
    speaking("id")
    assert cancel() == "Batal"


def test_a_choice_is_kept_for_the_next_window(desk: Desk, qtbot: QtBot) -> None:
    desk.go("settings")
    page = desk.window.frame.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    again = page.language.again
    assert not again.isVisible()
    page.language.choice.setFocus()
    qtbot.keyClick(page.language.choice, Qt.Key.Key_Down)
    assert language.chosen() == "en" and again.isVisible()
    assert i18n.language() == "id" and again.text() == "Buka ulang sekarang"
    qtbot.keyClick(page.language.choice, Qt.Key.Key_Up)
    assert language.chosen() == "id" and not again.isVisible()


def test_opening_again_asks_for_unsaved_typing_first(desk: Desk, qtbot: QtBot, product: Saved) -> None:
    desk.go("products")
    desk.new_record()
    assert desk.page is not None
    qtbot.keyClicks(desk.page.form.editors["name"].input, "Keset")
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    desk.window.open_again()
    assert desk.window.isVisible() and not desk.window.again


def test_a_country_typed_in_the_other_language_is_understood(
    qtbot: QtBot, speaking: Callable[[str], None], request: pytest.FixtureRequest, partner: Saved
) -> None:
    speaking("en")
    desk: Desk = request.getfixturevalue("desk")
    desk.open_record(SCREENS["partners"], partner.id)
    assert desk.page is not None
    country = desk.page.form.editors["country"].input
    assert isinstance(country, QComboBox) and country.currentText() == "New Zealand"
    line = country.lineEdit()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QGuiApplication.clipboard().setText("Korea Selatan")
    line.paste()
    press(qtbot, desk.window, "Save")
    assert load(desk.office, Partner, partner.id)["country"] == "KR"
    assert country.currentText() == "South Korea"


def test_typing_kept_by_an_indonesian_window_comes_back_in_an_english_one(
    qtbot: QtBot, speaking: Callable[[str], None], request: pytest.FixtureRequest, partner: Saved
) -> None:
    speaking("en")
    desk: Desk = request.getfixturevalue("desk")
    desk.open_record(SCREENS["partners"], partner.id)
    assert desk.page is not None
    desk.page.form.type_in({"fields": {"legal_form": "Koperasi", "country": "Jerman", "roles": "Pembeli, Pengangkut"}})
    press(qtbot, desk.window, "Save")
    values = load(desk.office, Partner, partner.id)
    assert (values["legal_form"], values["country"]) == ("Koperasi", "DE")
    assert values["roles"] == "pembeli,pengangkut"


def test_the_window_opens_again_in_the_language_chosen(qapp: QApplication, undressed: None, tmp_path: Path) -> None:
    shown: list[set[str]] = []

    def act() -> None:
        window = next((w for w in qapp.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)
        desk = window.findChild(Desk) if window else None
        if window is None or desk is None:
            return
        shown.append({found.text() for found in window.findChildren(QPushButton)})
        if len(shown) > 1:
            window.close()
            return
        desk.go("settings")
        page = window.frame.pages.currentWidget()
        assert isinstance(page, SettingsPage)
        QTest.keyClick(page.language.choice, Qt.Key.Key_Down)
        QTest.mouseClick(page.language.again, Qt.MouseButton.LeftButton)

    watch = QTimer()
    watch.timeout.connect(act)
    watch.start(50)
    assert run(tmp_path / "kantor") == 0
    watch.stop()
    indonesian, english = shown
    assert {"Beranda", "Tempat sampah"} <= indonesian
    assert {"Start page", "Recycle bin"} <= english
