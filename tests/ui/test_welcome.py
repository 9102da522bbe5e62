"""The first start of a new office."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.services.office_profile import profile_values
from lapas_desktop.services.records import Saved, load
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.welcome_page import WelcomePage
from tests.ui.conftest import press


def welcome(desk: Desk) -> WelcomePage:
    page = desk.window.frame.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    return page


def test_few_steps_make_the_office_and_lead_to_beranda(desk: Desk, office: Office, qtbot: QtBot) -> None:
    page = welcome(desk)
    qtbot.keyClicks(page.name, "Lapas <b>Kasongan")
    qtbot.keyClicks(page.city, "Kasongan")
    qtbot.keyClicks(page.head, "Batara Hutasoit")
    qtbot.keyClicks(page.findChild(QLineEdit, "head_since"), "1/3/25")
    qtbot.keyClicks(page.findChild(QLineEdit, "kasubsi"), "Rini Sulastri")
    press(qtbot, page, "Mulai bekerja")
    assert desk.window.frame.pages.currentWidget() is desk.home
    stored = load(office, OfficeProfile, profile_values(office)["id"])
    assert (stored["name"], stored["city"]) == ("Lapas <b>Kasongan", "Kasongan")
    assert stored["kop"].splitlines()[-1] == "LAPAS <B>KASONGAN"
    assert [(o["name"], o["signs_as"], o["valid_from"]) for o in stored["officers"]] == [
        ("Batara Hutasoit", "kalapas", date(2025, 3, 1)), ("Rini Sulastri", "staf", None),
    ]  # fmt: skip
    assert stored["officers"][0]["job"] == "Kepala Lapas <b>Kasongan"


def test_a_kop_that_names_the_office_in_full_gets_no_second_name(desk: Desk, office: Office, qtbot: QtBot) -> None:
    page = welcome(desk)
    qtbot.keyClicks(page.name, "Rutan Kelas IIB Sampit")
    page.kop.setPlainText("DITJEN PAS\nRumah Tahanan Negara Kelas IIB Sampit\nJalan Contoh 1")
    press(qtbot, page, "Mulai bekerja")
    assert (profile_values(office)["kop"] or "").splitlines()[-1] == "Jalan Contoh 1"


def test_an_office_without_a_name_is_told(desk: Desk, qtbot: QtBot) -> None:
    page = welcome(desk)
    press(qtbot, page, "Mulai bekerja")
    assert "Wajib diisi." in [found.text() for found in page.findChildren(QLabel)]
    assert desk.window.frame.pages.currentWidget() is page


def test_who_has_entered_something_is_not_welcomed_again(product: Saved, desk: Desk) -> None:
    assert desk.window.frame.pages.currentWidget() is desk.home


def test_the_first_start_by_keyboard_alone(desk: Desk, office: Office, qtbot: QtBot) -> None:
    page = welcome(desk)
    desk.window.activateWindow()
    qtbot.waitUntil(page.name.hasFocus)

    def type_and_go(text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, text)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    for text in ("Lapas Sragen", "Sragen", "", "Kepala Baru", "2/1/26"):
        type_and_go(text)
    pattern = page.findChild(QLineEdit, "number_pattern")
    assert pattern is not None
    for _step in range(2):
        type_and_go("")
    assert pattern.hasFocus()
    pattern.selectAll()
    qtbot.keyClicks(pattern, "SRG/{urut:02}/{tahun}")
    assert "Contoh: SRG/01/2026" in [found.text() for found in page.findChildren(QLabel)]
    for _step in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused.accessibleName() == "Mulai bekerja":
            qtbot.keyClick(focused, Qt.Key.Key_Space)
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    stored = profile_values(office)
    assert (stored["name"], stored["number_pattern"]) == ("Lapas Sragen", "SRG/{urut:02}/{tahun}")


def test_what_is_wrong_stands_beside_its_field_and_typing_stays(desk: Desk, office: Office, qtbot: QtBot) -> None:
    page = welcome(desk)
    qtbot.keyClicks(page.name, "Lapas Cirebon")
    since = page.findChild(QLineEdit, "head_since")
    pattern = page.findChild(QLineEdit, "number_pattern")
    assert since is not None and pattern is not None
    qtbot.keyClicks(since, "31/2/26")
    press(qtbot, page, "Mulai bekerja")
    assert "Tanggal ini tidak ada" in since.accessibleDescription()
    since.clear()
    pattern.setText("KRM")
    press(qtbot, page, "Mulai bekerja")
    assert "Pola harus memuat" in pattern.accessibleDescription()
    desk.go("settings")
    desk.go("home")
    assert welcome(desk) is page
    assert page.name.text() == "Lapas Cirebon"
    assert profile_values(office)["name"] is None
