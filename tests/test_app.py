"""The program from the first paint to the last backup, on real data folders."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lapas_desktop.app import LOG, MOST_LOGGED, Program, excepthook, keep_log
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.records import blank, save_record
from lapas_desktop.ui.occupancy import LOCK


def opened(qtbot: QtBot, folder: Path) -> Program:
    program = Program(folder)
    qtbot.addWidget(program.window)
    assert program.window.isVisible()
    return program


def texts(program: Program) -> list[str]:
    return [found.text() for found in program.window.findChildren(QLabel) if found.isVisible()]


def test_a_new_folder_gets_data_and_a_change_gets_a_backup_on_leaving(qtbot: QtBot, tmp_path: Path) -> None:
    program = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    desk = program.desk
    assert desk is not None
    save_record(desk.office, Product, {**blank(desk.office, Product), "name": "Keset"}, desk.clock())
    program.finish()
    assert len(list((tmp_path / "kantor" / "cadangan").glob("cadangan-*.db"))) == 1


def test_leaving_without_a_change_makes_no_backup(qtbot: QtBot, tmp_path: Path) -> None:
    program = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    program.finish()
    assert not (tmp_path / "kantor" / "cadangan").exists()


def test_a_damaged_file_is_told_in_the_window_and_stays_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "lapas.db").write_bytes(b"bukan data" * 500)
    program = opened(qtbot, tmp_path)
    qtbot.waitUntil(lambda: "Data tidak dapat dibuka" in texts(program), timeout=20_000)
    assert any("rusak" in text for text in texts(program))
    program.finish()
    assert (tmp_path / "lapas.db").read_bytes() == b"bukan data" * 500


def test_a_refusal_nobody_answered_is_told_and_is_no_bug(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    program = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    excepthook(Refused, Refused("Disk penuh."), None)
    assert "Disk penuh." in texts(program)
    assert not caplog.records
    program.finish()


def test_a_bug_is_logged_without_the_values_in_it(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    program = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    with caplog.at_level(logging.ERROR):
        excepthook(ValueError, ValueError("Hairunnisa"), None)
    assert "ValueError" in caplog.text
    assert "Hairunnisa" not in caplog.text
    assert any("kesalahan program" in text for text in texts(program))
    program.finish()


def test_a_second_start_calls_the_first_window_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: first.desk is not None, timeout=20_000)
    first.window.showMinimized()
    second = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: not second.window.isVisible(), timeout=20_000)
    assert second.desk is None
    qtbot.waitUntil(lambda: not first.window.isMinimized())
    second.finish()
    first.finish()
    third = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: third.desk is not None, timeout=20_000)
    third.finish()


def test_a_folder_open_on_another_pc_is_told_with_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    new_office(tmp_path / "kantor").close()
    (tmp_path / "kantor" / LOCK).write_text(f"{os.getpid()}\nlapas-desktop\nPC-BIMKER\n\n\n")
    program = opened(qtbot, tmp_path / "kantor")
    qtbot.waitUntil(lambda: any("PC-BIMKER" in text for text in texts(program)), timeout=20_000)
    assert program.desk is None
    program.finish()


def test_the_source_of_what_is_imported_is_not_read() -> None:
    code = (
        "import linecache, sys, lapas_desktop.app, lapas_desktop.ui.desk; "
        "sys.exit(any(name.endswith('desk.py') for name in linecache.cache))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_errors_go_into_a_small_file_beside_the_data(tmp_path: Path, qapp: QApplication) -> None:
    log, before = logging.getLogger("lapas_desktop"), list(logging.getLogger("lapas_desktop").handlers)
    (tmp_path / LOG).write_bytes(b"x" * (MOST_LOGGED + 1))
    try:
        keep_log(tmp_path)
        assert not (tmp_path / LOG).exists(), "nothing to tell, no file"
        excepthook(ValueError, ValueError("Hairunnisa"), None)
    finally:
        for handler in set(log.handlers) - set(before):
            handler.close()
            log.removeHandler(handler)
    told = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "ERROR ValueError at" in told and "Hairunnisa" not in told
    assert (tmp_path / "program.lama.log").stat().st_size > MOST_LOGGED
