"""The self-test under Bantuan and as a command: lines that can be read out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from lapas_desktop.cli import main
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.self_test import SelfTestDialog
from tests.ui.conftest import press


def test_the_window_shows_a_line_for_each_part(desk: Desk, qtbot: QtBot) -> None:
    desk.go("help")
    press(qtbot, desk.window, "Uji program…")
    (dialog,) = desk.window.findChildren(SelfTestDialog)
    qtbot.waitUntil(lambda: "Cetak ke PDF" in dialog.lines.toPlainText(), timeout=90_000)
    lines = dialog.lines.toPlainText().splitlines()
    assert len(lines) == 7 and all(line.startswith("baik") for line in lines), lines
    press(qtbot, dialog, "Salin hasil")
    assert QGuiApplication.clipboard().text() == dialog.lines.toPlainText()
    press(qtbot, dialog, "Tutup")


def test_the_command_opens_the_window_too(
    qtbot: QtBot, undressed: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "selftest"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 9 and lines[-1] == "Semua bagian baik." and "Jendela: offscreen" in lines[-2]
