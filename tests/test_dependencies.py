"""What a locked library must do for the program to stand."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


def test_a_qt_call_leaves_the_references_of_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one with every call: after some thousands the program aborted."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _call in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -100
