"""The first start of a new office."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
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


def test_three_steps_make_the_office_and_lead_to_beranda(desk: Desk, office: Office, qtbot: QtBot) -> None:
    page = welcome(desk)
    qtbot.keyClicks(page.name, "Lapas <b>Kasongan")
    qtbot.keyClicks(page.city, "Kasongan")
    qtbot.keyClicks(page.head, "Batara Hutasoit")
    shown = [found.text() for found in page.findChildren(QLabel)]
    assert "LAPAS <B>KASONGAN" in shown
    press(qtbot, page, "Mulai bekerja")
    assert desk.window.frame.pages.currentWidget() is desk.home
    stored = load(office, OfficeProfile, profile_values(office)["id"])
    assert (stored["name"], stored["city"]) == ("Lapas <b>Kasongan", "Kasongan")
    assert stored["kop"].splitlines()[-1] == "LAPAS <B>KASONGAN"
    assert [(o["name"], o["signs_as"]) for o in stored["officers"]] == [("Batara Hutasoit", "kalapas")]


def test_an_office_without_a_name_is_told(desk: Desk, qtbot: QtBot) -> None:
    page = welcome(desk)
    press(qtbot, page, "Mulai bekerja")
    assert "Wajib diisi." in [found.text() for found in page.findChildren(QLabel)]
    assert desk.window.frame.pages.currentWidget() is page


def test_who_has_entered_something_is_not_welcomed_again(product: Saved, desk: Desk) -> None:
    assert desk.window.frame.pages.currentWidget() is desk.home
