"""A list of choices: found by typing a name with spaces, cut with "…" where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lapas_desktop.ui.combo import Combo

NAMES = [(1, "PT Coir"), (2, "PT Maju"), (3, "Kreasi Pastika")]


def shown(qtbot: QtBot) -> Combo:
    combo = Combo(NAMES, optional=True)
    qtbot.addWidget(combo)
    combo.show()
    return combo


def test_a_space_belongs_to_the_name_that_is_typed(qtbot: QtBot) -> None:
    combo, taken = shown(qtbot), list[int]()
    combo.activated.connect(taken.append)
    QTest.keyClicks(combo, "PT M")
    assert combo.chosen() == 2 and not combo.view().isVisible()
    assert taken == [1, 2]


def test_a_space_alone_opens_the_list(qtbot: QtBot) -> None:
    combo = shown(qtbot)
    QTest.keyClick(combo, Qt.Key.Key_Space)
    assert combo.view().isVisible()
    combo.hidePopup()


def test_a_name_that_has_no_room_is_cut_and_the_value_stays(qtbot: QtBot) -> None:
    combo = shown(qtbot)
    combo.setCurrentIndex(3)
    combo.resize(200, combo.height())
    wide = combo.grab().toImage()
    combo.resize(70, combo.height())
    assert combo.grab().toImage() != wide and combo.chosen() == 3
