"""Partners as a person works with them: where they are used, two that are one, papers that run out."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.merging import merge_partners
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.merge_dialog import MergeDialog
from lapas_desktop.ui.partner_use_card import PartnerUseCard
from tests.ui.conftest import press

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def twin(office: Office, partner: Saved, now: datetime) -> Saved:
    """The same partner, entered again."""
    values = {"code": "MTR-0002", "name": "Coir, PT", "roles": "pembeli", "country": "NZ", "npwp": "01.2"}
    return save_record(office, Partner, values, now)


def shown(owner: QWidget) -> str:
    labels = owner.findChildren(QLabel)
    return "\n".join(found.text() for found in labels if found.isVisibleTo(owner))


def merging(desk: Desk, qtbot: QtBot) -> MergeDialog:
    qtbot.waitUntil(lambda: any(found.isVisible() for found in desk.window.findChildren(MergeDialog)))
    return next(found for found in desk.window.findChildren(MergeDialog) if found.isVisible())


def parties(office: Office, agreement: Saved) -> list[int | None]:
    return [row["partner_id"] for row in load(office, Agreement, agreement.id)["parties"]]


def test_two_selected_partners_become_one_and_two_again(
    desk: Desk, office: Office, agreement: Saved, shipment: Saved, partner: Saved, twin: Saved, qtbot: QtBot
) -> None:
    desk.go("partners")
    view = desk.lists["partners"].page.view
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    press(qtbot, desk.window, "Gabungkan…")
    dialog = merging(desk, qtbot)
    qtbot.waitUntil(lambda: "PT Coir · MTR-0001" in shown(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: "Perjanjian: 1 · Pengiriman: 1" in shown(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert parties(office, agreement) == [None, twin.id]
    assert load(office, Shipment, shipment.id)["buyer_id"] == twin.id
    assert load(office, Partner, partner.id)["deleted_at"]
    assert desk.page and desk.page.record_id == twin.id
    press(qtbot, desk.window, "Urungkan")
    assert parties(office, agreement) == [None, partner.id]
    assert load(office, Partner, partner.id)["deleted_at"] is None
    assert sorted(desk.lists["partners"].page.selected_ids()) == [partner.id, twin.id]


def test_the_form_of_a_partner_entered_twice_proposes_the_other(
    desk: Desk, office: Office, agreement: Saved, partner: Saved, twin: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREENS["partners"], partner.id)
    assert desk.page
    name = desk.page.form.editors["name"].input
    assert isinstance(name, QLineEdit)
    name.editingFinished.emit()
    qtbot.waitUntil(lambda: "Kalau sama, tekan “Gabungkan dengan…”." in shown(desk.window))
    press(qtbot, desk.window, "Gabungkan dengan…")
    dialog = merging(desk, qtbot)
    qtbot.waitUntil(lambda: "Coir, PT · MTR-0002" in shown(dialog))
    assert "NPWP" in shown(dialog) and "01.2" in shown(dialog)
    press(qtbot, dialog, "Gabungkan")
    assert load(office, Partner, partner.id)["npwp"] == "01.2"
    assert load(office, Partner, twin.id)["deleted_at"]


def test_both_parties_of_one_agreement_are_not_merged_and_it_is_said_why(
    desk: Desk, office: Office, partner: Saved, twin: Saved, now: datetime, qtbot: QtBot
) -> None:
    rows = [{}, {"partner_id": partner.id}, {"partner_id": twin.id}]
    save_record(office, Agreement, {"title": "x", "type": "lain", "parties": rows, "number": "7"}, now)
    dialog = MergeDialog(desk._at, partner.id, twin.id)
    dialog.open()
    qtbot.waitUntil(lambda: "Keduanya adalah pihak dalam perjanjian 7." in shown(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert load(office, Partner, twin.id)["deleted_at"] is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_form_left_open_while_its_partner_was_merged_says_so(
    desk: Desk, office: Office, partner: Saved, twin: Saved, now: datetime, qtbot: QtBot
) -> None:
    desk.open_record(SCREENS["partners"], twin.id)
    merge_partners(office, partner.id, twin.id, now)
    assert desk.page
    desk.page.form.editors["bank"].type_in("Bank Satu")
    qtbot.keyClick(desk.window, Qt.Key.Key_S, CTRL)
    assert "Coir, PT sudah digabungkan ke PT Coir · MTR-0001." in shown(desk.window)
    assert load(office, Partner, twin.id)["bank"] is None


def test_a_partner_tells_where_it_is_used_and_goes_there(
    desk: Desk, agreement: Saved, shipment: Saved, partner: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREENS["partners"], partner.id)
    assert desk.page is not None
    desk.page.form.finish()
    (card,) = desk.window.findChildren(PartnerUseCard)
    opening = "Buka W20.PAS.3-PR.03-01"
    found: list[QPushButton] = []

    def links() -> bool:
        found[:] = [one for one in card.findChildren(QPushButton) if one.accessibleName() == opening]
        return bool(found)

    qtbot.waitUntil(links)
    qtbot.waitUntil(lambda: "Perjanjian kerja sama · 1" in shown(card) and "Pengiriman · 1" in shown(card))
    found[0].setFocus()
    qtbot.keyClick(found[0], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert desk.page and desk.page.entity is Agreement and desk.page.record_id == agreement.id
